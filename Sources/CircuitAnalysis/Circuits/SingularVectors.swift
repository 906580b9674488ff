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
    /// - Throws: `ModelError` for a layer, head or matrix that there is not; ``CircuitAnalysisError/badCount(_:)``.
    public func singularVectors(_ source: SingularVectorSource, layer: Int, count: Int = 10) throws -> Tensor {
        let head = if case .OV(let head) = source { head } else { 0 }
        try checkHead(layer, head)
        guard count > 0 else { throw CircuitAnalysisError.badCount(count) }
        let vectors = try Fault.catching { try circuit(source, layer) }.svd().V
        return try Fault.catching {
            let rows = vectors[0..., 0..<min(count, vectors.shape[1])].T
            let shape = [rows.shape[0], cfg.dVocabOut]
            return try Tensor.lazyProduct(rows, weights.unembedding.withoutBias, shape: shape).T
        }
    }

    private func circuit(_ source: SingularVectorSource, _ layer: Int) throws -> FactoredMatrix {
        switch source {
        case .OV(let head): return OV[layer, head]
        case .wIn:
            let reading = try weights.mlp(layer, having: "W_in").reading.widened().T
            let read = weights.blocks[layer].ln2?.gain.map { reading * $0 } ?? reading
            return FactoredMatrix(read, Tensor.eye(cfg.dModel))
        case .wOut:
            return FactoredMatrix(
                try weights.mlp(layer, having: "W_out").writing.widened(), Tensor.eye(cfg.dModel))
        }
    }
}
