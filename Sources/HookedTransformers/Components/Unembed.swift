internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// normalized · W_U + b_U: [batch, position, d_vocab], computed as far as it is read.
    mutating func unembed(_ normalized: Tensor) throws -> Tensor {
        var logits = try Tensor.deferredProduct(normalized, weights.unembedding, shape: shape(cfg.dVocab))
        let index = HookIndex.unembed(cfg)
        if hooks.listens(at: index) { try hooks.pass(&logits, at: index) }
        return logits
    }
}
