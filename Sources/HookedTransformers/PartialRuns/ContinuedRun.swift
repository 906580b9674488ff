internal import Hooks
internal import SessionSafety
internal import TensorCore

// Runs of prompts that begin as those of a base run do. What a block writes at a position depends on no later one, so that the
// base's activations are right as far as the prompts are alike.

extension HookedTransformer {
    /// Computes the positions from `first` on; before it, `batch` and the base run have the same tokens.
    ///
    /// What `table` sees are the computed positions alone. The logits are those of all positions.
    func continuedRun(
        _ batch: TokenBatch, on base: BaseRun, from first: Int, _ table: HookTable
    ) throws -> FinishedRun {
        let new = try TokenBatch(
            ids: batch.ids(from: first), rows: batch.rows, positions: batch.positions - first, mask: nil, cfg: cfg)
        var pass = pass(PassTokens(new: new, after: first, mask: batch.mask), table)
        try pass.embed(new.ids)
        for layer in 0..<cfg.nLayers {
            try Interruption.check()
            for (number, step) in plan.steps.enumerated() {
                if step.readsPast { pass.past = base.past(layer, before: number) }
                try pass.run(step, layer)
                pass.past = nil
            }
        }
        var whole = self.pass(PassTokens(batch), pass.hooks)
        whole.values.residual = try Fault.catching {
            Tensor.cat([base.residual[0..., ..<first], pass.values.residual], dim: 1)
        }
        return try FinishedRun(whole, batch, stoppedEarly: false)
    }
}

extension BaseRun {
    /// The keys and values that the step `number` of a block reads.
    fileprivate func past(_ layer: Int, before number: Int) -> PastVectors {
        let found = values(of: [.k, .v], layer, before: number)
        return PastVectors(k: found.k, v: found.v)
    }
}
