internal import TensorCore

/// The singular value decomposition A Bᵀ = left · diag(singularValues) · rightᵀ of a product of two tall matrices,
/// found without making the large product.
///
/// With A = Qa Ra and B = Qb Rb, only the small Ra Rbᵀ has to be decomposed. R comes from the Gram matrix where the
/// columns are well apart, which is nearly always and fast, and otherwise from a decomposition of A and B themselves.
struct ProductSingularVectors {
    /// [rows of A, d]
    var left: Matrix64
    /// [d], falling
    let singularValues: [Double]
    /// [rows of B, d]; the component of largest magnitude of each column is positive.
    var right: Matrix64

    init(_ a: Matrix64, timesTransposed b: Matrix64) throws {
        if let ra = UpperTriangle64(ofGram: try a.gram()), let rb = UpperTriangle64(ofGram: try b.gram()) {
            try self.init(a, ra, b, rb)
        } else {
            try self.init(decomposing: a, timesTransposed: b)
        }
        fixSigns()
    }

    /// A Bᵀ = (A Ra⁻¹) (Ra Rbᵀ) (B Rb⁻¹)ᵀ
    private init(_ a: Matrix64, _ ra: UpperTriangle64, _ b: Matrix64, _ rb: UpperTriangle64) throws {
        let middle = try ra.matrix.multiplied(by: rb.matrix, transposed: true)
        let inner = try SingularValueDecomposition(middle.values, rows: middle.rows, columns: middle.columns)
        singularValues = inner.s
        let u = Matrix64(rows: middle.rows, columns: inner.rank, values: inner.u)
        let v = Matrix64(rows: inner.rank, columns: middle.columns, values: inner.vt).transposed
        left = try a.multiplied(by: ra.solving(u))
        right = try b.multiplied(by: rb.solving(v))
    }

    /// A Bᵀ = Ua (Sa Vaᵀ Vb Sb) Ubᵀ
    private init(decomposing a: Matrix64, timesTransposed b: Matrix64) throws {
        let ofA = try SingularValueDecomposition(a.values, rows: a.rows, columns: a.columns)
        let ofB = try SingularValueDecomposition(b.values, rows: b.rows, columns: b.columns)
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
    }

    private mutating func fixSigns() {
        var largest = [Double](repeating: 0, count: right.columns)
        right.values.withUnsafeBufferPointer { values in
            for start in stride(from: 0, to: values.count, by: max(1, right.columns)) {
                for column in 0..<right.columns where abs(values[start + column]) > abs(largest[column]) {
                    largest[column] = values[start + column]
                }
            }
        }
        let signs = largest.map { $0 < 0 ? -1.0 : 1.0 }
        left.scaleColumns(by: signs)
        right.scaleColumns(by: signs)
    }
}

extension Matrix64 {
    /// Rows and columns exchanged.
    var transposed: Matrix64 {
        let out = [Double](unsafeUninitializedCapacity: rows * columns) { out, count in
            values.withUnsafeBufferPointer { values in
                for row in 0..<rows {
                    for column in 0..<columns { out[column * rows + row] = values[row * columns + column] }
                }
            }
            count = rows * columns
        }
        return Matrix64(rows: columns, columns: rows, values: out)
    }
}
