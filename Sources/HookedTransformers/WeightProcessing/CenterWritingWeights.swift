/// Takes the mean over d_model off everything that a block writes: layer norm would take it off anyway.
///
/// (TransformerLens: `center_writing_weights`.)
func centerWritingWeights(_ block: inout Block64) {
    block.out.centerRows()
    block.mlpOut.centerRows()
    center(&block.outBias)
    center(&block.mlpOutBias)
}

private func center(_ vector: inout [Double]) {
    guard !vector.isEmpty else { return }
    let mean = vector.reduce(0, +) / Double(vector.count)
    for index in vector.indices { vector[index] -= mean }
}
