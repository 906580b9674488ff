internal import COpenBLAS
internal import SessionSafety

/// The upper triangular R of a symmetric positive definite matrix RᵀR, in double precision, row-major.
package struct CholeskyFactor: Sendable {
    /// [size, size], zeros below the diagonal
    package let r: [Double]
    package let size: Int

    /// The factor of `matrix` [size, size]; nil when it is not positive definite.
    /// - Throws: `Interrupted`.
    package init?(_ matrix: [Double], size: Int) throws {
        guard size > 0, matrix.count == size * size else { return nil }
        let factor = try size < 200 ? Self.factor(matrix, size) : Abandonable.run { Self.factor(matrix, size) }
        guard let factor else { return nil }
        r = factor
        self.size = size
    }

    private static func factor(_ matrix: [Double], _ size: Int) -> [Double]? {
        // LAPACK is column-major: what it calls lower is the upper triangle here.
        var (r, uplo, n, info) = (matrix, CChar(UInt8(ascii: "L")), Int32(size), Int32(0))
        dpotrf_(&uplo, &n, &r, &n, &info)
        guard info == 0 else { return nil }
        for row in 1..<max(size, 1) { for column in 0..<row { r[row * size + column] = 0 } }
        return r
    }

    /// R⁻¹ · `matrix` [size, columns]
    /// - Throws: `Interrupted`.
    package func solving(_ matrix: [Double], columns: Int) throws -> [Double] {
        guard matrix.count == size * columns, columns > 0 else { return matrix }
        var out = matrix
        // Columns are independent of each other, so that they can be solved for in pieces of about 10 ms.
        let step = max(16, 200_000_000 / max(1, size * size))
        try out.withUnsafeMutableBufferPointer { out in
            guard let out = out.baseAddress else { return }
            try forEachPiece(columns, step) { piece in
                cblas_dtrsm(
                    CblasRowMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(size), Int32(piece.count),
                    1, r, Int32(size), out + piece.lowerBound, Int32(columns))
            }
        }
        return out
    }
}
