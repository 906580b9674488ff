internal import Hooks

/// A hook point of a run with all switches off, and where it stands in the registry.
struct ActivationPoint {
    enum Kind {
        case embedding, final
        case block(Int, BlockHook)
    }

    let kind: Kind
    let index: Int
    /// The activation's shape behind [batch, position]; of the attention pattern, whole.
    private let shape: HookShape

    /// All points, in the order in which they fire.
    static func firingOrder(_ plan: BlockPlan, _ cfg: HookedTransformerConfig) -> [ActivationPoint] {
        let hooks = plan.steps.flatMap(\.hooks).filter { $0.remedy == nil }
        let blocks = (0..<cfg.nLayers).flatMap { layer in
            hooks.compactMap { hook in
                plan.index(layer, hook).map { ActivationPoint(kind: .block(layer, hook), index: $0, shape: hook.shape) }
            }
        }
        let embeddings = plan.embeddingHooks.map { ActivationPoint(kind: .embedding, index: $0, shape: .residual) }
        let final = [(plan.finalScale, HookShape.scale), (plan.finalNormalized, .residual)].compactMap { index, shape in
            index.map { ActivationPoint(kind: .final, index: $0, shape: shape) }
        }
        return embeddings + blocks + final
    }

    /// The activation's shape: [batch, position, …], or [batch, head, position, position].
    func shape(_ batch: TokenBatch, _ cfg: HookedTransformerConfig) -> [Int] { shape.axes(batch, cfg) }
}
