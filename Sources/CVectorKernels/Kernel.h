/// How a loop is compiled for several kinds of processor, and the functions of one number that loops are made of.

#ifndef KERNEL_H
#define KERNEL_H

#include "CVectorKernels.h"

// A loop marked so is compiled three times, and the loader takes the one that the processor can run.
#if defined(__x86_64__) && defined(__ELF__)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

#define INLINE static inline __attribute__((always_inline))

// Without fused multiply-add, which only some of them have, all three give the same bits.
#pragma STDC FP_CONTRACT OFF

/// One vector of the widest kind.
enum { lanes = 16 };

INLINE uint32_t bits_of(float x) { union { float number; uint32_t bits; } both = {.number = x}; return both.bits; }
INLINE float float_of(uint32_t x) { union { uint32_t bits; float number; } both = {.bits = x}; return both.number; }

INLINE float widened(uint16_t x) { return float_of((uint32_t)x << 16); }

/// e to the x: range reduction by ln 2 and a polynomial of degree 6 (Cephes, expf).
INLINE float exponential(float x) {
    float clipped = x < -87.33f ? -87.33f : x;
    clipped = clipped > 88.37f ? 88.37f : clipped;
    // Adding 1.5 * 2^23 rounds to an integer, which then stands in the low bits.
    float shifted = clipped * 1.44269504f + 12582912.0f;
    float n = shifted - 12582912.0f;
    float r = clipped - n * 0.693359375f + n * 2.1219444e-4f;
    float p = r * 1.9875691e-4f + 1.39819995e-3f;
    p = p * r + 8.333452e-3f;
    p = p * r + 4.1665796e-2f;
    p = p * r + 1.6666665e-1f;
    p = p * r + 0.5f;
    p = p * r * r + r + 1.0f;
    float result = float_of(bits_of(p) + (bits_of(shifted) << 23));
    result = x < -87.33f ? 0.0f : result;
    result = x > 88.72f ? __builtin_inff() : result;
    return x != x ? x : result;
}

/// The error function to 1e-7. Two polynomials, fitted for the least largest error: erf(x) / x in x * x below 0.92, and
/// -log(1 - erf(x)) from there to 4, behind which a float cannot tell it from 1.
INLINE float error_function(float x) {
    float size = x < 0 ? -x : x;
    float square = size * size;
    float near = -5.98874995e-4f;
    near = near * square + 4.99327407e-3f;
    near = near * square - 2.67670999e-2f;
    near = near * square + 1.12818440e-1f;
    near = near * square - 3.76124981e-1f;
    near = (near * square + 1.12837915f) * size;
    float bounded = size > 4.0f ? 4.0f : size;
    float far = -1.97183705e-4f;
    far = far * bounded + 3.05562556e-3f;
    far = far * bounded - 2.22771536e-2f;
    far = far * bounded + 1.04037487e-1f;
    far = far * bounded + 6.37059619e-1f;
    far = far * bounded + 1.12774964f;
    far = 1.0f - exponential(-(far * bounded + 1.77478054e-4f));
    float result = size < 0.92f ? near : far;
    result = x < 0 ? -result : result;
    return x != x ? x : result;
}

/// The hyperbolic tangent to two units of the last digit: an odd polynomial below 0.625 (Cephes, tanhf), and 1 - 2 / (exp(2x) + 1)
/// from there on.
INLINE float hyperbolic_tangent(float x) {
    float size = x < 0 ? -x : x;
    float square = x * x;
    float near = -5.70498872745e-3f;
    near = near * square + 2.06390887954e-2f;
    near = near * square - 5.37397155531e-2f;
    near = near * square + 1.33314422036e-1f;
    near = near * square - 3.33332819422e-1f;
    near = near * square * x + x;
    float far = 1.0f - 2.0f / (exponential(size + size) + 1.0f);
    float result = size < 0.625f ? near : (x < 0 ? -far : far);
    return x != x ? x : result;
}

#endif
