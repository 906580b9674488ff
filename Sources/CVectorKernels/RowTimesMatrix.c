#include "Sum.h"

// What limits these loops is how much is on its way from memory. A core's share of a row is short, so that the processor's own
// fetching ahead stops at its end, and a core waits for few lines at a time where it reads them itself. So each line is asked for
// sixteen rows before it is read, into the second cache, which takes more at a time than the first: twice the bytes a second.

enum { together = 8, ahead = 16, line_bytes = 64 };

// Eight rows at a time: `out`, which stays in the nearest cache, is read and written once for them, and adds them up in their
// order. Asking for what lies behind the matrix does nothing.
#define ADD_ROWS(TYPE, VALUE)                                                                                   \
    enum { line = line_bytes / sizeof(TYPE) };                                                                  \
    ptrdiff_t row = 0;                                                                                          \
    for (; row + together <= rows; row += together) {                                                           \
        const TYPE *first = matrix + row * stride;                                                              \
        ptrdiff_t i = 0;                                                                                        \
        for (; i + line <= columns; i += line) {                                                                \
            float sums[line];                                                                                   \
            for (ptrdiff_t lane = 0; lane < line; lane++) sums[lane] = out[i + lane];                           \
            UNROLLED for (ptrdiff_t each = 0; each < together; each++) {                                        \
                const TYPE *numbers = first + each * stride + i;                                                \
                __builtin_prefetch(numbers + ahead * stride, 0, 2);                                             \
                for (ptrdiff_t lane = 0; lane < line; lane++) sums[lane] += x[row + each] * VALUE(numbers[lane]); \
            }                                                                                                   \
            for (ptrdiff_t lane = 0; lane < line; lane++) out[i + lane] = sums[lane];                           \
        }                                                                                                       \
        for (; i < columns; i++)                                                                                \
            for (ptrdiff_t each = 0; each < together; each++) out[i] += x[row + each] * VALUE(first[each * stride + i]); \
    }                                                                                                           \
    for (; row < rows; row++) {                                                                                 \
        const TYPE *numbers = matrix + row * stride;                                                            \
        for (ptrdiff_t i = 0; i < columns; i++) out[i] += x[row] * VALUE(numbers[i]);                           \
    }
#define UNROLLED _Pragma("unroll")

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
