internal import TensorCore

/// Folds the last layer norm into the unembedding and centres it over the vocabulary, in Float64, rounded once.
///
/// Works on one token's row at a time, so that no copy of the largest matrix is made in Float64:
/// b_U += ln_final.b · W_U; W_U[m, :] *= ln_final.w[m], less its mean over m (`fold_ln`); then W_U loses its mean over
/// the vocabulary for each m and b_U its mean (`center_unembed`), which moves all logits of a position alike.
func processUnembedding(_ weights: inout TransformerWeights, foldLN: Bool, centerUnembed: Bool) {
    let norm = foldLN ? weights.finalNorm.map(Norm64.init) : nil
    if foldLN { weights.finalNorm = nil }
    let (dVocab, dModel) = (weights.unembedding.shape[0], weights.unembedding.shape[1])
    var bias = weights.unembeddingBias.map { Matrix64($0).values } ?? [Double](repeating: 0, count: dVocab)
    var row = [Double](repeating: 0, count: dModel)
    var means = [Double](repeating: 0, count: dModel)

    weights.unembedding.withUnsafeMutableFloats { matrix in
        func load(_ token: Int) {
            for m in 0..<dModel { row[m] = Double(matrix[token * dModel + m]) }
            guard let norm else { return }
            var mean = 0.0
            for m in 0..<dModel {
                row[m] *= norm.gain[m]
                mean += row[m]
            }
            mean /= Double(dModel)
            for m in 0..<dModel { row[m] -= mean }
        }
        if let norm {
            for token in 0..<dVocab {
                for m in 0..<dModel { bias[token] += norm.bias[m] * Double(matrix[token * dModel + m]) }
            }
        }
        if centerUnembed {
            for token in 0..<dVocab {
                load(token)
                for m in 0..<dModel { means[m] += row[m] }
            }
            for m in 0..<dModel { means[m] /= Double(dVocab) }
        }
        for token in 0..<dVocab {
            load(token)
            for m in 0..<dModel { matrix[token * dModel + m] = Float(row[m] - means[m]) }
        }
    }
    if centerUnembed {
        let mean = bias.reduce(0, +) / Double(dVocab)
        for token in 0..<dVocab { bias[token] -= mean }
    }
    weights.unembeddingBias = Tensor(bias.map { Float($0) }, shape: [dVocab])
}
