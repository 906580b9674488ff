#include "Kernel.h"

INLINE float widened(uint16_t x) { return float_of((uint32_t)x << 16); }

KERNEL void vk_widen_bfloat16(const uint16_t *x, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = widened(x[i]);
}

// Four rows at a time, so that `out`, which stays in the nearest cache, is read and written once for four streams.
KERNEL void vk_add_row_times_bfloat16(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    ptrdiff_t row = 0;
    for (; row + 4 <= rows; row += 4) {
        const uint16_t *a = matrix + row * stride, *b = a + stride, *c = b + stride, *d = c + stride;
        float xa = x[row], xb = x[row + 1], xc = x[row + 2], xd = x[row + 3];
        for (ptrdiff_t i = 0; i < columns; i++)
            out[i] = out[i] + xa * widened(a[i]) + xb * widened(b[i]) + xc * widened(c[i]) + xd * widened(d[i]);
    }
    for (; row < rows; row++) {
        const uint16_t *a = matrix + row * stride;
        for (ptrdiff_t i = 0; i < columns; i++) out[i] += x[row] * widened(a[i]);
    }
}
