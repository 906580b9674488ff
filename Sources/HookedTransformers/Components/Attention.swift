internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// Causal self-attention, before heads are put together: [batch, position, head, d_head]
    mutating func headOutputs(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        var pattern: Tensor
        if listens(layer, .attnScores) {
            var scores = try attentionScores(vectors, layer)
            try pass(&scores, layer, .attnScores)
            pattern = try softmax(scores)
        } else {
            pattern = try self.pattern(vectors, layer)
        }
        try pass(&pattern, layer, .pattern)
        var z = try weightedValues(pattern, vectors.v)
        try pass(&z, layer, .z)
        return z
    }

    /// Where the heads look, with no hook asked: [batch, head, position, position]
    func pattern(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try scores(vectors, layer) { block, row in
            if batch.mask == nil {
                normalizeCausally(block)
            } else {
                hide(block, row)
                RowKernels.softmax(block, into: block, rows: batch.positions, width: batch.positions)
            }
        }
    }

    /// q · k / scale, −∞ where the key comes later or is padding: [batch, head, position, position]
    private func attentionScores(_ vectors: AttentionVectors, _ layer: Int) throws -> Tensor {
        try scores(vectors, layer) { block, row in hide(block, row) }
    }

    /// q · k / scale of every head, [position, position], given to `finish` with the number of its prompt.
    private func scores(
        _ vectors: AttentionVectors, _ layer: Int, finish: (UnsafeMutablePointer<Float>, _ row: Int) -> Void
    ) throws -> Tensor {
        let (positions, width) = (batch.positions, cfg.dHeads)
        let factor = 1 / cfg.attnScale(layer: layer)
        return try vectors.q.reading { q in
            try vectors.k.reading { k in
                try Tensor.making(scoresShape) { out in
                    try forEachHead { head in
                        let (block, start) = (out + head * positions * positions, offset(ofHead: head))
                        try MatrixProduct.multiply(
                            q + start, width, k + start, width, transposeB: true, into: block, positions,
                            m: positions, n: positions, k: cfg.dHead, alpha: factor)
                        finish(block, head / cfg.nHeads)
                    }
                }
            }
        }
    }

    private func hide(_ scores: UnsafeMutablePointer<Float>, _ row: Int) {
        let positions = batch.positions
        for query in 0..<positions {
            let line = scores + query * positions
            (line + query + 1).update(repeating: -.infinity, count: positions - query - 1)
            guard let mask = batch.mask else { continue }
            for key in 0...query where !mask[row * positions + key] { line[key] = -.infinity }
        }
    }

    /// Softmax over the keys up to the query's own, zeros behind them.
    private func normalizeCausally(_ scores: UnsafeMutablePointer<Float>) {
        let positions = batch.positions
        for query in 0..<positions {
            let line = scores + query * positions
            RowKernels.softmax(line, into: line, rows: 1, width: query + 1)
            (line + query + 1).update(repeating: 0, count: positions - query - 1)
        }
    }

    private func softmax(_ scores: Tensor) throws -> Tensor {
        let positions = batch.positions
        return try scores.reading { scores in
            try Tensor.making(scoresShape) { out in
                try inShares(batch.rows * cfg.nHeads * positions, elementsEach: 4 * positions) { lines in
                    let start = lines.lowerBound * positions
                    RowKernels.softmax(scores + start, into: out + start, rows: lines.count, width: positions)
                }
            }
        }
    }

    /// pattern · v: [batch, position, head, d_head]
    private func weightedValues(_ pattern: Tensor, _ v: Tensor) throws -> Tensor {
        let (positions, width) = (batch.positions, cfg.dHeads)
        return try pattern.reading { pattern in
            try v.reading { v in
                try Tensor.making(shape(cfg.nHeads, cfg.dHead)) { out in
                    try forEachHead { head in
                        let start = offset(ofHead: head)
                        try MatrixProduct.multiply(
                            pattern + head * positions * positions, positions, v + start, width,
                            into: out + start, width, m: positions, n: cfg.dHead, k: positions)
                    }
                }
            }
        }
    }

    private var scoresShape: [Int] { [batch.rows, cfg.nHeads, batch.positions, batch.positions] }

    /// Where a head's first vector stands in [batch, position, head, d_head]; heads are counted over all prompts.
    private func offset(ofHead head: Int) -> Int {
        head / cfg.nHeads * batch.positions * cfg.dHeads + head % cfg.nHeads * cfg.dHead
    }

    /// Every head of every prompt, shared between the cores.
    private func forEachHead(_ body: (_ head: Int) throws -> Void) throws {
        let cost = batch.positions * batch.positions * (4 + cfg.dHead / 16)
        try inShares(batch.rows * cfg.nHeads, elementsEach: cost) { heads in
            for head in heads { try body(head) }
        }
    }
}
