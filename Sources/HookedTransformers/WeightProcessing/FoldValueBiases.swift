/// Moves a head's value biases into the output bias, because every row of a pattern sums to one: b_O += Σ b_V · W_O, b_V = 0.
///
/// Where a query may look at nothing (a padding position), the row sums to zero and the two are not the same; no real
/// position is affected. (TransformerLens: `fold_value_biases`.)
func foldValueBiases(_ head: inout Head64, into outBias: inout [Double]) {
    let written = head.out.weightedRowSum(head.v.bias[...])
    for index in outBias.indices { outBias[index] += written[index] }
    for index in head.v.bias.indices { head.v.bias[index] = 0 }
}
