// What every loop of CVectorKernels makes of the same numbers: a line for each, the same on every kind of processor.

#include <stdio.h>
#include <string.h>

#include "CVectorKernels.h"

enum { most = 300 };
static float a[most], b[most], c[most], out[most * 4], matrix[most * 40];
static uint16_t halves[most * 40], halved[most];
static uint64_t state;

static uint32_t next(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 32);
}

/// Numbers near 1, now and then one of any size, and what is special.
static float number(int special) {
    static const float rare[] = {0.0f, -0.0f, 1e-42f, -3e38f, 88.5f, -90.0f, __builtin_inff(), -__builtin_inff(), __builtin_nanf("")};
    if (special && next() % 29 == 0) return rare[next() % (sizeof rare / sizeof *rare)];
    float x = (float)(int32_t)next() / 268435456.0f;
    return next() % 7 == 0 ? x * x * x * 10 : x;
}

static void fill(int special) {
    for (int i = 0; i < most; i++) {
        a[i] = number(special);
        b[i] = number(special);
        c[i] = number(special);
        out[i] = out[i + most] = a[i];
    }
    for (int i = 0; i < most * 40; i++) {
        matrix[i] = number(0);
        uint32_t bits;
        memcpy(&bits, &matrix[i], 4);
        halves[i] = (uint16_t)(bits >> 16);
    }
}

static uint64_t digest;

/// NaN's sign and payload are each processor's own.
static void note(const float *x, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, &x[i], 4);
        digest = (digest ^ (x[i] != x[i] ? 0x7FC00000u : bits)) * 1099511628211u;
    }
}

static void note_one(float x) { note(&x, 1); }

#define TRY(CALL, NOTE)                                        \
    digest = 14695981039346656037u;                            \
    for (int special = 0; special < 2; special++)              \
        for (ptrdiff_t n = 0; n < most; n += 1 + n / 20) {     \
            state = (uint64_t)n * 2 + (uint64_t)special;       \
            fill(special);                                     \
            CALL;                                              \
            NOTE;                                              \
        }                                                      \
    printf("%016llx  %s\n", (unsigned long long)digest, #CALL);

#define MAPPED(CALL) TRY(CALL, note(out, most))
#define SUMMED(CALL) TRY(note_one(CALL), (void)0)

int main(void) {
    MAPPED(vk_add(a, b, out, n))
    MAPPED(vk_subtract(a, b, out, n))
    MAPPED(vk_multiply(a, b, out, n))
    MAPPED(vk_divide_each(a, b, out, n))
    MAPPED(vk_subtract_from(0.3f, b, out, n))
    MAPPED(vk_divide_into(0.3f, b, out, n))
    MAPPED(vk_shift(a, 0.3f, out, n))
    MAPPED(vk_scale(a, 0.3f, out, n))
    MAPPED(vk_divide(a, 0.3f, out, n))
    MAPPED(vk_exp(a, out, n))
    MAPPED(vk_exp_shifted(a, 0.3f, out, n))
    MAPPED(vk_gelu_new(a, out, n))
    MAPPED(vk_gelu(a, out, n))
    MAPPED(vk_silu(a, out, n))
    MAPPED(vk_relu(a, out, n))
    MAPPED(vk_soft_cap(a, 30, out, n))
    MAPPED(vk_exp(out, out, n))
    SUMMED(vk_sum(a, n))
    SUMMED(vk_sum_of_squares(a, n))
    SUMMED(vk_sum_of_exp(a, 0.3f, n))
    SUMMED(vk_dot(a, b, n))
    SUMMED(vk_dot3(a, b, c, n))
    SUMMED(vk_dot_difference(a, b, c, n))
    SUMMED(vk_max(a, n))
    SUMMED(vk_dot_halves(a, halves, n))
    SUMMED(vk_dot3_halves(a, halves, b, n))
    TRY(vk_rotate_halves(a, b, out, n / 2), note(out, most))
    MAPPED(vk_widen(halves, out, n))
    TRY(vk_halve(a, halved, n); vk_widen(halved, out, n), note(out, most))
    MAPPED(vk_add_row_times_matrix(a, matrix, n, out, n < 40 ? n : 39, n))
    MAPPED(vk_add_row_times_halves(a, halves, n, out, n < 40 ? n : 39, n))
    MAPPED(vk_add_row_times_transposed(a, matrix, n, out, n < 40 ? n : 39, n))
    MAPPED(vk_add_row_times_transposed_halves(a, halves, n, out, n < 40 ? n : 39, n))
    return 0;
}
