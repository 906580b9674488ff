internal import TensorCore

/// The parameters of one head in Float64; see ``AttentionWeights`` for the layout they are cut from.
///
/// A head at a time stays in the processor's cache while the steps go over it. Keys and values may be those of other heads
/// too, which ``KeyHead64`` has then.
struct Head64 {
    var q: Projection64
    /// [d_head, d_model]
    var out: Matrix64
    private let columns: Range<Int>

    init(_ attention: AttentionWeights, head: Int, _ columns: HeadColumns) {
        self.columns = columns[.q, head: head]
        q = Projection64(attention, self.columns)
        out = Matrix64(attention.out, rows: self.columns)
    }

    /// Writes the parameters into `attention`, rounded to Float32.
    func round(into attention: inout AttentionWeights) {
        q.round(into: &attention, columns)
        out.round(into: &attention.out, row: columns.lowerBound, column: 0)
    }
}

/// What makes the keys and values of a head, or of a group of heads that share them.
struct KeyHead64 {
    var k: Projection64
    var v: Projection64
    private let keyColumns: Range<Int>, valueColumns: Range<Int>

    /// The keys and values of the head `head`.
    init(_ attention: AttentionWeights, head: Int, _ columns: HeadColumns) {
        (keyColumns, valueColumns) = (columns[.k, head: head], columns[.v, head: head])
        (k, v) = (Projection64(attention, keyColumns), Projection64(attention, valueColumns))
    }

    /// Writes the parameters into `attention`, rounded to Float32.
    func round(into attention: inout AttentionWeights) {
        k.round(into: &attention, keyColumns)
        v.round(into: &attention, valueColumns)
    }
}

/// What makes a head's queries, keys or values of the residual stream.
struct Projection64 {
    /// [d_model, d_head]
    var weights: Matrix64
    /// [d_head]
    var bias: [Double]
}

extension Projection64 {
    fileprivate init(_ attention: AttentionWeights, _ columns: Range<Int>) {
        weights = Matrix64(attention.qkv, columns: columns)
        bias = Matrix64(attention.qkvBias, columns: columns).values
    }

    fileprivate func round(into attention: inout AttentionWeights, _ columns: Range<Int>) {
        weights.round(into: &attention.qkv, row: 0, column: columns.lowerBound)
        Matrix64(rows: 1, columns: columns.count, values: bias)
            .round(into: &attention.qkvBias, row: 0, column: columns.lowerBound)
    }
}

extension Tensor {
    /// A vector rounded to Float32.
    init(rounding vector: [Double]) { self.init(vector.map { Float($0) }, shape: [vector.count]) }
}
