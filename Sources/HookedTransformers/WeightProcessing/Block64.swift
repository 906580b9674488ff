internal import TensorCore

/// One block's parameters in Float64; see ``BlockWeights`` for the layout.
struct Block64 {
    var ln1: Norm64?
    var qkv: Matrix64
    var qkvBias: [Double]
    var out: Matrix64
    var outBias: [Double]
    var ln2: Norm64?
    var mlpIn: Matrix64
    var mlpInBias: [Double]
    var mlpOut: Matrix64
    var mlpOutBias: [Double]

    init(_ block: BlockWeights) {
        ln1 = block.ln1.map(Norm64.init)
        qkv = Matrix64(block.qkv)
        qkvBias = Matrix64(block.qkvBias).values
        out = Matrix64(block.out)
        outBias = Matrix64(block.outBias).values
        ln2 = block.ln2.map(Norm64.init)
        mlpIn = Matrix64(block.mlpIn)
        mlpInBias = Matrix64(block.mlpInBias).values
        mlpOut = Matrix64(block.mlpOut)
        mlpOutBias = Matrix64(block.mlpOutBias).values
    }

    /// Writes the parameters into `block`, rounded to Float32. Norms that were folded away are gone.
    func round(into block: inout BlockWeights) {
        block.ln1 = ln1?.rounded
        block.ln2 = ln2?.rounded
        qkv.round(into: &block.qkv)
        out.round(into: &block.out)
        mlpIn.round(into: &block.mlpIn)
        mlpOut.round(into: &block.mlpOut)
        block.qkvBias = rounded(qkvBias)
        block.outBias = rounded(outBias)
        block.mlpInBias = rounded(mlpInBias)
        block.mlpOutBias = rounded(mlpOutBias)
    }

    private func rounded(_ vector: [Double]) -> Tensor { Tensor(vector.map { Float($0) }, shape: [vector.count]) }

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

    var rounded: NormWeights {
        NormWeights(
            gain: Tensor(gain.map { Float($0) }, shape: [gain.count]),
            bias: Tensor(bias.map { Float($0) }, shape: [bias.count]))
    }
}
