internal import SessionSafety
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
    let pairs = try PredictedTokens(logits, tokens, attentionMask)
    let losses = try pairs.map { line, next in
        var out = [Float](repeating: 0, count: line.count)
        if let start = line.baseAddress { RowKernels.logSoftmax(start, into: &out, rows: 1, width: line.count) }
        return -Double(out[next])
    }
    return perToken ? pairs.perToken(losses) : pairs.mean(losses)
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

/// Logits, and the token that follows each of them.
private struct PredictedTokens {
    let logits: Tensor
    let tokens: PaddedTokens
    let mask: [Bool]?

    init(_ logits: Tensor, _ tokens: Tensor, _ attentionMask: Tensor?) throws {
        self.tokens = try PaddedTokens(tokens)
        self.logits = logits
        mask = try attentionMask.map { [tokens = self.tokens] in try tokens.checked($0) }
        guard logits.ndim == 3, logits.shape[0] == self.tokens.rows, logits.shape[1] == self.tokens.positions else {
            throw ModelError.badOption(
                "logits of shape \(logits.shape) and tokens of shape \(tokens.shape) do not fit: "
                    + "expected [batch, position, d_vocab] and [batch, position]")
        }
        guard self.tokens.positions > 1 else { throw ModelError.lossNeedsTwoTokens }
        let width = logits.shape[2]
        if let index = self.tokens.ids.firstIndex(where: { !(0..<width).contains($0) }) {
            let place = index.quotientAndRemainder(dividingBy: self.tokens.positions)
            throw ModelError.unknownToken(
                self.tokens.ids[index], row: place.quotient, position: place.remainder, dVocab: width)
        }
    }

    /// What `body` says of each line of logits and the token behind it; 0 where either is padding.
    func map(_ body: (UnsafeBufferPointer<Float>, _ next: Int) -> Double) throws -> [Double] {
        let width = logits.shape[2]
        return try logits.withUnsafeFloats { logits in
            try indices.map { index in
                try Interruption.check()
                guard counts(index) else { return 0 }
                return body(
                    UnsafeBufferPointer(rebasing: logits[(index * width)..<((index + 1) * width)]),
                    tokens.ids[index + 1])
            }
        }
    }

    func perToken(_ values: [Double]) -> Tensor {
        Tensor(values.map { Float($0) }, shape: [tokens.rows, tokens.positions - 1])
    }

    func mean(_ values: [Double]) -> Tensor {
        let count = indices.count(where: counts)
        return Tensor([Float(values.reduce(0, +) / Double(max(count, 1)))], shape: [])
    }

    /// Every place that has a next token.
    private var indices: [Int] {
        (0..<tokens.rows).flatMap { row in (0..<(tokens.positions - 1)).map { row * tokens.positions + $0 } }
    }

    private func counts(_ index: Int) -> Bool { mask.map { $0[index] && $0[index + 1] } ?? true }
}
