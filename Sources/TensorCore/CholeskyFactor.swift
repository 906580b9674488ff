internal import COpenBLAS

/// The upper triangular R of a symmetric positive definite matrix RᵀR, in double precision, row-major.
package struct CholeskyFactor: Sendable {
    /// [size, size], zeros below the diagonal
    package let r: [Double]
    package let size: Int

    /// The factor of `matrix` [size, size]; nil when it is not positive definite.
    package init?(_ matrix: [Double], size: Int) {
        guard size > 0, matrix.count == size * size else { return nil }
        // LAPACK is column-major: what it calls lower is the upper triangle here.
        var (r, uplo, n, info) = (matrix, CChar(UInt8(ascii: "L")), Int32(size), Int32(0))
        dpotrf_(&uplo, &n, &r, &n, &info)
        guard info == 0 else { return nil }
        for row in 1..<max(size, 1) { for column in 0..<row { r[row * size + column] = 0 } }
        self.r = r
        self.size = size
    }

    /// R⁻¹ · `matrix` [size, columns]
    package func solving(_ matrix: [Double], columns: Int) -> [Double] {
        guard matrix.count == size * columns, columns > 0 else { return matrix }
        var out = matrix
        cblas_dtrsm(
            CblasRowMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(size), Int32(columns), 1, r,
            Int32(size), &out, Int32(columns))
        return out
    }
}
