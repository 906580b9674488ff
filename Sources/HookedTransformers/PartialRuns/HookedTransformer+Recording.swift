internal import Hooks
internal import TensorCore

extension HookedTransformer {
    /// Carries out a run without hooks that records; of activations that take much memory it keeps those that the others
    /// follow from.
    func recordingRun(_ batch: TokenBatch, _ table: HookTable) throws -> FinishedRun {
        let points = ActivationPoint.firingOrder(plan, cfg).filter { table.listens(at: $0.index) }
        guard isTooLargeToKeep(points, batch) else { return try plainRun(batch, table) }
        reuse.makeRoom(for: batch, bytes: BaseRun.byteCount(batch, plan, cfg))
        let names = NamesSelection.names(BaseRun.hookNames(plan, cfg))
        let run = try plainRun(batch, HookTable(registry, hooks: [], recording: names))
        guard let base = BaseRun(run, plan, cfg) else { return try plainRun(batch, table) }
        let activations = DerivedActivations(base: base, cfg: cfg, weights: weights, registry: registry)
        var cache = table.cache
        for point in points {
            cache.record(try activations.activation(at: point), as: registry.points[point.index].name)
        }
        remember(base)
        return FinishedRun(
            output: run.output, residual: run.residual, normalized: run.normalized, cache: cache, batch: batch,
            stoppedEarly: false)
    }

    private func isTooLargeToKeep(_ points: [ActivationPoint], _ batch: TokenBatch) -> Bool {
        let hasSwitchesOn =
            cfg.useAttnResult || cfg.useSplitQKVInput || cfg.useAttnIn || cfg.useHookMLPIn || cfg.useHookUnembed
        guard !hasSwitchesOn else { return false }
        let counts = points.map { $0.shape(batch, cfg).reduce(1.0) { $0 * Double($1) } }
        let bytes = counts.reduce(0, +) * Double(MemoryLayout<Float>.stride)
        return bytes > Double(max(reuse.wholeCacheByteLimit, BaseRun.byteCount(batch, plan, cfg)))
    }
}
