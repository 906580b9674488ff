public import TensorCore

extension HookedTransformer {
    /// The texts of the tokens of `text`, one by one, the BOS first.
    ///
    /// ```swift
    /// try model.toStrTokens("Hello world")        // ["<|endoftext|>", "Hello", " world"]
    /// ```
    /// A character that is split over several tokens is one U+FFFD in each of them. A token's leading space stays with it
    /// also where the vocabulary is one of the SentencePiece library's; TransformerLens loses it there.
    public func toStrTokens(_ text: String, prependBOS: Bool? = nil) throws -> [String] {
        try toStrTokens(Array(encode(text, prependBOS: prependBOS).prefix(cfg.nCtx)))
    }

    /// The texts of the tokens of each text.
    public func toStrTokens(_ texts: [String], prependBOS: Bool? = nil) throws -> [[String]] {
        try texts.map { try toStrTokens($0, prependBOS: prependBOS) }
    }

    /// The texts of tokens, one by one.
    public func toStrTokens(_ tokens: [Int]) throws -> [String] { try tokens.map(toSingleStrToken) }

    /// The texts of the tokens in a tensor of shape [position] or [1, position], one by one.
    ///
    /// `try model.toStrTokens(tokens[0])`
    public func toStrTokens(_ tokens: Tensor) throws -> [String] { try toStrTokens(singleRow(tokens)) }

    /// The one token that `text` is, without a BOS.
    ///
    /// ```swift
    /// try model.toSingleToken(" Mary")        // 5335 in GPT-2
    /// ```
    /// A vocabulary of the SentencePiece library's puts a space in front of every text, and another one would be a token of
    /// its own: there " Mary" is the token that stands for it inside a text, which is also what "Mary" becomes.
    /// - Throws: ``ModelError/notASingleToken(_:tokens:)`` when it is none, or several.
    public func toSingleToken(_ text: String) throws -> Int {
        let ids = try encode(text, prependBOS: false)
        if ids.count > 1, let id = try requiredTokenizer().tokenID(ofText: text) { return id }
        guard ids.count == 1 else { throw ModelError.notASingleToken(text, tokens: try toStrTokens(ids)) }
        return ids[0]
    }

    /// The text of one token, with its leading space.
    public func toSingleStrToken(_ token: Int) throws -> String {
        let tokenizer = try requiredTokenizer()
        return isNameless(token, tokenizer) ? "" : try tokenizer.tokenText(token)
    }
}
