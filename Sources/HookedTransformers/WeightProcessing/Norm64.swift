internal import TensorCore

/// A norm's gain and bias in Float64.
package struct Norm64 {
    var gain: [Double]
    var bias: [Double]
    /// Whether what it gives has a mean of zero, which no column of a matrix that reads it then meets.
    var takesMeanOff: Bool

    /// nil where gain and bias are folded already.
    init?(_ norm: (any Norm)?) {
        guard let norm, let gain = norm.gain else { return nil }
        self.gain = Matrix64(gain).values
        bias = norm.bias.map { Matrix64($0).values } ?? self.gain.map { _ in 0 }
        takesMeanOff = norm.takesMeanOff
    }
}
