#include "Sum.h"

KERNEL float vk_sum(const float *x, ptrdiff_t count) { SUM(x[i]) }

KERNEL float vk_sum_of_squares(const float *x, ptrdiff_t count) { SUM(x[i] * x[i]) }

KERNEL float vk_sum_of_exp(const float *x, float shift, ptrdiff_t count) { SUM(exponential(x[i] - shift)) }

KERNEL float vk_dot(const float *x, const float *y, ptrdiff_t count) { SUM(x[i] * y[i]) }

KERNEL float vk_dot3(const float *x, const float *y, const float *z, ptrdiff_t count) { SUM(x[i] * z[i] * y[i]) }

KERNEL float vk_dot_difference(const float *weights, const float *x, const float *y, ptrdiff_t count) {
    SUM(weights[i] * (x[i] - y[i]))
}

KERNEL float vk_max(const float *x, ptrdiff_t count) {
    float tops[lanes];
    for (int lane = 0; lane < lanes; lane++) tops[lane] = -__builtin_inff();
    ptrdiff_t start = 0;
    for (; start + lanes <= count; start += lanes)
        for (int lane = 0; lane < lanes; lane++)
            tops[lane] = x[start + lane] > tops[lane] ? x[start + lane] : tops[lane];
    float top = -__builtin_inff();
    for (ptrdiff_t i = start; i < count; i++) top = x[i] > top ? x[i] : top;
    for (int lane = 0; lane < lanes; lane++) top = tops[lane] > top ? tops[lane] : top;
    return top;
}
