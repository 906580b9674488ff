/// Loops over floats, each compiled for several kinds of processor; which one runs is chosen when the program starts.
///
/// Nothing is fused and sums are added up in one order, so that every processor gives the same bits. `out` may be an input.
/// Rows lie one behind the other, `width` numbers each.

#ifndef C_VECTOR_KERNELS_H
#define C_VECTOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Tells the processor that a loop waits for another core.
static inline void vk_pause(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

// Elements.c

/// out = a + b
void vk_add(const float *a, const float *b, float *out, ptrdiff_t count);
/// out = a - b
void vk_subtract(const float *a, const float *b, float *out, ptrdiff_t count);
/// out = a * b
void vk_multiply(const float *a, const float *b, float *out, ptrdiff_t count);
/// a / b
void vk_divide_each(const float *a, const float *b, float *out, ptrdiff_t count);
/// number - b
void vk_subtract_from(float number, const float *b, float *out, ptrdiff_t count);
/// number / b
void vk_divide_into(float number, const float *b, float *out, ptrdiff_t count);
/// out = a + number
void vk_shift(const float *a, float number, float *out, ptrdiff_t count);
/// out = a * factor
void vk_scale(const float *a, float factor, float *out, ptrdiff_t count);
/// out = a / divisor
void vk_divide(const float *a, float divisor, float *out, ptrdiff_t count);

// Functions.c

/// e to the x, to about 2 units in the last place.
void vk_exp(const float *x, float *out, ptrdiff_t count);
/// e to the (x - shift)
void vk_exp_shifted(const float *x, float shift, float *out, ptrdiff_t count);
/// GELU by its tanh approximation.
void vk_gelu_new(const float *x, float *out, ptrdiff_t count);
/// GELU by the error function, which is exact to 1e-7.
void vk_gelu(const float *x, float *out, ptrdiff_t count);
/// x * sigmoid(x)
void vk_silu(const float *x, float *out, ptrdiff_t count);
/// The larger of x and 0.
void vk_relu(const float *x, float *out, ptrdiff_t count);
/// cap * tanh(x / cap)
void vk_soft_cap(const float *x, float cap, float *out, ptrdiff_t count);

// Sums.c: sixteen partial sums, which are added up in order.

/// Sum of all numbers.
float vk_sum(const float *x, ptrdiff_t count);
/// Sum of x * x.
float vk_sum_of_squares(const float *x, ptrdiff_t count);
/// Sum of e to the (x - shift).
float vk_sum_of_exp(const float *x, float shift, ptrdiff_t count);
/// Sum of x * y.
float vk_dot(const float *x, const float *y, ptrdiff_t count);
/// Sum of x * y * z.
float vk_dot3(const float *x, const float *y, const float *z, ptrdiff_t count);
/// Sum of weights * (x - y).
float vk_dot_difference(const float *weights, const float *x, const float *y, ptrdiff_t count);
/// The largest number, NaN passed over; minus infinity when there are none.
float vk_max(const float *x, ptrdiff_t count);

// Rotation.c

/// Turns x[j] and x[j + pairs] by the angle whose cosine and sine are at waves[2j] and waves[2j + 1].
void vk_rotate_halves(const float *x, const float *waves, float *out, ptrdiff_t pairs);

// Halves.c: 16-bit floats that are the upper halves of 32-bit ones ("bfloat16").

/// Floats of halves, exactly.
void vk_widen(const uint16_t *x, float *out, ptrdiff_t count);
/// The halves nearest to floats, the even one of two as near.
void vk_halve(const float *x, uint16_t *out, ptrdiff_t count);

// RowTimesMatrix.c: a matrix that is read once, and as fast as memory gives it, with `stride` numbers from row to row.

/// out[column] += sum over rows of x[row] * matrix[row][column]
void vk_add_row_times_matrix(
    const float *x, const float *matrix, ptrdiff_t stride, float *out, ptrdiff_t rows, ptrdiff_t columns);
/// The same of halves.
void vk_add_row_times_halves(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *out, ptrdiff_t rows, ptrdiff_t columns);
/// out[row] += sum over columns of x[column] * matrix[row][column]
void vk_add_row_times_transposed(
    const float *x, const float *matrix, ptrdiff_t stride, float *out, ptrdiff_t rows, ptrdiff_t columns);
/// The same of halves.
void vk_add_row_times_transposed_halves(
    const float *x, const uint16_t *matrix, ptrdiff_t stride, float *out, ptrdiff_t rows, ptrdiff_t columns);
/// Sum of x * y, y of halves; sixteen partial sums.
float vk_dot_halves(const float *x, const uint16_t *y, ptrdiff_t count);
/// Sum of x * y * z, y of halves.
float vk_dot3_halves(const float *x, const uint16_t *y, const float *z, ptrdiff_t count);

#endif
