#include "Kernel.h"

// out[i] = VALUE, a function of v = x[i]. What fills no vector is computed as one too, the lanes behind the end masked: short
// rows, such as a short prompt's patterns, are nothing else. `out` is `x` or lies apart from it.
#define MAP(VALUE)                                                                            \
    ptrdiff_t whole = count - count % lanes;                                                  \
    _Pragma("clang loop vectorize(assume_safety)")                                            \
    for (ptrdiff_t i = 0; i < whole; i++) {                                                   \
        float v = x[i];                                                                       \
        out[i] = VALUE;                                                                       \
    }                                                                                         \
    _Pragma("clang loop vectorize(assume_safety) vectorize_predicate(enable) interleave(disable)") \
    for (ptrdiff_t i = whole; i < count; i++) {                                               \
        float v = x[i];                                                                       \
        out[i] = VALUE;                                                                       \
    }

KERNEL void vk_exp(const float *x, float *out, ptrdiff_t count) { MAP(exponential(v)) }

KERNEL void vk_exp_shifted(const float *x, float shift, float *out, ptrdiff_t count) { MAP(exponential(v - shift)) }

// x / (1 + exp(-2 * sqrt(2 / pi) * (x + 0.044715 * x^3)))
KERNEL void vk_gelu_new(const float *x, float *out, ptrdiff_t count) {
    MAP(v / (exponential((v + v * v * v * 0.044715f) * -1.5957691f) + 1.0f))
}

KERNEL void vk_gelu(const float *x, float *out, ptrdiff_t count) {
    MAP(v * 0.5f * (1.0f + error_function(v * 0.70710677f)))
}

KERNEL void vk_silu(const float *x, float *out, ptrdiff_t count) { MAP(v / (exponential(-v) + 1.0f)) }

KERNEL void vk_relu(const float *x, float *out, ptrdiff_t count) { MAP(v < 0 ? 0 : v) }

KERNEL void vk_soft_cap(const float *x, float cap, float *out, ptrdiff_t count) { MAP(hyperbolic_tangent(v / cap) * cap) }
