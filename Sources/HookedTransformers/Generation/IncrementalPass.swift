internal import Hooks
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
        pass = ForwardPass(
            cfg: model.cfg, weights: model.weights, tokens: tokens, hooks: try HookTable(model.registry, hooks: []))
    }

    /// The logits of all new tokens [batch, position, d_vocab], or of the last of each prompt [batch, 1, d_vocab].
    mutating func logits(lastOnly: Bool = false) throws -> Tensor {
        try pass.embed(new.ids)
        for layer in pass.weights.blocks.indices {
            try Interruption.check()
            try block(layer)
        }
        if lastOnly { pass.residual = try lastRows(of: pass.residual) }
        let (normalized, width) = (try pass.normalizedFinally(), pass.cfg.dModel)
        let shape = [new.rows, normalized.count / width / new.rows, pass.cfg.dVocab]
        return try Tensor.deferredProduct(normalized, pass.weights.unembedding, shape: shape)
    }

    private mutating func block(_ layer: Int) throws {
        let vectors = try pass.projections(pass.attentionInputs(layer), layer)
        pass.past = past.vectors(layer)
        let z = try pass.headOutputs(vectors, layer)
        // Held by nobody else, the cache grows in place.
        pass.past = nil
        try past.fill(layer, with: vectors, of: pass.tokens)
        try pass.addAttention(z, layer)
        try pass.addMLP(layer)
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
