public import TensorCore

extension HookedTransformer {
    /// The text of one token.
    public func toString(_ token: Int) throws -> String { try toString([token]) }

    /// The text of a row of tokens; a BOS stands in it as `<|endoftext|>`, and invalid UTF-8 as U+FFFD.
    ///
    /// ```swift
    /// try model.toString([2215, 1757])        // "When John"
    /// ```
    /// A model may have more ids than its tokenizer has tokens; such an id is the empty text.
    public func toString(_ tokens: [Int]) throws -> String {
        let tokenizer = try requiredTokenizer()
        return try tokenizer.decode(tokens.filter { !isNameless($0, tokenizer) })
    }

    /// Whether the model has an id and its tokenizer no token for it.
    func isNameless(_ token: Int, _ tokenizer: any TextTokenizer) -> Bool {
        token >= tokenizer.vocabularySize && token < cfg.dVocab
    }

    /// The text of one token or a row of tokens: a tensor of shape [], [position] or [1, position].
    ///
    /// `try model.toString(tokens[0])`
    /// - Throws: ``ModelError/severalRows(_:)`` for several rows, of which `toStrings` makes several texts.
    public func toString(_ tokens: Tensor) throws -> String { try toString(singleRow(tokens)) }

    /// One text per row.
    public func toStrings(_ tokens: [[Int]]) throws -> [String] { try tokens.map { try toString($0) } }

    /// One text per row of a tensor of shape [batch, position]: `try model.toStrings(tokens)`.
    public func toStrings(_ tokens: Tensor) throws -> [String] {
        guard tokens.ndim <= 2 else { throw ModelError.badTokenShape(tokens.shape) }
        guard tokens.ndim == 2 else { return [try toString(tokens)] }
        let ids = try PaddedTokens(tokens)
        return try (0..<ids.rows).map {
            try toString(Array(ids.ids[($0 * ids.positions)..<(($0 + 1) * ids.positions)]))
        }
    }

    /// The ids in a tensor that holds one row of them.
    func singleRow(_ tokens: Tensor) throws -> [Int] {
        guard tokens.ndim <= 2 else { throw ModelError.badTokenShape(tokens.shape) }
        guard tokens.ndim < 2 || tokens.shape[0] == 1 else { throw ModelError.severalRows(tokens.shape) }
        guard tokens.dtype == .int64 else { throw ModelError.tokensNotIntegers(dtype: "\(tokens.dtype)") }
        return tokens.withUnsafeInts { Array($0) }
    }
}
