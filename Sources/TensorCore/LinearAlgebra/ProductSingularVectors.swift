/// The singular value decomposition A Bᵀ = left · diag(singularValues) · rightᵀ of a product of two tall matrices,
/// found without making the large product.
///
/// With A = Qa Ra and B = Qb Rb, only the small Ra Rbᵀ has to be decomposed. R comes from the Gram matrix where the
/// columns are well apart, which is nearly always and fast, and otherwise from a decomposition of A and B themselves.
/// The component of largest magnitude of each column of right is positive.
package struct ProductSingularVectors {
    /// [d], falling
    package let singularValues: [Double]
    /// What left is a product of, but for the signs of its columns.
    private let leftFactors: (TallMatrix64, Matrix64)
    /// Right, but for the signs of its columns.
    private let unsigned: TallMatrix64
    private let signs: [Double]

    package init(_ a: TallMatrix64, timesTransposed b: TallMatrix64) throws {
        if let ra = try UpperTriangle64(ofGram: a.gram()), let rb = try UpperTriangle64(ofGram: b.gram()) {
            try self.init(a, ra, b, rb)
        } else {
            try self.init(decomposing: a, timesTransposed: b)
        }
    }

    /// Left [rows of A, d], column i times `factors[i]`, stored as A is.
    package func left(times factors: [Double]? = nil) throws -> Matrix64 {
        try leftFactors.0.multiplied(by: leftFactors.1.scalingColumns(by: signed(factors))).stored
    }

    /// Right [rows of B, d], column i times `factors[i]`, stored as B is.
    package func right(times factors: [Double]? = nil) -> Matrix64 {
        unsigned.scalingColumns(by: signed(factors)).stored
    }

    private func signed(_ factors: [Double]?) -> [Double] { factors.map { zip($0, signs).map(*) } ?? signs }

    private init(_ singularValues: [Double], left: (TallMatrix64, Matrix64), right: TallMatrix64) {
        self.singularValues = singularValues
        leftFactors = left
        unsigned = right
        signs = right.signs
    }

    /// A Bᵀ = (A Ra⁻¹) (Ra Rbᵀ) (B Rb⁻¹)ᵀ
    private init(_ a: TallMatrix64, _ ra: UpperTriangle64, _ b: TallMatrix64, _ rb: UpperTriangle64) throws {
        let middle = try ra.matrix.multiplied(by: rb.matrix, transposed: true)
        let inner = try SingularValueDecomposition(middle.values, rows: middle.rows, columns: middle.columns)
        let u = Matrix64(rows: middle.rows, columns: inner.rank, values: inner.u)
        let v = Matrix64(rows: inner.rank, columns: middle.columns, values: inner.vt).transposed
        self.init(inner.s, left: (a, try ra.solving(u)), right: try b.multiplied(by: rb.solving(v)))
    }

    /// A Bᵀ = Ua (Sa Vaᵀ Vb Sb) Ubᵀ
    private init(decomposing a: TallMatrix64, timesTransposed b: TallMatrix64) throws {
        let (ofA, ofB) = (try Self.decomposed(a), try Self.decomposed(b))
        let middle = try ofA.rest.multiplied(by: ofB.rest, transposed: true)
        let inner = try SingularValueDecomposition(middle.values, rows: middle.rows, columns: middle.columns)
        let u = Matrix64(rows: middle.rows, columns: inner.rank, values: inner.u)
        let v = Matrix64(rows: inner.rank, columns: middle.columns, values: inner.vt).transposed
        self.init(inner.s, left: (ofA.columns, u), right: try ofB.columns.multiplied(by: v))
    }

    /// Orthonormal columns, stored as `matrix` is, and what is missing to the matrix: S Vᵀ.
    private static func decomposed(_ matrix: TallMatrix64) throws -> (columns: TallMatrix64, rest: Matrix64) {
        let upright = matrix.stored(transposed: false).stored
        let parts = try SingularValueDecomposition(upright.values, rows: upright.rows, columns: upright.columns)
        let rest = Matrix64(rows: parts.rank, columns: upright.columns, values: parts.vt).scalingRows(by: parts.s)
        let columns = TallMatrix64(Matrix64(rows: upright.rows, columns: parts.rank, values: parts.u))
        return (columns.stored(transposed: matrix.isTransposed), rest)
    }
}
