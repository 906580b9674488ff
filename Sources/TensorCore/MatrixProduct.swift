internal import COpenBLAS
package import SessionSafety

/// Matrix products on raw row-major memory, interruptible.
///
/// Work is cut into pieces of at most about a billion operations (10 ms), and the stop flag is looked at in between.
/// Cutting costs nothing: the pieces are still far larger than the processor's caches.
package enum MatrixProduct {
    /// C = alpha · op(A) · op(B) + beta · C, where op(A) is [m, k] and op(B) is [k, n].
    ///
    /// `lda`, `ldb` and `ldc` are the distances between stored rows.
    package static func multiply(
        _ a: UnsafePointer<Float>, _ lda: Int, transposeA: Bool = false,
        _ b: UnsafePointer<Float>, _ ldb: Int, transposeB: Bool = false,
        into c: UnsafeMutablePointer<Float>, _ ldc: Int,
        m: Int, n: Int, k: Int, alpha: Float = 1, beta: Float = 0
    ) throws(Interrupted) {
        let (rows, columns) = blockSize(m: m, n: n, k: k)
        for row in stride(from: 0, to: m, by: rows) {
            for column in stride(from: 0, to: n, by: columns) {
                try Interruption.check()
                cblas_sgemm(
                    CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
                    Int32(min(rows, m - row)), Int32(min(columns, n - column)), Int32(k), alpha,
                    a + (transposeA ? row : row * lda), Int32(lda),
                    b + (transposeB ? column * ldb : column), Int32(ldb), beta,
                    c + row * ldc + column, Int32(ldc))
            }
        }
    }

    /// The same product in double precision.
    package static func multiply(
        _ a: UnsafePointer<Double>, _ lda: Int, transposeA: Bool = false,
        _ b: UnsafePointer<Double>, _ ldb: Int, transposeB: Bool = false,
        into c: UnsafeMutablePointer<Double>, _ ldc: Int,
        m: Int, n: Int, k: Int, alpha: Double = 1, beta: Double = 0
    ) throws(Interrupted) {
        let (rows, columns) = blockSize(m: m, n: n, k: k * 2)
        for row in stride(from: 0, to: m, by: rows) {
            for column in stride(from: 0, to: n, by: columns) {
                try Interruption.check()
                cblas_dgemm(
                    CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
                    Int32(min(rows, m - row)), Int32(min(columns, n - column)), Int32(k), alpha,
                    a + (transposeA ? row : row * lda), Int32(lda),
                    b + (transposeB ? column * ldb : column), Int32(ldb), beta,
                    c + row * ldc + column, Int32(ldc))
            }
        }
    }

    /// Rows and columns of C per piece, so that 2·rows·columns·k stays near 10⁹.
    private static func blockSize(m: Int, n: Int, k: Int) -> (rows: Int, columns: Int) {
        let cells = max(1, 500_000_000 / max(1, k))
        let rows = max(1, min(m, 2048, cells))
        guard rows > 0 else { return (1, 1) }
        return (rows, max(64, min(max(1, n), cells / rows)))
    }
}
