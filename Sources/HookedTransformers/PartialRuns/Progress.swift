internal import Hooks

/// How far a run has come: the layer that is under way, and the number of its step that comes next.
struct Progress: Comparable {
    let layer: Int
    let step: Int

    static func < (a: Progress, b: Progress) -> Bool { (a.layer, a.step) < (b.layer, b.step) }
}

extension Progress {
    /// The last step at which somebody looks; nil when nobody does after the embedding.
    static func lastWatched(_ hooks: HookTable, _ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> Progress? {
        if plan.finalHooks.contains(where: hooks.listens) { return Progress(layer: cfg.nLayers, step: 0) }
        for layer in (0..<cfg.nLayers).reversed() {
            if let step = plan.lastWatchedStep(layer, hooks) { return Progress(layer: layer, step: step) }
        }
        return nil
    }
}
