internal import TensorCore

/// Moves the gains and biases of a block's layer norms into the matrices that read them.
///
/// Per reading matrix W with bias b: b += ln.b · W, then W[m, :] *= ln.w[m], then each column of W loses its mean, which
/// the centred input never meets. (TransformerLens: `fold_ln`.)
func foldLayerNorm(_ block: inout Block64) {
    if let norm = block.ln1 { fold(norm, into: &block.qkv, bias: &block.qkvBias) }
    if let norm = block.ln2 { fold(norm, into: &block.mlpIn, bias: &block.mlpInBias) }
    block.ln1 = nil
    block.ln2 = nil
}

private func fold(_ norm: Norm64, into matrix: inout Matrix64, bias: inout [Double]) {
    let shift = matrix.weightedRowSum(norm.bias[...])
    for column in bias.indices { bias[column] += shift[column] }
    matrix.scaleRows(by: norm.gain)
    matrix.centerColumns()
}
