internal import TensorCore

extension WeightProcessing {
    /// Folds the last layer norm into the unembedding, centres that over the vocabulary, and centres the embedding, in
    /// Float64, rounded once.
    ///
    /// `fold_ln`: b_U += ln_final.b · W_U; W_U[m, :] *= ln_final.w[m], less its mean over m. `center_unembed`: W_U loses its
    /// mean over the vocabulary for each m and b_U its mean, which moves all logits of a position alike. What W_U loses are
    /// products of a vector over tokens and one over m. They stay such, so that its table is only read, and held once where
    /// it is the embedding.
    func processTokens(_ weights: inout TransformerWeights) throws {
        let norm = foldLN ? Norm64(weights.finalNorm) : nil
        if foldLN { weights.finalNorm = weights.finalNorm?.folded }
        if centerWritingWeights, weights.unembedding.table.sharesStorage(with: weights.embedding) {
            return try centerBoth(&weights, norm)
        }
        if foldLN || centerUnembed {
            let (table, bias) = (weights.unembedding.table, weights.unembedding.bias)
            let cap = weights.unembedding.softCap
            weights.unembedding = try readout(table, VocabularySums(of: table, norm: norm), norm, bias: bias)
            weights.unembedding.softCap = cap
        }
        if centerWritingWeights { try centerRows(&weights.embedding) }
    }

    /// Centres an embedding that is the unembedding's table too.
    private func centerBoth(_ weights: inout TransformerWeights, _ norm: Norm64?) throws {
        let (bias, cap) = (weights.unembedding.bias, weights.unembedding.softCap)
        // Held once from here on, it is changed in place.
        weights.unembedding.table = Tensor([Float]())
        let sums = try VocabularySums(centering: &weights.embedding, norm: norm)
        weights.unembedding = readout(weights.embedding, sums, norm, bias: bias)
        weights.unembedding.softCap = cap
    }

    /// The unembedding by `table`, whose rows may have lost their means.
    private func readout(_ table: Tensor, _ sums: VocabularySums, _ norm: Norm64?, bias: Tensor?) -> Readout {
        let (tokens, width) = (table.shape[0], table.shape[1])
        let gain = norm?.gain ?? [Double](repeating: 1, count: width)
        let ones = (tokens: [Double](repeating: 1, count: tokens), width: [Double](repeating: 1, count: width))
        var shifts = zip(sums.shifts, bias.map { Matrix64($0).values } ?? sums.shifts.map { _ in 0 }).map(+)
        var terms = ReadoutTerms64()
        terms.add(sums.rowMeans, times: gain)
        terms.add(sums.foldedMeans, times: ones.width.map(-))
        if centerUnembed {
            let mean = Self.mean(sums.foldedMeans)
            terms.add(ones.tokens, times: zip(gain, sums.columnMeans).map { mean - $0 * $1 })
            let shift = Self.mean(shifts)
            shifts = shifts.map { $0 - shift }
        }
        terms.add(shifts, times: ones.width.map { _ in 0 }, plus: 1)
        return Readout(table: table, scale: norm.map { Tensor(rounding: $0.gain) }, terms: terms.rounded)
    }

    private static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
}

/// The terms of a readout in Float64, those that are nothing left out.
private struct ReadoutTerms64 {
    private var shares: [Double] = []
    private var directions: [Double] = []
    private var constants: [Double] = []

    mutating func add(_ shares: [Double], times direction: [Double], plus constant: Double = 0) {
        guard shares.contains(where: { $0 != 0 }) else { return }
        self.shares += shares
        directions += direction
        constants.append(constant)
    }

    /// nil when there are none.
    var rounded: Readout.Terms? {
        let count = constants.count
        guard count > 0 else { return nil }
        return Readout.Terms(
            shares: Tensor(rounding: shares).reshaped([count, shares.count / count]),
            directions: Tensor(rounding: directions).reshaped([count, directions.count / count]),
            constants: Tensor(rounding: constants))
    }
}
