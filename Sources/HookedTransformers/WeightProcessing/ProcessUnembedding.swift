internal import TensorCore

/// Folds the last layer norm into the unembedding and centres it over the vocabulary, in Float64, rounded once.
///
/// Works on one token's row at a time, so that no copy of the largest matrix is made in Float64:
/// b_U += ln_final.b · W_U; W_U[m, :] *= ln_final.w[m], less its mean over m (`fold_ln`); then W_U loses its mean over
/// the vocabulary for each m and b_U its mean (`center_unembed`), which moves all logits of a position alike.
func processUnembedding(_ weights: inout TransformerWeights, foldLN: Bool, centerUnembed: Bool) {
    let norm = foldLN ? weights.finalNorm.map(Norm64.init) : nil
    if foldLN { weights.finalNorm = nil }
    let source = weights.unembedding
    let (dVocab, dModel) = (source.shape[0], source.shape[1])
    var bias = weights.unembeddingBias.map { Matrix64($0).values } ?? [Double](repeating: 0, count: dVocab)

    // Written anew, since it is often the embedding too.
    weights.unembedding = Tensor(uninitialized: source.shape) { target in
        source.withUnsafeFloats { matrix in
            guard let start = matrix.baseAddress, let target = target.baseAddress else { return }
            let rows = UnembeddingRows(start: start, dVocab: dVocab, dModel: dModel, norm: norm)
            let sums = rows.sums()
            for token in 0..<dVocab { bias[token] += sums.shifts[token] }
            rows.rewrite(into: target, less: sums, centered: centerUnembed)
        }
    }
    if centerUnembed {
        let mean = bias.reduce(0, +) / Double(dVocab)
        for token in 0..<dVocab { bias[token] -= mean }
    }
    weights.unembeddingBias = Tensor(bias.map { Float($0) }, shape: [dVocab])
}
