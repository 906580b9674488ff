internal import TensorCore

extension IncrementalPass {
    /// Attention of the new tokens to all tokens so far; `projected` is q, k, v side by side, and the result z.
    mutating func attention(_ projected: Tensor, _ layer: Int) throws -> Tensor {
        let width = cfg.dHeads
        try append(projected, part: 1, to: &past.keys[layer])
        try append(projected, part: 2, to: &past.values[layer])
        return try projected.reading { projected in
            try past.keys[layer].reading { keys in
                try past.values[layer].reading { values in
                    try Tensor.making([new.count, width]) { out in
                        try forEachHead { row, offset, head in
                            let cached = row * past.capacity * width + head * cfg.dHead
                            let pattern = try pattern(
                                projected + 3 * offset + head * cfg.dHead, keys + cached, row, layer)
                            try MatrixProduct.multiply(
                                pattern, past.count, values + cached, width, into: out + offset + head * cfg.dHead,
                                width,
                                m: new.positions, n: cfg.dHead, k: past.count)
                        }
                    }
                }
            }
        }
    }

    /// softmax(q · k / scale), without keys that come later or are padding: [new position, position]
    private func pattern(
        _ q: UnsafePointer<Float>, _ k: UnsafePointer<Float>, _ row: Int, _ layer: Int
    ) throws -> [Float] {
        var scores = [Float](repeating: 0, count: new.positions * past.count)
        try MatrixProduct.multiply(
            q, 3 * cfg.dHeads, k, cfg.dHeads, transposeB: true, into: &scores, past.count, m: new.positions,
            n: past.count, k: cfg.dHead, alpha: 1 / cfg.attnScale(layer: layer))
        for query in 0..<new.positions {
            let line = query * past.count
            for key in (start + query + 1)..<max(past.count, start + query + 1) { scores[line + key] = -.infinity }
            guard let mask = past.mask?[row] else { continue }
            for key in 0...(start + query) where !mask[key] { scores[line + key] = -.infinity }
        }
        scores.withUnsafeMutableBufferPointer { scores in
            guard let start = scores.baseAddress else { return }
            RowKernels.softmax(start, into: start, rows: new.positions, width: past.count)
        }
        return scores
    }

    /// Copies a third of `projected` behind what the cache holds.
    private func append(_ projected: Tensor, part: Int, to cached: inout Tensor) throws {
        let width = cfg.dHeads
        try projected.reading { source in
            try cached.editing { target in
                for index in 0..<new.count {
                    let (row, position) = (index / new.positions, index % new.positions)
                    (target + (row * past.capacity + start + position) * width)
                        .update(from: source + (3 * index + part) * width, count: width)
                }
            }
        }
    }

    /// Every head of every prompt; `offset` is where the prompt's first vector stands in [batch · position, head ·
    /// d_head].
    private func forEachHead(_ body: (_ row: Int, _ offset: Int, _ head: Int) throws -> Void) throws {
        for row in 0..<new.rows {
            for head in 0..<cfg.nHeads { try body(row, row * new.positions * cfg.dHeads, head) }
        }
    }
}
