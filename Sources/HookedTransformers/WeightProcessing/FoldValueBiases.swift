/// Adds what a head's value biases come to in the output bias, because every row of a pattern sums to one:
/// b_O += Σ b_V · W_O. The biases themselves are nothing from then on.
///
/// Where a query may look at nothing (a padding position), the row sums to zero and the two are not the same; no real
/// position is affected. (TransformerLens: `fold_value_biases`.)
func foldValueBiases(_ bias: [Double], through out: Matrix64, into outBias: inout [Double]) {
    let written = out.weightedRowSum(bias[...])
    for index in outBias.indices { outBias[index] += written[index] }
}
