internal import Hooks
internal import TensorCore

extension LanePass {
    /// The final layer norm and the logits, once all blocks have run: [batch, position, d_vocab]
    mutating func logits() throws -> Tensor {
        let normalized = try normalizedFinally()
        return try logits(normalized, lanes)
    }

    /// The logits of a run that differs from the base in `lanes`: [batch, position, d_vocab]
    func logits(_ normalized: Tensor, _ lanes: Lanes) throws -> Tensor {
        try full.unembed(lanes.overlay(normalized, on: base.normalized))
    }

    /// The lanes' residual stream after the final layer norm: [token, 1, d_model]
    mutating func normalizedFinally() throws -> Tensor {
        let points = [HookIndex.finalScale(full.cfg), HookIndex.finalNormalized(full.cfg)]
        if points.contains(where: { full.hooks.listens(at: $0) }) { return try allNormalizedFinally() }
        guard !lanes.isEmpty else { return Tensor() }
        var packed = packed()
        packed.residual = residual.values
        return try packed.normalizedFinally()
    }

    private mutating func allNormalizedFinally() throws -> Tensor {
        full.residual = try residual.full(lanes)
        let after = try full.normalizedFinally()
        try grow(lanes.firstChanges(from: base.normalized, to: after))
        return try lanes.pack(after)
    }
}
