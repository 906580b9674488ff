public import TensorCore

extension HookedTransformer {
    /// Runs the model on tokens that follow those in `pastKVCache`, and adds them to it.
    ///
    /// ```swift
    /// var past = KeyValueCache()
    /// _ = try model(prompt, pastKVCache: &past)
    /// let logits = try model([next], pastKVCache: &past)         // [1, 1, d_vocab]
    /// ```
    /// The same logits as those of a run over everything. Hook points do not fire, so a model with added hooks
    /// refuses. A BOS is
    /// put in front of text only while the cache is empty. A call that throws leaves the cache as it was.
    /// - Returns: the logits of the new tokens, [batch, position, d_vocab].
    /// - Throws: ``ModelError`` for tokens that the model cannot take, or that do not follow on the cache.
    public func callAsFunction(
        _ input: any ModelInput, pastKVCache: inout KeyValueCache, prependBOS: Bool? = nil,
        paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil
    ) throws -> Tensor {
        guard cfg.attentionDir == .causal else {
            throw ModelError.optionDoesNotApply(
                "pastKVCache:", reason: "cannot be used with this model, whose queries look at later tokens too",
                instead: "run all tokens again")
        }
        guard addedHooks.isEmpty else {
            throw ModelError.hooksWithKVCache
        }
        let options = RunOptions(
            prependBOS: prependBOS ?? (pastKVCache.isEmpty ? nil : false), paddingSide: paddingSide,
            attentionMask: attentionMask)
        var pass = try IncrementalPass(self, tokenBatch(input, options), past: pastKVCache)
        let count = pastKVCache.count
        // The pass is to be the only owner, so that nothing is copied.
        pastKVCache = KeyValueCache()
        defer { pastKVCache = pass.past }
        do {
            // The prompt's products are long; those of a token behind it are not.
            return try count == 0 ? pass.logits() : keepingCoresAwake { try pass.logits() }
        } catch {
            pass.past.forget(from: count)
            throw error
        }
    }
}
