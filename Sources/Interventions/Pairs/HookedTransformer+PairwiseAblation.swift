public import Datasets
public import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

extension HookedTransformer {
    /// Replaces every head and every two heads at once, and measures how much more the two do together than apart.
    ///
    /// ```swift
    /// let pairs = try model.pairwiseAblation(test, train: train, method: .mean)
    /// for pair in pairs.top(10) { print(pair) }
    /// ```
    /// A head that takes over when another one is gone (a backup) shows as an interaction: with both gone more is lost than the
    /// sum of what each loses. Every two heads are a run of the layers behind the first: where the bar says that it takes long, fewer
    /// prompts (`test[0..<64]`) take so much less. I(a, b) = m(a, b) − m(a) − m(b) + m(∅), m the mean logit difference.
    /// - Parameters:
    ///   - train: the prompts that means come from; `test` itself unless given.
    ///   - method: what heads are replaced by; for `.optimal`, constants of single heads are fitted on `train`.
    ///   - position: where outputs are replaced; `seed` for `.resample` and the intervals.
    /// - Throws: ``AblationPanelError``; `DatasetError` where the prompts have no counterfactual version; `Interrupted`.
    public func pairwiseAblation(
        _ test: PromptDataset, train: PromptDataset? = nil, method: AblationKind = .mean,
        position: HeadPosition = .last, seed: Int = 0
    ) throws -> PairwiseAblation {
        let span = try AblatedSpan(position, test, self)
        let train = train ?? test
        guard try AblatedSpan(position, train, self) == span else {
            throw AblationPanelError.unequalLengths(train: train.length, test: test.length)
        }
        let replacements = try Replacements(self, train, span, [method], nil, .heads, seed: seed)
        let count = cfg.nLayers * cfg.nHeads
        let runs = count * (count + 1) / 2
        let work = LongWork(
            "\(runs) pairs of heads on \(test.count) prompts", total: PromptChunks(self, test).count * runs)
        defer { work.finish() }
        try MemoryBudget.check(count * count, of: 2 * (test.count + 2) * MemoryLayout<Float>.stride)
        return try PairRun(
            model: self, test: test, span: span, replacements: replacements, method: method,
            corrupted: try corruptedPrompts(test, method, seed), work: work
        ).measure(seed: seed)
    }

    /// The prompts that replacements of one method come from.
    func corruptedPrompts(_ test: PromptDataset, _ method: AblationKind, _ seed: Int) throws
        -> [AblationKind: PromptDataset]
    {
        switch method {
        case .resample: [.resample: try test.corrupted(.resampled, seed: seed)]
        case .counterfactual: [.counterfactual: try test.corrupted(.counterfactual)]
        default: [:]
        }
    }
}
