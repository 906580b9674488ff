package import TensorCore

/// The attention of one block: its parameters, and which positions its queries look at how sharply.
///
/// Matrices are [in, out]; heads lie side by side, column or row head · d_head + i.
package struct AttentionWeights: ModelPart {
    /// Queries of all heads, then keys, then values: [d_model, (head + 2 · key/value head) · d_head]
    package var qkv: Tensor
    /// [(head + 2 · key/value head) · d_head]
    package var qkvBias: Tensor
    /// W_O: [head · d_head, d_model]
    package var out: Tensor
    /// b_O: [d_model]
    package var outBias: Tensor
    /// What scores are divided by.
    package var scale: Float
    package var reach: any AttentionReach
    /// What scores x stay below: they become softCap · tanh(x / softCap) before softmax; nil where they stay as they are.
    package var softCap: Float?
    /// What queries and keys go through before they are turned; nil where they don't.
    package var headNorms: HeadNorms?

    package init(
        qkv: Tensor, qkvBias: Tensor, out: Tensor, outBias: Tensor, scale: Float,
        reach: any AttentionReach = CausalReach(), softCap: Float? = nil, headNorms: HeadNorms? = nil
    ) {
        self.qkv = qkv
        self.qkvBias = qkvBias
        self.out = out
        self.outBias = outBias
        self.scale = scale
        self.reach = reach
        self.softCap = softCap
        self.headNorms = headNorms
    }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        let width = HeadColumns(cfg).count
        return [
            ModelParameter(name + ".W_Q, W_K, W_V", qkv, [cfg.dModel, width]),
            ModelParameter(name + ".b_Q, b_K, b_V", qkvBias, [width]),
            ModelParameter(name + ".W_O", out, [cfg.dHeads, cfg.dModel]),
            ModelParameter(name + ".b_O", outBias, [cfg.dModel]),
        ] + (headNorms?.parameters(name, cfg) ?? [])
    }
}

/// Where queries, keys and values stand among the columns of ``AttentionWeights/qkv``.
package struct HeadColumns {
    package enum Part: Sendable { case q, k, v }

    private let heads: Int, keyHeads: Int, dHead: Int

    init(_ cfg: HookedTransformerConfig) { (heads, keyHeads, dHead) = (cfg.nHeads, cfg.keyHeads, cfg.dHead) }

    /// How many columns there are.
    var count: Int { (heads + 2 * keyHeads) * dHead }

    /// All columns of the queries, keys or values.
    subscript(part: Part) -> Range<Int> {
        switch part {
        case .q: 0..<(heads * dHead)
        case .k: (heads * dHead)..<((heads + keyHeads) * dHead)
        case .v: ((heads + keyHeads) * dHead)..<count
        }
    }

    /// The columns of one head; of keys and values, those that it shares with its group.
    subscript(part: Part, head head: Int) -> Range<Int> {
        let own = part == .q ? head : head / (heads / keyHeads)
        let start = self[part].lowerBound + own * dHead
        return start..<(start + dHead)
    }
}
