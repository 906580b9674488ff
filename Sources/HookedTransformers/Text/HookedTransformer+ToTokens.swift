public import TensorCore

extension HookedTransformer {
    /// The tokens of a text: [1, position], with a BOS in front where `prependBOS` says so, or else `cfg.defaultPrependBOS`.
    ///
    /// ```swift
    /// let tokens = try model.toTokens("When John and Mary went to the shops,")
    /// ```
    /// A text that begins with the BOS by itself gets no second one, unless the BOS ends texts as well, as GPT-2's does. A
    /// text longer than `cfg.nCtx` is cut there unless `truncate` is false.
    /// - Throws: ``ModelError/noTokenizer(reason:)`` when the model was loaded without a tokenizer.
    public func toTokens(_ text: String, prependBOS: Bool? = nil, truncate: Bool = true) throws -> Tensor {
        try toTokens([text], prependBOS: prependBOS, truncate: truncate)
    }

    /// The tokens of several texts: [batch, position].
    ///
    /// ```swift
    /// let tokens = try model.toTokens(prompts, prependBOS: true)
    /// ```
    /// - Throws: ``ModelError/unequalLengths(_:)`` when the texts have unequal numbers of tokens and no `paddingSide` is given.
    public func toTokens(
        _ texts: [String], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, truncate: Bool = true
    ) throws -> Tensor {
        let rows = try texts.map { text in
            let ids = try encode(text, prependBOS: prependBOS)
            return truncate ? Array(ids.prefix(cfg.nCtx)) : ids
        }
        let length = rows.map(\.count).max() ?? 0
        if paddingSide == nil, rows.contains(where: { $0.count != length }) {
            throw ModelError.unequalLengths(rows.map(\.count))
        }
        let padding = try requiredTokenizer().padTokenID ?? 0
        let side = paddingSide ?? .right
        let filled = rows.map { PaddedTokens.filledUp($0, padding, to: length, side) }
        for (row, new) in zip(rows, filled) where row.count < length { filledUpRows.remember(new, side) }
        return Tensor(filled.flatMap { $0 }, shape: [rows.count, length])
    }

    /// The token ids of `text`, with a BOS in front where it is wanted.
    func encode(_ text: String, prependBOS: Bool?) throws -> [Int] {
        let tokenizer = try requiredTokenizer()
        let ids = try tokenizer.encode(text)
        guard prependBOS ?? cfg.defaultPrependBOS else { return ids }
        guard let bos = tokenizer.bosTokenID else { throw ModelError.noBOS }
        let isThere = ids.first == bos && bos != tokenizer.eosTokenID
        return isThere ? ids : [bos] + ids
    }

    /// The tokenizer.
    /// - Throws: ``ModelError/noTokenizer(reason:)``.
    package func requiredTokenizer() throws -> any TextTokenizer {
        guard let tokenizer else { throw ModelError.noTokenizer(reason: missingTokenizerReason) }
        return tokenizer
    }
}
