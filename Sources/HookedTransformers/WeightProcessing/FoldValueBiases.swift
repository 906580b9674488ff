internal import TensorCore

/// Adds what a head's value biases come to in the output bias, because every row of a pattern sums to one:
/// b_O += Σ b_V · W_O. The biases themselves are nothing from then on.
///
/// Where a query may look at nothing (a padding position), the row sums to zero and the two are not the same; no real
/// position is affected. (TransformerLens: `fold_value_biases`.)
func foldValueBiases(_ bias: [Double], through out: Matrix64, into outBias: inout [Double]) {
    let written = out.weightedRowSum(bias[...])
    for index in outBias.indices { outBias[index] += written[index] }
}

extension AttentionWeights {
    /// The same for all heads of a matrix W_O that is read row by row, and stays as it is.
    mutating func foldValueBiases(_ columns: HeadColumns, heads: Int) {
        let (width, dHead) = (out.shape[1], out.shape[0] / heads)
        var (sum, biases, row) = (Matrix64(outBias).values, qkvBias.toArray(), [Float](repeating: 0, count: width))
        for head in 0..<heads {
            for (index, column) in columns[.v, head: head].enumerated() where biases[column] != 0 {
                out.copyRow(head * dHead + index, to: &row)
                for i in row.indices { sum[i] += Double(biases[column]) * Double(row[i]) }
            }
        }
        for column in columns[.v] { biases[column] = 0 }
        (outBias, qkvBias) = (Tensor(rounding: sum), Tensor(biases, shape: qkvBias.shape))
    }
}
