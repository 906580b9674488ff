internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// Self-attention, before heads are put together: z, [batch, position, head, d_head]
    mutating func headOutputs(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        let isTracked = vectors.q.isTracked || vectors.k.isTracked || vectors.v.isTracked
        if isTracked { return try trackedOutputs(vectors, layer) }
        guard listens(layer, .attnScores) || listens(layer, .pattern) else { return try attended(vectors, layer) }
        var pattern = try watchedPattern(vectors, layer)
        try show(&pattern, layer, .pattern)
        // A hook may have put something in that a gradient is asked of.
        if pattern.isTracked { return try trackedValues(pattern, vectors, layer) }
        return try weightedValues(pattern, vectors, layer)
    }

    /// Where the heads look, with no hook asked: [batch, head, position, position]
    func pattern(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try scores(vectors, layer) { head, block in head.normalize(block) }
    }

    /// The same, made of what hooks at the scores leave.
    private mutating func watchedPattern(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        guard listens(layer, .attnScores) else { return try pattern(vectors, layer) }
        var scores = try scores(vectors, layer) { head, block in head.hide(block) }
        try show(&scores, layer, .attnScores)
        return try scores.isTracked ? trackedSoftmax(scores) : softmax(scores)
    }

    /// The scores of every head [batch, head, position, position], after `finish` has gone over them.
    func scores(
        _ vectors: AttentionVectors, _ layer: Int, finish: (HeadAttention, UnsafeMutablePointer<Float>) -> Void
    ) throws -> Tensor {
        try Tensor.making(pairShape) { out in
            try forEachHead(vectors, layer) { head, number in
                let block = out + pairOffset(number)
                try head.score(into: block)
                finish(head, block)
            }
        }
    }

    func softmax(_ scores: Tensor) throws -> Tensor {
        let positions = tokens.positions
        return try scores.reading { scores in
            try Tensor.making(pairShape) { out in
                try inShares(tokens.count * cfg.nHeads, elementsEach: 4 * positions) { lines in
                    let start = lines.lowerBound * positions
                    RowKernels.softmax(scores + start, into: out + start, rows: lines.count, width: positions)
                }
            }
        }
    }

    /// pattern · v: [batch, position, head, d_head]
    func weightedValues(_ pattern: Tensor, _ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try pattern.reading { pattern in
            try Tensor.making(shape(cfg.nHeads, cfg.dHead)) { out in
                try forEachHead(vectors, layer) { head, number in
                    try head.weigh(pattern + pairOffset(number), into: out + vectorOffset(number), cfg.dHeads)
                }
            }
        }
    }

    /// The heads' outputs where nobody looks at scores or patterns, which are not kept then.
    private func attended(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try Tensor.making(shape(cfg.nHeads, cfg.dHead)) { out in
            guard tokens.count > 0 else { return }
            try forEachHead(vectors, layer) { head, number in
                try withUnsafeTemporaryAllocation(of: Float.self, capacity: head.roomCount) { room in
                    guard let room = room.baseAddress else { return }
                    try head.attend(scores: room, into: out + vectorOffset(number), cfg.dHeads)
                }
            }
        }
    }

    /// Where a head's first vector stands in [batch, position, head, d_head]; heads are counted over all spans.
    func vectorOffset(_ number: Int) -> Int {
        tokens.spans[number / cfg.nHeads].offset * cfg.dHeads + number % cfg.nHeads * cfg.dHead
    }

    /// The shape of scores and patterns: [batch, head, position, position], of some tokens alone one axis.
    var pairShape: [Int] {
        let positions = tokens.positions
        let isWhole = tokens.count == tokens.spans.count * positions
        return isWhole
            ? [tokens.spans.count, cfg.nHeads, positions, positions] : [tokens.count * cfg.nHeads * positions]
    }

    /// Where a head's scores [query, key] start; heads are counted over all spans.
    func pairOffset(_ number: Int) -> Int {
        let span = tokens.spans[number / cfg.nHeads]
        return (span.offset * cfg.nHeads + number % cfg.nHeads * span.count) * tokens.positions
    }

    /// Every head of every span, shared between the cores.
    func forEachHead(
        _ vectors: AttentionVectors, _ layer: Int, inTurn: Bool = false,
        _ body: (HeadAttention, _ number: Int) throws -> Void
    ) throws {
        let heads = tokens.spans.count * cfg.nHeads
        let pairs = tokens.count * tokens.positions / max(1, tokens.spans.count)
        let attention = weights.blocks[layer].attention
        try AttentionMemory.with(vectors, past) { memory in
            if inTurn {
                for number in 0..<heads { try body(head(number, memory, attention), number) }
                return
            }
            try inShares(heads, elementsEach: pairs * (4 + cfg.dHead / 16)) { numbers in
                for number in numbers { try body(head(number, memory, attention), number) }
            }
        }
    }

    private func head(
        _ number: Int, _ memory: AttentionMemory, _ attention: AttentionWeights
    ) -> HeadAttention {
        let span = tokens.spans[number / cfg.nHeads]
        return HeadAttention(
            queries: memory.q + vectorOffset(number), queryStride: cfg.dHeads, first: span.first,
            queryCount: span.count, past: pastSegment(number, memory), own: ownSegment(number, memory),
            dHead: cfg.dHead, factor: 1 / attention.scale, reach: attention.reach, softCap: attention.softCap,
            mask: tokens.realMask(span.row))
    }

    /// A head's keys and values of the tokens that the pass computes; nil where the past has them too.
    private func ownSegment(_ number: Int, _ memory: AttentionMemory) -> HeadAttention.Segment? {
        guard past?.holdsAll != true else { return nil }
        let (span, width) = (tokens.spans[number / cfg.nHeads], cfg.shownKeyHeads * cfg.dHead)
        let start = span.offset * width + keyColumn(number)
        return HeadAttention.Segment(keys: memory.k + start, values: memory.v + start, count: span.count, stride: width)
    }

    /// A head's keys and values of the positions before, or of all; nil where there are none.
    private func pastSegment(_ number: Int, _ memory: AttentionMemory) -> HeadAttention.Segment? {
        let (span, width) = (tokens.spans[number / cfg.nHeads], cfg.shownKeyHeads * cfg.dHead)
        let count = past?.holdsAll == true ? span.first + span.count : span.first
        guard count > 0, let k = memory.pastK, let v = memory.pastV else { return nil }
        let start = span.row * memory.pastPositions * width + keyColumn(number)
        return HeadAttention.Segment(keys: k + start, values: v + start, count: count, stride: width)
    }

    /// Where the keys and values that a head reads stand among those of a position; groups of heads may share them.
    func keyColumn(_ number: Int) -> Int {
        number % cfg.nHeads / (cfg.nHeads / cfg.shownKeyHeads) * cfg.dHead
    }
}

/// The memory of queries, keys and values.
private struct AttentionMemory {
    let q: UnsafePointer<Float>, k: UnsafePointer<Float>, v: UnsafePointer<Float>
    let pastK: UnsafePointer<Float>?, pastV: UnsafePointer<Float>?
    /// How many positions of a prompt there is room for where the past's lie.
    let pastPositions: Int

    static func with<R>(
        _ vectors: AttentionVectors, _ past: PastVectors?, _ body: (AttentionMemory) throws -> R
    ) throws -> R {
        try vectors.q.reading { q in
            try vectors.k.reading { k in
                try vectors.v.reading { v in
                    guard let past else {
                        return try body(AttentionMemory(q: q, k: k, v: v, pastK: nil, pastV: nil, pastPositions: 0))
                    }
                    return try past.k.reading { pastK in
                        try past.v.reading { pastV in
                            try body(
                                AttentionMemory(
                                    q: q, k: k, v: v, pastK: pastK, pastV: pastV, pastPositions: past.k.shape[1]))
                        }
                    }
                }
            }
        }
    }
}
