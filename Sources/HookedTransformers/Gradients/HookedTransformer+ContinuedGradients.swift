package import Hooks
internal import SessionSafety
package import TensorCore

/// A metric's gradient for some prompts beside an earlier run, at the positions from the first one on at which any of them differs.
///
/// Before it nothing differs, and no gradient of a later activation goes through it.
package struct ContinuedGradients {
    /// The metric.
    package let value: Tensor
    /// The activations of the earlier run, from the first position on.
    package let earlier: ActivationCache
    /// The activations of the prompts, from the first position on.
    package let cache: ActivationCache
    /// The gradients at them.
    package let grads: ActivationCache

    package init(value: Tensor, earlier: ActivationCache, cache: ActivationCache, grads: ActivationCache) {
        (self.value, self.earlier, self.cache, self.grads) = (value, earlier, cache, grads)
    }
}

extension HookedTransformer {
    /// As ``runWithGradients(_:of:namesFilter:fwdHooks:bwdHooks:prependBOS:paddingSide:attentionMask:)``, for prompts that begin as
    /// those of `earlier` do: what is alike is not computed again.
    /// - Parameters:
    ///   - names: full names of the activations and gradients that are wanted.
    ///   - found: what another call with the same prompts, names and cache gave, if there was one.
    /// - Returns: nil where prompts differ from the start, `earlier` is not the cache of a run without hooks of this model, or
    ///   hooks have been added to it.
    package func runWithGradients(
        _ input: any ModelInput, after earlier: ActivationCache, of metric: (Tensor) throws -> Tensor,
        names: [String], bwdHooks: [Hook], found: ContinuedGradients?, prependBOS: Bool?, paddingSide: PaddingSide?,
        attentionMask: Tensor?
    ) throws -> ContinuedGradients? {
        guard cfg.attentionDir == .causal, addedHooks.isEmpty, let base = base(of: earlier) else { return nil }
        let batch = try tokenBatch(
            input, RunOptions(prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask))
        // Of prompts that are the same, one position stands for all.
        let first = min(batch.sharedStart(with: base.batch), batch.positions - 1)
        guard first > 0 else { return nil }
        let recording = NamesSelection.names(names)
        let (value, cache, grads) = try goingBack(
            from: metric, HookTable(registry, hooks: [], recording: recording), watching: recording, bwdHooks
        ) { try continuedRun(batch, on: base, from: first, $0) }
        return ContinuedGradients(
            value: value,
            earlier: try found?.earlier ?? activations(names, of: earlier, base, from: first),
            cache: try withPairs(cache, of: batch, from: first), grads: try withPairs(grads, of: batch, from: first))
    }

    /// Activations of an earlier run, from a position on. Those that nobody has read so far are computed for these positions.
    private func activations(
        _ names: [String], of earlier: ActivationCache, _ base: BaseRun, from first: Int
    ) throws -> ActivationCache {
        let waiting = try names.filter { try earlier[$0].heldByteCount == 0 }
        let table = try HookTable(registry, hooks: [], recording: .names(waiting))
        let computed =
            try waiting.isEmpty
            ? ActivationCache()
            : withPairs(continuedRun(base.batch, on: base, from: first, table).cache, of: base.batch, from: first)
        return ActivationCache(
            try names.map { name in
                if computed.contains(name) { return (name, try computed[name]) }
                let whole = try earlier[name]
                return (
                    name, try Fault.catching { isOfPairs(name) ? whole[0..., 0..., first...] : whole[0..., first...] }
                )
            })
    }

    /// Scores and patterns of some positions, which a pass shows in a row, as [batch, head, query position, key position].
    private func withPairs(
        _ cache: ActivationCache, of batch: TokenBatch, from first: Int
    ) throws -> ActivationCache {
        let shape = [batch.rows, cfg.nHeads, batch.positions - first, batch.positions]
        return ActivationCache(
            try cache.map { name, activation in
                (name, try Fault.catching { isOfPairs(name) ? activation.reshaped(shape) : activation })
            })
    }

    private func isOfPairs(_ name: String) -> Bool {
        plan.hooks.contains { hook in
            guard case .perPair = hook.shape else { return false }
            return name.hasSuffix(".\(hook.name)")
        }
    }
}
