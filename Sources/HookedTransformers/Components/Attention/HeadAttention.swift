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
    /// out = softmax(q · k · factor) · v; `scores` is room for the pattern.
    func attend(
        scores: UnsafeMutablePointer<Float>, into out: UnsafeMutablePointer<Float>, _ stride: Int
    ) throws {
        try score(into: scores)
        normalize(scores)
        try weigh(scores, into: out, stride)
    }

    /// q · k · factor, for all keys, kept below the cap.
    func score(into scores: UnsafeMutablePointer<Float>) throws {
        try forEachSegment { segment, start in
            try MatrixProduct.multiply(
                queries, queryStride, segment.keys, segment.stride, transposeB: true, into: scores + start, positions,
                m: queryCount, n: segment.count, k: dHead, alpha: factor)
        }
        if let softCap { Elementwise.softCap(scores, softCap, into: scores, count: queryCount * positions) }
    }

    /// −∞ where a query may not look.
    func hide(_ scores: UnsafeMutablePointer<Float>) {
        forEachQuery(scores) { line, visible in
            line.update(repeating: -.infinity, count: visible.lowerBound)
            (line + visible.upperBound).update(repeating: -.infinity, count: positions - visible.upperBound)
        }
    }

    /// Softmax over the keys that a query may look at, zeros for the others.
    func normalize(_ scores: UnsafeMutablePointer<Float>) {
        forEachQuery(scores) { line, visible in
            let start = line + visible.lowerBound
            line.update(repeating: 0, count: visible.lowerBound)
            RowKernels.softmax(start, into: start, rows: 1, width: visible.count)
            (line + visible.upperBound).update(repeating: 0, count: positions - visible.upperBound)
        }
    }

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

    /// Gives `body` each query's scores, those of padding being −∞, and the keys that it may look at.
    private func forEachQuery(
        _ scores: UnsafeMutablePointer<Float>, _ body: (UnsafeMutablePointer<Float>, Range<Int>) -> Void
    ) {
        for query in 0..<queryCount {
            let (line, visible) = (scores + query * positions, reach.keys(of: first + query, among: positions))
            if let mask {
                for key in visible where !mask[mask.startIndex + key] { line[key] = -.infinity }
            }
            body(line, visible)
        }
    }
}
