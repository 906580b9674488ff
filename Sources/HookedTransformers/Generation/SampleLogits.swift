public import TensorCore

/// Chooses a token for each row of logits.
///
/// ```swift
/// let next = try sampleLogits(logits[0..., -1, 0...], temperature: 0.8, topK: 50)        // [batch]
/// ```
/// - Parameters:
///   - logits: [batch, d_vocab], or [d_vocab] for one token [].
///   - temperature: divides the logits; 0 gives the likeliest token.
///   - topK: only so many of the likeliest tokens count.
///   - topP: only the likeliest tokens count that together have this probability.
///   - freqPenalty: is subtracted from a token's logit / temperature for each time that it stands in `tokens`.
///   - tokens: the tokens so far, [batch, position].
///   - seed: repeats the draw; without it, `manualSeed` does. Not PyTorch's draws.
/// - Throws: ``ModelError`` for an option or a shape that cannot be.
public func sampleLogits(
    _ logits: Tensor, temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, freqPenalty: Double = 0,
    tokens: Tensor? = nil, seed: Int? = nil
) throws -> Tensor {
    guard let width = logits.shape.last, width > 0, logits.ndim <= 2 else {
        throw ModelError.badLogitsShape(logits.shape, expected: "[batch, d_vocab] or [d_vocab]")
    }
    let rows = logits.count / width
    let earlier = try tokens.map { try PaddedTokens($0) }
    if freqPenalty != 0 {
        guard let earlier, earlier.rows == rows else {
            throw ModelError.optionNeeds(
                "freqPenalty", what: "the tokens so far, [batch = \(rows), position], in tokens:")
        }
    }
    var sampler = try TokenSampler(
        temperature: temperature, topK: topK, topP: topP, freqPenalty: freqPenalty, seed: seed)
    let chosen = logits.withUnsafeFloats { logits in
        (0..<rows).map { row in
            let line = UnsafeBufferPointer(rebasing: logits[(row * width)..<((row + 1) * width)])
            let before = earlier.map { Array($0.ids[(row * $0.positions)..<((row + 1) * $0.positions)]) } ?? []
            return sampler.choose(line, after: before)
        }
    }
    return Tensor(chosen, shape: logits.shape.dropLast())
}
