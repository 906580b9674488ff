internal import Hooks

/// A hook point of a run with all switches off.
enum RunPoint {
    case embed, posEmbed
    case block(Int, BlockHook)
    case finalScale, finalNormalized
}

extension RunPoint {
    private static let blockOrder: [BlockHook] = [
        .residPre, .ln1Scale, .ln1Normalized, .q, .k, .v, .attnScores, .pattern, .z, .attnOut, .residMid, .ln2Scale,
        .ln2Normalized, .pre, .post, .mlpOut, .residPost,
    ]

    /// All points, in the order in which they fire.
    static func firingOrder(_ cfg: HookedTransformerConfig) -> [RunPoint] {
        let blocks = (0..<cfg.nLayers).flatMap { layer in blockOrder.map { RunPoint.block(layer, $0) } }
        return [.embed, .posEmbed] + blocks + [.finalScale, .finalNormalized]
    }

    /// Where the point stands in the registry.
    func index(_ cfg: HookedTransformerConfig) -> Int {
        switch self {
        case .embed: HookIndex.embed
        case .posEmbed: HookIndex.posEmbed
        case .block(let layer, let hook): HookIndex.block(layer, hook)
        case .finalScale: HookIndex.finalScale(cfg)
        case .finalNormalized: HookIndex.finalNormalized(cfg)
        }
    }

    /// The activation's shape: [batch, position, …], or [batch, head, position, position].
    func shape(_ batch: TokenBatch, _ cfg: HookedTransformerConfig) -> [Int] {
        let tokens = [batch.rows, batch.positions]
        guard case .block(_, let hook) = self else { return tokens + [finalWidth(cfg)] }
        return switch hook {
        case .ln1Scale, .ln2Scale: tokens + [1]
        case .q, .k, .v, .z: tokens + [cfg.nHeads, cfg.dHead]
        case .attnScores, .pattern: [batch.rows, cfg.nHeads, batch.positions, batch.positions]
        case .pre, .post: tokens + [cfg.dMLP]
        default: tokens + [cfg.dModel]
        }
    }

    private func finalWidth(_ cfg: HookedTransformerConfig) -> Int {
        if case .finalScale = self { return 1 }
        return cfg.dModel
    }
}
