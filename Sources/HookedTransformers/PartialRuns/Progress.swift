internal import Hooks

/// How far a run has come: a step of a layer.
struct LanePlace: Comparable {
    let layer: Int
    let step: Int

    static func < (a: LanePlace, b: LanePlace) -> Bool { (a.layer, a.step) < (b.layer, b.step) }
}

extension LanePlace {
    /// The last step at which somebody looks; nil when nobody does after the embedding.
    static func lastWatched(_ hooks: HookTable, _ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> LanePlace? {
        if plan.finalHooks.contains(where: hooks.listens) { return LanePlace(layer: cfg.nLayers, step: 0) }
        for layer in (0..<cfg.nLayers).reversed() {
            if let step = plan.lastWatchedStep(layer, hooks) { return LanePlace(layer: layer, step: step) }
        }
        return nil
    }
}
