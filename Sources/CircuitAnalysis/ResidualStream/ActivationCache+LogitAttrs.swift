public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// What each component of the final residual stream adds to a token's logit, or to the difference of two: direct
    /// logit
    /// attribution.
    ///
    /// ```swift
    /// let (heads, labels) = try cache.stackHeadResults(posSlice: -1)
    /// let attributions = try cache.logitAttrs(heads, tokens: " Mary", incorrectTokens: " John", posSlice: -1)   //
    /// [component, batch]
    /// ```
    /// The final layer norm is applied with the scale of the run and its gain, and b_U is left out: over the
    /// components of
    /// ``decomposeResid(layer:mlpInput:mode:applyLN:posSlice:inclEmbeds:)`` the attributions sum to the logit
    /// difference, up to
    /// what the biases add. (TransformerLens leaves the gain out, which shows in a model without `foldLN`; `applyGain`
    /// false
    /// gives its numbers.)
    /// - Parameters:
    ///   - stack: [component, batch, position, d_model], with the positions that `posSlice` leaves.
    ///   - tokens: one token for all, one per prompt [batch], or one per prompt and position.
    ///   - incorrectTokens: their logit is subtracted; of the same shape.
    ///   - batchSlice: the prompts that the stack holds, where it does not hold all.
    /// - Returns: the stack's shape without d_model.
    /// - Throws: ``CacheAnalysisError`` for shapes that do not fit.
    public func logitAttrs(
        _ stack: Tensor, tokens: any TokenChoice, incorrectTokens: (any TokenChoice)? = nil,
        posSlice: (any TensorIndex)? = nil, batchSlice: (any TensorIndex)? = nil, applyGain: Bool = true
    ) throws -> Tensor {
        let model = try CacheReader(self, posSlice).model
        var directions = try model.tokensToResidualDirections(tokens)
        if let incorrectTokens {
            let wrong = try model.tokensToResidualDirections(incorrectTokens)
            guard wrong.shape == directions.shape else {
                throw CacheAnalysisError.unequalTokens(
                    correct: Array(directions.shape.dropLast()), incorrect: Array(wrong.shape.dropLast()))
            }
            directions = try Fault.catching { directions - wrong }
        }
        let scaled = try applyLNToStack(stack, posSlice: posSlice, batchSlice: batchSlice, applyGain: applyGain)
        let fitted = try Self.fitted(directions, to: stack)
        return try Fault.catching { (scaled * fitted).sum(dim: -1) }
    }

    /// The directions with an axis for the positions where they have one for the prompts only.
    ///
    /// Tokens [batch] go along the batch axis also where the stack has all positions; TransformerLens takes the
    /// position axis then.
    private static func fitted(_ directions: Tensor, to stack: Tensor) throws -> Tensor {
        let (tokens, places) = (Array(directions.shape.dropLast()), Array(stack.shape.dropFirst().dropLast()))
        if tokens.isEmpty || tokens == places { return directions }
        guard tokens.count == 1, places.count == 2, tokens[0] == places[0] else {
            throw CacheAnalysisError.wrongTokens(shape: tokens, stack: stack.shape)
        }
        return directions.unsqueezed(dim: 1)
    }
}
