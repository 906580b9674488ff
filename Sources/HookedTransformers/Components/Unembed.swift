internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// The residual stream after the final norm: [batch, position, d_model]
    mutating func normalizedFinally() throws -> Tensor {
        guard let norm = weights.finalNorm else { return values.residual }
        return try norm.normalize(values.residual, in: &self, hooks: (plan.finalScale, plan.finalNormalized))
    }

    /// normalized · W_U + b_U: [batch, position, d_vocab], computed as far as it is read.
    mutating func unembed(_ normalized: Tensor) throws -> Tensor {
        let axes = Array(normalized.shape.dropLast())
        var logits = try Tensor.lazyProduct(normalized, weights.unembedding, shape: axes + [cfg.dVocabOut])
        try show(&logits, at: plan.unembed)
        return logits
    }
}
