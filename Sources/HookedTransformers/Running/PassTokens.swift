internal import TensorCore

/// The tokens of one prompt that a pass computes, from a position on to its end.
struct TokenSpan: Sendable, Equatable {
    /// The prompt.
    let row: Int
    /// The position of the first token; keys and values of those before it are known.
    let first: Int
    let count: Int
    /// Where the first token stands among all tokens of the pass.
    let offset: Int
}

/// The tokens that a pass computes: all of some prompts, or of each what follows on a part that was computed before.
struct PassTokens: Sendable {
    let spans: [TokenSpan]
    /// The axes in front of every activation: [batch, position], or [token, 1] where spans have unequal lengths.
    let axes: [Int]
    /// The length of every prompt, from position 0 on.
    let positions: Int
    /// Which positions of the prompts are real, prompt by prompt; nil when all are.
    let mask: [Bool]?

    /// All tokens of a batch.
    init(_ batch: TokenBatch) {
        self.init(new: batch, after: 0, mask: batch.mask)
    }

    /// The tokens of `batch` as they follow on `past` positions of their prompts; `mask` is for all positions.
    init(new batch: TokenBatch, after past: Int, mask: [Bool]?) {
        spans = (0..<batch.rows).map { row in
            TokenSpan(row: row, first: past, count: batch.positions, offset: row * batch.positions)
        }
        axes = [batch.rows, batch.positions]
        positions = past + batch.positions
        self.mask = mask
    }

    /// Some tokens of the prompts of `batch`.
    init(_ spans: [TokenSpan], count: Int, of batch: TokenBatch) {
        self.spans = spans
        axes = [count, 1]
        positions = batch.positions
        mask = batch.mask
    }

    /// The number of tokens.
    var count: Int { axes[0] * axes[1] }

    /// Which positions of a prompt are real; nil when all are.
    func realMask(_ row: Int) -> ArraySlice<Bool>? {
        mask.map { $0[(row * positions)..<((row + 1) * positions)] }
    }

    /// The place of every token among the real tokens of its prompt; nil at padding.
    var positionIDs: [Int?] {
        spans.flatMap { span -> [Int?] in
            guard let mask = realMask(span.row) else { return (span.first..<(span.first + span.count)).map { $0 } }
            let own = mask.startIndex + span.first
            var seen = mask[..<own].count { $0 }
            return mask[own..<(own + span.count)].map { isReal in
                defer { if isReal { seen += 1 } }
                return isReal ? seen : nil
            }
        }
    }
}

/// Keys and values of positions before a pass's own: [batch, position, key/value head, d_head], perhaps with room for more positions.
struct PastVectors {
    let k: Tensor
    let v: Tensor
    /// Whether they hold the pass's own positions too.
    var holdsAll = false
}
