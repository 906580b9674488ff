internal import Hooks
internal import TensorCore

/// What is kept of a run without hooks, so that runs of the same tokens with hooks compute only what these change.
struct BaseRun: Sendable {
    let batch: TokenBatch
    let plan: BlockPlan
    /// Each block's activations at the plan's kept hook points, [batch, position, …].
    private let layers: [[Tensor]]
    /// The residual stream after the last block: [batch, position, d_model]
    let residual: Tensor
    /// The same after the final norm.
    let normalized: Tensor
    /// The runs with hooks that reuse it, and whose end nobody has read.
    let lazyRuns = LazyRuns()
}

extension BaseRun {
    /// The names of the activations that a base run is made of.
    static func hookNames(_ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> [String] {
        (0..<cfg.nLayers).flatMap { layer in plan.kept.map { "blocks.\(layer).\($0.name)" } }
    }

    /// The base that a finished run without hooks is; nil when it did not record enough.
    init?(_ run: FinishedRun, _ plan: BlockPlan, _ cfg: HookedTransformerConfig) {
        guard let normalized = run.normalized, Self.hookNames(plan, cfg).allSatisfy(run.cache.contains) else {
            return nil
        }
        layers = (0..<cfg.nLayers).map { layer in
            plan.kept.compactMap { try? run.cache["blocks.\(layer).\($0.name)"] }
        }
        guard layers.allSatisfy({ $0.count == plan.kept.count }) else { return nil }
        (batch, self.plan, residual, self.normalized) = (run.batch, plan, run.residual, normalized)
    }

    /// The activation at a hook point that shows what a step leaves; nil at others.
    func activation(_ layer: Int, _ hook: BlockHook) -> Tensor? {
        hook == .residPost ? residual(before: layer + 1) : plan.keptNumber(hook).map { layers[layer][$0] }
    }

    /// What the step `number` of a block finds of `values`.
    func values(of values: [BlockValue], _ layer: Int, before number: Int) -> BlockValues<Tensor> {
        var found = BlockValues(repeating: Tensor())
        for value in values {
            let hook = plan.source(of: value, before: number)
            found[value] = hook.flatMap { activation(layer, $0) } ?? residual(before: layer)
        }
        return found
    }

    /// The residual stream before `layer`, or after the last one.
    func residual(before layer: Int) -> Tensor {
        guard layer < layers.count, let number = plan.keptNumber(.residPre) else { return residual }
        return layers[layer][number]
    }

    /// How many bytes the base of a batch takes.
    static func byteCount(_ batch: TokenBatch, _ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> Int {
        let perLayer = plan.kept.reduce(0) { $0 + $1.shape.width(cfg) }
        let perToken = cfg.nLayers * perLayer + 2 * cfg.dModel
        let (bytes, overflow) = batch.count.multipliedReportingOverflow(by: perToken * MemoryLayout<Float>.stride)
        return overflow ? .max : bytes
    }
}
