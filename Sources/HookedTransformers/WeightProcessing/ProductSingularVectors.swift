internal import TensorCore

/// The singular value decomposition A Bᵀ = left · diag(singularValues) · rightᵀ of a product of two tall matrices,
/// found without making the large product: from the decompositions of A, of B, and of the small matrix between them.
struct ProductSingularVectors {
    /// [rows of A, d]
    var left: Matrix64
    /// [d], falling
    let singularValues: [Double]
    /// [rows of B, d]; the component of largest magnitude of each column is positive.
    var right: Matrix64

    init(_ a: Matrix64, timesTransposed b: Matrix64) throws {
        let ofA = try SingularValueDecomposition(a.values, rows: a.rows, columns: a.columns)
        let ofB = try SingularValueDecomposition(b.values, rows: b.rows, columns: b.columns)
        // A Bᵀ = Ua (Sa Vaᵀ Vb Sb) Ubᵀ
        var scaledA = Matrix64(rows: ofA.rank, columns: a.columns, values: ofA.vt)
        scaledA.scaleRows(by: ofA.s)
        var scaledB = Matrix64(rows: ofB.rank, columns: b.columns, values: ofB.vt)
        scaledB.scaleRows(by: ofB.s)
        let middle = try scaledA.multiplied(by: scaledB, transposed: true)
        let inner = try SingularValueDecomposition(middle.values, rows: middle.rows, columns: middle.columns)
        singularValues = inner.s
        left = try Matrix64(rows: a.rows, columns: ofA.rank, values: ofA.u)
            .multiplied(by: Matrix64(rows: middle.rows, columns: inner.rank, values: inner.u))
        right = try Matrix64(rows: b.rows, columns: ofB.rank, values: ofB.u)
            .multiplied(by: Matrix64(rows: inner.rank, columns: middle.columns, values: inner.vt), transposed: true)
        fixSigns()
    }

    private mutating func fixSigns() {
        var signs = [Double](repeating: 1, count: right.columns)
        for column in 0..<right.columns {
            var largest = 0.0
            for row in 0..<right.rows where abs(right[row, column]) > abs(largest) { largest = right[row, column] }
            if largest < 0 { signs[column] = -1 }
        }
        left.scaleColumns(by: signs)
        right.scaleColumns(by: signs)
    }
}

extension Matrix64 {
    /// Rows and columns exchanged.
    var transposed: Matrix64 {
        var out = Matrix64(rows: columns, columns: rows, values: values)
        for row in 0..<rows { for column in 0..<columns { out[column, row] = self[row, column] } }
        return out
    }
}
