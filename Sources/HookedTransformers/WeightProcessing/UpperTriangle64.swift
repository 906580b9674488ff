/// The Cholesky factor of a Gram matrix: AᵀA = RᵀR with R upper triangular, so that A R⁻¹ has orthonormal columns.
struct UpperTriangle64 {
    /// [d, d], zeros below the diagonal
    let matrix: Matrix64

    /// The factor of `gram` [d, d]; nil when the columns behind it are so nearly dependent that squaring them would cost
    /// more digits than Float32 keeps.
    init?(ofGram gram: Matrix64) {
        let d = gram.columns
        var r = gram.values
        let isDefinite = r.withUnsafeMutableBufferPointer { r in r.baseAddress.map { Self.factorize($0, d) } ?? true }
        guard isDefinite else { return nil }
        let diagonal = (0..<d).map { r[$0 * d + $0] }
        guard let least = diagonal.min(), let most = diagonal.max(), least > 1e-3 * most else { return nil }
        matrix = Matrix64(rows: d, columns: d, values: r)
    }

    /// Replaces a symmetric matrix by its factor, row by row, and says whether it was positive definite.
    private static func factorize(_ r: UnsafeMutablePointer<Double>, _ d: Int) -> Bool {
        for row in 0..<d {
            let line = r + row * d
            guard line[row] > 0 else { return false }
            let root = line[row].squareRoot()
            for column in row..<d { line[column] /= root }
            for below in (row + 1)..<max(d, row + 1) {
                Row64.add(line + below, times: -line[below], to: r + below * d + below, d - below)
            }
            for column in 0..<row { line[column] = 0 }
        }
        return true
    }

    /// R⁻¹ · `other`, by substitution from the last row up.
    func solving(_ other: Matrix64) -> Matrix64 {
        let (d, width) = (matrix.rows, other.columns)
        var out = other.values
        out.withUnsafeMutableBufferPointer { out in
            guard let start = out.baseAddress else { return }
            for row in (0..<d).reversed() {
                let target = start + row * width
                for k in (row + 1)..<max(d, row + 1) {
                    Row64.add(start + k * width, times: -matrix[row, k], to: target, width)
                }
                let diagonal = matrix[row, row]
                for column in 0..<width { target[column] /= diagonal }
            }
        }
        return Matrix64(rows: d, columns: width, values: out)
    }
}
