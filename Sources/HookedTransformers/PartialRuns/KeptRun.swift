internal import Hooks
internal import TensorCore

/// The base run that a cache's activations are of, for what starts from the cache.
final class KeptRun: Sendable {
    let base: BaseRun

    init(_ base: BaseRun) { self.base = base }
}

extension HookedTransformer {
    /// The base run of this model that all activations of `cache` are of; nil of a cache that was put together otherwise.
    func base(of cache: ActivationCache) -> BaseRun? {
        guard cache.source === self, let base = (cache.run as? KeptRun)?.base else { return nil }
        // The setting that shows keys once for every query head may have changed since.
        let shape = base.activation(0, .k)?.shape
        return shape == [base.batch.rows, base.batch.positions, cfg.shownKeyHeads, cfg.dHead] ? base : nil
    }
}
