public import Hooks
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// Runs the model and goes back: a number that a metric makes of the logits, the activations, and the metric's gradient
    /// at each of them.
    ///
    /// ```swift
    /// let (value, cache, grads) = try model.runWithGradients(corruptedTokens, of: { logits in
    ///     averageLogitDifference(logits, answerTokens)
    /// })
    /// let attribution = ((try clean["z", 9] - cache["z", 9]) * grads["z", 9]).sum(dim: [0, 1, 3])       // [head]
    /// ```
    /// `grads["z", 9]` is ∂metric/∂z as z left its hooks, in its shape. At `ln1.hook_…` it is the total over what queries, keys
    /// and values are made of. What forward hooks change is differentiated too: what they overwrite gets no gradient.
    /// - Parameters:
    ///   - metric: one number from the logits [batch, position, d_vocab]; operations without a derivative are named.
    ///   - namesFilter: whose activations and gradients are kept. Nothing before the first of them is gone back to.
    ///   - fwdHooks: as in ``runWithHooks(_:fwdHooks:returnType:lossPerToken:prependBOS:paddingSide:attentionMask:startAtLayer:stopAtLayer:recompute:)``.
    ///   - bwdHooks: see gradients on their way back, and may change or replace them:
    ///
    ///     ```swift
    ///     Hook(actName("mlp_out", 7)) { g, hook in g = g * 0 }        // nothing goes back through this MLP
    ///     ```
    /// - Throws: `GradientError` for a metric that is no single number, or NaN, or does not follow from the logits;
    ///   ``ModelError``, `HookError`; what a hook or the metric throws.
    public func runWithGradients(
        _ input: any ModelInput, of metric: (Tensor) throws -> Tensor,
        namesFilter: any NamesFilter = NamesSelection.all, fwdHooks: [Hook] = [], bwdHooks: [Hook] = [],
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil
    ) throws -> (value: Tensor, cache: ActivationCache, grads: ActivationCache) {
        let options = RunOptions(prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
        let batch = try tokenBatch(input, options)
        let names = namesFilter.namesSelection
        return try goingBack(
            from: metric, table(fwdHooks: fwdHooks, recording: names), watching: names, bwdHooks
        ) { try plainRun(batch, $0) }
    }

    /// Carries a run out while it is recorded, and goes back from what the metric makes of its logits.
    func goingBack(
        from metric: (Tensor) throws -> Tensor, _ table: HookTable, watching names: NamesSelection, _ bwdHooks: [Hook],
        _ run: (HookTable) throws -> FinishedRun
    ) throws -> (value: Tensor, cache: ActivationCache, grads: ActivationCache) {
        let tape = GradientTape()
        defer { tape.close() }
        var table = table
        let watch = try GradientWatch(registry, on: tape, hooks: bwdHooks, recording: names)
        table.gradients = watch
        let (finished, value) = try tape.recording {
            let finished = try run(table)
            return (finished, try Fault.catching { try metric(finished.output) })
        }
        try tape.goBack(from: value)
        var grads = ActivationCache(source: self, expand: { actName($0) })
        try watch.record(into: &grads)
        return (value.detach(), finished.cache.detached(), grads)
    }

    /// The same with a closure that says which activations and gradients are kept.
    ///
    /// ```swift
    /// let (_, _, grads) = try model.runWithGradients(tokens, of: metric, namesFilter: { $0.hasSuffix("hook_z") })
    /// ```
    public func runWithGradients(
        _ input: any ModelInput, of metric: (Tensor) throws -> Tensor,
        namesFilter: @escaping (String) throws -> Bool, fwdHooks: [Hook] = [], bwdHooks: [Hook] = [],
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil
    ) throws -> (value: Tensor, cache: ActivationCache, grads: ActivationCache) {
        try runWithGradients(
            input, of: metric, namesFilter: NamesSelection.matching(namesFilter), fwdHooks: fwdHooks,
            bwdHooks: bwdHooks,
            prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
    }
}
