public import Hooks
public import TensorCore

extension HookedTransformer {
    /// Continues a text.
    ///
    /// ```swift
    /// try model.generate("When John and Mary went to the shops,", maxNewTokens: 20, temperature: 0.7, seed: 1)
    /// try model.generate("The capital of France is", doSample: false)              // the likeliest token each time
    /// ```
    /// - Parameters:
    ///   - maxNewTokens: how many tokens follow at most; prompt and continuation have to fit in `cfg.nCtx`.
    ///   - stopAtEOS: whether the end-of-text token ends the text.
    ///   - eosTokenID: that token; the tokenizer's when nil, and without either nothing ends the text early.
    ///   - doSample: draws from the probabilities; false takes the likeliest token, as temperature 0 does.
    ///   - topK: only so many of the likeliest tokens count.
    ///   - topP: only the likeliest tokens count that together have this probability.
    ///   - temperature: divides the logits.
    ///   - freqPenalty: is subtracted from a token's logit / temperature for each time that it stands in the text.
    ///   - usePastKVCache: whether keys and values are kept, so that each token costs only itself. With hooks every
    ///     step
    ///     runs over the whole text, so that they see all of it.
    ///   - seed: repeats the draws; without it, `manualSeed` does. Not PyTorch's draws.
    ///   - fwdHooks: hooks that are there at every step.
    /// - Returns: the text with its continuation; neither BOS nor the end-of-text token is shown.
    /// - Throws: ``ModelError`` for an option that cannot be, or too many tokens; what a hook throws.
    public func generate(
        _ text: String, maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil, doSample: Bool = true,
        topK: Int? = nil, topP: Double? = nil, temperature: Double = 1, freqPenalty: Double = 0,
        usePastKVCache: Bool = true, prependBOS: Bool? = nil, seed: Int? = nil, fwdHooks: [Hook] = []
    ) throws -> String {
        let texts = try generate(
            [text], maxNewTokens: maxNewTokens, stopAtEOS: stopAtEOS, eosTokenID: eosTokenID, doSample: doSample,
            topK: topK, topP: topP, temperature: temperature, freqPenalty: freqPenalty,
            usePastKVCache: usePastKVCache, prependBOS: prependBOS, seed: seed, fwdHooks: fwdHooks)
        return texts.first ?? ""
    }

    /// Continues several texts, which may have unequal lengths: each goes on as it would alone.
    public func generate(
        _ texts: [String], maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil,
        doSample: Bool = true, topK: Int? = nil, topP: Double? = nil, temperature: Double = 1,
        freqPenalty: Double = 0, usePastKVCache: Bool = true, prependBOS: Bool? = nil, seed: Int? = nil,
        fwdHooks: [Hook] = []
    ) throws -> [String] {
        let stop = stopAtEOS ? eosTokenID ?? tokenizer?.eosTokenID : nil
        let rows = try texts.map { try encode($0, prependBOS: prependBOS) }
        let sampler = try TokenSampler(
            temperature: doSample ? temperature : 0, topK: topK, topP: topP, freqPenalty: freqPenalty, seed: seed)
        var generator = try TokenGenerator(
            self, rows,
            GenerationOptions(
                maxNewTokens: maxNewTokens, stopToken: stop, paddingToken: tokenizer?.padTokenID,
                usesPastKVCache: usePastKVCache, fwdHooks: fwdHooks, sampler: sampler))
        let new = try generator.newTokens()
        return try texts.indices.map { row in
            let continuation = new[row].prefix { $0 != stop }
            return try texts[row] + toString(Array(continuation))
        }
    }

    /// Continues rows of token ids: [batch, position + new].
    ///
    /// ```swift
    /// let longer = try model.generate(tokens, maxNewTokens: 5, topK: 40, seed: 0)
    /// ```
    /// `attentionMask` [batch, position] says which tokens are padding. A row that has ended is filled up with the
    /// tokenizer's padding, or the token that ended it. (TransformerLens ignores padding here.)
    public func generate(
        _ tokens: Tensor, maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil,
        doSample: Bool = true, topK: Int? = nil, topP: Double? = nil, temperature: Double = 1,
        freqPenalty: Double = 0, usePastKVCache: Bool = true, attentionMask: Tensor? = nil, seed: Int? = nil,
        fwdHooks: [Hook] = []
    ) throws -> Tensor {
        let batch = try tokenBatch(tokens, RunOptions(attentionMask: attentionMask))
        let sampler = try TokenSampler(
            temperature: doSample ? temperature : 0, topK: topK, topP: topP, freqPenalty: freqPenalty, seed: seed)
        var generator = try TokenGenerator(
            self, batch.realRows,
            GenerationOptions(
                maxNewTokens: maxNewTokens, stopToken: stopAtEOS ? eosTokenID ?? tokenizer?.eosTokenID : nil,
                paddingToken: tokenizer?.padTokenID, usesPastKVCache: usePastKVCache, fwdHooks: fwdHooks,
                sampler: sampler))
        let new = try generator.newTokens()
        let width = batch.positions
        let rows = new.indices.map { Array(batch.ids[($0 * width)..<(($0 + 1) * width)]) + new[$0] }
        return Tensor(rows.flatMap { $0 }, shape: [batch.rows, width + (new.first?.count ?? 0)])
    }
}

extension TokenBatch {
    /// The ids of each row that are no padding.
    fileprivate var realRows: [[Int]] {
        (0..<rows).map { row in
            ((row * positions)..<((row + 1) * positions)).filter { mask?[$0] ?? true }.map { ids[$0] }
        }
    }
}
