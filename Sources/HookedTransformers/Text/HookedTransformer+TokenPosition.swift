/// Which of several occurrences of a token is meant.
public enum TokenOccurrence: Sendable {
    /// The first occurrence.
    case first
    /// The last occurrence.
    case last
}

extension HookedTransformer {
    /// The position of `token` in a prompt; in a text, the BOS is position 0.
    ///
    /// ```swift
    /// try model.getTokenPosition(" Mary", in: "When John and Mary went")        // 4
    /// ```
    /// - Throws: ``ModelError/tokenNotInPrompt(_:)``, or another ``ModelError`` for several prompts.
    public func getTokenPosition(
        _ token: Int, in prompt: any ModelInput, mode: TokenOccurrence = .first, prependBOS: Bool? = nil
    ) throws -> Int {
        try position(of: token, called: "\(token)", in: prompt, mode, prependBOS)
    }

    /// The position of the single token `text` in a prompt.
    public func getTokenPosition(
        _ text: String, in prompt: any ModelInput, mode: TokenOccurrence = .first, prependBOS: Bool? = nil
    ) throws -> Int {
        try position(of: toSingleToken(text), called: "\"\(text)\"", in: prompt, mode, prependBOS)
    }

    private func position(
        of token: Int, called name: String, in prompt: any ModelInput, _ mode: TokenOccurrence, _ prependBOS: Bool?
    ) throws -> Int {
        let ids = try onePrompt(prompt, prependBOS)
        let position = mode == .first ? ids.firstIndex(of: token) : ids.lastIndex(of: token)
        guard let position else { throw ModelError.tokenNotInPrompt(name) }
        return position
    }

    private func onePrompt(_ prompt: any ModelInput, _ prependBOS: Bool?) throws -> [Int] {
        switch prompt.modelTokens {
        case .texts(let texts) where texts.count == 1: return try encode(texts[0], prependBOS: prependBOS)
        case .rows(let rows) where rows.count == 1: return rows[0]
        case .tensor(let tensor): return try singleRow(tensor)
        case .texts(let texts): throw ModelError.severalPrompts(texts.count)
        case .rows(let rows): throw ModelError.severalPrompts(rows.count)
        }
    }
}
