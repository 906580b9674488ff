internal import TensorCore

/// How a prompt is changed into one whose answer is another.
public enum Corruption: String, Sendable, CaseIterable {
    /// The same words, so that the wrong answer becomes the right one.
    case swapped
    /// The same sentence about others: everything that says which answer is right is replaced.
    case counterfactual
    /// Another prompt of the same dataset, never its own.
    case resampled
}

/// The corrupted versions of a dataset's prompts.
struct CorruptedPrompts: Sendable {
    var prompts: [String]
    /// [batch, position]
    var tokens: Tensor
}

extension PromptDataset {
    /// The corrupted version of each prompt, under the answers and positions of the prompt itself.
    ///
    /// ```swift
    /// let (_, corruptedCache) = try model.runWithCache(data.corrupted(.swapped).tokens)
    /// ```
    /// - Parameter seed: which prompts `.resampled` takes; the other kinds don't depend on it.
    /// - Throws: ``DatasetError`` where the prompts have no version of that kind.
    public func corrupted(_ kind: Corruption, seed: Int = 0) throws -> PromptDataset {
        let version: CorruptedPrompts
        if let made = corruptions[kind] {
            version = made
        } else if kind == .resampled {
            let donors = try resampledRows(seed: seed)
            version = CorruptedPrompts(prompts: donors.map { prompts[$0] }, tokens: rows(tokens, donors))
        } else {
            throw DatasetError.noCorruption(kind, of: name, known: Corruption.allCases.filter(has))
        }
        return PromptDataset(
            name: "\(name), \(kind.rawValue)", prompts: version.prompts, tokens: version.tokens, right: rightAnswers,
            wrong: wrongAnswers, positions: positions, notes: notes)
    }

    private func has(_ kind: Corruption) -> Bool { corruptions[kind] != nil || (kind == .resampled && count > 1) }

    /// For each prompt another one: a single cycle through all of them in a random order, so that none gets itself.
    private func resampledRows(seed: Int) throws -> [Int] {
        guard count > 1 else { throw DatasetError.tooFewToResample(count) }
        var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        let order = Array(0..<count).shuffled(using: &random)
        var donors = order
        for (place, row) in order.enumerated() { donors[row] = order[(place + 1) % count] }
        return donors
    }
}
