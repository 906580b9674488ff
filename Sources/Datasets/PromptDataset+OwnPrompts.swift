public import HookedTransformers
internal import SessionSafety
public import TensorCore

extension PromptDataset {
    /// One's own prompts, each with a right and a wrong answer of one token.
    ///
    /// ```swift
    /// let data = try PromptDataset(
    ///     model, ["The Eiffel Tower is in", "The Colosseum is in"], answers: [(" Paris", " Rome"), (" Rome", " Paris")],
    ///     swapped: ["The Colosseum is in", "The Eiffel Tower is in"], positions: ["subject": [4, 4]])
    /// ```
    /// - Parameters:
    ///   - swapped: a version of each prompt in which the wrong answer is right; `counterfactual`, one about something
    ///     else. Both have as many tokens as the prompts.
    ///   - positions: by role, a position for each prompt, or one for all of them; the BOS is position 0.
    /// - Throws: ``DatasetError`` for lists of unequal lengths; `ModelError` for prompts of unequal lengths and for
    ///   answers that are not a single token.
    public init(
        _ model: HookedTransformer, _ prompts: [String], answers: [(String, String)], swapped: [String]? = nil,
        counterfactual: [String]? = nil, positions: [String: [Int]] = [:], prependBOS: Bool? = nil
    ) throws {
        guard answers.count == prompts.count else {
            throw DatasetError.unequalCounts("answers", given: answers.count, prompts: prompts.count)
        }
        func version(_ texts: [String]?, _ label: String) throws -> CorruptedPrompts? {
            guard let texts else { return nil }
            guard texts.count == prompts.count else {
                throw DatasetError.unequalCounts(label, given: texts.count, prompts: prompts.count)
            }
            return CorruptedPrompts(prompts: texts, tokens: try model.toTokens(texts, prependBOS: prependBOS))
        }
        func answer(_ text: String) throws -> [Int] {
            try Interruption.check()
            return [try model.toSingleToken(text)]
        }
        let right = try answers.map { try answer($0.0) }
        let wrong = try answers.map { try answer($0.1) }
        try self.init(
            checked: prompts, try model.toTokens(prompts, prependBOS: prependBOS), right, wrong,
            swapped: try version(swapped, "swapped"), counterfactual: try version(counterfactual, "counterfactual"),
            resampled: nil, positions: positions)
    }

    /// Prompts that are tokens already: [batch, position], with the right and the wrong token for each, [batch, 2].
    ///
    /// ```swift
    /// let data = try PromptDataset(tokens: tokens, answerTokens: answerTokens, swapped: corruptedTokens)
    /// ```
    /// - Parameters:
    ///   - swapped: the corrupted versions, [batch, position]; `counterfactual` and `resampled` likewise.
    ///   - positions: by role, a position for each prompt, or one for all of them.
    /// - Throws: ``DatasetError`` where shapes do not fit.
    public init(
        tokens: Tensor, answerTokens: Tensor, swapped: Tensor? = nil, counterfactual: Tensor? = nil,
        resampled: Tensor? = nil, positions: [String: [Int]] = [:]
    ) throws {
        guard tokens.ndim == 2, tokens.count > 0, tokens.dtype == .int64 else {
            throw DatasetError.badTokens(tokens.shape, dtype: "\(tokens.dtype)")
        }
        let count = tokens.shape[0]
        guard answerTokens.shape == [count, 2] else {
            throw DatasetError.unequalCounts(
                "answerTokens [batch, 2]", given: answerTokens.shape.first ?? 0, prompts: count)
        }
        let answers = answerTokens.asType(.int64).toIntArray()
        func version(_ tokens: Tensor?) -> CorruptedPrompts? {
            tokens.map { CorruptedPrompts(prompts: Array(repeating: "", count: count), tokens: $0) }
        }
        try self.init(
            checked: Array(repeating: "", count: count), tokens, (0..<count).map { [answers[$0 * 2]] },
            (0..<count).map { [answers[$0 * 2 + 1]] }, swapped: version(swapped),
            counterfactual: version(counterfactual), resampled: version(resampled), positions: positions)
    }

    private init(
        checked prompts: [String], _ tokens: Tensor, _ right: [[Int]], _ wrong: [[Int]], swapped: CorruptedPrompts?,
        counterfactual: CorruptedPrompts?, resampled: CorruptedPrompts?, positions: [String: [Int]]
    ) throws {
        var corruptions: [Corruption: CorruptedPrompts] = [:]
        for (kind, version) in [
            (Corruption.swapped, swapped), (.counterfactual, counterfactual), (.resampled, resampled),
        ] {
            guard let version else { continue }
            guard version.tokens.ndim == 2, version.tokens.shape[0] == tokens.shape[0] else {
                throw DatasetError.unequalCounts(
                    kind.rawValue, given: version.tokens.shape.first ?? 0, prompts: tokens.shape[0])
            }
            guard version.tokens.shape == tokens.shape else {
                throw DatasetError.unequalLengths(
                    kind.rawValue, prompt: 0, clean: tokens.shape[1], corrupted: version.tokens.shape[1])
            }
            corruptions[kind] = version
        }
        self.init(
            name: "prompts", prompts: prompts, tokens: tokens, right: right, wrong: wrong,
            positions: try Self.checked(positions, count: tokens.shape[0], length: tokens.shape[1]),
            corruptions: corruptions)
    }

    private static func checked(_ positions: [String: [Int]], count: Int, length: Int) throws -> RolePositions {
        RolePositions(
            try positions.sorted { $0.key < $1.key }.map { role, given in
                guard given.count == count || given.count == 1 else {
                    throw DatasetError.unequalCounts("positions[\"\(role)\"]", given: given.count, prompts: count)
                }
                let all = try given.map { position in
                    guard (-length..<length).contains(position) else {
                        throw DatasetError.badPosition(role: role, position: position, length: length)
                    }
                    return position < 0 ? position + length : position
                }
                return (role, all.count == count ? all : Array(repeating: all[0], count: count))
            })
    }
}
