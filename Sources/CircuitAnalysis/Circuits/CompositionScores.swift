public import HookedTransformers
internal import SessionSafety
public import TensorCore

/// Through which input a head reads what an earlier head wrote.
public enum CompositionMode: String, Sendable, CaseIterable {
    /// Through its queries.
    case Q
    /// Through its keys.
    case K
    /// Through its values.
    case V
}

extension HookedTransformer {
    /// How much of what each head writes each later head reads: [layer, head, later layer, later head]
    ///
    /// ```swift
    /// let scores = try model.allCompositionScores(.K)
    /// scores[4, 11, 5, 5]                         // does L5H5 look for what L4H11 writes?
    /// ```
    /// ‖OV · M‖ / (‖OV‖ · ‖M‖) in Frobenius norms, with M the later head's QK for queries, its transpose for keys and
    /// OV for
    /// values; 0 where the second head is not in a later layer. Weights as they are loaded: folding layer norms
    /// changes it.
    /// Source: Elhage et al. (2021), "A Mathematical Framework for Transformer Circuits".
    public func allCompositionScores(_ mode: CompositionMode) throws -> Tensor {
        try Fault.catching {
            let left = OV
            let right =
                switch mode {
                case .Q: QK
                case .K: QK.T
                case .V: left
                }
            let heads = cfg.nHeads
            return try CompositionGrid(left, right).scores { $0 / heads < $1 / heads }
        }
    }
}

/// How much of what each matrix of `left` writes each matrix of `right` reads: [left stack, right stack]
///
/// ```swift
/// let scores = try compositionScores(model.OV[4], model.QK[5].T)       // [head of layer 4, head of layer 5]
/// ```
/// ‖L · R‖ / (‖L‖ · ‖R‖) in Frobenius norms, for all pairs.
/// - Throws: `TensorError` where the matrices can't be multiplied.
public func compositionScores(_ left: FactoredMatrix, _ right: FactoredMatrix) throws -> Tensor {
    try left.checkProduct(with: right, "compositionScores")
    return try Fault.catching { try CompositionGrid(left, right).scores { _, _ in true } }
}
