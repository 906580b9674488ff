internal import Dispatch
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

    let source = weights.unembedding
    // Written anew, since it is often the embedding too.
    weights.unembedding = Tensor(uninitialized: source.shape) { target in
        source.withUnsafeFloats { matrix in
            guard let start = matrix.baseAddress, let target = target.baseAddress else { return }
            let rows = UnembeddingRows(start: start, target: target, dVocab: dVocab, dModel: dModel, norm: norm)
            rows.addFoldedBias(to: &bias)
            rows.rewrite(subtracting: centerUnembed ? rows.means() : [Double](repeating: 0, count: dModel))
        }
    }
    if centerUnembed {
        let mean = bias.reduce(0, +) / Double(dVocab)
        for token in 0..<dVocab { bias[token] -= mean }
    }
    weights.unembeddingBias = Tensor(bias.map { Float($0) }, shape: [dVocab])
}

/// The rows of W_U by token, gone through on all cores in stretches whose number does not depend on the machine, so
/// that neither do the sums.
private struct UnembeddingRows: @unchecked Sendable {
    let start: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>
    let dVocab: Int
    let dModel: Int
    let norm: Norm64?

    private static let stretches = 16

    /// b_U += ln_final.b · W_U
    func addFoldedBias(to bias: inout [Double]) {
        guard let norm else { return }
        inStretches(&bias) { _, token, row, bias in
            for m in 0..<dModel { row[m] = Double(start[token * dModel + m]) * norm.bias[m] }
            bias[token] += Row64.sum(row, dModel)
        }
    }

    /// The mean over the vocabulary of the folded rows.
    func means() -> [Double] {
        var sums = [Double](repeating: 0, count: Self.stretches * dModel)
        inStretches(&sums) { stretch, token, row, sums in
            load(token, into: row)
            Row64.add(row, times: 1, to: sums + stretch * dModel, dModel)
        }
        return Matrix64(rows: Self.stretches, columns: dModel, values: sums)
            .weightedRowSum([Double](repeating: 1 / Double(dVocab), count: Self.stretches)[...])
    }

    /// Writes the folded rows, less `means`.
    func rewrite(subtracting means: [Double]) {
        var means = means
        inStretches(&means) { _, token, row, means in
            load(token, into: row)
            for m in 0..<dModel { target[token * dModel + m] = Float(row[m] - means[m]) }
        }
    }

    /// One token's row in Float64, with the layer norm folded in.
    private func load(_ token: Int, into row: UnsafeMutablePointer<Double>) {
        let source = start + token * dModel
        guard let norm else {
            for m in 0..<dModel { row[m] = Double(source[m]) }
            return
        }
        norm.gain.withUnsafeBufferPointer { gain in
            for m in 0..<dModel { row[m] = Double(source[m]) * gain[m] }
        }
        let mean = Row64.sum(row, dModel) / Double(dModel)
        for m in 0..<dModel { row[m] -= mean }
    }

    /// Calls `body` for every token with a scratch row and `shared`, of which stretches write different elements.
    private func inStretches(
        _ shared: inout [Double],
        _ body: (_ stretch: Int, _ token: Int, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
        shared.withUnsafeMutableBufferPointer { shared in
            guard let shared = shared.baseAddress else { return }
            withoutActuallyEscaping(body) { body in
                nonisolated(unsafe) let (body, shared) = (body, shared)
                DispatchQueue.concurrentPerform(iterations: Self.stretches) { stretch in
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: dModel) { row in
                        guard let row = row.baseAddress else { return }
                        let first = dVocab * stretch / Self.stretches
                        for token in first..<(dVocab * (stretch + 1) / Self.stretches) {
                            body(stretch, token, row, shared)
                        }
                    }
                }
            }
        }
    }
}
