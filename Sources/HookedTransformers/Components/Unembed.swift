internal import TensorCore

extension ForwardPass {
    /// normalized · W_U + b_U: [batch, position, d_vocab], computed as far as it is read.
    func unembed(_ normalized: Tensor) throws -> Tensor {
        try Tensor.deferredProduct(
            normalized, weights.unembedding, bias: weights.unembeddingBias, shape: shape(cfg.dVocab))
    }
}
