internal import TensorCore

// Takes the mean over d_model off everything that a block writes: layer norm would take it off anyway.
// (TransformerLens: `center_writing_weights`.)

/// Centres what attention writes.
func centerWritingWeights(_ attention: inout Attention64) {
    attention.out.centerRows()
    var bias = Matrix64(rows: 1, columns: attention.outBias.count, values: attention.outBias)
    bias.centerRows()
    attention.outBias = bias.values
}

/// Centres what the MLP writes.
func centerWritingWeightsOfMLP(_ block: inout BlockWeights) {
    centerRows(&block.mlpOut)
    var bias = Matrix64(block.mlpOutBias)
    bias.centerRows()
    block.mlpOutBias = Tensor(rounding: bias.values)
}
