internal import Hooks
internal import TensorCore

// The road of every run: `callAsFunction`, `runWithHooks` and `runWithCache` come here.

extension HookedTransformer {
    /// Carries a run out from input to output, reusing what an earlier run of the same tokens has in common with it.
    func run(_ input: any ModelInput, _ options: RunOptions, _ table: HookTable) throws -> FinishedRun {
        guard options.recompute == .everythingOnOneCore else { return try runOnItsCores(input, options, table) }
        return try options.recompute.computing {
            let run = try runOnItsCores(input, options, table)
            // Where they are read, others have a say.
            if !GradientTape.isRecording { try run.output.computeNow() }
            return run
        }
    }

    private func runOnItsCores(
        _ input: any ModelInput, _ options: RunOptions, _ table: HookTable
    ) throws -> FinishedRun {
        if let start = options.startAtLayer { return try run(from: input, at: start, options, table) }
        let batch = try tokenBatch(input, options)
        try options.posSlice?.check(positions: batch.positions)
        // Where gradients are asked, what hooks put in may differ by its gradient alone.
        if GradientTape.isRecording { return try plainRun(batch, table, stopAtLayer: options.stopAtLayer) }
        let isReusable = options.recompute == .changed && options.stopAtLayer == nil && !table.isRecording
        if isReusable { return try reusingRun(batch, table) }
        let keepsAll =
            options.recompute != .changed || options.stopAtLayer != nil || options.posSlice != nil
            || table.hasHooks
        var run =
            keepsAll ? try plainRun(batch, table, stopAtLayer: options.stopAtLayer) : try recordingRun(batch, table)
        if !table.hasHooks, options.posSlice == nil { remember(&run) }
        return run
    }

    /// Carries a run out, computing everything.
    func plainRun(_ batch: TokenBatch, _ table: HookTable, stopAtLayer: Int? = nil) throws -> FinishedRun {
        var pass = pass(PassTokens(batch), table)
        try pass.embed(batch.ids)
        try pass.runBlocks(before: lastLayer(stopAtLayer))
        return try FinishedRun(pass, batch, stoppedEarly: stopAtLayer != nil)
    }

    /// The end of the blocks that run, as a Python slice `[:stop]` has it.
    func lastLayer(_ stop: Int?) -> Int {
        guard let stop else { return cfg.nLayers }
        return max(0, min(stop < 0 ? stop + cfg.nLayers : stop, cfg.nLayers))
    }
}
