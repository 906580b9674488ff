public import HookedTransformers
internal import SessionSafety
public import TensorCore

/// A matrix whose singular vectors are looked at through the unembedding.
public enum SingularVectorSource: Sendable {
    /// What a head moves, by the directions it writes.
    case OV(head: Int)
    /// What the neurons of a layer read.
    case wIn
    /// What the neurons of a layer write.
    case wOut
}

extension HookedTransformer {
    /// The tokens that a matrix's strongest directions in the residual stream stand for: [d_vocab, vector]
    ///
    /// ```swift
    /// let vectors = try model.singularVectors(.OV(head: 6), layer: 9, count: 5)
    /// let tokens = vectors[0..., 0].topk(10).indices
    /// ```
    /// The singular vectors of the matrix on the side of the residual stream, strongest first, times W_U. The
    /// component of
    /// largest magnitude of each singular vector is positive. In a model without `foldLN`, W_in is read with ln2's
    /// gain.
    /// Source: Millidge and Black (2022), "The singular value decompositions of transformer weight matrices are highly
    /// interpretable".
    /// - Throws: `HookError` for a layer, ``CacheAnalysisError/unknownHead(layer:head:layers:heads:)`` for a head that
    ///   there is not.
    public func singularVectors(_ source: SingularVectorSource, layer: Int, count: Int = 10) throws -> Tensor {
        let head = if case .OV(let head) = source { head } else { 0 }
        guard (0..<cfg.nLayers).contains(layer), (0..<cfg.nHeads).contains(head) else {
            throw CacheAnalysisError.unknownHead(layer: layer, head: head, layers: cfg.nLayers, heads: cfg.nHeads)
        }
        guard count > 0 else {
            throw ModelError.optionOutOfRange("count", value: "\(count)", expected: "at least 1")
        }
        let vectors = try Fault.catching { try circuit(source, layer) }.svd().V
        return try Fault.catching {
            let rows = vectors[0..., 0..<min(count, vectors.shape[1])].T
            let shape = [rows.shape[0], cfg.dVocabOut]
            return try Tensor.lazyProduct(rows, weights.unembedding.withoutBias, shape: shape).T
        }
    }

    private func circuit(_ source: SingularVectorSource, _ layer: Int) throws -> FactoredMatrix {
        let block = weights.blocks[layer]
        switch source {
        case .OV(let head): return OV[layer, head]
        case .wIn:
            guard let mlp = block.mlp else { throw ModelError.noSuchWeight("W_in", reason: "its blocks have no MLP") }
            let reading = try mlp.reading.widened().T
            let read = block.ln2?.gain.map { reading * $0 } ?? reading
            return FactoredMatrix(read, Tensor.eye(cfg.dModel))
        case .wOut:
            guard let mlp = block.mlp else { throw ModelError.noSuchWeight("W_out", reason: "its blocks have no MLP") }
            return FactoredMatrix(try mlp.writing.widened(), Tensor.eye(cfg.dModel))
        }
    }
}
