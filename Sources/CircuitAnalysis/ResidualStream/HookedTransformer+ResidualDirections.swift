public import HookedTransformers
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// The direction in the residual stream that each token's logit reads: its column of W_U.
    ///
    /// ```swift
    /// let mary = try model.tokensToResidualDirections(" Mary")       // [d_model]
    /// ```
    /// - Returns: the shape of `tokens`, with d_model behind it. (TransformerLens drops the axis of a tensor of one
    ///   element.)
    /// - Throws: ``CacheAnalysisError`` for ids that are none; `ModelError` for a text that is not a single token.
    public func tokensToResidualDirections(_ tokens: any TokenChoice) throws -> Tensor {
        let ids = try tokenIDs(tokens)
        let rows = try Fault.catching { weights.unembedding.rows(ids.flattened()) }
        return try Fault.catching { rows.reshaped(ids.shape + [cfg.dModel]) }
    }

    /// The ids of `tokens`, checked.
    func tokenIDs(_ tokens: any TokenChoice) throws -> Tensor {
        let ids: Tensor
        switch tokens.chosenTokens {
        case .texts(let texts, let shape): ids = Tensor(try texts.map(toSingleToken), shape: shape)
        case .ids(let tensor): ids = tensor
        }
        guard ids.dtype == .int64 else { throw CacheAnalysisError.tokensNotIntegers(dtype: "\(ids.dtype)") }
        if let unknown = ids.toIntArray().first(where: { !(0..<cfg.dVocabOut).contains($0) }) {
            throw CacheAnalysisError.unknownToken(unknown, dVocab: cfg.dVocabOut)
        }
        return ids
    }
}
