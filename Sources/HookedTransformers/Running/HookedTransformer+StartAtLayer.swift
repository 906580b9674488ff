internal import Hooks
internal import TensorCore

extension HookedTransformer {
    /// Carries a run out that begins at layer `start` with a residual stream [batch, position, d_model].
    func run(
        from input: any ModelInput, at start: Int, _ options: RunOptions, _ table: HookTable
    ) throws -> FinishedRun {
        let (first, end) = try layers(from: start, options.stopAtLayer)
        let residual = try residualStream(input, options)
        let (rows, positions) = (residual.shape[0], residual.shape[1])
        let mask = try options.attentionMask.map { try PaddedTokens.checked($0, rows: rows, positions: positions) }
        let batch = try TokenBatch(residualOf: rows, positions: positions, mask: mask, cfg: cfg)
        try options.posSlice?.check(positions: positions)
        var pass = pass(PassTokens(batch), table)
        pass.values.residual = residual
        try pass.runBlocks(from: first, before: end)
        return try FinishedRun(pass, batch, stoppedEarly: options.stopAtLayer != nil)
    }

    /// The layers that run; a negative `start` counts from the end.
    private func layers(from start: Int, _ stop: Int?) throws -> (Int, Int) {
        let count = cfg.nLayers
        guard (-count...count).contains(start) else { throw ModelError.startOutOfRange(start, layers: count) }
        let (first, end) = (start < 0 ? start + count : start, lastLayer(stop))
        guard first <= end else { throw ModelError.startAfterStop(start: start, stop: stop ?? end) }
        return (first, end)
    }

    private func residualStream(_ input: any ModelInput, _ options: RunOptions) throws -> Tensor {
        func needsResidual(_ given: String) -> ModelError {
            .optionNeeds(
                "startAtLayer:",
                what: "the residual stream, a float32 tensor [batch, position, d_model = \(cfg.dModel)], "
                    + "and was given \(given)")
        }
        guard case .tensor(let residual) = input.modelTokens else {
            throw needsResidual("tokens; run those without startAtLayer:")
        }
        guard residual.dtype == .float32, residual.ndim == 3, residual.shape[2] == cfg.dModel else {
            throw needsResidual("\(residual.dtype) of shape \(residual.shape)")
        }
        if options.paddingSide != nil {
            throw ModelError.optionDoesNotApply(
                "paddingSide:", reason: "says nothing of a residual stream",
                instead: "pass attentionMask: with startAtLayer:")
        }
        return residual
    }
}
