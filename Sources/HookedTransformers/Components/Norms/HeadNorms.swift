package import TensorCore

/// What brings the queries and keys of every head to one size before they are turned: x / scale · w over d_head, with one w
/// for all heads.
///
/// Hooks see x / scale before w, as at every such norm, by head: [batch, position, head, d_head]. TransformerLens has batch,
/// position and head on one axis there.
package struct HeadNorms: ModelPart {
    private let query: RMSNorm
    private let key: RMSNorm

    /// - Parameters:
    ///   - query: the gain of queries, [d_head].
    ///   - key: the gain of keys, [d_head].
    package init(query: Tensor, key: Tensor) { (self.query, self.key) = (RMSNorm(gain: query), RMSNorm(gain: key)) }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [("q_norm", query.gain), ("k_norm", key.gain)].compactMap { norm, gain in
            ModelParameter("\(name).\(norm).w", gain, [cfg.dHead])
        }
    }

    /// Normalises the queries and keys that the pass holds.
    func normalize(_ pass: inout ForwardPass, _ layer: Int) throws {
        pass.values.q = try query.normalize(
            pass.values.q, in: &pass, hooks: (pass.index(layer, .qNormScale), pass.index(layer, .qNormNormalized)))
        pass.values.k = try key.normalize(
            pass.values.k, in: &pass, hooks: (pass.index(layer, .kNormScale), pass.index(layer, .kNormNormalized)))
    }
}

extension BlockHook {
    static let qNormScale = BlockHook("attn.q_norm.hook_scale", .perToken { [$0.nHeads, 1] })
    static let qNormNormalized = BlockHook("attn.q_norm.hook_normalized", .heads)
    static let kNormScale = BlockHook("attn.k_norm.hook_scale", .perToken { [$0.shownKeyHeads, 1] })
    static let kNormNormalized = BlockHook("attn.k_norm.hook_normalized", .keyHeads)
    static let headNorms = [qNormScale, qNormNormalized, kNormScale, kNormNormalized]
}
