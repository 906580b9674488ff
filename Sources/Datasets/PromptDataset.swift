public import HookedTransformers
public import TensorCore

/// Prompts of one length with their right and wrong answers, what corrupted versions of them look like, and where in them
/// words of a role stand.
///
/// ```swift
/// let data = try IOIDataset(model, count: 256, seed: 0)
/// let (train, test) = data.split(test: 0.5)
/// let (logits, cache) = try model.runWithCache(train.tokens)
/// print(try train.logitDifference(logits).mean(), try train.positions["S2"])
/// ```
/// Made by ``IOIDataset(_:count:seed:templates:names:places:objects:prependBOS:)``,
/// ``GreaterThanDataset(_:count:seed:templates:events:prependBOS:)``,
/// ``InductionDataset(_:count:length:repeats:seed:prependBOS:)``, or of one's own prompts.
public struct PromptDataset: Sendable {
    /// What the prompts are about: `indirect objects`.
    public let name: String
    /// The texts, without the BOS that ``tokens`` may begin with. Empty texts where the model has no tokenizer.
    public let prompts: [String]
    /// [batch, position]: `try model(data.tokens)`, or `try model(data)` for short.
    public let tokens: Tensor
    /// The tokens that are right at the end of each prompt; one, but for questions with several right answers.
    public let rightAnswers: [[Int]]
    /// The tokens that are wrong there.
    public let wrongAnswers: [[Int]]
    /// Where words stand by their role: `try data.positions["S2"]` is [batch].
    public let positions: RolePositions
    /// What whoever made the prompts should know: which words and templates fell out, and why.
    public let notes: [String]

    var corruptions: [Corruption: CorruptedPrompts]

    init(
        name: String, prompts: [String], tokens: Tensor, right: [[Int]], wrong: [[Int]], positions: RolePositions,
        notes: [String] = [], corruptions: [Corruption: CorruptedPrompts] = [:]
    ) {
        (self.name, self.prompts, self.tokens, self.positions) = (name, prompts, tokens, positions)
        (rightAnswers, wrongAnswers, self.notes, self.corruptions) = (right, wrong, notes, corruptions)
    }
}

extension PromptDataset {
    /// The number of prompts.
    public var count: Int { tokens.shape[0] }

    /// The number of positions of each prompt.
    public var length: Int { tokens.shape[1] }

    /// A right and a wrong token for each prompt: [batch, 2].
    ///
    /// `logits[0..., -1].gather(dim: -1, index: data.answerTokens)`
    public var answerTokens: Tensor {
        let pairs = zip(rightAnswers, wrongAnswers).flatMap { right, wrong in [right.first ?? 0, wrong.first ?? 0] }
        return Tensor(pairs, shape: [rightAnswers.count, 2])
    }
}

extension PromptDataset: ModelInput {
    public var modelTokens: ModelTokens { .tensor(tokens) }
}

extension PromptDataset: CustomStringConvertible {
    public var description: String {
        let kinds = Corruption.allCases.filter { corruptions[$0] != nil || $0 == .resampled }.map(\.rawValue)
        var lines = ["\(name): \(count) prompts of \(length) tokens; corrupted: \(kinds.joined(separator: ", "))"]
        if !positions.roles.isEmpty { lines[0] += "; positions: \(positions.roles.joined(separator: ", "))" }
        lines += prompts.prefix(2).filter { !$0.isEmpty }.map { "  \($0)" }
        return (lines + notes.map { "  note: \($0)" }).joined(separator: "\n")
    }
}
