internal import TensorCore

// Takes the mean over d_model off everything that a block writes: norms that take it off anyway never meet it.
// (TransformerLens: `center_writing_weights`.)

/// A bias, centred.
func centered(_ bias: [Double]) -> [Double] {
    var bias = Matrix64(rows: 1, columns: bias.count, values: bias)
    bias.centerRows()
    return bias.values
}

extension TransformerWeights {
    /// Whether everything that reads the residual stream takes its mean off.
    var readersTakeMeanOff: Bool {
        let readers = [finalNorm] + blocks.flatMap { $0.mlp == nil ? [$0.ln1] : [$0.ln1, $0.ln2] }
        return readers.allSatisfy { $0?.takesMeanOff ?? false }
    }
}
