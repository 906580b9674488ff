public import Hooks

/// A hook that stays on the model between runs.
struct AddedHook {
    let hook: Hook
    let isPermanent: Bool
    /// The call of ``HookedTransformer/withHooks(_:_:)`` whose hook it is.
    var scope: HookScope?
}

extension HookedTransformer {
    /// Adds a hook that fires in every run from now on, until ``resetHooks(includingPermanent:clearContexts:)``.
    ///
    /// ```swift
    /// try model.addHook(Hook("blocks.0.hook_resid_pre") { residual, hook in … })
    /// ```
    /// Hooks at one point fire in the order in which they were added, before those of the call; `prepend` puts this one first.
    /// - Throws: `HookError` for a name that is unknown or switched off.
    public func addHook(_ hook: Hook, isPermanent: Bool = false, prepend: Bool = false) throws {
        _ = try registry.indices(for: hook)
        addedHooks.insert(AddedHook(hook: hook, isPermanent: isPermanent), at: prepend ? 0 : addedHooks.count)
    }

    /// Removes the added hooks, the permanent ones only when asked to, and empties the hook points' contexts unless
    /// told otherwise.
    ///
    /// ```swift
    /// model.resetHooks(clearContexts: false)          // hook.ctx stays
    /// ```
    public func resetHooks(includingPermanent: Bool = false, clearContexts: Bool = true) {
        addedHooks.removeAll { includingPermanent || !$0.isPermanent }
        if clearContexts { for point in registry.points { point.ctx.removeAll() } }
    }

    /// The hooks of one run: those that were added, then those of the call.
    func table(
        fwdHooks: [Hook], recording: NamesSelection?, posSlice: PositionSlice? = nil
    ) throws -> HookTable {
        // A point that was switched off after its hook was added does not fire; it is no error of this call.
        let standing = addedHooks.map(\.hook).filter { (try? registry.indices(for: $0)) != nil }
        return try HookTable(
            registry, hooks: standing + fwdHooks, recording: recording,
            part: posSlice.map { $0.part(of:called:) }, into: ActivationCache(source: self, expand: { actName($0) }))
    }
}
