internal import TensorCore

// Takes the mean over d_model off everything that a block writes: layer norm would take it off anyway.
// (TransformerLens: `center_writing_weights`.)

/// A bias, centred.
func centered(_ bias: [Double]) -> [Double] {
    var bias = Matrix64(rows: 1, columns: bias.count, values: bias)
    bias.centerRows()
    return bias.values
}

/// Centres what the MLP writes.
func centerWritingWeightsOfMLP(_ block: inout BlockWeights) {
    centerRows(&block.mlpOut)
    block.mlpOutBias = Tensor(rounding: centered(Matrix64(block.mlpOutBias).values))
}
