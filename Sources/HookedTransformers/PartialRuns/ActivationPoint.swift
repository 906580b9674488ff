internal import Hooks

/// A hook point of a run with all switches off, and where it stands in the registry.
struct RunPoint {
    enum Place {
        case embedding, final
        case block(Int, BlockHook)
    }

    let place: Place
    let index: Int
    /// The activation's shape behind [batch, position]; of the attention pattern, whole.
    private let shape: HookShape

    /// All points, in the order in which they fire.
    static func firingOrder(_ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> [RunPoint] {
        let hooks = plan.steps.flatMap(\.hooks).filter { $0.remedy == nil }
        let blocks = (0..<cfg.nLayers).flatMap { layer in
            hooks.compactMap { hook in
                plan.index(layer, hook).map { RunPoint(place: .block(layer, hook), index: $0, shape: hook.shape) }
            }
        }
        let embeddings = plan.embeddingHooks.map { RunPoint(place: .embedding, index: $0, shape: .residual) }
        let final = [(plan.finalScale, HookShape.scale), (plan.finalNormalized, .residual)].compactMap { index, shape in
            index.map { RunPoint(place: .final, index: $0, shape: shape) }
        }
        return embeddings + blocks + final
    }

    /// The activation's shape: [batch, position, …], or [batch, head, position, position].
    func shape(_ batch: TokenBatch, _ cfg: HookedTransformerConfig) -> [Int] { shape.axes(batch, cfg) }
}
