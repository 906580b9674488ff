internal import TensorCore

// Moves the gains and biases of a block's layer norms into the matrices that read them.
//
// Per reading matrix W with bias b: b += ln.b · W, then W[m, :] *= ln.w[m], then each column of W loses its mean, which
// the centred input never meets. (TransformerLens: `fold_ln`.)

/// Folds the norm before attention into what a head reads, which other steps follow in Float64.
func foldLayerNorm(_ norm: Norm64, into head: inout Head64) {
    for path in [\Head64.q, \.k, \.v] {
        let shift = head[keyPath: path].weights.fold(gain: norm.gain, bias: norm.bias)
        for column in shift.indices { head[keyPath: path].bias[column] += shift[column] }
    }
}

/// Folds the norm before the MLP, whose matrix is changed where it is: a copy in Float64 would be the largest of all.
func foldLayerNormIntoMLP(_ block: inout BlockWeights) {
    guard let norm = block.ln2.map(Norm64.init) else { return }
    let (rows, columns) = (block.mlpIn.shape[0], block.mlpIn.shape[1])
    var bias = Matrix64(block.mlpInBias).values
    var means = [Double](repeating: 0, count: columns)
    block.mlpIn.withUnsafeMutableFloats { matrix in
        guard let start = matrix.baseAddress, matrix.count == rows * columns else { return }
        bias.withUnsafeMutableBufferPointer { bias in
            means.withUnsafeMutableBufferPointer { means in
                guard let bias = bias.baseAddress, let means = means.baseAddress else { return }
                let shares = norm.gain.map { $0 / Double(rows) }
                Row64.addRows(start, rows, columns, times: (norm.bias, shares), to: bias, and: means)
                for row in 0..<rows {
                    let (values, gain) = (start + row * columns, norm.gain[row])
                    for column in 0..<columns { values[column] = Float(gain * Double(values[column]) - means[column]) }
                }
            }
        }
    }
    block.mlpInBias = Tensor(rounding: bias)
    block.ln2 = nil
}
