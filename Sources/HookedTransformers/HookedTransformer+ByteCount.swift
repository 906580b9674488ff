internal import TensorCore

extension HookedTransformer {
    /// The memory of the parameters, in bytes.
    ///
    /// ```swift
    /// model.byteCount / 1_000_000          // megabytes
    /// ```
    public var byteCount: Int {
        let norms = [weights.finalNorm] + weights.blocks.flatMap { [$0.ln1, $0.ln2] }
        let unembedding = weights.unembedding
        // The unembedding's table is mostly the embedding.
        let table = unembedding.table.sharesStorage(with: weights.embedding) ? [] : [unembedding.table]
        let terms = unembedding.terms.map { [$0.shares, $0.directions, $0.constants] } ?? []
        let outside = [weights.embedding, weights.positions] + table + [unembedding.scale].compactMap(\.self) + terms
        let inside = weights.blocks.flatMap {
            [$0.qkv, $0.qkvBias, $0.out, $0.outBias, $0.mlpIn, $0.mlpInBias, $0.mlpOut, $0.mlpOutBias]
        }
        let tensors = outside + inside + norms.compactMap(\.self).flatMap { [$0.gain, $0.bias] }
        return tensors.reduce(0) { $0 + $1.byteCount }
    }
}
