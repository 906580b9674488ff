internal import Hooks
internal import TensorCore

extension LanePass {
    /// Carries the run through its hooks and gives what the logits are made of: the residual stream after the final layer
    /// norm, [batch, position, d_model].
    ///
    /// What follows from the last hook is computed when somebody reads it, together with other runs that wait.
    mutating func run() throws -> Tensor {
        guard !isWatchedAtTheEnd else { return try runToTheEnd() }
        try runHooks()
        guard !lanes.isEmpty else { return base.normalized }
        let (base, lanes, run) = (base, lanes, try base.waiting.add(self))
        return try Tensor.postponed(base.normalized.shape) {
            try lanes.overlay(base.waiting.normalized(run), on: base.normalized)
        }
    }

    /// The same at once, with hooks at the final layer norm.
    private mutating func runToTheEnd() throws -> Tensor {
        try embed()
        try runBlocks()
        full.values.residual = try values.residual.full(lanes)
        return try full.normalizedFinally()
    }

    /// The lanes' residual stream after the final layer norm: [token, 1, d_model]
    func normalizedFinally() throws -> Tensor {
        guard !lanes.isEmpty else { return Tensor() }
        var packed = packed()
        packed.values.residual = values.residual.values
        return try packed.normalizedFinally()
    }
}
