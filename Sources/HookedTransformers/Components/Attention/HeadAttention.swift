internal import TensorCore

/// Attention of one head of one prompt: queries from a position on, keys and values of all positions up to theirs.
///
/// Scores and patterns are [query, key], as many keys as there are positions. Every way of running a model attends here.
struct HeadAttention {
    /// Positions whose keys and values lie in one stretch of memory, `stride` numbers from one to the next.
    struct Segment {
        let keys: UnsafePointer<Float>
        let values: UnsafePointer<Float>
        let count: Int
        let stride: Int
    }

    let queries: UnsafePointer<Float>
    let queryStride: Int
    /// The position of the first query.
    let first: Int
    let queryCount: Int
    /// The first positions, in memory of their own; nil when there are none.
    let past: Segment?
    /// The positions behind those, up to the last query's; nil when `past` has these too.
    let own: Segment?
    let dHead: Int
    /// What scores are multiplied with.
    let factor: Float
    let reach: any AttentionReach
    /// What scores are kept below; nil where they are not.
    let softCap: Float?
    /// Which positions are real; nil when all are.
    let mask: ArraySlice<Bool>?

    /// The number of keys.
    var positions: Int { first + queryCount }
}

extension HeadAttention {
    /// How many queries are gone through at a time: where there are more, no room is needed for the scores of all, and what
    /// none of a block may look at costs nothing.
    private static let blockLength = 128

    /// The room that ``attend(scores:into:_:)`` needs.
    var roomCount: Int { min(queryCount, Self.blockLength) * positions }

    /// out = softmax(q · k · factor) · v; `scores` is room of ``roomCount`` numbers.
    func attend(
        scores: UnsafeMutablePointer<Float>, into out: UnsafeMutablePointer<Float>, _ stride: Int
    ) throws {
        try forEachBlock { block in
            let width = block.keys.count
            try score(block, into: scores, width)
            normalize(scores, block)
            try forEachSegment(block.keys) { segment, start, keys in
                try MatrixProduct.multiply(
                    scores + (keys.lowerBound - block.keys.lowerBound), width,
                    segment.values + (keys.lowerBound - start) * segment.stride, segment.stride,
                    into: out + block.queries.lowerBound * stride, stride, m: block.queries.count, n: dHead,
                    k: keys.count, beta: keys.lowerBound == block.keys.lowerBound ? 0 : 1)
            }
        }
    }

    /// q · k · factor [query, key], kept below the cap, where a query may look; the rest is left to ``hide(_:)`` or
    /// ``normalize(_:)``.
    func score(into scores: UnsafeMutablePointer<Float>) throws {
        try forEachBlock { block in
            let start = block.queries.lowerBound * positions + block.keys.lowerBound
            try score(block, into: scores + start, positions)
        }
    }

    /// −∞ where a query may not look.
    func hide(_ scores: UnsafeMutablePointer<Float>) {
        forEachQuery(of: whole, scores) { line, visible in
            line.update(repeating: -.infinity, count: visible.lowerBound)
            (line + visible.upperBound).update(repeating: -.infinity, count: positions - visible.upperBound)
        }
    }

    /// Softmax over the keys that a query may look at, zeros for the others.
    func normalize(_ scores: UnsafeMutablePointer<Float>) { normalize(scores, whole) }

    /// out = pattern · v
    func weigh(
        _ pattern: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, _ stride: Int
    ) throws {
        try forEachSegment { segment, start in
            try MatrixProduct.multiply(
                pattern + start, positions, segment.values, segment.stride, into: out, stride, m: queryCount, n: dHead,
                k: segment.count, beta: start == 0 ? 0 : 1)
        }
    }

    /// Gives `body` each segment, and its first position.
    func forEachSegment(_ body: (Segment, _ start: Int) throws -> Void) rethrows {
        if let past { try body(past, 0) }
        if let own { try body(own, past?.count ?? 0) }
    }
}

// MARK: Blocks

extension HeadAttention {
    /// Some queries, and the keys that any of them may look at.
    private struct Block {
        let queries: Range<Int>
        let keys: Range<Int>
    }

    private var whole: Block { Block(queries: 0..<queryCount, keys: 0..<positions) }

    private func forEachBlock(_ body: (Block) throws -> Void) rethrows {
        for start in stride(from: 0, to: queryCount, by: Self.blockLength) {
            let end = min(start + Self.blockLength, queryCount)
            let (early, late) = (keys(of: start), keys(of: end - 1))
            try body(Block(queries: start..<end, keys: early.lowerBound..<late.upperBound))
        }
    }

    private func keys(of query: Int) -> Range<Int> { reach.keys(of: first + query, among: positions) }

    /// q · k · factor of a block, kept below the cap, in lines that are `width` apart.
    private func score(_ block: Block, into scores: UnsafeMutablePointer<Float>, _ width: Int) throws {
        try forEachSegment(block.keys) { segment, start, keys in
            try MatrixProduct.multiply(
                queries + block.queries.lowerBound * queryStride, queryStride,
                segment.keys + (keys.lowerBound - start) * segment.stride, segment.stride, transposeB: true,
                into: scores + (keys.lowerBound - block.keys.lowerBound), width, m: block.queries.count, n: keys.count,
                k: dHead, alpha: factor)
        }
        guard let softCap else { return }
        for line in block.queries.indices {
            let line = scores + (line - block.queries.lowerBound) * width
            Elementwise.softCap(line, softCap, into: line, count: block.keys.count)
        }
    }

    /// Softmax over the keys that a query may look at, zeros for the block's others.
    private func normalize(_ scores: UnsafeMutablePointer<Float>, _ block: Block) {
        forEachQuery(of: block, scores) { line, visible in
            let start = line + visible.lowerBound
            line.update(repeating: 0, count: visible.lowerBound)
            RowKernels.softmax(start, into: start, rows: 1, width: visible.count)
            (line + visible.upperBound).update(repeating: 0, count: block.keys.count - visible.upperBound)
        }
    }

    /// Gives `body` each segment that has some of `keys`, its first position, and which they are.
    private func forEachSegment(
        _ keys: Range<Int>, _ body: (Segment, _ start: Int, _ keys: Range<Int>) throws -> Void
    ) rethrows {
        try forEachSegment { segment, start in
            let own = keys.clamped(to: start..<start + segment.count)
            if !own.isEmpty { try body(segment, start, own) }
        }
    }

    /// Gives `body` each query's scores, those of padding being −∞, and which of the block's keys it may look at.
    private func forEachQuery(
        of block: Block, _ scores: UnsafeMutablePointer<Float>,
        _ body: (UnsafeMutablePointer<Float>, Range<Int>) -> Void
    ) {
        let start = block.keys.lowerBound
        for query in block.queries {
            let (line, visible) = (scores + (query - block.queries.lowerBound) * block.keys.count, keys(of: query))
            if let mask {
                for key in visible where !mask[mask.startIndex + key] { line[key - start] = -.infinity }
            }
            body(line, visible.lowerBound - start..<visible.upperBound - start)
        }
    }
}
