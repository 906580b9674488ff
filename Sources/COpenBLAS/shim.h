#pragma once
#include <cblas.h>

// LAPACK's divide-and-conquer singular value decomposition; OpenBLAS carries it, Debian's header package does not declare it.
void dgesdd_(const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
             const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork, int *info);

// LAPACK's Cholesky factor of a symmetric matrix.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);

// LAPACK's eigenvalues of a general matrix.
void dgeev_(const char *jobvl, const char *jobvr, const int *n, double *a, const int *lda, double *wr, double *wi,
            double *vl, const int *ldvl, double *vr, const int *ldvr, double *work, const int *lwork, int *info);
