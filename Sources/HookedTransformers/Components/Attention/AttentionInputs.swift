internal import Hooks
internal import TensorCore

/// What queries, keys and values are computed from.
enum AttentionInputs {
    /// One normalised residual stream for all three: [batch, position, d_model]
    case shared(Tensor)
    /// One each, as hooks at ln1 left them: [batch, position, d_model]
    case separate(q: Tensor, k: Tensor, v: Tensor)
    /// One each and per head: [batch, position, head, d_model]
    case perHead(q: Tensor, k: Tensor, v: Tensor)
}

extension ForwardPass {
    /// The norm before attention, as often as somebody can tell the difference.
    ///
    /// In TransformerLens its hooks fire three times, for the query, key and value input. Here they do so only when a
    /// closure may change what it sees; otherwise the three are equal and one is made.
    mutating func attentionInputs(_ layer: Int) throws -> AttentionInputs {
        let inputs = try normalizedInputs(layer)
        guard let positions = try weights.positions.added(in: self) else { return inputs }
        switch inputs {
        case .shared(let x):
            let moved = try sum(x, positions)
            return .separate(q: moved, k: moved, v: x)
        case .separate(let q, let k, let v):
            return .separate(q: try sum(q, positions), k: try sum(k, positions), v: v)
        case .perHead(let q, let k, let v):
            let (own, shared) = (try repeated(positions, cfg.nHeads), try repeated(positions, cfg.shownKeyHeads))
            return .perHead(q: try sum(q, own), k: try sum(k, shared), v: v)
        }
    }

    private mutating func normalizedInputs(_ layer: Int) throws -> AttentionInputs {
        if splitsHeads(layer) { return try perHeadInputs(layer) }
        let mayDiffer = BlockHook.ln1.contains { index(layer, $0).map(hooks.mayChange) ?? false }
        let first = try normalizeForAttention(values.residual, layer)
        guard mayDiffer else { return .shared(first) }
        let second = try normalizeForAttention(values.residual, layer)
        return .separate(q: first, k: second, v: try normalizeForAttention(values.residual, layer))
    }

    /// Whether the inputs have to be made per head: a switch is on, and somebody looks.
    private func splitsHeads(_ layer: Int) -> Bool {
        guard cfg.useSplitQKVInput || cfg.useAttnIn else { return false }
        return (BlockHook.attentionInputs + BlockHook.ln1).contains { listens(layer, $0) }
    }

    /// The residual stream once per head, shown to the hooks of the input points, then normalised.
    ///
    /// With both switches on, the three inputs are made from the residual stream, and edits at `hook_attn_in` have no
    /// effect, as in TransformerLens.
    private mutating func perHeadInputs(_ layer: Int) throws -> AttentionInputs {
        var shared = try repeated(values.residual, cfg.nHeads)
        var (q, k, v) = (
            shared, try repeated(values.residual, cfg.shownKeyHeads), try repeated(values.residual, cfg.shownKeyHeads)
        )
        if cfg.useAttnIn { try show(&shared, layer, .attnIn) }
        if cfg.useSplitQKVInput {
            try show(&q, layer, .qInput)
            try show(&k, layer, .kInput)
            try show(&v, layer, .vInput)
        } else {
            (q, k, v) = (shared, shared, shared)
        }
        return .perHead(
            q: try normalizeForAttention(q, layer), k: try normalizeForAttention(k, layer),
            v: try normalizeForAttention(v, layer))
    }

    private mutating func normalizeForAttention(_ x: Tensor, _ layer: Int) throws -> Tensor {
        guard let norm = weights.blocks[layer].ln1 else { return x }
        return try norm.normalize(x, in: &self, hooks: (index(layer, .ln1Scale), index(layer, .ln1Normalized)))
    }

    /// Once for each of so many heads: [batch, position, head, d_model]
    private func repeated(_ x: Tensor, _ heads: Int) throws -> Tensor {
        let width = cfg.dModel
        if x.isTracked {
            return x.reshaped(tokens.axes + [1, width]).broadcast(to: shape(heads, width))
        }
        return try x.reading { x in
            try Tensor.making(shape(heads, width)) { out in
                for row in 0..<(tokens.count * heads) {
                    (out + row * width).update(from: x + row / heads * width, count: width)
                }
            }
        }
    }
}
