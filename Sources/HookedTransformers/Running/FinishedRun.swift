internal import Hooks
internal import TensorCore

/// What is left of a run when it is over.
struct FinishedRun {
    /// Logits [batch, position, d_vocab], or the residual stream where the run stopped at a layer.
    let output: Tensor
    let cache: ActivationCache
    let batch: TokenBatch
    let stoppedEarly: Bool
}

extension HookedTransformer {
    /// Carries a run out from input to output.
    func run(_ input: any ModelInput, _ options: RunOptions, _ table: HookTable) throws -> FinishedRun {
        let batch = try tokenBatch(input, options)
        var pass = ForwardPass(cfg: cfg, weights: weights, batch: batch, hooks: table)
        try pass.runBlocks(before: lastLayer(options.stopAtLayer))
        let output = options.stopAtLayer == nil ? try pass.logits() : pass.residual
        return FinishedRun(
            output: output, cache: pass.hooks.cache, batch: batch, stoppedEarly: options.stopAtLayer != nil)
    }

    /// The end of the blocks that run, as a Python slice `[:stop]` has it.
    private func lastLayer(_ stop: Int?) -> Int {
        guard let stop else { return cfg.nLayers }
        return max(0, min(stop < 0 ? stop + cfg.nLayers : stop, cfg.nLayers))
    }
}
