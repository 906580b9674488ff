public import Hooks
public import TensorCore

extension HookedTransformer {
    /// Runs the model: logits [batch, position, d_vocab], or the loss of predicting each next token.
    ///
    /// ```swift
    /// let logits = try model(tokens)
    /// let loss = try model(tokens, returnType: .loss)          // one number
    /// ```
    /// With `stopAtLayer` k the blocks before k run (as in a Python slice: −1 stops before the last), and the residual stream
    /// [batch, position, d_model] comes back. With `startAtLayer` k the input is such a residual stream, the blocks from k on
    /// run, and padding has to be told as `attentionMask`:
    ///
    /// ```swift
    /// let residual = try model(tokens, stopAtLayer: 6)
    /// let logits = try model(residual * 0.5, startAtLayer: 6)
    /// ```
    /// - Throws: ``ModelError`` for tokens that the model cannot take; what an added hook throws.
    public func callAsFunction(
        _ input: any ModelInput, returnType: ReturnType = .logits, lossPerToken: Bool = false,
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
        startAtLayer: Int? = nil, stopAtLayer: Int? = nil
    ) throws -> Tensor {
        try runWithHooks(
            input, fwdHooks: [], returnType: returnType, lossPerToken: lossPerToken, prependBOS: prependBOS,
            paddingSide: paddingSide, attentionMask: attentionMask, startAtLayer: startAtLayer,
            stopAtLayer: stopAtLayer)
    }

    /// Runs the model with hooks that may read and change activations on the way.
    ///
    /// ```swift
    /// let logits = try model.runWithHooks(tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])
    /// ```
    /// When the tokens were run before, only what the hooks change is computed again; `recompute: .everything` computes all.
    /// The logits agree within 1e-5. ``reuse`` says what that takes. The hooks belong to this call. They fire after those of ``addHook(_:isPermanent:prepend:)``, in this order.
    /// - Throws: `HookError` for an unknown name or an activation of another shape; what a hook throws.
    public func runWithHooks(
        _ input: any ModelInput, fwdHooks: [Hook], returnType: ReturnType = .logits, lossPerToken: Bool = false,
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
        startAtLayer: Int? = nil, stopAtLayer: Int? = nil, recompute: Recompute = .changed
    ) throws -> Tensor {
        let options = RunOptions(
            prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask,
            startAtLayer: startAtLayer, stopAtLayer: stopAtLayer, recompute: recompute)
        let run = try run(input, options, try table(fwdHooks: fwdHooks, recording: nil))
        return returnType == .loss ? try run.loss(perToken: lossPerToken) : run.output
    }

    /// Runs the model and keeps activations; `namesFilter` says which, one name or a list.
    ///
    /// ```swift
    /// let (logits, cache) = try model.runWithCache(tokens)
    /// let (_, patterns) = try model.runWithCache(tokens, namesFilter: ["blocks.0.attn.hook_pattern"])
    /// ```
    /// With `fwdHooks`, the cache holds what they left behind. Of caches over 64 MB, a part is computed when it is read
    /// (``RunReuse/wholeCacheByteLimit``).
    /// - Parameters:
    ///   - returnType: what stands in the place of the logits; `startAtLayer` and `stopAtLayer` as in
    ///     ``callAsFunction(_:returnType:lossPerToken:prependBOS:paddingSide:attentionMask:startAtLayer:stopAtLayer:)``.
    ///   - posSlice: keeps only these positions of each activation, and only their memory; of attention, only these
    ///     queries. An integer leaves an axis of length 1 here.
    ///
    ///     ```swift
    ///     let (_, last) = try model.runWithCache(tokens, posSlice: -1)
    ///     try last["z", 9]                                               // [batch, 1, head, d_head]
    ///     ```
    ///   - removeBatchDim: whether the activations lose the batch axis, which must be one of length 1.
    ///   - recompute: with `.everythingOnOneCore` the activations have the same bits on any number of cores.
    /// - Throws: `HookError` for an unknown name, or for several prompts with `removeBatchDim`; ``ModelError`` for
    ///   tokens that the model cannot take or positions that they do not have.
    public func runWithCache(
        _ input: any ModelInput, namesFilter: any NamesFilter = NamesSelection.all, fwdHooks: [Hook] = [],
        returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil,
        paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil,
        stopAtLayer: Int? = nil, posSlice: (any TensorIndex)? = nil, removeBatchDim: Bool = false,
        recompute: Recompute = .changed
    ) throws -> (logits: Tensor, cache: ActivationCache) {
        let positions = try posSlice.map { try PositionSlice($0) }
        let options = RunOptions(
            prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask,
            startAtLayer: startAtLayer, stopAtLayer: stopAtLayer, posSlice: positions, recompute: recompute)
        let run = try run(
            input, options,
            try table(fwdHooks: fwdHooks, recording: namesFilter.namesSelection, posSlice: positions))
        let output = returnType == .loss ? try run.loss(perToken: lossPerToken) : run.output
        return (output, removeBatchDim ? try run.cache.removingBatchDim() : run.cache)
    }

    /// Runs the model and keeps the activations whose names `namesFilter` accepts.
    ///
    /// ```swift
    /// let (_, cache) = try model.runWithCache(tokens, namesFilter: { $0.hasSuffix("hook_z") })
    /// ```
    public func runWithCache(
        _ input: any ModelInput, namesFilter: @escaping (String) throws -> Bool, fwdHooks: [Hook] = [],
        returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil,
        paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil,
        stopAtLayer: Int? = nil, posSlice: (any TensorIndex)? = nil, removeBatchDim: Bool = false,
        recompute: Recompute = .changed
    ) throws -> (logits: Tensor, cache: ActivationCache) {
        try runWithCache(
            input, namesFilter: NamesSelection.matching(namesFilter), fwdHooks: fwdHooks, returnType: returnType,
            lossPerToken: lossPerToken, prependBOS: prependBOS, paddingSide: paddingSide,
            attentionMask: attentionMask, startAtLayer: startAtLayer, stopAtLayer: stopAtLayer, posSlice: posSlice,
            removeBatchDim: removeBatchDim, recompute: recompute)
    }

    /// Runs the model once for both, which TransformerLens calls the return type "both".
    ///
    /// `let (logits, loss) = try model.logitsAndLoss(tokens)`
    public func logitsAndLoss(
        _ input: any ModelInput, lossPerToken: Bool = false, prependBOS: Bool? = nil,
        paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil
    ) throws -> (logits: Tensor, loss: Tensor) {
        let options = RunOptions(prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
        let run = try run(input, options, try table(fwdHooks: [], recording: nil))
        return (run.output, try run.loss(perToken: lossPerToken))
    }
}
