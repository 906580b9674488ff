internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// Causal self-attention, before heads are put together: [batch, position, head, d_head]
    mutating func headOutputs(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        var scores = try attentionScores(vectors, layer)
        try pass(&scores, layer, .attnScores)
        var pattern = scores
        scores = Tensor()
        try softmax(&pattern)
        try pass(&pattern, layer, .pattern)
        var z = try weightedValues(pattern, vectors.v)
        try pass(&z, layer, .z)
        return z
    }

    /// Where the heads look, with no hook asked: [batch, head, position, position]
    func pattern(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        var scores = try attentionScores(vectors, layer)
        try softmax(&scores)
        return scores
    }

    /// q · k / scale, −∞ where the key comes later or is padding: [batch, head, position, position]
    private func attentionScores(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        let (positions, width) = (batch.positions, cfg.dHeads)
        let factor = 1 / cfg.attnScale(layer: layer)
        return try vectors.q.reading { q in
            try vectors.k.reading { k in
                try Tensor.making([batch.rows, cfg.nHeads, positions, positions]) { out in
                    try forEachHead { row, head, offset in
                        let block = out + (row * cfg.nHeads + head) * positions * positions
                        try MatrixProduct.multiply(
                            q + offset, width, k + offset, width, transposeB: true, into: block, positions,
                            m: positions, n: positions, k: cfg.dHead, alpha: factor)
                        mask(block, row)
                    }
                }
            }
        }
    }

    private func mask(_ scores: UnsafeMutablePointer<Float>, _ row: Int) {
        let positions = batch.positions
        for query in 0..<positions {
            let line = scores + query * positions
            (line + query + 1).update(repeating: -.infinity, count: positions - query - 1)
            guard let mask = batch.mask else { continue }
            for key in 0...query where !mask[row * positions + key] { line[key] = -.infinity }
        }
    }

    private func softmax(_ scores: inout Tensor) throws {
        let positions = batch.positions
        try scores.editing { scores in
            try inPieces(rows: batch.rows * cfg.nHeads * positions, width: positions) { first, count in
                let start = scores + first * positions
                RowKernels.softmax(start, into: start, rows: count, width: positions)
            }
        }
    }

    /// pattern · v: [batch, position, head, d_head]
    private func weightedValues(_ pattern: Tensor, _ v: Tensor) throws -> Tensor {
        let (positions, width) = (batch.positions, cfg.dHeads)
        return try pattern.reading { pattern in
            try v.reading { v in
                try Tensor.making(shape(cfg.nHeads, cfg.dHead)) { out in
                    try forEachHead { row, head, offset in
                        try MatrixProduct.multiply(
                            pattern + (row * cfg.nHeads + head) * positions * positions, positions, v + offset, width,
                            into: out + offset, width, m: positions, n: cfg.dHead, k: positions)
                    }
                }
            }
        }
    }

    /// Every head of every prompt; `offset` is where its first vector stands in [batch, position, head, d_head].
    private func forEachHead(_ body: (_ row: Int, _ head: Int, _ offset: Int) throws -> Void) throws {
        for row in 0..<batch.rows {
            for head in 0..<cfg.nHeads {
                try body(row, head, row * batch.positions * cfg.dHeads + head * cfg.dHead)
            }
        }
    }
}
