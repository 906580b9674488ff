internal import Hooks
internal import SessionSafety
internal import TensorCore

// Attention where gradients are asked of queries, keys, values, scores or patterns: step by step, with the rule of each.

extension ForwardPass {
    /// z [batch, position, head, d_head]
    mutating func trackedOutputs(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        var scores = try trackedScores(vectors, layer)
        try show(&scores, layer, .attnScores)
        var pattern = try trackedSoftmax(scores)
        try show(&pattern, layer, .pattern)
        return try trackedValues(pattern, vectors, layer)
    }

    /// q · k · factor, −∞ where a query may not look: [batch, head, position, position]
    private func trackedScores(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        let compute = { (x: [Tensor]) in
            try scores(AttentionVectors(q: x[0], k: x[1], v: x[1]), layer) { head, block in head.hide(block) }
        }
        return try Tensor.differentiated("attention scores", [vectors.q, vectors.k], compute) { inputs, scores in
            let plain = AttentionVectors(q: inputs[0], k: inputs[1], v: inputs[1])
            let before = { (g: Tensor) in beforeMaskAndCap(g, scores, layer) }
            return [
                { g in try queryGradient(before(g), plain, layer) }, { g in try keyGradient(before(g), plain, layer) },
            ]
        }
    }

    /// The gradient of q · k · factor for that of the scores that a mask and a cap make of it: of c · tanh(x / c), the slope is
    /// 1 − (score / c)².
    private func beforeMaskAndCap(_ g: Tensor, _ scores: Tensor, _ layer: Int) -> Tensor {
        let hidden = scores .== -Double.infinity
        let shown = Tensor.where(hidden, 0, g)
        guard let cap = weights.blocks[layer].attention.softCap else { return shown }
        return shown * (1 - (Tensor.where(hidden, 0, scores) / Double(cap)).pow(2))
    }

    func trackedSoftmax(_ scores: Tensor) throws -> Tensor {
        try Tensor.differentiated("attention pattern", [scores], { try softmax($0[0]) }) { _, pattern in
            let lines = [pattern.count / tokens.positions, tokens.positions]
            return [
                { g in
                    let share = (g * pattern).reshaped(lines)
                    return share.reshaped(pattern.shape)
                        - (pattern.reshaped(lines) * share.sum(dim: 1, keepdim: true)).reshaped(pattern.shape)
                }
            ]
        }
    }

    /// pattern · v: [batch, position, head, d_head]
    func trackedValues(_ pattern: Tensor, _ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        let plainQ = vectors.q.detach()
        let compute = { (x: [Tensor]) in
            try weightedValues(x[0], AttentionVectors(q: plainQ, k: x[1], v: x[1]), layer)
        }
        return try Tensor.differentiated("weighted values", [pattern, vectors.v], compute) { inputs, _ in
            let plain = AttentionVectors(q: plainQ, k: inputs[1], v: inputs[1])
            return [
                { g in try patternGradient(g, plain, layer) },
                { g in try valueGradient(g, inputs[0], plain, layer) },
            ]
        }
    }
}

// MARK: Rules

extension ForwardPass {
    /// Of scores by queries: g · k · factor
    private func queryGradient(_ g: Tensor, _ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try g.reading { g in
            try Tensor.making(vectors.q.shape) { out in
                try forEachHead(vectors, layer) { head, number in
                    try head.forEachSegment { segment, start in
                        try MatrixProduct.multiply(
                            g + pairOffset(number) + start, head.positions, segment.keys, segment.stride,
                            into: out + vectorOffset(number), cfg.dHeads, m: head.queryCount, n: cfg.dHead,
                            k: segment.count, alpha: head.factor, beta: start == 0 ? 0 : 1)
                    }
                }
            }
        }
    }

    /// Of scores by the pass's own keys: gᵀ · q · factor, summed over the heads that share a key.
    private func keyGradient(_ g: Tensor, _ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try perKeyHead(like: vectors.k, g, vectors, layer) { head, g, out in
            try MatrixProduct.multiply(
                g + head.firstOwnKey, head.positions, transposeA: true, head.queries, head.queryStride, into: out,
                cfg.shownKeyHeads * cfg.dHead, m: head.ownKeyCount, n: cfg.dHead, k: head.queryCount,
                alpha: head.factor,
                beta: 1)
        }
    }

    /// Of heads' outputs by patterns: g · vᵀ
    private func patternGradient(_ g: Tensor, _ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try g.reading { g in
            try Tensor.making(pairShape) { out in
                try forEachHead(vectors, layer) { head, number in
                    try head.forEachSegment { segment, start in
                        try MatrixProduct.multiply(
                            g + vectorOffset(number), cfg.dHeads, segment.values, segment.stride, transposeB: true,
                            into: out + pairOffset(number) + start, head.positions, m: head.queryCount,
                            n: segment.count, k: cfg.dHead)
                    }
                }
            }
        }
    }

    /// Of heads' outputs by the pass's own values: patternᵀ · g, summed over the heads that share a value.
    private func valueGradient(
        _ g: Tensor, _ pattern: Tensor, _ vectors: AttentionVectors, _ layer: Int
    ) throws -> Tensor {
        try g.reading { g in
            try perKeyHead(like: vectors.v, pattern, vectors, layer) { head, pattern, out, number in
                try MatrixProduct.multiply(
                    pattern + head.firstOwnKey, head.positions, transposeA: true, g + vectorOffset(number), cfg.dHeads,
                    into: out, cfg.shownKeyHeads * cfg.dHead, m: head.ownKeyCount, n: cfg.dHead, k: head.queryCount,
                    beta: 1)
            }
        }
    }

    private func perKeyHead(
        like vectors: Tensor, _ pairs: Tensor, _ all: AttentionVectors, _ layer: Int,
        _ add: (HeadAttention, _ pairs: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>) throws -> Void
    ) throws -> Tensor {
        try perKeyHead(like: vectors, pairs, all, layer) { head, pairs, out, _ in try add(head, pairs, out) }
    }

    /// A tensor of keys' or values' shape to which every head adds its share; heads that share a key take turns.
    private func perKeyHead(
        like vectors: Tensor, _ pairs: Tensor, _ all: AttentionVectors, _ layer: Int,
        _ add: (HeadAttention, _ pairs: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ number: Int) throws
            -> Void
    ) throws -> Tensor {
        try pairs.reading { pairs in
            try Tensor.making(vectors.shape) { out in
                out.update(repeating: 0, count: vectors.count)
                try forEachHead(all, layer, inTurn: cfg.shownKeyHeads != cfg.nHeads) { head, number in
                    let (span, width) = (tokens.spans[number / cfg.nHeads], cfg.shownKeyHeads * cfg.dHead)
                    let place = span.offset * width + keyColumn(number)
                    try add(head, pairs + pairOffset(number), out + place, number)
                }
            }
        }
    }
}

extension HeadAttention {
    /// The position of the first key that belongs to the pass itself.
    fileprivate var firstOwnKey: Int { past?.count ?? 0 }
    fileprivate var ownKeyCount: Int { own?.count ?? 0 }
}
