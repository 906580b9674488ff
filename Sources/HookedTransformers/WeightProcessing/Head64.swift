internal import TensorCore

/// The parameters of one head in Float64; see ``BlockWeights`` for the layout they are cut from.
///
/// A head at a time stays in the processor's cache while the steps go over it.
struct Head64 {
    var q: Projection64
    var k: Projection64
    var v: Projection64
    /// [d_head, d_model]
    var out: Matrix64
    /// The columns of queries; those of keys and values are as many heads' widths further on.
    private let columns: Range<Int>

    init(_ block: BlockWeights, head: Int, dHead: Int) {
        let columns = (head * dHead)..<((head + 1) * dHead)
        let heads = block.out.shape[0]
        func projection(_ part: Int) -> Projection64 {
            let range = (part * heads + columns.lowerBound)..<(part * heads + columns.upperBound)
            return Projection64(
                weights: Matrix64(block.qkv, columns: range), bias: Matrix64(block.qkvBias, columns: range).values)
        }
        (q, k, v) = (projection(0), projection(1), projection(2))
        out = Matrix64(block.out, rows: columns)
        self.columns = columns
    }

    /// Writes the parameters into `block`, rounded to Float32.
    func round(into block: inout BlockWeights) {
        let heads = block.out.shape[0]
        for (part, projection) in [q, k, v].enumerated() {
            let first = part * heads + columns.lowerBound
            projection.weights.round(into: &block.qkv, row: 0, column: first)
            Matrix64(rows: 1, columns: columns.count, values: projection.bias)
                .round(into: &block.qkvBias, row: 0, column: first)
        }
        out.round(into: &block.out, row: columns.lowerBound, column: 0)
    }
}

/// What makes a head's queries, keys or values of the residual stream.
struct Projection64 {
    /// [d_model, d_head]
    var weights: Matrix64
    /// [d_head]
    var bias: [Double]
}

/// A layer norm's gain and bias in Float64.
struct Norm64 {
    var gain: [Double]
    var bias: [Double]

    init(_ norm: NormWeights) {
        gain = Matrix64(norm.gain).values
        bias = Matrix64(norm.bias).values
    }
}

extension Tensor {
    /// A vector rounded to Float32.
    init(rounding vector: [Double]) { self.init(vector.map { Float($0) }, shape: [vector.count]) }
}
