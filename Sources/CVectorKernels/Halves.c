#include "Kernel.h"

KERNEL void vk_widen(const uint16_t *x, float *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) out[i] = widened(x[i]);
}

KERNEL void vk_halve(const float *x, uint16_t *out, ptrdiff_t count) {
    for (ptrdiff_t i = 0; i < count; i++) {
        uint32_t bits = bits_of(x[i]);
        // What is cut off carries into what stays from its middle on. NaN must not carry into infinity.
        uint32_t rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16;
        out[i] = x[i] != x[i] ? (uint16_t)((bits >> 16) | 0x40) : (uint16_t)rounded;
    }
}
