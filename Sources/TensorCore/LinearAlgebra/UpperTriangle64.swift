/// The Cholesky factor of a Gram matrix: AᵀA = RᵀR with R upper triangular, so that A R⁻¹ has orthonormal columns.
struct UpperTriangle64 {
    private let factor: CholeskyFactor

    /// The factor of `gram` [d, d]; nil when the columns behind it are so nearly dependent that squaring them would cost
    /// more digits than Float32 keeps.
    init?(ofGram gram: Matrix64) throws {
        guard let factor = try CholeskyFactor(gram.values, size: gram.columns) else { return nil }
        let diagonal = (0..<factor.size).map { factor.r[$0 * factor.size + $0] }
        guard let least = diagonal.min(), let most = diagonal.max(), least > 1e-3 * most else { return nil }
        self.factor = factor
    }

    /// [d, d], zeros below the diagonal
    var matrix: Matrix64 { Matrix64(rows: factor.size, columns: factor.size, values: factor.r) }

    /// R⁻¹ · `other`
    func solving(_ other: Matrix64) throws -> Matrix64 {
        try Matrix64(
            rows: other.rows, columns: other.columns, values: factor.solving(other.values, columns: other.columns))
    }
}
