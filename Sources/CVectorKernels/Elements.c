#include "Kernel.h"

KERNEL void vk_add(const float *a, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] + b[i];
}

KERNEL void vk_subtract(const float *a, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] - b[i];
}

KERNEL void vk_multiply(const float *a, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] * b[i];
}

KERNEL void vk_divide_each(const float *a, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] / b[i];
}

KERNEL void vk_subtract_from(float number, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = number - b[i];
}

KERNEL void vk_divide_into(float number, const float *b, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = number / b[i];
}

KERNEL void vk_shift(const float *a, float number, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] + number;
}

KERNEL void vk_scale(const float *a, float factor, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] * factor;
}

KERNEL void vk_divide(const float *a, float divisor, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = a[i] / divisor;
}
