#include "Sum.h"

// Of eight rows at a time, so that memory has eight streams to fetch ahead: a core's share of a row is short, and what
// fetches ahead stops at its end. With four, a core gets two thirds of the bytes a second.

// `out`, which stays in the nearest cache, is read and written once for the eight, and adds them up in their order.
#define ADD_ROWS(TYPE, VALUE)                                                                          \
    ptrdiff_t row = 0;                                                                                 \
    for (; row + 8 <= rows; row += 8) {                                                                \
        const TYPE *a = matrix + row * stride, *b = a + stride, *c = b + stride, *d = c + stride;      \
        const TYPE *e = d + stride, *f = e + stride, *g = f + stride, *h = g + stride;                 \
        float xa = x[row], xb = x[row + 1], xc = x[row + 2], xd = x[row + 3];                          \
        float xe = x[row + 4], xf = x[row + 5], xg = x[row + 6], xh = x[row + 7];                      \
        for (ptrdiff_t i = 0; i < columns; i++)                                                        \
            out[i] = out[i] + xa * VALUE(a[i]) + xb * VALUE(b[i]) + xc * VALUE(c[i]) + xd * VALUE(d[i]) \
                + xe * VALUE(e[i]) + xf * VALUE(f[i]) + xg * VALUE(g[i]) + xh * VALUE(h[i]);           \
    }                                                                                                  \
    for (; row < rows; row++) {                                                                        \
        const TYPE *a = matrix + row * stride;                                                         \
        for (ptrdiff_t i = 0; i < columns; i++) out[i] += x[row] * VALUE(a[i]);                        \
    }

INLINE float itself(float x) { return x; }

KERNEL void vk_add_row_times_matrix(
    const float *x, const float *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    ADD_ROWS(float, itself)
}

KERNEL void vk_add_row_times_halves(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    ADD_ROWS(uint16_t, widened)
}

INLINE float dot(const float *x, const float *y, ptrdiff_t count) { SUM(x[i] * y[i]) }
INLINE float dot_halves(const float *x, const uint16_t *y, ptrdiff_t count) { SUM(x[i] * widened(y[i])) }

// One row after the other lies in memory as it is read, so that one stream is the fastest.

KERNEL void vk_add_row_times_transposed(
    const float *x, const float *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    for (ptrdiff_t row = 0; row < rows; row++) out[row] += dot(x, matrix + row * stride, columns);
}

KERNEL void vk_add_row_times_transposed_halves(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    for (ptrdiff_t row = 0; row < rows; row++) out[row] += dot_halves(x, matrix + row * stride, columns);
}

KERNEL float vk_dot_halves(const float *x, const uint16_t *y, ptrdiff_t count) { return dot_halves(x, y, count); }

KERNEL float vk_dot3_halves(const float *x, const uint16_t *y, const float *z, ptrdiff_t count) {
    SUM(x[i] * z[i] * widened(y[i]))
}
