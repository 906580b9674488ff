/// Moves the value biases into the output bias, because every row of a pattern sums to one: b_O += Σ b_V · W_O, b_V = 0.
///
/// Where a query may look at nothing (a padding position), the row sums to zero and the two are not the same; no real
/// position is affected. (TransformerLens: `fold_value_biases`.)
func foldValueBiases(_ block: inout Attention64) {
    let values = (2 * block.heads)..<(3 * block.heads)
    let written = block.out.weightedRowSum(block.qkvBias[values])
    for index in block.outBias.indices { block.outBias[index] += written[index] }
    for index in values { block.qkvBias[index] = 0 }
}
