internal import SessionSafety
internal import TensorCore

/// Logits, and the token that follows each of them.
struct PredictedTokens {
    private let logits: Tensor
    /// Row by row.
    private let ids: [Int]
    private let rows: Int
    private let positions: Int
    /// Which tokens are real; nil when all are.
    private let mask: [Bool]?

    /// The tokens of a run, and its logits.
    /// - Throws: ``ModelError/lossNeedsTwoTokens``.
    init(_ logits: Tensor, ids: [Int], rows: Int, positions: Int, mask: [Bool]?) throws {
        guard positions > 1 else { throw ModelError.lossNeedsTwoTokens }
        (self.logits, self.ids, self.rows, self.positions, self.mask) = (logits, ids, rows, positions, mask)
    }

    /// Tokens and logits that somebody put together.
    /// - Throws: ``ModelError`` for shapes that do not fit each other.
    init(_ logits: Tensor, _ tokens: Tensor, _ attentionMask: Tensor?) throws {
        let padded = try PaddedTokens(tokens)
        let mask = try attentionMask.map { try padded.checked($0) }
        guard logits.ndim == 3, logits.shape[0] == padded.rows, logits.shape[1] == padded.positions else {
            throw ModelError.logitsDoNotFit(logits: logits.shape, tokens: tokens.shape)
        }
        try self.init(logits, ids: padded.ids, rows: padded.rows, positions: padded.positions, mask: mask)
        let width = logits.shape[2]
        if let index = ids.firstIndex(where: { !(0..<width).contains($0) }) {
            throw ModelError.unknownToken(
                ids[index], row: index / positions, position: index % positions, dVocab: width)
        }
    }

    /// −log p of each next token: the mean, or one number per token.
    func crossEntropy(perToken isPerToken: Bool) throws -> Tensor {
        if logits.isTracked { return try trackedCrossEntropy(perToken: isPerToken) }
        let losses = try map { line, next in
            var out = [Float](repeating: 0, count: line.count)
            if let start = line.baseAddress { RowKernels.logSoftmax(start, into: &out, rows: 1, width: line.count) }
            return -Double(out[next])
        }
        return isPerToken ? perToken(losses) : mean(losses)
    }

    /// The same of operations that have rules for gradients.
    private func trackedCrossEntropy(perToken isPerToken: Bool) throws -> Tensor {
        let next = Tensor(indices.map { ids[$0 + 1] }, shape: [rows, positions - 1, 1])
        let weights = Tensor(indices.map { counts($0) ? 1 : 0 as Float }, shape: [rows, positions - 1])
        return try Fault.catching {
            let logProbs = logits[0..., ..<(positions - 1)].logSoftmax(dim: -1).gather(dim: -1, index: next)
            let losses = -(logProbs.squeezed(dim: -1) * weights)
            return isPerToken ? losses : losses.sum() / Swift.max(1, weights.sum().item())
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
                    ids[index + 1])
            }
        }
    }

    func perToken(_ values: [Double]) -> Tensor {
        Tensor(values.map { Float($0) }, shape: [rows, positions - 1])
    }

    func mean(_ values: [Double]) -> Tensor {
        let count = indices.count(where: counts)
        return Tensor([Float(values.reduce(0, +) / Double(max(count, 1)))], shape: [])
    }

    /// Every place that has a next token.
    private var indices: [Int] {
        (0..<rows).flatMap { row in (0..<(positions - 1)).map { row * positions + $0 } }
    }

    private func counts(_ index: Int) -> Bool { mask.map { $0[index] && $0[index + 1] } ?? true }
}
