/// Sums of sixteen parts, which are added up in order.

#ifndef SUM_H
#define SUM_H

#include "Kernel.h"

INLINE float total(const float *parts) {
    float sum = 0;
    for (int lane = 0; lane < lanes; lane++) sum += parts[lane];
    return sum;
}

// Part i % 16 adds up `TERM`, which is of the number at i.
#define SUM(TERM)                                                                            \
    float parts[lanes] = {0};                                                                \
    ptrdiff_t start = 0;                                                                     \
    for (; start + lanes <= count; start += lanes)                                           \
        for (ptrdiff_t lane = 0; lane < lanes; lane++) {                                     \
            ptrdiff_t i = start + lane;                                                      \
            parts[lane] += TERM;                                                             \
        }                                                                                    \
    for (ptrdiff_t i = start; i < count; i++) parts[i - start] += TERM;                      \
    return total(parts);

#endif
