internal import SessionSafety
internal import TensorCore

/// A run over new tokens that reads the keys and values of those before from a cache, and adds its own.
///
/// The arithmetic is that of ``ForwardPass``; there are no hook points.
struct IncrementalPass {
    let model: HookedTransformer
    let new: TokenBatch
    var past: KeyValueCache

    var cfg: HookedTransformerConfig { model.cfg }

    /// The number of positions that were read before.
    let start: Int

    init(_ model: HookedTransformer, _ new: TokenBatch, past: KeyValueCache) throws {
        self.model = model
        self.new = new
        self.past = past
        start = past.count
        try self.past.append(new, for: model)
    }

    /// The logits of all new tokens [batch, position, d_vocab], or of the last of each prompt [batch, 1, d_vocab].
    mutating func logits(lastOnly: Bool = false) throws -> Tensor {
        var residual = try embedding()
        for layer in model.weights.blocks.indices {
            try Interruption.check()
            try block(layer, &residual)
        }
        let rows = lastOnly ? try lastRows(of: residual) : residual
        let normalized = try normalize(rows, model.weights.finalNorm)
        let shape = [new.rows, rows.count / cfg.dModel / new.rows, cfg.dVocab]
        return try Tensor.deferredProduct(normalized, model.weights.unembedding, shape: shape)
    }

    private mutating func block(_ layer: Int, _ residual: inout Tensor) throws {
        let block = model.weights.blocks[layer]
        let projected = try linear(try normalize(residual, block.ln1), block.qkv, block.qkvBias)
        let z = try attention(projected, layer)
        residual = try sum(residual, linear(z, block.out, block.outBias))
        var neurons = try linear(try normalize(residual, block.ln2), block.mlpIn, block.mlpInBias)
        let count = neurons.count
        try neurons.editing { cfg.actFn.apply($0, into: $0, count: count) }
        residual = try sum(residual, linear(neurons, block.mlpOut, block.mlpOutBias))
    }

    private func lastRows(of residual: Tensor) throws -> Tensor {
        let width = cfg.dModel
        return try residual.reading { source in
            try Tensor.making([new.rows, width]) { out in
                for row in 0..<new.rows {
                    (out + row * width).update(from: source + ((row + 1) * new.positions - 1) * width, count: width)
                }
            }
        }
    }

    /// W_E[token] + W_pos[place among the real tokens of the prompt]: [batch · position, d_model]
    private func embedding() throws -> Tensor {
        let width = cfg.dModel
        return try model.weights.embedding.reading { tokens in
            try model.weights.positions.reading { positions in
                try Tensor.making([new.count, width]) { out in
                    for (index, place) in places.enumerated() {
                        let target = out + index * width
                        target.update(from: tokens + new.ids[index] * width, count: width)
                        guard let place else { continue }
                        Elementwise.add(target, positions + place * width, into: target, count: width)
                    }
                }
            }
        }
    }

    /// The row of W_pos for each new token; nil at padding.
    private var places: [Int?] {
        (0..<new.rows).flatMap { row -> [Int?] in
            guard let mask = past.mask?[row] else { return (start..<past.count).map { $0 } }
            var seen = mask[..<start].count { $0 }
            return mask[start...].map { isReal in
                defer { if isReal { seen += 1 } }
                return isReal ? seen : nil
            }
        }
    }
}
