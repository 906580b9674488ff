public import Hooks

/// Tells the hooks of one call of ``HookedTransformer/withHooks(_:_:)`` from others.
final class HookScope {}

extension HookedTransformer {
    /// Runs `body` with hooks that fire in every run inside it, and takes them away when it returns or throws.
    ///
    /// ```swift
    /// let (logits, cache) = try model.withHooks([Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }]) {
    ///     try model.runWithCache(tokens)
    /// }
    /// ```
    /// Calls may be nested. Hooks that `body` itself adds stay.
    /// - Throws: `HookError` for a name that is unknown or switched off, before `body` runs; what `body` throws.
    public func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) throws -> Result {
        for hook in hooks { _ = try registry.indices(for: hook) }
        let scope = HookScope()
        addedHooks += hooks.map { AddedHook(hook: $0, isPermanent: false, scope: scope) }
        defer { addedHooks.removeAll { $0.scope === scope } }
        return try body()
    }
}
