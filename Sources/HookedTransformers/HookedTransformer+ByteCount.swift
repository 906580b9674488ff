internal import TensorCore

extension HookedTransformer {
    /// The memory of the parameters, in bytes.
    ///
    /// ```swift
    /// model.byteCount / 1_000_000          // megabytes
    /// ```
    public var byteCount: Int {
        let norms = [weights.finalNorm] + weights.blocks.flatMap { [$0.ln1, $0.ln2] }
        let outside = [weights.embedding, weights.positions, weights.unembedding]
        let inside = weights.blocks.flatMap {
            [$0.qkv, $0.qkvBias, $0.out, $0.outBias, $0.mlpIn, $0.mlpInBias, $0.mlpOut, $0.mlpOutBias]
        }
        let tensors =
            outside + inside + norms.compactMap { $0 }.flatMap { [$0.gain, $0.bias] }
            + [weights.unembeddingBias].compactMap { $0 }
        return tensors.reduce(0) { $0 + $1.byteCount }
    }
}
