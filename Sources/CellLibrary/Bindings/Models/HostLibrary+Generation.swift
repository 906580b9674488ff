public import CellInterpreter
internal import SwiftLens

extension KeyValueCache: HostObject {}

extension HostLibrary {
    /// Going on with a text, token by token.
    func bindGeneration() {
        type(
            "KeyValueCache", KeyValueCache.self,
            doc: "The keys and values of tokens that a model has read, so that what follows costs only its own tokens.",
            describe: { "KeyValueCache of \($0.count) positions of \($0.batch) prompts, \($0.byteCount) bytes" })
        bindGenerate()
        bindSampling()
        bindKeyValueCache()
    }

    private func bindGenerate() {
        let options = """
            maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil, doSample: Bool = true, \
            topK: Int? = nil, topP: Double? = nil, temperature: Double = 1, freqPenalty: Double = 0, \
            usePastKVCache: Bool = true
            """
        declare(
            """
            /// Continues a text: `try model.generate("When John and Mary went", maxNewTokens: 20, temperature: 0.7, seed: 1)`.
            ///
            /// `doSample: false` takes the likeliest token each time. `topK` and `topP` leave the unlikely tokens out.
            func generate(_ text: String, \(options), prependBOS: Bool? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> String
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, text: String, count: Int, stops: Bool, eos: Int?, samples: Bool, topK: Int?,
                topP: Double?, temperature: Double, penalty: Double, past: Bool, bos: Bool?, seed: Int?, hooks: [Hook]
            ) in
            try model.generate(
                text, maxNewTokens: count, stopAtEOS: stops, eosTokenID: eos, doSample: samples, topK: topK, topP: topP,
                temperature: temperature, freqPenalty: penalty, usePastKVCache: past, prependBOS: bos, seed: seed,
                fwdHooks: hooks)
        }
        declare(
            """
            /// Continues several texts, each as it would go on alone: `try model.generate(prompts, doSample: false)`.
            func generate(_ texts: [String], \(options), prependBOS: Bool? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> [String]
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, texts: [String], count: Int, stops: Bool, eos: Int?, samples: Bool,
                topK: Int?,
                topP: Double?, temperature: Double, penalty: Double, past: Bool, bos: Bool?, seed: Int?, hooks: [Hook]
            ) in
            try model.generate(
                texts, maxNewTokens: count, stopAtEOS: stops, eosTokenID: eos, doSample: samples, topK: topK,
                topP: topP,
                temperature: temperature, freqPenalty: penalty, usePastKVCache: past, prependBOS: bos, seed: seed,
                fwdHooks: hooks)
        }
        declare(
            """
            /// Continues rows of token ids [batch, position]: [batch, position + new].
            ///
            /// `let longer = try model.generate(tokens, maxNewTokens: 5, topK: 40, seed: 0)`
            func generate(_ tokens: Tensor, \(options), attentionMask: Tensor? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> Tensor
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, tokens: Tensor, count: Int, stops: Bool, eos: Int?, samples: Bool, topK: Int?,
                topP: Double?, temperature: Double, penalty: Double, past: Bool, mask: Tensor?, seed: Int?,
                hooks: [Hook]
            ) in
            try model.generate(
                tokens, maxNewTokens: count, stopAtEOS: stops, eosTokenID: eos, doSample: samples, topK: topK,
                topP: topP, temperature: temperature, freqPenalty: penalty, usePastKVCache: past, attentionMask: mask,
                seed: seed, fwdHooks: hooks)
        }
    }

    private func bindSampling() {
        declare(
            """
            /// Chooses a token for each row of logits [batch, d_vocab]: [batch].
            ///
            /// `let next = try sampleLogits(logits[0..., -1, 0...], temperature: 0.8, topK: 50)`
            func sampleLogits(_ logits: Tensor, temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, freqPenalty: Double = 0, tokens: Tensor? = nil, seed: Int? = nil) throws -> Tensor
            """
        ) {
            (
                logits: Tensor, temperature: Double, topK: Int?, topP: Double?, penalty: Double, tokens: Tensor?,
                seed: Int?
            ) in
            try sampleLogits(
                logits, temperature: temperature, topK: topK, topP: topP, freqPenalty: penalty, tokens: tokens,
                seed: seed)
        }
    }

    private func bindKeyValueCache() {
        let type = "KeyValueCache"
        declare("/// A cache of nothing: `var past = KeyValueCache()`.\ninit()", on: type) { KeyValueCache() }
        declare("/// The number of prompts; 0 while nothing was read.\nvar batch: Int", on: type) {
            (past: KeyValueCache) in
            past.batch
        }
        declare("/// The number of positions that were read.\nvar count: Int", on: type) { (past: KeyValueCache) in
            past.count
        }
        declare("/// Whether nothing was read.\nvar isEmpty: Bool", on: type) { (past: KeyValueCache) in past.isEmpty }
        declare("/// The bytes that it holds.\nvar byteCount: Int", on: type) { (past: KeyValueCache) in past.byteCount
        }
        declare(
            """
            /// Runs the model on tokens that follow those in the cache, and adds them to it: `try model(next, pastKVCache: &past)`.
            ///
            /// Gives the logits of the new tokens [batch, position, d_vocab]. Hooks do not fire.
            func callAsFunction(_ input: any ModelInput, pastKVCache: inout KeyValueCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil) throws -> Tensor
            """, on: "HookedTransformer",
            raw: { call in
                let model = try call.value(0, as: HookedTransformer.self)
                let input = try call.value(1, as: HostAny<any ModelInput>.self).value
                var past = try call.value(2, as: KeyValueCache.self)
                defer { call[2] = past.toCell() }
                return try model(
                    input, pastKVCache: &past, prependBOS: call.value(3), paddingSide: call.value(4),
                    attentionMask: call.value(5)
                ).toCell()
            })
    }
}
