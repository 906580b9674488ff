internal import Hooks
internal import TensorCore

extension HookedTransformer {
    /// Carries a run of `batch` out, from its base run where there is one.
    func reusingRun(_ batch: TokenBatch, _ table: HookTable) throws -> FinishedRun {
        guard let base = try base(for: batch, isWorthMaking: table.hasHooks) else { return try plainRun(batch, table) }
        var pass = try lanePass(base, table)
        let normalized = try pass.run()
        let logits = try pass.full.unembed(normalized)
        return FinishedRun(
            output: logits, residual: Tensor(), normalized: nil, cache: ActivationCache(), batch: batch,
            stoppedEarly: false)
    }

    func lanePass(_ base: BaseRun, _ table: HookTable) throws -> LanePass {
        let full = ForwardPass(cfg: cfg, weights: weights, tokens: PassTokens(base.batch), hooks: table)
        return LanePass(base: base, full: full, silence: try HookTable(registry, hooks: []))
    }

    /// The base run of `batch`: kept, or made when the tokens come a second time and it may be kept.
    private func base(for batch: TokenBatch, isWorthMaking: Bool) throws -> BaseRun? {
        if let base = reuse.base(for: batch) { return base }
        return reuse.isKnown(batch) && isWorthMaking ? try madeBase(for: batch) : nil
    }

    /// The base run of `batch`, kept or made; nil when it may not be kept.
    func madeBase(for batch: TokenBatch) throws -> BaseRun? {
        if let base = reuse.base(for: batch) { return base }
        let bytes = BaseRun.byteCount(batch, cfg)
        guard reuse.fits(bytes) else { return nil }
        reuse.makeRoom(for: batch, bytes: bytes)
        let recording = NamesSelection.names(BaseRun.hookNames(cfg))
        let run = try plainRun(batch, HookTable(registry, hooks: [], recording: recording))
        guard let base = BaseRun(run, cfg) else { return nil }
        reuse.keep(base, bytes: bytes)
        return base
    }

    /// Keeps a run without hooks that recorded enough.
    func remember(_ run: FinishedRun) {
        if let base = BaseRun(run, cfg) { remember(base) }
    }

    func remember(_ base: BaseRun) { reuse.keep(base, bytes: BaseRun.byteCount(base.batch, cfg)) }
}
