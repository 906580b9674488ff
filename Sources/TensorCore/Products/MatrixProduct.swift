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
        let (opA, opB) = (transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans)
        try forEachPiece(m: m, n: n, k: k) { piece in
            cblas_sgemm(
                CblasRowMajor, opA, opB, Int32(piece.rows), Int32(piece.columns), Int32(piece.depth), alpha,
                a + piece.offset(row: piece.row, column: piece.inner, lda, transposeA), Int32(clamping: lda),
                b + piece.offset(row: piece.inner, column: piece.column, ldb, transposeB), Int32(clamping: ldb),
                piece.inner == 0 ? beta : 1, c + piece.row * ldc + piece.column, Int32(clamping: ldc))
        }
    }

    /// The same product in double precision.
    package static func multiply(
        _ a: UnsafePointer<Double>, _ lda: Int, transposeA: Bool = false,
        _ b: UnsafePointer<Double>, _ ldb: Int, transposeB: Bool = false,
        into c: UnsafeMutablePointer<Double>, _ ldc: Int,
        m: Int, n: Int, k: Int, alpha: Double = 1, beta: Double = 0
    ) throws(Interrupted) {
        let (opA, opB) = (transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans)
        try forEachPiece(m: m, n: n, k: k) { piece in
            cblas_dgemm(
                CblasRowMajor, opA, opB, Int32(piece.rows), Int32(piece.columns), Int32(piece.depth), alpha,
                a + piece.offset(row: piece.row, column: piece.inner, lda, transposeA), Int32(clamping: lda),
                b + piece.offset(row: piece.inner, column: piece.column, ldb, transposeB), Int32(clamping: ldb),
                piece.inner == 0 ? beta : 1, c + piece.row * ldc + piece.column, Int32(clamping: ldc))
        }
    }

    /// The products of all pairs of columns of A [rows, columns], AᵀA, or of rows, AAᵀ; half of them have to be computed.
    package static func gram(
        _ a: UnsafePointer<Double>, rows: Int, columns: Int, ofRows: Bool, into out: UnsafeMutablePointer<Double>
    ) throws(Interrupted) {
        let (size, inner) = ofRows ? (rows, columns) : (columns, rows)
        // Blocks on the diagonal, and what lies to the right of each.
        let block = size * size <= largest / max(1, inner) ? max(1, size) : 128
        for start in stride(from: 0, to: size, by: block) {
            try Interruption.check()
            let (length, end) = (min(block, size - start), min(start + block, size))
            let own = a + (ofRows ? start * columns : start)
            cblas_dsyrk(
                CblasRowMajor, CblasUpper, ofRows ? CblasNoTrans : CblasTrans, Int32(length), Int32(inner), 1, own,
                Int32(columns), 0, out + start * size + start, Int32(size))
            guard end < size else { continue }
            try multiply(
                own, columns, transposeA: !ofRows, a + (ofRows ? end * columns : end), columns, transposeB: ofRows,
                into: out + start * size + end, size, m: length, n: size - end, k: inner)
        }
        for row in 0..<size {
            if row & 0xFF == 0 { try Interruption.check() }
            for column in 0..<row { out[row * size + column] = out[column * size + row] }
        }
    }

    /// A block of C, and the stretch of the inner axis that is added to it.
    private struct Piece {
        let row: Int, column: Int, inner: Int
        let rows: Int, columns: Int, depth: Int

        /// Where a block of a stored matrix starts.
        func offset(row: Int, column: Int, _ stride: Int, _ isTransposed: Bool) -> Int {
            isTransposed ? column * stride + row : row * stride + column
        }
    }

    /// The most operations in one piece (counting a multiplication and an addition as one), and the longest inner stretch.
    private static let largest = 600_000_000
    private static let deepest = 1 << 18

    /// The length of equal stretches of `count`, whole vectors each where that fits: a short last one would cost as much
    /// as a long one.
    private static func evenStep(_ count: Int, atMost limit: Int) -> Int {
        guard count > limit else { return max(1, count) }
        let pieces = (count + limit - 1) / limit
        return min(limit, ((count + pieces - 1) / pieces + 15) & ~15)
    }

    private static func forEachPiece(
        m: Int, n: Int, k: Int, _ body: (Piece) -> Void
    ) throws(Interrupted) {
        MultiplyAdds.add(m * n * k)
        let depth = max(1, min(k, deepest))
        let rows = max(1, min(m, 2048))
        let columns = evenStep(n, atMost: max(64, largest / depth / rows))
        for row in stride(from: 0, to: m, by: rows) {
            for column in stride(from: 0, to: n, by: columns) {
                for inner in stride(from: 0, to: max(k, 1), by: depth) {
                    try Interruption.check()
                    body(
                        Piece(
                            row: row, column: column, inner: inner, rows: min(rows, m - row),
                            columns: min(columns, n - column), depth: min(depth, k - inner)))
                }
            }
        }
    }
}
