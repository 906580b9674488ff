package import TensorCore

// Moves the gain and bias of a norm into a matrix that reads it.
//
// Per reading matrix W with bias b: b += norm.b · W, then W[m, :] *= norm.w[m]; where the norm takes the mean off, each column
// of W loses its own, which the centred input never meets. (TransformerLens: `fold_ln`.)

extension Norm64 {
    /// Folds the norm into what makes a head's queries, keys or values.
    func fold(into projection: inout Projection64) {
        let shift = projection.weights.fold(gain: gain, bias: bias, takingMeansOff: takesMeanOff)
        for column in shift.indices { projection.bias[column] += shift[column] }
    }

    /// Folds the norm into a matrix [d_model, column], which is changed where it is: a copy in Float64 would be the
    /// largest of all.
    /// - Returns: the bias that goes with it.
    package func folded(into matrix: inout Tensor, bias: Tensor) -> Tensor {
        let (rows, columns) = (matrix.shape[0], matrix.shape[1])
        var bias = Matrix64(bias).values
        var means = [Double](repeating: 0, count: columns)
        matrix.withUnsafeMutableFloats { matrix in
            guard let start = matrix.baseAddress, matrix.count == rows * columns else { return }
            bias.withUnsafeMutableBufferPointer { bias in
                means.withUnsafeMutableBufferPointer { means in
                    guard let bias = bias.baseAddress, let means = means.baseAddress else { return }
                    let shares = gain.map { takesMeanOff ? $0 / Double(rows) : 0 }
                    Row64.addRows(start, rows, columns, times: (self.bias, shares), to: bias, and: means)
                    for row in 0..<rows {
                        let (values, gain) = (start + row * columns, gain[row])
                        for column in 0..<columns {
                            values[column] = Float(gain * Double(values[column]) - means[column])
                        }
                    }
                }
            }
        }
        return Tensor(rounding: bias)
    }
}
