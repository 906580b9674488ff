internal import TensorCore

/// The attention parameters of a block in Float64; see ``BlockWeights`` for the layout.
struct Attention64 {
    var ln1: Norm64?
    var qkv: Matrix64
    var qkvBias: [Double]
    var out: Matrix64
    var outBias: [Double]

    init(_ block: BlockWeights) {
        ln1 = block.ln1.map(Norm64.init)
        qkv = Matrix64(block.qkv)
        qkvBias = Matrix64(block.qkvBias).values
        out = Matrix64(block.out)
        outBias = Matrix64(block.outBias).values
    }

    /// Writes the parameters into `block`, rounded to Float32. A norm that was folded away is gone.
    func round(into block: inout BlockWeights) {
        block.ln1 = ln1?.rounded
        qkv.round(into: &block.qkv)
        out.round(into: &block.out)
        block.qkvBias = Tensor(rounding: qkvBias)
        block.outBias = Tensor(rounding: outBias)
    }

    /// The width of all heads together.
    var heads: Int { out.rows }
}

/// A layer norm's gain and bias in Float64.
struct Norm64 {
    var gain: [Double]
    var bias: [Double]

    init(_ norm: NormWeights) {
        gain = Matrix64(norm.gain).values
        bias = Matrix64(norm.bias).values
    }

    var rounded: NormWeights { NormWeights(gain: Tensor(rounding: gain), bias: Tensor(rounding: bias)) }
}

extension Tensor {
    /// A vector rounded to Float32.
    init(rounding vector: [Double]) { self.init(vector.map { Float($0) }, shape: [vector.count]) }
}
