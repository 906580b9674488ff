internal import Hooks
internal import TensorCore

extension HookedTransformer {
    /// Carries a run of `batch` out, from its base run where there is one.
    func reusingRun(_ batch: TokenBatch, _ table: HookTable) throws -> FinishedRun {
        // Every block reads them, so that nothing is left of a base run when somebody may change them.
        if weights.positions.areAddedPerBlock, let index = plan.posEmbed, table.listens(at: index) {
            return try plainRun(batch, table)
        }
        guard let base = try base(for: batch, isWorthMaking: table.hasHooks) else { return try plainRun(batch, table) }
        var run = try partialRun(base, table)
        let normalized = try run.run()
        let logits = try run.full.unembed(normalized)
        return FinishedRun(
            output: logits, residual: Tensor(), normalized: nil, cache: ActivationCache(), batch: batch,
            stoppedEarly: false)
    }

    func partialRun(_ base: BaseRun, _ table: HookTable) throws -> PartialRun {
        PartialRun(base: base, full: pass(PassTokens(base.batch), table), silence: try silence())
    }

    /// The base run of `batch`: kept, or made when the tokens come a second time and it may be kept.
    private func base(for batch: TokenBatch, isWorthMaking: Bool) throws -> BaseRun? {
        if let base = reuse.base(for: batch) { return base }
        return reuse.isKnown(batch) && isWorthMaking ? try madeBase(for: batch) : nil
    }

    /// The base run of `batch`, kept or made; nil when it may not be kept.
    func madeBase(for batch: TokenBatch) throws -> BaseRun? {
        if let base = reuse.base(for: batch) { return base }
        let bytes = BaseRun.byteCount(batch, plan, cfg)
        guard reuse.fits(bytes) else { return nil }
        reuse.makeRoom(for: batch, bytes: bytes)
        let recording = NamesSelection.names(BaseRun.hookNames(plan, cfg))
        let run = try plainRun(batch, HookTable(registry, hooks: [], recording: recording))
        guard let base = BaseRun(run, plan, cfg) else { return nil }
        reuse.keep(base, bytes: bytes)
        return base
    }

    /// Keeps a run without hooks that recorded enough, for runs of the same tokens and with its cache.
    func remember(_ run: inout FinishedRun) {
        guard let base = BaseRun(run, plan, cfg) else { return }
        remember(base)
        run.cache.run = KeptRun(base)
    }

    func remember(_ base: BaseRun) { reuse.keep(base, bytes: BaseRun.byteCount(base.batch, plan, cfg)) }
}
