internal import SessionSafety
internal import TensorCore

/// A run over new tokens that reads the keys and values of those before from a cache, and adds its own.
///
/// It goes through the same steps as every run; its hook points have no hooks.
struct IncrementalPass {
    let new: TokenBatch
    var past: KeyValueCache
    private var pass: ForwardPass

    init(_ model: HookedTransformer, _ new: TokenBatch, past: KeyValueCache) throws {
        self.new = new
        self.past = past
        try self.past.append(new, for: model)
        let tokens = PassTokens(new: new, after: past.count, mask: self.past.mask?.flatMap { $0 })
        pass = model.pass(tokens, try model.silence())
    }

    /// The logits of all new tokens [batch, position, d_vocab], or of the last of each prompt [batch, 1, d_vocab].
    mutating func logits(lastOnly: Bool = false) throws -> Tensor {
        try pass.embed(new.ids)
        for layer in pass.weights.blocks.indices {
            try Interruption.check()
            for step in pass.plan.steps { try run(step, layer) }
        }
        if lastOnly { pass.values.residual = try lastRows(of: pass.values.residual) }
        return try pass.unembed(pass.normalizedFinally())
    }

    private mutating func run(_ step: any BlockStep, _ layer: Int) throws {
        guard step.readsPast else { return try pass.run(step, layer) }
        // Held by nobody else, the cache grows in place.
        try past.fill(layer, k: pass.values.k, v: pass.values.v, of: pass.tokens)
        pass.past = past.vectors(layer)
        try pass.run(step, layer)
        pass.past = nil
    }

    private func lastRows(of residual: Tensor) throws -> Tensor {
        let width = pass.cfg.dModel
        return try residual.reading { source in
            try Tensor.making([new.rows, 1, width]) { out in
                for row in 0..<new.rows {
                    (out + row * width).update(from: source + ((row + 1) * new.positions - 1) * width, count: width)
                }
            }
        }
    }
}
