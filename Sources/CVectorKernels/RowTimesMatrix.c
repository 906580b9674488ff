#include "Sum.h"

// Of four rows at a time, so that memory has four streams to fetch ahead.

// `out`, which stays in the nearest cache, is read and written once for the four.
#define ADD_ROWS(TYPE, VALUE)                                                                          \
    ptrdiff_t row = 0;                                                                                 \
    for (; row + 4 <= rows; row += 4) {                                                                \
        const TYPE *a = matrix + row * stride, *b = a + stride, *c = b + stride, *d = c + stride;      \
        float xa = x[row], xb = x[row + 1], xc = x[row + 2], xd = x[row + 3];                          \
        for (ptrdiff_t i = 0; i < columns; i++)                                                        \
            out[i] = out[i] + xa * VALUE(a[i]) + xb * VALUE(b[i]) + xc * VALUE(c[i]) + xd * VALUE(d[i]); \
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

// Each row's sum is that of `vk_dot`.
#define ADD_DOTS(TYPE, DOT, VALUE)                                                                     \
    ptrdiff_t row = 0, whole = columns - columns % lanes;                                              \
    for (; row + 4 <= rows; row += 4) {                                                                \
        const TYPE *a = matrix + row * stride, *b = a + stride, *c = b + stride, *d = c + stride;      \
        float pa[lanes] = {0}, pb[lanes] = {0}, pc[lanes] = {0}, pd[lanes] = {0};                      \
        for (ptrdiff_t start = 0; start < whole; start += lanes)                                       \
            for (ptrdiff_t lane = 0; lane < lanes; lane++) {                                           \
                ptrdiff_t i = start + lane;                                                            \
                pa[lane] += x[i] * VALUE(a[i]);                                                        \
                pb[lane] += x[i] * VALUE(b[i]);                                                        \
                pc[lane] += x[i] * VALUE(c[i]);                                                        \
                pd[lane] += x[i] * VALUE(d[i]);                                                        \
            }                                                                                          \
        for (ptrdiff_t i = whole; i < columns; i++) {                                                  \
            pa[i - whole] += x[i] * VALUE(a[i]);                                                       \
            pb[i - whole] += x[i] * VALUE(b[i]);                                                       \
            pc[i - whole] += x[i] * VALUE(c[i]);                                                       \
            pd[i - whole] += x[i] * VALUE(d[i]);                                                       \
        }                                                                                              \
        out[row] += total(pa);                                                                         \
        out[row + 1] += total(pb);                                                                     \
        out[row + 2] += total(pc);                                                                     \
        out[row + 3] += total(pd);                                                                     \
    }                                                                                                  \
    for (; row < rows; row++) out[row] += DOT(x, matrix + row * stride, columns);

INLINE float dot(const float *x, const float *y, ptrdiff_t count) { SUM(x[i] * y[i]) }
INLINE float dot_halves(const float *x, const uint16_t *y, ptrdiff_t count) { SUM(x[i] * widened(y[i])) }

KERNEL void vk_add_row_times_transposed(
    const float *x, const float *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    ADD_DOTS(float, dot, itself)
}

KERNEL void vk_add_row_times_transposed_halves(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *restrict out, ptrdiff_t rows, ptrdiff_t columns) {
    ADD_DOTS(uint16_t, dot_halves, widened)
}

KERNEL float vk_dot_halves(const float *x, const uint16_t *y, ptrdiff_t count) { return dot_halves(x, y, count); }

KERNEL float vk_dot3_halves(const float *x, const uint16_t *y, const float *z, ptrdiff_t count) {
    SUM(x[i] * z[i] * widened(y[i]))
}
