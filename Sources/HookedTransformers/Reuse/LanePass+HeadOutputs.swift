internal import TensorCore

extension LanePass {
    /// Causal self-attention of the lanes' tokens over the whole of their prompts: [token, 1, head, d_head]
    func headOutputs(_ vectors: LaneVectors) throws -> Tensor {
        let cfg = full.cfg
        let scores = try Tensor.making([lanes.positions * lanes.positions]) { $0.update(repeating: 0, count: 1) }
        return try LanePointers.with(vectors) { pointers in
            var scores = scores
            return try Tensor.making([lanes.tokenCount, 1, cfg.nHeads, cfg.dHead]) { out in
                try scores.editing { scores in
                    for lane in lanes.all {
                        for head in 0..<cfg.nHeads {
                            let part = LaneHead(lane: lane, column: head * cfg.dHead, pass: self)
                            try part.attend(pointers, scores: scores, out: out)
                        }
                    }
                }
            }
        }
    }
}

/// The memory of queries, keys and values.
private struct LanePointers {
    let q: UnsafePointer<Float>
    let k: UnsafePointer<Float>, baseK: UnsafePointer<Float>
    let v: UnsafePointer<Float>, baseV: UnsafePointer<Float>

    static func with<R>(_ vectors: LaneVectors, _ body: (LanePointers) throws -> R) throws -> R {
        try vectors.q.values.reading { q in
            try vectors.k.values.reading { k in
                try vectors.k.base.reading { baseK in
                    try vectors.v.values.reading { v in
                        try vectors.v.base.reading { baseV in
                            try body(LanePointers(q: q, k: k, baseK: baseK, v: v, baseV: baseV))
                        }
                    }
                }
            }
        }
    }
}

/// One head of one lane: queries from the first changed position on; keys and values from the base run before it.
private struct LaneHead {
    let first: Int, positions: Int
    /// Where the lane's own vectors and the prompt's base vectors begin, and the distance between tokens.
    let own: Int, prompt: Int, width: Int
    let dHead: Int, factor: Float
    /// Which keys of the prompt are real; nil when all are.
    let mask: ArraySlice<Bool>?

    init(lane: Lanes.Lane, column: Int, pass: LanePass) {
        let cfg = pass.full.cfg
        (first, positions) = (lane.first, pass.lanes.positions)
        (width, dHead) = (cfg.dHeads, cfg.dHead)
        own = lane.offset * width + column
        prompt = lane.row * positions * width + column
        factor = 1 / cfg.attnScale(layer: pass.layer)
        mask = pass.base.batch.mask?[(lane.row * positions)..<((lane.row + 1) * positions)]
    }

    func attend(
        _ vectors: LanePointers, scores: UnsafeMutablePointer<Float>, out: UnsafeMutablePointer<Float>
    ) throws {
        try score(vectors, into: scores)
        hide(scores)
        RowKernels.softmax(scores, into: scores, rows: positions - first, width: positions)
        try weigh(vectors, scores, into: out + own)
    }

    /// q · k / scale: [query from `first` on, key]
    private func score(_ vectors: LanePointers, into scores: UnsafeMutablePointer<Float>) throws {
        let count = positions - first
        try MatrixProduct.multiply(
            vectors.q + own, width, vectors.baseK + prompt, width, transposeB: true, into: scores, positions,
            m: count, n: first, k: dHead, alpha: factor)
        try MatrixProduct.multiply(
            vectors.q + own, width, vectors.k + own, width, transposeB: true, into: scores + first, positions,
            m: count, n: count, k: dHead, alpha: factor)
    }

    /// −∞ where the key comes later or is padding.
    private func hide(_ scores: UnsafeMutablePointer<Float>) {
        for query in first..<positions {
            let line = scores + (query - first) * positions
            (line + query + 1).update(repeating: -.infinity, count: positions - query - 1)
            guard let mask else { continue }
            for key in 0...query where !mask[mask.startIndex + key] { line[key] = -.infinity }
        }
    }

    /// pattern · v
    private func weigh(
        _ vectors: LanePointers, _ pattern: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>
    ) throws {
        let count = positions - first
        try MatrixProduct.multiply(
            pattern + first, positions, vectors.v + own, width, into: out, width, m: count, n: dHead, k: count)
        guard first > 0 else { return }
        try MatrixProduct.multiply(
            pattern, positions, vectors.baseV + prompt, width, into: out, width, m: count, n: dHead, k: first,
            beta: 1)
    }
}
