internal import TensorCore

extension HookedTransformer {
    /// The memory of the parameters, in bytes.
    ///
    /// ```swift
    /// model.byteCount / 1_000_000          // megabytes
    /// ```
    public var byteCount: Int {
        let unembedding = weights.unembedding
        // The unembedding's table is mostly the embedding.
        let table = unembedding.table.sharesStorage(with: weights.embedding) ? [] : [unembedding.table]
        let terms = unembedding.terms.map { [$0.shares, $0.directions, $0.constants] } ?? []
        let tensors = weights.parameters(cfg).map(\.tensor) + table + [unembedding.scale].compactMap(\.self) + terms
        return tensors.reduce(0) { $0 + $1.heldByteCount }
    }
}
