// What OpenBLAS's parts refer to and the wheel's OpenBLAS does without; see openblas.sh.

#include <stddef.h>
#include <string.h>

/// Stands in the tables of kernels where those for complex numbers were. No function that is left looks there.
void kernel_left_out(void) {}

/// Joins two texts in Fortran's way, filled up with spaces: all that LAPACK wants of Fortran's runtime.
void _gfortran_concat_string(size_t count, char *out, size_t first, const char *a, size_t second, const char *b) {
    first = first < count ? first : count;
    second = second < count - first ? second : count - first;
    memcpy(out, a, first);
    memcpy(out + first, b, second);
    memset(out + first + second, ' ', count - first - second);
}
