internal import Hooks

/// How far a pass has come: a step of a layer.
struct LanePlace: Comparable {
    let layer: Int
    let step: LaneStep

    static func < (a: LanePlace, b: LanePlace) -> Bool { (a.layer, a.step) < (b.layer, b.step) }
}

extension LanePlace {
    /// The last step at which somebody looks; nil when nobody does after the embedding.
    static func lastWatched(_ hooks: HookTable, _ cfg: HookedTransformerConfig) -> LanePlace? {
        let final = [HookIndex.finalScale(cfg), HookIndex.finalNormalized(cfg)]
        if final.contains(where: hooks.listens) { return LanePlace(layer: cfg.nLayers, step: .start) }
        for layer in (0..<cfg.nLayers).reversed() {
            let steps = BlockHook.allCases.filter { hooks.listens(at: HookIndex.block(layer, $0)) }.map(\.step)
            if let step = steps.max() { return LanePlace(layer: layer, step: step) }
        }
        return nil
    }
}

extension BlockHook {
    /// The step that shows its activation, by where a pass stands before it.
    var step: LaneStep {
        switch self {
        case .residPre: .start
        case .attnIn, .qInput, .kInput, .vInput, .ln1Scale, .ln1Normalized, .q, .k, .v: .entered
        case .attnScores, .pattern, .z: .projected
        case .result, .attnOut, .residMid: .attended
        case .mlpIn, .ln2Scale, .ln2Normalized, .pre, .post, .mlpOut, .residPost: .middle
        }
    }
}
