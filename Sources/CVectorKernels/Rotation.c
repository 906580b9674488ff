#include "Kernel.h"

KERNEL void vk_rotate_halves(const float *x, const float *waves, float *out, ptrdiff_t pairs) {
    for (ptrdiff_t j = 0; j < pairs; j++) {
        float first = x[j], second = x[j + pairs], cosine = waves[2 * j], sine = waves[2 * j + 1];
        out[j] = first * cosine - second * sine;
        out[j + pairs] = second * cosine + first * sine;
    }
}
