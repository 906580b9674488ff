internal import TensorCore

extension ForwardPass {
    /// normalized · W_U + b_U: [batch, position, d_vocab]
    func unembed(_ normalized: Tensor) throws -> Tensor {
        let (width, vocabulary) = (cfg.dModel, cfg.dVocab)
        var logits = try normalized.reading { x in
            try weights.unembedding.reading { table in
                try Tensor.making(shape(vocabulary)) { out in
                    try MatrixProduct.multiply(
                        x, width, table, width, transposeB: true, into: out, vocabulary, m: tokenCount,
                        n: vocabulary, k: width)
                }
            }
        }
        if let bias = weights.unembeddingBias { try addBias(bias, to: &logits) }
        return logits
    }
}
