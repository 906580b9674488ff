public import TensorCore

/// −log p of each next token, by the logits of a run: the mean, or one number per token.
///
/// ```swift
/// let loss = try lmCrossEntropyLoss(logits, tokens)                          // []
/// let losses = try lmCrossEntropyLoss(logits, tokens, perToken: true)        // [batch, position − 1]
/// ```
/// - Parameters:
///   - logits: [batch, position, d_vocab]
///   - tokens: [batch, position], or [position] for one prompt.
///   - attentionMask: of the tokens' shape, 0 at padding; pairs of which either token is padding count nothing.
/// - Throws: ``ModelError`` for shapes that do not fit each other.
public func lmCrossEntropyLoss(
    _ logits: Tensor, _ tokens: Tensor, attentionMask: Tensor? = nil, perToken: Bool = false
) throws -> Tensor {
    try PredictedTokens(logits, tokens, attentionMask).crossEntropy(perToken: perToken)
}

/// How often the likeliest token is the next one: the share, or whether it is so per token.
///
/// ```swift
/// let accuracy = try lmAccuracy(logits, tokens)           // [], between 0 and 1
/// ```
/// - Returns: one number, or [batch, position − 1] of 0 and 1.
/// - Throws: ``ModelError`` for shapes that do not fit each other.
public func lmAccuracy(
    _ logits: Tensor, _ tokens: Tensor, attentionMask: Tensor? = nil, perToken: Bool = false
) throws -> Tensor {
    let pairs = try PredictedTokens(logits, tokens, attentionMask)
    let hits = try pairs.map { line, next in
        let best = line.indices.max { (line[$0], $1) < (line[$1], $0) }
        return best == next ? 1 : 0
    }
    return perToken ? pairs.perToken(hits) : pairs.mean(hits)
}
