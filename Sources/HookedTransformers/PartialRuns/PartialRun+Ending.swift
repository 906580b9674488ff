internal import Hooks
internal import TensorCore

extension PartialRun {
    /// Carries the run through its hooks and gives what the logits are made of: the residual stream after the final layer
    /// norm, [batch, position, d_model].
    ///
    /// What follows from the last hook is computed when somebody reads it, together with other runs that wait.
    mutating func run() throws -> Tensor {
        guard !isWatchedAtTheEnd else { return try runToTheEnd() }
        try runHooks()
        guard !changed.isEmpty else { return base.normalized }
        let (base, changed, run) = (base, changed, try base.lazyRuns.add(self))
        return try Tensor.lazy(base.normalized.shape) {
            try changed.overlay(base.lazyRuns.normalized(run), on: base.normalized)
        }
    }

    /// The same at once, with hooks at the final layer norm.
    private mutating func runToTheEnd() throws -> Tensor {
        try embed()
        try runBlocks()
        full.values.residual = try values.residual.full(changed)
        return try full.normalizedFinally()
    }

    /// The changed tokens' residual stream after the final layer norm: [token, 1, d_model]
    func normalizedFinally() throws -> Tensor {
        guard !changed.isEmpty else { return Tensor() }
        var pass = changedTokensPass()
        pass.values.residual = values.residual.changed
        return try pass.normalizedFinally()
    }
}
