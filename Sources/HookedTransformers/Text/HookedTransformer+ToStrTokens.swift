public import TensorCore

extension HookedTransformer {
    /// The texts of the tokens of `text`, one by one, the BOS first.
    ///
    /// ```swift
    /// try model.toStrTokens("Hello world")        // ["<|endoftext|>", "Hello", " world"]
    /// ```
    /// A character that is split over several tokens is one U+FFFD in each of them.
    public func toStrTokens(_ text: String, prependBOS: Bool? = nil) throws -> [String] {
        try toStrTokens(Array(encode(text, prependBOS: prependBOS).prefix(cfg.nCtx)))
    }

    /// The texts of the tokens of each text.
    public func toStrTokens(_ texts: [String], prependBOS: Bool? = nil) throws -> [[String]] {
        try texts.map { try toStrTokens($0, prependBOS: prependBOS) }
    }

    /// The texts of tokens, one by one.
    public func toStrTokens(_ tokens: [Int]) throws -> [String] { try tokens.map { try toString($0) } }

    /// The texts of the tokens in a tensor of shape [position] or [1, position], one by one.
    ///
    /// `try model.toStrTokens(tokens[0])`
    public func toStrTokens(_ tokens: Tensor) throws -> [String] { try toStrTokens(singleRow(tokens)) }

    /// The one token that `text` is, without a BOS.
    ///
    /// ```swift
    /// try model.toSingleToken(" Mary")        // 5335 in GPT-2
    /// ```
    /// - Throws: ``ModelError/notASingleToken(_:tokens:)`` when it is none, or several.
    public func toSingleToken(_ text: String) throws -> Int {
        let ids = try encode(text, prependBOS: false)
        guard ids.count == 1 else { throw ModelError.notASingleToken(text, tokens: try toStrTokens(ids)) }
        return ids[0]
    }

    /// The text of one token.
    public func toSingleStrToken(_ token: Int) throws -> String { try toString([token]) }
}
