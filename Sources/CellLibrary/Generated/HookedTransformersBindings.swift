// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/HookedTransformers; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension ActivationFunction: HostObject {}
extension AttentionDirection: HostObject {}
extension TokenOccurrence: HostObject {}
extension HookedTransformer: HostObject {}
extension HookedTransformerConfig: HostObject {}
extension KeyValueCache: HostObject {}
extension ModelError: HostObject {}
extension NormalizationType: HostObject {}
extension PositionalEmbeddingType: HostObject {}
extension Recompute: HostObject {}
extension PaddingSide: HostObject {}
extension ReturnType: HostObject {}
extension RunReuse: HostObject {}
extension WeightType: HostObject {}

extension HostLibrary {
    /// What HookedTransformers offers to cells.
    func bindHookedTransformers() {
        bindHookedTransformers_ActName()
        bindHookedTransformers_ActivationCache_ShortNames()
        bindHookedTransformers_ActivationFunction()
        bindHookedTransformers_AttentionDirection()
        bindHookedTransformers_GatedMLP()
        bindHookedTransformers_HookedTransformer_ByteCount()
        bindHookedTransformers_HookedTransformer_Circuits()
        bindHookedTransformers_HookedTransformer_Generate()
        bindHookedTransformers_HookedTransformer_Hooks()
        bindHookedTransformers_HookedTransformer_KeyValueCache()
        bindHookedTransformers_HookedTransformer_Run()
        bindHookedTransformers_HookedTransformer_RunVariants()
        bindHookedTransformers_HookedTransformer_RunWithGradients()
        bindHookedTransformers_HookedTransformer_ToStrTokens()
        bindHookedTransformers_HookedTransformer_ToString()
        bindHookedTransformers_HookedTransformer_ToTokens()
        bindHookedTransformers_HookedTransformer_TokenPosition()
        bindHookedTransformers_HookedTransformer_Weights()
        bindHookedTransformers_HookedTransformer()
        bindHookedTransformers_HookedTransformerConfig()
        bindHookedTransformers_KeyValueCache()
        bindHookedTransformers_LanguageModelLoss()
        bindHookedTransformers_ModelError_Description()
        bindHookedTransformers_ModelError()
        bindHookedTransformers_ModelInput()
        bindHookedTransformers_NormalizationType()
        bindHookedTransformers_PositionalEmbeddingType()
        bindHookedTransformers_Recompute()
        bindHookedTransformers_RunOptions()
        bindHookedTransformers_RunReuse()
        bindHookedTransformers_SampleLogits()
        bindHookedTransformers_WeightType()
    }

    private func bindHookedTransformers_ActName() {
        bind(
            "actName",
            """
            /// The full name of a hook point from a short one.
            ///
            /// ```swift
            /// actName("z", 3)                   // "blocks.3.attn.hook_z"
            /// actName("normalized", 2, "ln2")   // "blocks.2.ln2.hook_normalized"
            /// actName("embed")                  // "hook_embed"
            /// actName("pre5")                   // "blocks.5.mlp.hook_pre"
            /// ```
            /// The rules are those of TransformerLens's `get_act_name`: `attn` means `pattern`, `attn_logits` means `attn_scores`, `key`,
            /// `query` and `value` mean `k`, `q` and `v`, `mlp_pre` and `mlp_post` mean `pre` and `post`. A full name stays as it is.
            func actName(_ name: String, _ layer: Int? = nil, _ layerType: String? = nil) -> String
            """
        ) { call in
            try actName(
                call.value(0, as: String.self), call.value(1, as: Int?.self), call.value(2, as: String?.self)).toCell()
        }
    }

    private func bindHookedTransformers_ActivationCache_ShortNames() {
        bind(
            "subscript", on: "ActivationCache",
            """
            /// The activation that `actName(name, layer, layerType)` names; a negative layer counts from the last one.
            ///
            /// ```swift
            /// try cache["z", 3]                   // blocks.3.attn.hook_z
            /// try cache["attn", -1]               // the last layer's attention pattern
            /// try cache["scale", 0, "ln1"]        // blocks.0.ln1.hook_scale
            /// ```
            /// - Throws: `HookError` for a layer that there is not, or a name that the cache does not hold.
            subscript(_ name: String, _ layer: Int, _ layerType: String? = nil) -> Tensor { get throws }
            """
        ) { call in
            try call.value(0, as: ActivationCache.self)[
                call.value(1, as: String.self), call.value(2, as: Int.self), call.value(3, as: String?.self)].toCell()
        }
    }

    private func bindHookedTransformers_ActivationFunction() {
        type(
            "ActivationFunction", ActivationFunction.self,
            doc: """
            The nonlinearity of a transformer's neurons, under Hugging Face's names.
            """,
            describe: { $0.description })
        bind(
            "allCases", on: "ActivationFunction",
            """
            /// All cases, in their order: `ActivationFunction.allCases`.
            static var allCases: [ActivationFunction]
            """
        ) { _ in
            ActivationFunction.allCases.toCell()
        }
        bind(
            "rawValue", on: "ActivationFunction",
            """
            /// The text that stands for it: `ActivationFunction.geluNew.rawValue` is `"gelu_new"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: ActivationFunction.self).rawValue.toCell()
        }
        bind(
            "init", on: "ActivationFunction",
            """
            /// What a text stands for, nil when there is none: `ActivationFunction(rawValue: "gelu_new")`.
            init?(rawValue: String)
            """
        ) { call in
            try ActivationFunction(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "geluNew", on: "ActivationFunction",
            """
            /// 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), GPT-2's.
            static let geluNew: ActivationFunction
            """
        ) { _ in
            ActivationFunction.geluNew.toCell()
        }
        bind(
            "gelu", on: "ActivationFunction",
            """
            /// x·Φ(x), by the error function.
            static let gelu: ActivationFunction
            """
        ) { _ in
            ActivationFunction.gelu.toCell()
        }
        bind(
            "relu", on: "ActivationFunction",
            """
            /// max(x, 0)
            static let relu: ActivationFunction
            """
        ) { _ in
            ActivationFunction.relu.toCell()
        }
        bind(
            "silu", on: "ActivationFunction",
            """
            /// x·sigmoid(x)
            static let silu: ActivationFunction
            """
        ) { _ in
            ActivationFunction.silu.toCell()
        }
        bind(
            "soluLN", on: "ActivationFunction",
            """
            /// x·softmax(x) over the neurons of a token, behind which a layer norm stands.
            static let soluLN: ActivationFunction
            """
        ) { _ in
            ActivationFunction.soluLN.toCell()
        }
        bind(
            "init", on: "ActivationFunction",
            """
            /// The function that a checkpoint's `activation_function` names; `gelu_fast`, `gelu_pytorch_tanh` and `swish` are
            /// other names of these.
            init?(named name: String)
            """
        ) { call in
            try ActivationFunction(named: call.value(0, as: String.self)).toCell()
        }
        bind(
            "description", on: "ActivationFunction",
            """
            /// The value as it prints: `activationFunction.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: ActivationFunction.self).description.toCell()
        }
    }

    private func bindHookedTransformers_AttentionDirection() {
        type(
            "AttentionDirection", AttentionDirection.self,
            doc: """
            Which way a query looks, under TransformerLens's names.
            """,
            describe: { $0.description })
        bind(
            "allCases", on: "AttentionDirection",
            """
            /// All cases, in their order: `AttentionDirection.allCases`.
            static var allCases: [AttentionDirection]
            """
        ) { _ in
            AttentionDirection.allCases.toCell()
        }
        bind(
            "rawValue", on: "AttentionDirection",
            """
            /// The text that stands for it: `AttentionDirection.causal.rawValue` is `"causal"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: AttentionDirection.self).rawValue.toCell()
        }
        bind(
            "init", on: "AttentionDirection",
            """
            /// What a text stands for, nil when there is none: `AttentionDirection(rawValue: "causal")`.
            init?(rawValue: String)
            """
        ) { call in
            try AttentionDirection(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "causal", on: "AttentionDirection",
            """
            /// At its own position and those before.
            static let causal: AttentionDirection
            """
        ) { _ in
            AttentionDirection.causal.toCell()
        }
        bind(
            "bidirectional", on: "AttentionDirection",
            """
            /// At all positions but padding, which TransformerLens has queries look at in such models.
            static let bidirectional: AttentionDirection
            """
        ) { _ in
            AttentionDirection.bidirectional.toCell()
        }
        bind(
            "description", on: "AttentionDirection",
            """
            /// The value as it prints: `attentionDirection.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: AttentionDirection.self).description.toCell()
        }
    }

    private func bindHookedTransformers_GatedMLP() {
        bind(
            "W_gate", on: "HookedTransformer",
            """
            /// What gates the neurons [layer, d_model, d_mlp]: `model.W_gate`.
            var W_gate: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_gate.toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_ByteCount() {
        bind(
            "byteCount", on: "HookedTransformer",
            """
            /// The memory of the parameters, in bytes.
            ///
            /// ```swift
            /// model.byteCount / 1_000_000          // megabytes
            /// ```
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).byteCount.toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_Circuits() {
        bind(
            "QK", on: "HookedTransformer",
            """
            /// What each head looks for, W_Q · W_Kᵀ: [layer, head, d_model, d_model]
            ///
            /// ```swift
            /// let scores = model.W_E.matmul(model.QK[5, 1]).matmul(model.W_E.T)        // [d_vocab, d_vocab], factored
            /// ```
            /// Not divided by the attention scale, and without biases. A copy, as `W_Q` is.
            var QK: FactoredMatrix
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).QK.toCell()
        }
        bind(
            "OV", on: "HookedTransformer",
            """
            /// What each head moves, W_V · W_O: [layer, head, d_model, d_model]
            ///
            /// ```swift
            /// let copied = model.W_E.matmul(model.OV[9, 6]).matmul(model.W_U)
            /// ```
            var OV: FactoredMatrix
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).OV.toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_Generate() {
        bind(
            "generate", on: "HookedTransformer",
            """
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
            /// - Throws: `ModelError` for an option that cannot be, or too many tokens; what a hook throws.
            func generate(_ text: String, maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil, doSample: Bool = true, topK: Int? = nil, topP: Double? = nil, temperature: Double = 1, freqPenalty: Double = 0, usePastKVCache: Bool = true, prependBOS: Bool? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> String
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Int?.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Int?.self)
            let value7 = try call.value(7, as: Double?.self)
            let value8 = try call.value(8, as: Double.self)
            let value9 = try call.value(9, as: Double.self)
            let value10 = try call.value(10, as: Bool.self)
            let value11 = try call.value(11, as: Bool?.self)
            let value12 = try call.value(12, as: Int?.self)
            let value13 = try call.value(13, as: [Hook].self)
            return try value0.generate(
                value1, maxNewTokens: value2, stopAtEOS: value3, eosTokenID: value4, doSample: value5, topK: value6, 
                topP: value7, temperature: value8, freqPenalty: value9, usePastKVCache: value10, prependBOS: value11, 
                seed: value12, fwdHooks: value13).toCell()
        }
        bind(
            "generate", on: "HookedTransformer",
            """
            /// Continues several texts, which may have unequal lengths: each goes on as it would alone.
            func generate(_ texts: [String], maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil, doSample: Bool = true, topK: Int? = nil, topP: Double? = nil, temperature: Double = 1, freqPenalty: Double = 0, usePastKVCache: Bool = true, prependBOS: Bool? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> [String]
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: [String].self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Int?.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Int?.self)
            let value7 = try call.value(7, as: Double?.self)
            let value8 = try call.value(8, as: Double.self)
            let value9 = try call.value(9, as: Double.self)
            let value10 = try call.value(10, as: Bool.self)
            let value11 = try call.value(11, as: Bool?.self)
            let value12 = try call.value(12, as: Int?.self)
            let value13 = try call.value(13, as: [Hook].self)
            return try value0.generate(
                value1, maxNewTokens: value2, stopAtEOS: value3, eosTokenID: value4, doSample: value5, topK: value6, 
                topP: value7, temperature: value8, freqPenalty: value9, usePastKVCache: value10, prependBOS: value11, 
                seed: value12, fwdHooks: value13).toCell()
        }
        bind(
            "generate", on: "HookedTransformer",
            """
            /// Continues rows of token ids: [batch, position + new].
            ///
            /// ```swift
            /// let longer = try model.generate(tokens, maxNewTokens: 5, topK: 40, seed: 0)
            /// ```
            /// `attentionMask` [batch, position] says which tokens are padding. A row that has ended is filled up with the
            /// tokenizer's padding, or the token that ended it. (TransformerLens ignores padding here.)
            func generate(_ tokens: Tensor, maxNewTokens: Int = 10, stopAtEOS: Bool = true, eosTokenID: Int? = nil, doSample: Bool = true, topK: Int? = nil, topP: Double? = nil, temperature: Double = 1, freqPenalty: Double = 0, usePastKVCache: Bool = true, attentionMask: Tensor? = nil, seed: Int? = nil, fwdHooks: [Hook] = []) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Int?.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Int?.self)
            let value7 = try call.value(7, as: Double?.self)
            let value8 = try call.value(8, as: Double.self)
            let value9 = try call.value(9, as: Double.self)
            let value10 = try call.value(10, as: Bool.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let value12 = try call.value(12, as: Int?.self)
            let value13 = try call.value(13, as: [Hook].self)
            return try value0.generate(
                value1, maxNewTokens: value2, stopAtEOS: value3, eosTokenID: value4, doSample: value5, topK: value6, 
                topP: value7, temperature: value8, freqPenalty: value9, usePastKVCache: value10, 
                attentionMask: value11, seed: value12, fwdHooks: value13).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_Hooks() {
        bind(
            "addHook", on: "HookedTransformer",
            """
            /// Adds a hook that fires in every run from now on, until `resetHooks(includingPermanent:clearContexts:)`.
            ///
            /// ```swift
            /// try model.addHook(Hook("blocks.0.hook_resid_pre") { residual, hook in … })
            /// ```
            /// Hooks at one point fire in the order in which they were added, before those of the call; `prepend` puts this one first.
            /// - Throws: `HookError` for a name that is unknown or switched off.
            func addHook(_ hook: Hook, isPermanent: Bool = false, prepend: Bool = false) throws
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).addHook(
                call.value(1, as: Hook.self), isPermanent: call.value(2, as: Bool.self), 
                prepend: call.value(3, as: Bool.self))
            return .void
        }
        bind(
            "resetHooks", on: "HookedTransformer",
            """
            /// Removes the added hooks, the permanent ones only when asked to, and empties the hook points' contexts unless
            /// told otherwise.
            ///
            /// ```swift
            /// model.resetHooks(clearContexts: false)          // hook.ctx stays
            /// ```
            func resetHooks(includingPermanent: Bool = false, clearContexts: Bool = true)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).resetHooks(
                includingPermanent: call.value(1, as: Bool.self), clearContexts: call.value(2, as: Bool.self))
            return .void
        }
    }

    private func bindHookedTransformers_HookedTransformer_KeyValueCache() {
        bind(
            "callAsFunction", on: "HookedTransformer",
            """
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
            /// - Throws: `ModelError` for tokens that the model cannot take, or that do not follow on the cache.
            func callAsFunction(_ input: any ModelInput, pastKVCache: inout KeyValueCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            var value2 = try call.take(2, as: KeyValueCache.self)
            defer { call.put(value2, 2) }
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            return try value0(
                value1, pastKVCache: &value2, prependBOS: value3, paddingSide: value4, attentionMask: value5).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_Run() {
        bind(
            "callAsFunction", on: "HookedTransformer",
            """
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
            /// - Throws: `ModelError` for tokens that the model cannot take; what an added hook throws.
            func callAsFunction(_ input: any ModelInput, returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil, stopAtLayer: Int? = nil) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ReturnType.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Bool?.self)
            let value5 = try call.value(5, as: PaddingSide?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let value7 = try call.value(7, as: Int?.self)
            let value8 = try call.value(8, as: Int?.self)
            return try value0(
                value1, returnType: value2, lossPerToken: value3, prependBOS: value4, paddingSide: value5, 
                attentionMask: value6, startAtLayer: value7, stopAtLayer: value8).toCell()
        }
        bind(
            "runWithHooks", on: "HookedTransformer",
            """
            /// Runs the model with hooks that may read and change activations on the way.
            ///
            /// ```swift
            /// let logits = try model.runWithHooks(tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])
            /// ```
            /// When the tokens were run before, only what the hooks change is computed again; `recompute: .everything` computes all.
            /// The logits agree within 1e-5. `reuse` says what that takes. The hooks belong to this call. They fire after those of `addHook(_:isPermanent:prepend:)`, in this order.
            /// - Throws: `HookError` for an unknown name or an activation of another shape; what a hook throws.
            func runWithHooks(_ input: any ModelInput, fwdHooks: [Hook], returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil, stopAtLayer: Int? = nil, recompute: Recompute = .changed) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: [Hook].self)
            let value3 = try call.value(3, as: ReturnType.self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool?.self)
            let value6 = try call.value(6, as: PaddingSide?.self)
            let value7 = try call.value(7, as: Tensor?.self)
            let value8 = try call.value(8, as: Int?.self)
            let value9 = try call.value(9, as: Int?.self)
            let value10 = try call.value(10, as: Recompute.self)
            return try value0.runWithHooks(
                value1, fwdHooks: value2, returnType: value3, lossPerToken: value4, prependBOS: value5, 
                paddingSide: value6, attentionMask: value7, startAtLayer: value8, stopAtLayer: value9, 
                recompute: value10).toCell()
        }
        bind(
            "runWithCache", on: "HookedTransformer",
            """
            /// Runs the model and keeps activations; `namesFilter` says which, one name or a list.
            ///
            /// ```swift
            /// let (logits, cache) = try model.runWithCache(tokens)
            /// let (_, patterns) = try model.runWithCache(tokens, namesFilter: ["blocks.0.attn.hook_pattern"])
            /// ```
            /// With `fwdHooks`, the cache holds what they left behind. Of caches over 64 MB, a part is computed when it is read
            /// (`RunReuse/wholeCacheByteLimit`).
            /// - Parameters:
            ///   - returnType: what stands in the place of the logits; `startAtLayer` and `stopAtLayer` as in
            ///     `callAsFunction(_:returnType:lossPerToken:prependBOS:paddingSide:attentionMask:startAtLayer:stopAtLayer:)`.
            ///   - posSlice: keeps only these positions of each activation, and only their memory; of attention, only these
            ///     queries. An integer leaves an axis of length 1 here.
            ///
            ///     ```swift
            ///     let (_, last) = try model.runWithCache(tokens, posSlice: -1)
            ///     try last["z", 9]                                               // [batch, 1, head, d_head]
            ///     ```
            ///   - removeBatchDim: whether the activations lose the batch axis, which must be one of length 1.
            ///   - recompute: with `.everythingOnOneCore` the activations have the same bits on any number of cores.
            /// - Throws: `HookError` for an unknown name, or for several prompts with `removeBatchDim`; `ModelError` for
            ///   tokens that the model cannot take or positions that they do not have.
            func runWithCache(_ input: any ModelInput, namesFilter: any NamesFilter = NamesSelection.all, fwdHooks: [Hook] = [], returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil, stopAtLayer: Int? = nil, posSlice: (any TensorIndex)? = nil, removeBatchDim: Bool = false, recompute: Recompute = .changed) throws -> (logits: Tensor, cache: ActivationCache)
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HostAny<any NamesFilter>.self).value
            let value3 = try call.value(3, as: [Hook].self)
            let value4 = try call.value(4, as: ReturnType.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let value9 = try call.value(9, as: Int?.self)
            let value10 = try call.value(10, as: Int?.self)
            let value11 = try call.value(11, as: HostAny<any TensorIndex>?.self)?.value
            let value12 = try call.value(12, as: Bool.self)
            let value13 = try call.value(13, as: Recompute.self)
            let result = try value0.runWithCache(
                value1, namesFilter: value2, fwdHooks: value3, returnType: value4, lossPerToken: value5, 
                prependBOS: value6, paddingSide: value7, attentionMask: value8, startAtLayer: value9, 
                stopAtLayer: value10, posSlice: value11, removeBatchDim: value12, recompute: value13)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "runWithCache", on: "HookedTransformer",
            """
            /// Runs the model and keeps the activations whose names `namesFilter` accepts.
            ///
            /// ```swift
            /// let (_, cache) = try model.runWithCache(tokens, namesFilter: { $0.hasSuffix("hook_z") })
            /// ```
            func runWithCache(_ input: any ModelInput, namesFilter: (String) throws -> Bool, fwdHooks: [Hook] = [], returnType: ReturnType = .logits, lossPerToken: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, startAtLayer: Int? = nil, stopAtLayer: Int? = nil, posSlice: (any TensorIndex)? = nil, removeBatchDim: Bool = false, recompute: Recompute = .changed) throws -> (logits: Tensor, cache: ActivationCache)
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let function2 = try call.value(2, as: CellFunction.self)
            let value3 = try call.value(3, as: [Hook].self)
            let value4 = try call.value(4, as: ReturnType.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let value9 = try call.value(9, as: Int?.self)
            let value10 = try call.value(10, as: Int?.self)
            let value11 = try call.value(11, as: HostAny<any TensorIndex>?.self)?.value
            let value12 = try call.value(12, as: Bool.self)
            let value13 = try call.value(13, as: Recompute.self)
            let result = try value0.runWithCache(
                value1, namesFilter: { (a0: String) throws -> Bool in try function2(a0, returning: Bool.self) }, 
                fwdHooks: value3, returnType: value4, lossPerToken: value5, prependBOS: value6, paddingSide: value7, 
                attentionMask: value8, startAtLayer: value9, stopAtLayer: value10, posSlice: value11, 
                removeBatchDim: value12, recompute: value13)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "logitsAndLoss", on: "HookedTransformer",
            """
            /// Runs the model once for both, which TransformerLens calls the return type "both".
            ///
            /// `let (logits, loss) = try model.logitsAndLoss(tokens)`
            func logitsAndLoss(_ input: any ModelInput, lossPerToken: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil) throws -> (logits: Tensor, loss: Tensor)
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let result = try value0.logitsAndLoss(
                value1, lossPerToken: value2, prependBOS: value3, paddingSide: value4, attentionMask: value5)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindHookedTransformers_HookedTransformer_RunVariants() {
        bind(
            "runVariants", on: "HookedTransformer",
            """
            /// Runs the model on the same input with each list of hooks in turn, many of them in one batch.
            ///
            /// ```swift
            /// let variants = (0..<12).map { head in [Hook(actName("z", 9)) { z, hook in z[0..., -1, head, 0...] = 0 }] }
            /// try model.runVariants(tokens, variants) { head, logits in
            ///     scores[head] = averageLogitDifference(logits, answerTokens)
            /// }
            /// ```
            /// The same logits as a run of each by itself, within 1e-5, in a fraction of the time. Hooks still fire one list after
            /// the other; what follows from them is computed together where they have the same hook points. `body` is given a list's number and
            /// its logits [batch, position, d_vocab], in order.
            /// - Throws: `HookError`, `ModelError`; what a hook or `body` throws.
            func runVariants(_ input: any ModelInput, _ variants: [[Hook]], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, recompute: Recompute = .changed, _ body: (Int, Tensor) throws -> Void) throws
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: [[Hook]].self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let value6 = try call.value(6, as: Recompute.self)
            let function7 = try call.value(7, as: CellFunction.self)
            try value0.runVariants(
                value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, recompute: value6, 
                { (a0: Int, a1: Tensor) throws -> Void in try function7.run(a0, a1) })
            return .void
        }
    }

    private func bindHookedTransformers_HookedTransformer_RunWithGradients() {
        bind(
            "runWithGradients", on: "HookedTransformer",
            """
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
            ///   - fwdHooks: as in `runWithHooks(_:fwdHooks:returnType:lossPerToken:prependBOS:paddingSide:attentionMask:startAtLayer:stopAtLayer:recompute:)`.
            ///   - bwdHooks: see gradients on their way back, and may change or replace them:
            ///
            ///     ```swift
            ///     Hook(actName("mlp_out", 7)) { g, hook in g = g * 0 }        // nothing goes back through this MLP
            ///     ```
            /// - Throws: `GradientError` for a metric that is no single number, or NaN, or does not follow from the logits;
            ///   `ModelError`, `HookError`; what a hook or the metric throws.
            func runWithGradients(_ input: any ModelInput, of metric: (Tensor) throws -> Tensor, namesFilter: any NamesFilter = NamesSelection.all, fwdHooks: [Hook] = [], bwdHooks: [Hook] = [], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil) throws -> (value: Tensor, cache: ActivationCache, grads: ActivationCache)
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let function2 = try call.value(2, as: CellFunction.self)
            let value3 = try call.value(3, as: HostAny<any NamesFilter>.self).value
            let value4 = try call.value(4, as: [Hook].self)
            let value5 = try call.value(5, as: [Hook].self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let result = try value0.runWithGradients(
                value1, of: { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }, 
                namesFilter: value3, fwdHooks: value4, bwdHooks: value5, prependBOS: value6, paddingSide: value7, 
                attentionMask: value8)
            return .tuple([result.0.toCell(), result.1.toCell(), result.2.toCell()])
        }
        bind(
            "runWithGradients", on: "HookedTransformer",
            """
            /// The same with a closure that says which activations and gradients are kept.
            ///
            /// ```swift
            /// let (_, _, grads) = try model.runWithGradients(tokens, of: metric, namesFilter: { $0.hasSuffix("hook_z") })
            /// ```
            func runWithGradients(_ input: any ModelInput, of metric: (Tensor) throws -> Tensor, namesFilter: (String) throws -> Bool, fwdHooks: [Hook] = [], bwdHooks: [Hook] = [], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil) throws -> (value: Tensor, cache: ActivationCache, grads: ActivationCache)
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let function2 = try call.value(2, as: CellFunction.self)
            let function3 = try call.value(3, as: CellFunction.self)
            let value4 = try call.value(4, as: [Hook].self)
            let value5 = try call.value(5, as: [Hook].self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let result = try value0.runWithGradients(
                value1, of: { (a0: Tensor) throws -> Tensor in try function2(a0, returning: Tensor.self) }, 
                namesFilter: { (a0: String) throws -> Bool in try function3(a0, returning: Bool.self) }, 
                fwdHooks: value4, bwdHooks: value5, prependBOS: value6, paddingSide: value7, attentionMask: value8)
            return .tuple([result.0.toCell(), result.1.toCell(), result.2.toCell()])
        }
    }

    private func bindHookedTransformers_HookedTransformer_ToStrTokens() {
        bind(
            "toStrTokens", on: "HookedTransformer",
            """
            /// The texts of the tokens of `text`, one by one, the BOS first.
            ///
            /// ```swift
            /// try model.toStrTokens("Hello world")        // ["<|endoftext|>", "Hello", " world"]
            /// ```
            /// A character that is split over several tokens is one U+FFFD in each of them. A token's leading space stays with it
            /// also where the vocabulary is one of the SentencePiece library's; TransformerLens loses it there.
            func toStrTokens(_ text: String, prependBOS: Bool? = nil) throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrTokens(call.value(1, as: String.self), prependBOS: call.value(2, as: Bool?.self)).toCell()
        }
        bind(
            "toStrTokens", on: "HookedTransformer",
            """
            /// The texts of the tokens of each text.
            func toStrTokens(_ texts: [String], prependBOS: Bool? = nil) throws -> [[String]]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrTokens(call.value(1, as: [String].self), prependBOS: call.value(2, as: Bool?.self)).toCell()
        }
        bind(
            "toStrTokens", on: "HookedTransformer",
            """
            /// The texts of tokens, one by one.
            func toStrTokens(_ tokens: [Int]) throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrTokens(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "toStrTokens", on: "HookedTransformer",
            """
            /// The texts of the tokens in a tensor of shape [position] or [1, position], one by one.
            ///
            /// `try model.toStrTokens(tokens[0])`
            func toStrTokens(_ tokens: Tensor) throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrTokens(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "toSingleToken", on: "HookedTransformer",
            """
            /// The one token that `text` is, without a BOS.
            ///
            /// ```swift
            /// try model.toSingleToken(" Mary")        // 5335 in GPT-2
            /// ```
            /// A vocabulary of the SentencePiece library's puts a space in front of every text, and another one would be a token of
            /// its own: there " Mary" is the token that stands for it inside a text, which is also what "Mary" becomes.
            /// - Throws: `ModelError/notASingleToken(_:tokens:)` when it is none, or several.
            func toSingleToken(_ text: String) throws -> Int
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toSingleToken(call.value(1, as: String.self)).toCell()
        }
        bind(
            "toSingleStrToken", on: "HookedTransformer",
            """
            /// The text of one token, with its leading space.
            func toSingleStrToken(_ token: Int) throws -> String
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toSingleStrToken(call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_ToString() {
        bind(
            "toString", on: "HookedTransformer",
            """
            /// The text of one token.
            func toString(_ token: Int) throws -> String
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toString(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "toString", on: "HookedTransformer",
            """
            /// The text of a row of tokens; a BOS stands in it as `<|endoftext|>`, and invalid UTF-8 as U+FFFD.
            ///
            /// ```swift
            /// try model.toString([2215, 1757])        // "When John"
            /// ```
            /// A model may have more ids than its tokenizer has tokens; such an id is the empty text.
            func toString(_ tokens: [Int]) throws -> String
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toString(call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "toString", on: "HookedTransformer",
            """
            /// The text of one token or a row of tokens: a tensor of shape [], [position] or [1, position].
            ///
            /// `try model.toString(tokens[0])`
            /// - Throws: `ModelError/severalRows(_:)` for several rows, of which `toStrings` makes several texts.
            func toString(_ tokens: Tensor) throws -> String
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toString(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "toStrings", on: "HookedTransformer",
            """
            /// One text per row.
            func toStrings(_ tokens: [[Int]]) throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrings(call.value(1, as: [[Int]].self)).toCell()
        }
        bind(
            "toStrings", on: "HookedTransformer",
            """
            /// One text per row of a tensor of shape [batch, position]: `try model.toStrings(tokens)`.
            func toStrings(_ tokens: Tensor) throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toStrings(call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_ToTokens() {
        bind(
            "toTokens", on: "HookedTransformer",
            """
            /// The tokens of a text: [1, position], with a BOS in front where `prependBOS` says so, or else `cfg.defaultPrependBOS`.
            ///
            /// ```swift
            /// let tokens = try model.toTokens("When John and Mary went to the shops,")
            /// ```
            /// A text that begins with the BOS by itself gets no second one, unless the BOS ends texts as well, as GPT-2's does. A
            /// text longer than `cfg.nCtx` is cut there unless `truncate` is false.
            /// - Throws: `ModelError/noTokenizer(reason:)` when the model was loaded without a tokenizer.
            func toTokens(_ text: String, prependBOS: Bool? = nil, truncate: Bool = true) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).toTokens(
                call.value(1, as: String.self), prependBOS: call.value(2, as: Bool?.self), 
                truncate: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "toTokens", on: "HookedTransformer",
            """
            /// The tokens of several texts: [batch, position].
            ///
            /// ```swift
            /// let tokens = try model.toTokens(prompts, prependBOS: true)
            /// ```
            /// - Throws: `ModelError/unequalLengths(_:)` when the texts have unequal numbers of tokens and no `paddingSide` is given.
            func toTokens(_ texts: [String], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, truncate: Bool = true) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: [String].self)
            let value2 = try call.value(2, as: Bool?.self)
            let value3 = try call.value(3, as: PaddingSide?.self)
            let value4 = try call.value(4, as: Bool.self)
            return try value0.toTokens(value1, prependBOS: value2, paddingSide: value3, truncate: value4).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_TokenPosition() {
        type(
            "TokenOccurrence", TokenOccurrence.self,
            doc: """
            Which of several occurrences of a token is meant.
            """)
        bind(
            "first", on: "TokenOccurrence",
            """
            /// The first occurrence.
            static let first: TokenOccurrence
            """
        ) { _ in
            TokenOccurrence.first.toCell()
        }
        bind(
            "last", on: "TokenOccurrence",
            """
            /// The last occurrence.
            static let last: TokenOccurrence
            """
        ) { _ in
            TokenOccurrence.last.toCell()
        }
        bind(
            "getTokenPosition", on: "HookedTransformer",
            """
            /// The position of `token` in a prompt; in a text, the BOS is position 0.
            ///
            /// ```swift
            /// try model.getTokenPosition(" Mary", in: "When John and Mary went")        // 4
            /// ```
            /// - Throws: `ModelError/tokenNotInPrompt(_:)`, or another `ModelError` for several prompts.
            func getTokenPosition(_ token: Int, in prompt: any ModelInput, mode: TokenOccurrence = .first, prependBOS: Bool? = nil) throws -> Int
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: HostAny<any ModelInput>.self).value
            let value3 = try call.value(3, as: TokenOccurrence.self)
            let value4 = try call.value(4, as: Bool?.self)
            return try value0.getTokenPosition(value1, in: value2, mode: value3, prependBOS: value4).toCell()
        }
        bind(
            "getTokenPosition", on: "HookedTransformer",
            """
            /// The position of the single token `text` in a prompt.
            func getTokenPosition(_ text: String, in prompt: any ModelInput, mode: TokenOccurrence = .first, prependBOS: Bool? = nil) throws -> Int
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: HostAny<any ModelInput>.self).value
            let value3 = try call.value(3, as: TokenOccurrence.self)
            let value4 = try call.value(4, as: Bool?.self)
            return try value0.getTokenPosition(value1, in: value2, mode: value3, prependBOS: value4).toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer_Weights() {
        bind(
            "W_Q", on: "HookedTransformer",
            """
            /// All query matrices [layer, head, d_model, d_head]: `model.W_Q`.
            var W_Q: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_Q.toCell()
        }
        bind(
            "W_K", on: "HookedTransformer",
            """
            /// All key matrices [layer, head, d_model, d_head]: `model.W_K`.
            var W_K: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_K.toCell()
        }
        bind(
            "W_V", on: "HookedTransformer",
            """
            /// All value matrices [layer, head, d_model, d_head]: `model.W_V`.
            var W_V: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_V.toCell()
        }
        bind(
            "b_Q", on: "HookedTransformer",
            """
            /// All query biases [layer, head, d_head]: `model.b_Q`.
            var b_Q: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_Q.toCell()
        }
        bind(
            "b_K", on: "HookedTransformer",
            """
            /// All key biases [layer, head, d_head]: `model.b_K`.
            var b_K: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_K.toCell()
        }
        bind(
            "b_V", on: "HookedTransformer",
            """
            /// All value biases [layer, head, d_head]: `model.b_V`.
            var b_V: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_V.toCell()
        }
        bind(
            "W_O", on: "HookedTransformer",
            """
            /// All output matrices [layer, head, d_head, d_model]: `model.W_O`.
            var W_O: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_O.toCell()
        }
        bind(
            "b_O", on: "HookedTransformer",
            """
            /// All output biases [layer, d_model]: `model.b_O`.
            var b_O: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_O.toCell()
        }
        bind(
            "W_in", on: "HookedTransformer",
            """
            /// All matrices into the neurons [layer, d_model, d_mlp]: `model.W_in`.
            var W_in: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_in.toCell()
        }
        bind(
            "b_in", on: "HookedTransformer",
            """
            /// All biases of the neurons [layer, d_mlp]: `model.b_in`.
            var b_in: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_in.toCell()
        }
        bind(
            "W_out", on: "HookedTransformer",
            """
            /// All matrices out of the neurons [layer, d_mlp, d_model]: `model.W_out`.
            var W_out: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_out.toCell()
        }
        bind(
            "b_out", on: "HookedTransformer",
            """
            /// All biases after the neurons [layer, d_model]: `model.b_out`.
            var b_out: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_out.toCell()
        }
        bind(
            "W_E", on: "HookedTransformer",
            """
            /// The embedding [d_vocab, d_model]: `model.W_E`.
            var W_E: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_E.toCell()
        }
        bind(
            "W_pos", on: "HookedTransformer",
            """
            /// The position embedding [n_ctx, d_model]: `model.W_pos`.
            var W_pos: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_pos.toCell()
        }
        bind(
            "W_U", on: "HookedTransformer",
            """
            /// The unembedding [d_model, d_vocab]: `model.W_U`.
            var W_U: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).W_U.toCell()
        }
        bind(
            "b_U", on: "HookedTransformer",
            """
            /// The unembedding's bias [d_vocab]: `model.b_U`.
            var b_U: Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).b_U.toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformer() {
        type(
            "HookedTransformer", HookedTransformer.self,
            doc: """
            A transformer with a hook point at every activation.

            ```swift
            let model = try HookedTransformer.fromPretrained("tiny-ioi")
            let logits = try model("When John and Mary went to the shops,")       // [batch, position, d_vocab]
            let (_, cache) = try model.runWithCache(tokens)
            let ablated = try model.runWithHooks(
                tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])
            ```
            The weights never change after loading. Hooks that are given to one call belong to that call, and are gone when it
            returns or throws; `addHook(_:isPermanent:prepend:)` adds hooks that stay.
            """,
            isReference: true,
            describe: { $0.description })
        bind(
            "cfg", on: "HookedTransformer",
            """
            /// Sizes, activation function, and which optional hook points are switched on.
            var cfg: HookedTransformerConfig
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).cfg.toCell()
        }
        bind(
            "reuse", on: "HookedTransformer",
            """
            /// What is kept of earlier runs, and how much may be.
            var reuse: RunReuse { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).reuse.toCell()
        } set: { call in
            try call.value(0, as: HookedTransformer.self).reuse = call.value(1, as: RunReuse.self)
        }
        bind(
            "hookNames", on: "HookedTransformer",
            """
            /// The names of the hook points that fire as the model is set, in the order of registration.
            var hookNames: [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).hookNames.toCell()
        }
        bind(
            "hookDict", on: "HookedTransformer",
            """
            /// The same hook points by name, with what hooks keep there: `model.hookDict["hook_embed"]?.ctx["sum"]`.
            var hookDict: [String: HookPoint]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).hookDict.toCell()
        }
        bind(
            "setUseAttnResult", on: "HookedTransformer",
            """
            /// Switches `blocks.<l>.attn.hook_result` on or off: what each head writes, [batch, position, head, d_model].
            func setUseAttnResult(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUseAttnResult(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "setUseSplitQKVInput", on: "HookedTransformer",
            """
            /// Switches `hook_q_input`, `hook_k_input` and `hook_v_input` on or off: [batch, position, head, d_model] each.
            func setUseSplitQKVInput(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUseSplitQKVInput(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "setUseAttnIn", on: "HookedTransformer",
            """
            /// Switches `hook_attn_in` on or off: [batch, position, head, d_model].
            ///
            /// An error in a model whose heads share keys and values, where no one input is a head's.
            func setUseAttnIn(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUseAttnIn(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "setUngroupGroupedQueryAttention", on: "HookedTransformer",
            """
            /// Has keys and values shown once for every query head, in a model whose heads share them: `hook_k`, `hook_v` and `hook_rot_k` are
            /// [batch, position, head, d_head] then, and a hook changes those of one head alone.
            ///
            /// ```swift
            /// model.setUngroupGroupedQueryAttention(true)
            /// ```
            /// Key/value caches and runs that were kept before are of the other kind.
            func setUngroupGroupedQueryAttention(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUngroupGroupedQueryAttention(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "setUseHookMLPIn", on: "HookedTransformer",
            """
            /// Switches `hook_mlp_in` on or off: [batch, position, d_model].
            func setUseHookMLPIn(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUseHookMLPIn(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "setUseHookUnembed", on: "HookedTransformer",
            """
            /// Switches `hook_unembed` on or off: the logits, [batch, position, d_vocab]. TransformerLens has it from version 3 on.
            func setUseHookUnembed(_ isOn: Bool)
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).setUseHookUnembed(call.value(1, as: Bool.self))
            return .void
        }
        bind(
            "description", on: "HookedTransformer",
            """
            /// The value as it prints: `hookedTransformer.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).description.toCell()
        }
    }

    private func bindHookedTransformers_HookedTransformerConfig() {
        type(
            "HookedTransformerConfig", HookedTransformerConfig.self,
            doc: """
            What makes one transformer differ from another, with TransformerLens's names in camelCase.

            ```swift
            model.cfg.nLayers        // 12
            model.cfg.dHead          // 64
            ```
            """,
            describe: { $0.description })
        bind(
            "modelName", on: "HookedTransformerConfig",
            """
            /// What the model is called in messages, such as `gpt2-small`.
            var modelName: String { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).modelName.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.modelName = call.value(1, as: String.self)
        }
        bind(
            "originalArchitecture", on: "HookedTransformerConfig",
            """
            /// What the checkpoint calls its kind of model, such as `LlamaForCausalLM`; nil where it doesn't say.
            var originalArchitecture: String? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).originalArchitecture.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.originalArchitecture = call.value(1, as: String?.self)
        }
        bind(
            "nLayers", on: "HookedTransformerConfig",
            """
            /// The number of blocks.
            var nLayers: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).nLayers.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.nLayers = call.value(1, as: Int.self)
        }
        bind(
            "nHeads", on: "HookedTransformerConfig",
            """
            /// The number of attention heads per block.
            var nHeads: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).nHeads.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.nHeads = call.value(1, as: Int.self)
        }
        bind(
            "dModel", on: "HookedTransformerConfig",
            """
            /// The width of the residual stream.
            var dModel: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dModel.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.dModel = call.value(1, as: Int.self)
        }
        bind(
            "dHead", on: "HookedTransformerConfig",
            """
            /// The width of one head's query, key and value.
            var dHead: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dHead.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.dHead = call.value(1, as: Int.self)
        }
        bind(
            "nKeyValueHeads", on: "HookedTransformerConfig",
            """
            /// The number of heads that have keys and values of their own, which groups of `nHeads` share; nil when all do.
            var nKeyValueHeads: Int? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).nKeyValueHeads.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.nKeyValueHeads = call.value(1, as: Int?.self)
        }
        bind(
            "dMLP", on: "HookedTransformerConfig",
            """
            /// The number of neurons per block, 0 without MLPs. From `n_inner` where a checkpoint has it, which TransformerLens
            /// ignores.
            var dMLP: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dMLP.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.dMLP = call.value(1, as: Int.self)
        }
        bind(
            "nCtx", on: "HookedTransformerConfig",
            """
            /// The most positions that a prompt may have.
            var nCtx: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).nCtx.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.nCtx = call.value(1, as: Int.self)
        }
        bind(
            "dVocab", on: "HookedTransformerConfig",
            """
            /// The number of token ids.
            var dVocab: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dVocab.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.dVocab = call.value(1, as: Int.self)
        }
        bind(
            "dVocabOut", on: "HookedTransformerConfig",
            """
            /// The number of logits: `dVocab` unless set.
            var dVocabOut: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dVocabOut.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.dVocabOut = call.value(1, as: Int.self)
        }
        bind(
            "actFn", on: "HookedTransformerConfig",
            """
            /// The activation function of the neurons.
            var actFn: ActivationFunction { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).actFn.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.actFn = call.value(1, as: ActivationFunction.self)
        }
        bind(
            "dtype", on: "HookedTransformerConfig",
            """
            /// What the numbers of the matrices are kept as.
            var dtype: WeightType
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).dtype.toCell()
        }
        bind(
            "eps", on: "HookedTransformerConfig",
            """
            /// What layer norm adds to the variance.
            var eps: Float { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).eps.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.eps = call.value(1, as: Float.self)
        }
        bind(
            "useAttnScale", on: "HookedTransformerConfig",
            """
            /// Whether attention scores are divided by the square root of `dHead`.
            var useAttnScale: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useAttnScale.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.useAttnScale = call.value(1, as: Bool.self)
        }
        bind(
            "attnScoresSoftCap", on: "HookedTransformerConfig",
            """
            /// What attention scores x stay below: they become cap · tanh(x / cap); nil where they stay as they are.
            var attnScoresSoftCap: Double? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).attnScoresSoftCap.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.attnScoresSoftCap = call.value(1, as: Double?.self)
        }
        bind(
            "outputLogitsSoftCap", on: "HookedTransformerConfig",
            """
            /// What logits x stay below: they become cap · tanh(x / cap); nil where they stay as they are.
            var outputLogitsSoftCap: Double? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).outputLogitsSoftCap.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.outputLogitsSoftCap = call.value(1, as: Double?.self)
        }
        bind(
            "scaleAttnByInverseLayerIdx", on: "HookedTransformerConfig",
            """
            /// Whether attention scores of layer l are also divided by l + 1.
            var scaleAttnByInverseLayerIdx: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).scaleAttnByInverseLayerIdx.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.scaleAttnByInverseLayerIdx = call.value(1, as: Bool.self)
        }
        bind(
            "attentionDir", on: "HookedTransformerConfig",
            """
            /// Which way queries look.
            var attentionDir: AttentionDirection { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).attentionDir.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.attentionDir = call.value(1, as: AttentionDirection.self)
        }
        bind(
            "windowSize", on: "HookedTransformerConfig",
            """
            /// How far back a query looks in local layers, itself included; nil where all look at everything.
            var windowSize: Int? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).windowSize.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.windowSize = call.value(1, as: Int?.self)
        }
        bind(
            "attnTypes", on: "HookedTransformerConfig",
            """
            /// Which layers look at everything (`global`) and which at `windowSize` positions (`local`); nil when all are global.
            var attnTypes: [String]? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).attnTypes.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.attnTypes = call.value(1, as: [String]?.self)
        }
        bind(
            "useLocalAttn", on: "HookedTransformerConfig",
            """
            /// Whether some layers look back over `windowSize` positions only.
            var useLocalAttn: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useLocalAttn.toCell()
        }
        bind(
            "normalizationType", on: "HookedTransformerConfig",
            """
            /// Which norm the residual stream is read through, and whether its parameters are folded into what follows.
            var normalizationType: NormalizationType { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).normalizationType.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.normalizationType = call.value(1, as: NormalizationType.self)
        }
        bind(
            "positionalEmbeddingType", on: "HookedTransformerConfig",
            """
            /// How the model knows where a token stands.
            var positionalEmbeddingType: PositionalEmbeddingType { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).positionalEmbeddingType.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.positionalEmbeddingType = call.value(1, as: PositionalEmbeddingType.self)
        }
        bind(
            "rotaryDim", on: "HookedTransformerConfig",
            """
            /// How many components of a query or key are rotated, with `PositionalEmbeddingType/rotary`; nil otherwise.
            var rotaryDim: Int? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).rotaryDim.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.rotaryDim = call.value(1, as: Int?.self)
        }
        bind(
            "rotaryAdjacentPairs", on: "HookedTransformerConfig",
            """
            /// Whether neighbouring components of a query or key are rotated together, rather than those of two halves.
            var rotaryAdjacentPairs: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).rotaryAdjacentPairs.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.rotaryAdjacentPairs = call.value(1, as: Bool.self)
        }
        bind(
            "rotaryBase", on: "HookedTransformerConfig",
            """
            /// The base of the rotations' angles.
            var rotaryBase: Double { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).rotaryBase.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.rotaryBase = call.value(1, as: Double.self)
        }
        bind(
            "rotaryBaseLocal", on: "HookedTransformerConfig",
            """
            /// The same in local layers, where it is another there.
            var rotaryBaseLocal: Double? { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).rotaryBaseLocal.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.rotaryBaseLocal = call.value(1, as: Double?.self)
        }
        bind(
            "useNTKByPartsRope", on: "HookedTransformerConfig",
            """
            /// Whether long waves of the rotations are stretched and short ones are not, as in Llama 3.
            var useNTKByPartsRope: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useNTKByPartsRope.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.useNTKByPartsRope = call.value(1, as: Bool.self)
        }
        bind(
            "ntkByPartsFactor", on: "HookedTransformerConfig",
            """
            /// By how much long waves are stretched, with `useNTKByPartsRope`.
            var ntkByPartsFactor: Double { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).ntkByPartsFactor.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.ntkByPartsFactor = call.value(1, as: Double.self)
        }
        bind(
            "ntkByPartsLowFreqFactor", on: "HookedTransformerConfig",
            """
            /// Waves that turn less often than this within `ntkOriginalCtxLen` positions are long.
            var ntkByPartsLowFreqFactor: Double { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).ntkByPartsLowFreqFactor.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.ntkByPartsLowFreqFactor = call.value(1, as: Double.self)
        }
        bind(
            "ntkByPartsHighFreqFactor", on: "HookedTransformerConfig",
            """
            /// Waves that turn more often than this within `ntkOriginalCtxLen` positions are short.
            var ntkByPartsHighFreqFactor: Double { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).ntkByPartsHighFreqFactor.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.ntkByPartsHighFreqFactor = call.value(1, as: Double.self)
        }
        bind(
            "ntkOriginalCtxLen", on: "HookedTransformerConfig",
            """
            /// How many positions the model was first trained with, with `useNTKByPartsRope`.
            var ntkOriginalCtxLen: Int { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).ntkOriginalCtxLen.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.ntkOriginalCtxLen = call.value(1, as: Int.self)
        }
        bind(
            "useQKNorm", on: "HookedTransformerConfig",
            """
            /// Whether queries and keys of every head go through a norm before they are rotated.
            var useQKNorm: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useQKNorm.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.useQKNorm = call.value(1, as: Bool.self)
        }
        bind(
            "useNormalizationBeforeAndAfter", on: "HookedTransformerConfig",
            """
            /// Whether what attention and MLP write goes through a norm of its own before it is added to the residual stream.
            var useNormalizationBeforeAndAfter: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useNormalizationBeforeAndAfter.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.useNormalizationBeforeAndAfter = call.value(1, as: Bool.self)
        }
        bind(
            "finalRMS", on: "HookedTransformerConfig",
            """
            /// Whether the last norm leaves the mean where it is, whatever the others do.
            var finalRMS: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).finalRMS.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.finalRMS = call.value(1, as: Bool.self)
        }
        bind(
            "attnOnly", on: "HookedTransformerConfig",
            """
            /// Whether a block has no MLP.
            var attnOnly: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).attnOnly.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.attnOnly = call.value(1, as: Bool.self)
        }
        bind(
            "gatedMLP", on: "HookedTransformerConfig",
            """
            /// Whether an MLP reads the residual stream through two matrices, one of which gates the other.
            var gatedMLP: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).gatedMLP.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.gatedMLP = call.value(1, as: Bool.self)
        }
        bind(
            "parallelAttnMLP", on: "HookedTransformerConfig",
            """
            /// Whether the MLP reads the residual stream as it comes into the block, beside attention.
            var parallelAttnMLP: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).parallelAttnMLP.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.parallelAttnMLP = call.value(1, as: Bool.self)
        }
        bind(
            "defaultPrependBOS", on: "HookedTransformerConfig",
            """
            /// Whether text gets a BOS in front unless a call says otherwise.
            var defaultPrependBOS: Bool { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).defaultPrependBOS.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.defaultPrependBOS = call.value(1, as: Bool.self)
        }
        bind(
            "useAttnResult", on: "HookedTransformerConfig",
            """
            /// Whether `attn.hook_result` fires; see `HookedTransformer/setUseAttnResult(_:)`.
            var useAttnResult: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useAttnResult.toCell()
        }
        bind(
            "useSplitQKVInput", on: "HookedTransformerConfig",
            """
            /// Whether `hook_q_input`, `hook_k_input` and `hook_v_input` fire.
            var useSplitQKVInput: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useSplitQKVInput.toCell()
        }
        bind(
            "useAttnIn", on: "HookedTransformerConfig",
            """
            /// Whether `hook_attn_in` fires.
            var useAttnIn: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useAttnIn.toCell()
        }
        bind(
            "ungroupGroupedQueryAttention", on: "HookedTransformerConfig",
            """
            /// Whether keys and values are shown once for every head, though groups of heads share them; see
            /// `HookedTransformer/setUngroupGroupedQueryAttention(_:)`.
            var ungroupGroupedQueryAttention: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).ungroupGroupedQueryAttention.toCell()
        }
        bind(
            "useHookMLPIn", on: "HookedTransformerConfig",
            """
            /// Whether `hook_mlp_in` fires.
            var useHookMLPIn: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useHookMLPIn.toCell()
        }
        bind(
            "useHookUnembed", on: "HookedTransformerConfig",
            """
            /// Whether `hook_unembed` fires, which shows the logits.
            var useHookUnembed: Bool
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).useHookUnembed.toCell()
        }
        bind(
            "init", on: "HookedTransformerConfig",
            """
            /// A configuration; what is left out is as in GPT-2.
            init(modelName: String = "custom", nLayers: Int, nHeads: Int, dModel: Int, dHead: Int? = nil, dMLP: Int? = nil, nCtx: Int, dVocab: Int, actFn: ActivationFunction = .geluNew, eps: Float = 1e-5, scaleAttnByInverseLayerIdx: Bool = false, normalizationType: NormalizationType = .layerNorm, defaultPrependBOS: Bool = true)
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            let value4 = try call.value(4, as: Int?.self)
            let value5 = try call.value(5, as: Int?.self)
            let value6 = try call.value(6, as: Int.self)
            let value7 = try call.value(7, as: Int.self)
            let value8 = try call.value(8, as: ActivationFunction.self)
            let value9 = try call.value(9, as: Float.self)
            let value10 = try call.value(10, as: Bool.self)
            let value11 = try call.value(11, as: NormalizationType.self)
            let value12 = try call.value(12, as: Bool.self)
            return HookedTransformerConfig(
                modelName: value0, nLayers: value1, nHeads: value2, dModel: value3, dHead: value4, dMLP: value5, 
                nCtx: value6, dVocab: value7, actFn: value8, eps: value9, scaleAttnByInverseLayerIdx: value10, 
                normalizationType: value11, defaultPrependBOS: value12).toCell()
        }
        bind(
            "attnScale", on: "HookedTransformerConfig",
            """
            /// What attention scores are divided by: the square root of `dHead` unless set, or 1 without `useAttnScale`.
            var attnScale: Float { get set }
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).attnScale.toCell()
        } set: { call in
            var value0 = try call.take(0, as: HookedTransformerConfig.self)
            defer { call.put(value0, 0) }
            try value0.attnScale = call.value(1, as: Float.self)
        }
        bind(
            "nParams", on: "HookedTransformerConfig",
            """
            /// The parameters of the blocks' matrices, as TransformerLens counts them: no embeddings, biases or norms. Sizes that no model
            /// has come to no more than `Int.max`.
            var nParams: Int
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).nParams.toCell()
        }
    }

    private func bindHookedTransformers_KeyValueCache() {
        type(
            "KeyValueCache", KeyValueCache.self,
            doc: """
            The keys and values of the tokens that a model has read, so that what follows costs only its own tokens.

            ```swift
            var past = KeyValueCache()
            _ = try model("The cat sat on", pastKVCache: &past)
            let logits = try model(" the", pastKVCache: &past)         // [batch, 1, d_vocab], as if after the whole text
            let other = past                                           // a copy goes on by itself: read once, used often
            ```
            A value: nothing that is read through one copy changes another.
            """,
            describe: { $0.description })
        bind(
            "batch", on: "KeyValueCache",
            """
            /// The number of prompts; 0 while nothing was read.
            var batch: Int
            """
        ) { call in
            try call.value(0, as: KeyValueCache.self).batch.toCell()
        }
        bind(
            "count", on: "KeyValueCache",
            """
            /// The number of positions that were read, padding included.
            var count: Int
            """
        ) { call in
            try call.value(0, as: KeyValueCache.self).count.toCell()
        }
        bind(
            "init", on: "KeyValueCache",
            """
            /// A cache of nothing.
            init()
            """
        ) { _ in
            KeyValueCache().toCell()
        }
        bind(
            "isEmpty", on: "KeyValueCache",
            """
            /// Whether nothing was read.
            var isEmpty: Bool
            """
        ) { call in
            try call.value(0, as: KeyValueCache.self).isEmpty.toCell()
        }
        bind(
            "byteCount", on: "KeyValueCache",
            """
            /// The bytes that it holds.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: KeyValueCache.self).byteCount.toCell()
        }
        bind(
            "description", on: "KeyValueCache",
            """
            /// What it holds, in a line.
            var description: String
            """
        ) { call in
            try call.value(0, as: KeyValueCache.self).description.toCell()
        }
    }

    private func bindHookedTransformers_LanguageModelLoss() {
        bind(
            "lmCrossEntropyLoss",
            """
            /// −log p of each next token, by the logits of a run: the mean, or one number per token.
            ///
            /// ```swift
            /// let loss = try lmCrossEntropyLoss(logits, tokens)                          // []
            /// let losses = try lmCrossEntropyLoss(logits, tokens, perToken: true)        // [batch, position − 1]
            /// ```
            /// - Parameters:
            ///   - logits: [batch, position, d_vocab]
            ///   - tokens: [batch, position], or [position] for one prompt.
            ///   - attentionMask: of the tokens' shape, 0 at padding; pairs of which either token is padding count nothing.
            /// - Throws: `ModelError` for shapes that do not fit each other.
            func lmCrossEntropyLoss(_ logits: Tensor, _ tokens: Tensor, attentionMask: Tensor? = nil, perToken: Bool = false) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: Tensor?.self)
            let value3 = try call.value(3, as: Bool.self)
            return try lmCrossEntropyLoss(value0, value1, attentionMask: value2, perToken: value3).toCell()
        }
        bind(
            "lmAccuracy",
            """
            /// How often the likeliest token is the next one: the share, or whether it is so per token.
            ///
            /// ```swift
            /// let accuracy = try lmAccuracy(logits, tokens)           // [], between 0 and 1
            /// ```
            /// - Returns: one number, or [batch, position − 1] of 0 and 1.
            /// - Throws: `ModelError` for shapes that do not fit each other.
            func lmAccuracy(_ logits: Tensor, _ tokens: Tensor, attentionMask: Tensor? = nil, perToken: Bool = false) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: Tensor?.self)
            let value3 = try call.value(3, as: Bool.self)
            return try lmAccuracy(value0, value1, attentionMask: value2, perToken: value3).toCell()
        }
    }

    private func bindHookedTransformers_ModelError_Description() {
        bind(
            "description", on: "ModelError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: ModelError.self).description.toCell()
        }
    }

    private func bindHookedTransformers_ModelError() {
        type(
            "ModelError", ModelError.self,
            doc: """
            What can be wrong with a model, or with what it is run on.
            """,
            describe: { $0.description })
        bind(
            "badConfig", on: "ModelError",
            """
            /// A configuration that no model can have.
            static func badConfig(_ value: String) -> ModelError
            """
        ) { call in
            try ModelError.badConfig(call.value(0, as: String.self)).toCell()
        }
        bind(
            "wrongWeightShape", on: "ModelError",
            """
            /// A weight whose shape is not the one that the configuration asks for.
            static func wrongWeightShape(name: String, expected: [Int], found: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.wrongWeightShape(
                name: call.value(0, as: String.self), expected: call.value(1, as: [Int].self), 
                found: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "emptyPrompt", on: "ModelError",
            """
            /// A prompt without tokens; no row when there is no prompt at all.
            static func emptyPrompt(row: Int?) -> ModelError
            """
        ) { call in
            try ModelError.emptyPrompt(row: call.value(0, as: Int?.self)).toCell()
        }
        bind(
            "tooManyTokens", on: "ModelError",
            """
            /// A prompt longer than the model's positions.
            static func tooManyTokens(count: Int, limit: Int) -> ModelError
            """
        ) { call in
            try ModelError.tooManyTokens(count: call.value(0, as: Int.self), limit: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "tooManyNewTokens", on: "ModelError",
            """
            /// More new tokens than the model's positions leave.
            static func tooManyNewTokens(prompt: Int, new: Int, limit: Int) -> ModelError
            """
        ) { call in
            try ModelError.tooManyNewTokens(
                prompt: call.value(0, as: Int.self), new: call.value(1, as: Int.self), 
                limit: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "unknownToken", on: "ModelError",
            """
            /// A token id outside the vocabulary.
            static func unknownToken(_ value: Int, row: Int, position: Int, dVocab: Int) -> ModelError
            """
        ) { call in
            let value0 = try call.value(0, as: Int.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            return ModelError.unknownToken(value0, row: value1, position: value2, dVocab: value3).toCell()
        }
        bind(
            "unequalLengths", on: "ModelError",
            """
            /// Prompts of unequal lengths, and no word about where the shorter ones are filled up.
            static func unequalLengths(_ value: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.unequalLengths(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "looksPadded", on: "ModelError",
            """
            /// One row begins or ends with padding tokens and others do not, and no word about padding.
            static func looksPadded(row: Int, count: Int, side: PaddingSide) -> ModelError
            """
        ) { call in
            try ModelError.looksPadded(
                row: call.value(0, as: Int.self), count: call.value(1, as: Int.self), 
                side: call.value(2, as: PaddingSide.self)).toCell()
        }
        bind(
            "badTokenShape", on: "ModelError",
            """
            /// Tokens that are neither [position] nor [batch, position].
            static func badTokenShape(_ value: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.badTokenShape(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "severalRows", on: "ModelError",
            """
            /// Several rows of tokens where one is wanted.
            static func severalRows(_ value: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.severalRows(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "residualWithoutLayer", on: "ModelError",
            """
            /// A residual stream as input, and no `startAtLayer:`.
            static func residualWithoutLayer(_ value: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.residualWithoutLayer(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "tokensNotIntegers", on: "ModelError",
            """
            /// Tokens that are not integers.
            static func tokensNotIntegers(dtype: String) -> ModelError
            """
        ) { call in
            try ModelError.tokensNotIntegers(dtype: call.value(0, as: String.self)).toCell()
        }
        bind(
            "badMaskShape", on: "ModelError",
            """
            /// An attention mask whose shape is not that of the tokens.
            static func badMaskShape(expected: [Int], found: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.badMaskShape(expected: call.value(0, as: [Int].self), found: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "lossNeedsTwoTokens", on: "ModelError",
            """
            /// A loss of prompts with fewer than two tokens.
            static let lossNeedsTwoTokens: ModelError
            """
        ) { _ in
            ModelError.lossNeedsTwoTokens.toCell()
        }
        bind(
            "lossNeedsLogits", on: "ModelError",
            """
            /// A loss of a run that stops before its logits.
            static let lossNeedsLogits: ModelError
            """
        ) { _ in
            ModelError.lossNeedsLogits.toCell()
        }
        bind(
            "lossNeedsTokens", on: "ModelError",
            """
            /// A loss of a run that started from a residual stream.
            static let lossNeedsTokens: ModelError
            """
        ) { _ in
            ModelError.lossNeedsTokens.toCell()
        }
        bind(
            "noTokenizer", on: "ModelError",
            """
            /// Text for a model without a tokenizer.
            static func noTokenizer(reason: String) -> ModelError
            """
        ) { call in
            try ModelError.noTokenizer(reason: call.value(0, as: String.self)).toCell()
        }
        bind(
            "noBOS", on: "ModelError",
            """
            /// A BOS is asked for, and the tokenizer has none.
            static let noBOS: ModelError
            """
        ) { _ in
            ModelError.noBOS.toCell()
        }
        bind(
            "notASingleToken", on: "ModelError",
            """
            /// A text that is several tokens where one is wanted.
            static func notASingleToken(_ value: String, tokens: [String]) -> ModelError
            """
        ) { call in
            try ModelError.notASingleToken(call.value(0, as: String.self), tokens: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "tokenNotInPrompt", on: "ModelError",
            """
            /// A token that the prompt does not have.
            static func tokenNotInPrompt(_ value: String) -> ModelError
            """
        ) { call in
            try ModelError.tokenNotInPrompt(call.value(0, as: String.self)).toCell()
        }
        bind(
            "severalPrompts", on: "ModelError",
            """
            /// Several prompts where one is wanted.
            static func severalPrompts(_ value: Int) -> ModelError
            """
        ) { call in
            try ModelError.severalPrompts(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "optionOutOfRange", on: "ModelError",
            """
            /// An option outside of what it may be.
            static func optionOutOfRange(_ value: String, value: String, expected: String) -> ModelError
            """
        ) { call in
            try ModelError.optionOutOfRange(
                call.value(0, as: String.self), value: call.value(1, as: String.self), 
                expected: call.value(2, as: String.self)).toCell()
        }
        bind(
            "optionNeeds", on: "ModelError",
            """
            /// An option that cannot do without something else.
            static func optionNeeds(_ value: String, what: String) -> ModelError
            """
        ) { call in
            try ModelError.optionNeeds(call.value(0, as: String.self), what: call.value(1, as: String.self)).toCell()
        }
        bind(
            "optionDoesNotApply", on: "ModelError",
            """
            /// An option that means nothing here, and what does.
            static func optionDoesNotApply(_ value: String, reason: String, instead: String) -> ModelError
            """
        ) { call in
            try ModelError.optionDoesNotApply(
                call.value(0, as: String.self), reason: call.value(1, as: String.self), 
                instead: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badLogitsShape", on: "ModelError",
            """
            /// Logits whose axes are not those that are needed.
            static func badLogitsShape(_ value: [Int], expected: String) -> ModelError
            """
        ) { call in
            try ModelError.badLogitsShape(call.value(0, as: [Int].self), expected: call.value(1, as: String.self)).toCell()
        }
        bind(
            "logitsDoNotFit", on: "ModelError",
            """
            /// Logits and tokens of different runs.
            static func logitsDoNotFit(logits: [Int], tokens: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.logitsDoNotFit(logits: call.value(0, as: [Int].self), tokens: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "startOutOfRange", on: "ModelError",
            """
            /// A layer to start at that the model does not have.
            static func startOutOfRange(_ value: Int, layers: Int) -> ModelError
            """
        ) { call in
            try ModelError.startOutOfRange(call.value(0, as: Int.self), layers: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "startAfterStop", on: "ModelError",
            """
            /// A layer to start at behind the one to stop at.
            static func startAfterStop(start: Int, stop: Int) -> ModelError
            """
        ) { call in
            try ModelError.startAfterStop(start: call.value(0, as: Int.self), stop: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badPositions", on: "ModelError",
            """
            /// What names no positions of a prompt.
            static func badPositions(given: String) -> ModelError
            """
        ) { call in
            try ModelError.badPositions(given: call.value(0, as: String.self)).toCell()
        }
        bind(
            "positionsOutOfRange", on: "ModelError",
            """
            /// Positions that a run does not have.
            static func positionsOutOfRange(count: Int, reason: String) -> ModelError
            """
        ) { call in
            try ModelError.positionsOutOfRange(count: call.value(0, as: Int.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "cacheOfAnotherModel", on: "ModelError",
            """
            /// A key/value cache that another model filled.
            static let cacheOfAnotherModel: ModelError
            """
        ) { _ in
            ModelError.cacheOfAnotherModel.toCell()
        }
        bind(
            "cacheOfOtherPrompts", on: "ModelError",
            """
            /// A key/value cache of another number of prompts.
            static func cacheOfOtherPrompts(cached: Int, given: Int) -> ModelError
            """
        ) { call in
            try ModelError.cacheOfOtherPrompts(cached: call.value(0, as: Int.self), given: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "hooksWithKVCache", on: "ModelError",
            """
            /// Hooks that were added to a model which runs with a key/value cache.
            static let hooksWithKVCache: ModelError
            """
        ) { _ in
            ModelError.hooksWithKVCache.toCell()
        }
        bind(
            "hooksInMeasurement", on: "ModelError",
            """
            /// Hooks that were added to a model which a measurement runs without them.
            static let hooksInMeasurement: ModelError
            """
        ) { _ in
            ModelError.hooksInMeasurement.toCell()
        }
        bind(
            "measurementNeedsCausalAttention", on: "ModelError",
            """
            /// A measurement of a model whose queries look at later positions.
            static let measurementNeedsCausalAttention: ModelError
            """
        ) { _ in
            ModelError.measurementNeedsCausalAttention.toCell()
        }
        bind(
            "runCannotBeKept", on: "ModelError",
            """
            /// A model of whose runs too little can be kept.
            static let runCannotBeKept: ModelError
            """
        ) { _ in
            ModelError.runCannotBeKept.toCell()
        }
        bind(
            "emptyActivation", on: "ModelError",
            """
            /// An activation without elements, which is none that a model can have computed.
            static func emptyActivation(shape: [Int]) -> ModelError
            """
        ) { call in
            try ModelError.emptyActivation(shape: call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "unknownHead", on: "ModelError",
            """
            /// A head that the model does not have.
            static func unknownHead(layer: Int, head: Int, layers: Int, heads: Int) -> ModelError
            """
        ) { call in
            let value0 = try call.value(0, as: Int.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            return ModelError.unknownHead(layer: value0, head: value1, layers: value2, heads: value3).toCell()
        }
        bind(
            "attnInOfGroups", on: "ModelError",
            """
            /// The input of a head, where its keys and values are other heads' too.
            static let attnInOfGroups: ModelError
            """
        ) { _ in
            ModelError.attnInOfGroups.toCell()
        }
        bind(
            "noSuchWeight", on: "ModelError",
            """
            /// A weight that this kind of model does not have.
            static func noSuchWeight(_ value: String, reason: String) -> ModelError
            """
        ) { call in
            try ModelError.noSuchWeight(call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
    }

    private func bindHookedTransformers_ModelInput() {
        conformance("ModelInput", of: "String", "[String]", "[Int]", "[[Int]]")
    }

    private func bindHookedTransformers_NormalizationType() {
        type(
            "NormalizationType", NormalizationType.self,
            doc: """
            Which norm the residual stream is read through, under TransformerLens's names.
            """,
            describe: { $0.description })
        bind(
            "allCases", on: "NormalizationType",
            """
            /// All cases, in their order: `NormalizationType.allCases`.
            static var allCases: [NormalizationType]
            """
        ) { _ in
            NormalizationType.allCases.toCell()
        }
        bind(
            "rawValue", on: "NormalizationType",
            """
            /// The text that stands for it: `NormalizationType.layerNorm.rawValue` is `"LN"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: NormalizationType.self).rawValue.toCell()
        }
        bind(
            "init", on: "NormalizationType",
            """
            /// What a text stands for, nil when there is none: `NormalizationType(rawValue: "LN")`.
            init?(rawValue: String)
            """
        ) { call in
            try NormalizationType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "layerNorm", on: "NormalizationType",
            """
            /// (x − mean) / scale · w + b
            static let layerNorm: NormalizationType
            """
        ) { _ in
            NormalizationType.layerNorm.toCell()
        }
        bind(
            "layerNormPre", on: "NormalizationType",
            """
            /// (x − mean) / scale; w and b are folded into the matrices that follow.
            static let layerNormPre: NormalizationType
            """
        ) { _ in
            NormalizationType.layerNormPre.toCell()
        }
        bind(
            "rms", on: "NormalizationType",
            """
            /// x / scale · w
            static let rms: NormalizationType
            """
        ) { _ in
            NormalizationType.rms.toCell()
        }
        bind(
            "rmsPre", on: "NormalizationType",
            """
            /// x / scale; w is folded into the matrices that follow.
            static let rmsPre: NormalizationType
            """
        ) { _ in
            NormalizationType.rmsPre.toCell()
        }
        bind(
            "absent", on: "NormalizationType",
            """
            /// The residual stream is read as it is.
            static let absent: NormalizationType
            """
        ) { _ in
            NormalizationType.absent.toCell()
        }
        bind(
            "description", on: "NormalizationType",
            """
            /// The value as it prints: `normalizationType.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: NormalizationType.self).description.toCell()
        }
    }

    private func bindHookedTransformers_PositionalEmbeddingType() {
        type(
            "PositionalEmbeddingType", PositionalEmbeddingType.self,
            doc: """
            How a model knows where a token stands, under TransformerLens's names.
            """,
            describe: { $0.description })
        bind(
            "allCases", on: "PositionalEmbeddingType",
            """
            /// All cases, in their order: `PositionalEmbeddingType.allCases`.
            static var allCases: [PositionalEmbeddingType]
            """
        ) { _ in
            PositionalEmbeddingType.allCases.toCell()
        }
        bind(
            "rawValue", on: "PositionalEmbeddingType",
            """
            /// The text that stands for it: `PositionalEmbeddingType.standard.rawValue` is `"standard"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: PositionalEmbeddingType.self).rawValue.toCell()
        }
        bind(
            "init", on: "PositionalEmbeddingType",
            """
            /// What a text stands for, nil when there is none: `PositionalEmbeddingType(rawValue: "standard")`.
            init?(rawValue: String)
            """
        ) { call in
            try PositionalEmbeddingType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "standard", on: "PositionalEmbeddingType",
            """
            /// A vector per position is added to the embedded token.
            static let standard: PositionalEmbeddingType
            """
        ) { _ in
            PositionalEmbeddingType.standard.toCell()
        }
        bind(
            "rotary", on: "PositionalEmbeddingType",
            """
            /// Queries and keys are rotated by angles that grow with their positions.
            static let rotary: PositionalEmbeddingType
            """
        ) { _ in
            PositionalEmbeddingType.rotary.toCell()
        }
        bind(
            "shortformer", on: "PositionalEmbeddingType",
            """
            /// A vector per position is added to what queries and keys are made of.
            static let shortformer: PositionalEmbeddingType
            """
        ) { _ in
            PositionalEmbeddingType.shortformer.toCell()
        }
        bind(
            "description", on: "PositionalEmbeddingType",
            """
            /// The value as it prints: `positionalEmbeddingType.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PositionalEmbeddingType.self).description.toCell()
        }
    }

    private func bindHookedTransformers_Recompute() {
        type(
            "Recompute", Recompute.self,
            doc: """
            How much of a run is computed when the same tokens were run before, and whether its last digits may depend on the cores.

            `try model.runWithHooks(tokens, fwdHooks: hooks, recompute: .everything)`
            """)
        bind(
            "changed", on: "Recompute",
            """
            /// What the hooks change, found by comparing activations before and after them; the rest is reused. Within 1e-5 of
            /// `.everything`, on any number of cores.
            static let changed: Recompute
            """
        ) { _ in
            Recompute.changed.toCell()
        }
        bind(
            "everything", on: "Recompute",
            """
            /// Everything, as if the tokens had never been run: the same bits in whatever order runs come, on the same number of cores.
            static let everything: Recompute
            """
        ) { _ in
            Recompute.everything.toCell()
        }
        bind(
            "everythingOnOneCore", on: "Recompute",
            """
            /// Everything, on one core: the same bits on any number of cores of one kind.
            static let everythingOnOneCore: Recompute
            """
        ) { _ in
            Recompute.everythingOnOneCore.toCell()
        }
    }

    private func bindHookedTransformers_RunOptions() {
        type(
            "PaddingSide", PaddingSide.self,
            doc: """
            Where shorter prompts of a batch are filled up.
            """)
        type(
            "ReturnType", ReturnType.self,
            doc: """
            What a run returns.
            """)
        bind(
            "logits", on: "ReturnType",
            """
            /// [batch, position, d_vocab]
            static let logits: ReturnType
            """
        ) { _ in
            ReturnType.logits.toCell()
        }
        bind(
            "loss", on: "ReturnType",
            """
            /// The mean loss of predicting the next token, or the loss per token.
            static let loss: ReturnType
            """
        ) { _ in
            ReturnType.loss.toCell()
        }
        bind(
            "rawValue", on: "PaddingSide",
            """
            /// The text that stands for it: `PaddingSide.left.rawValue` is `"left"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: PaddingSide.self).rawValue.toCell()
        }
        bind(
            "init", on: "PaddingSide",
            """
            /// What a text stands for, nil when there is none: `PaddingSide(rawValue: "left")`.
            init?(rawValue: String)
            """
        ) { call in
            try PaddingSide(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "left", on: "PaddingSide",
            """
            /// In front: index −1 is the last token of every prompt.
            static let left: PaddingSide
            """
        ) { _ in
            PaddingSide.left.toCell()
        }
        bind(
            "right", on: "PaddingSide",
            """
            /// At the end: index −1 is padding in all but the longest prompts.
            static let right: PaddingSide
            """
        ) { _ in
            PaddingSide.right.toCell()
        }
    }

    private func bindHookedTransformers_RunReuse() {
        type(
            "RunReuse", RunReuse.self,
            doc: """
            What a model keeps of earlier runs, so that runs of the same tokens with hooks compute only what the hooks change.

            ```swift
            model.reuse.byteLimit = 1 << 30      // 1 GB instead of 96 MB
            model.reuse.byteLimit = 0            // every run computes everything
            print(model.reuse)                   // "2 runs, 52.0 of 96.0 MB"
            ```
            A run is kept when its tokens come a second time, or when `runWithCache`
            has recorded it whole. What was not used for longest goes first. A run that is larger than the limit is never kept.
            """,
            describe: { $0.description })
        bind(
            "byteLimit", on: "RunReuse",
            """
            /// The most bytes that are kept, 96 MB unless set; lowering it lets go of what is too much.
            var byteLimit: Int { get set }
            """
        ) { call in
            try call.value(0, as: RunReuse.self).byteLimit.toCell()
        } set: { call in
            var value0 = try call.take(0, as: RunReuse.self)
            defer { call.put(value0, 0) }
            try value0.byteLimit = call.value(1, as: Int.self)
        }
        bind(
            "wholeCacheByteLimit", on: "RunReuse",
            """
            /// Caches of up to so many bytes, 64 MB unless set, are kept whole.
            ///
            /// Of larger ones, a run without hooks keeps what the rest follows from (residual streams, queries, keys, values and z, about a
            /// fifth); the rest is computed when it is read, and kept from then on.
            var wholeCacheByteLimit: Int { get set }
            """
        ) { call in
            try call.value(0, as: RunReuse.self).wholeCacheByteLimit.toCell()
        } set: { call in
            var value0 = try call.take(0, as: RunReuse.self)
            defer { call.put(value0, 0) }
            try value0.wholeCacheByteLimit = call.value(1, as: Int.self)
        }
        bind(
            "byteCount", on: "RunReuse",
            """
            /// The bytes that are kept now. Memory that an `ActivationCache` of the same run holds too is counted.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: RunReuse.self).byteCount.toCell()
        }
        bind(
            "runCount", on: "RunReuse",
            """
            /// The number of runs that are kept now.
            var runCount: Int
            """
        ) { call in
            try call.value(0, as: RunReuse.self).runCount.toCell()
        }
        bind(
            "waitingCount", on: "RunReuse",
            """
            /// The number of runs with hooks whose logits nobody has read yet, so that they wait to be computed together.
            var waitingCount: Int
            """
        ) { call in
            try call.value(0, as: RunReuse.self).waitingCount.toCell()
        }
        bind(
            "removeAll", on: "RunReuse",
            """
            /// Lets go of everything that is kept.
            mutating func removeAll()
            """
        ) { call in
            var value0 = try call.take(0, as: RunReuse.self)
            defer { call.put(value0, 0) }
            value0.removeAll()
            return .void
        }
        bind(
            "description", on: "RunReuse",
            """
            /// The value as it prints: `runReuse.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: RunReuse.self).description.toCell()
        }
    }

    private func bindHookedTransformers_SampleLogits() {
        bind(
            "sampleLogits",
            """
            /// Chooses a token for each row of logits.
            ///
            /// ```swift
            /// let next = try sampleLogits(logits[0..., -1, 0...], temperature: 0.8, topK: 50)        // [batch]
            /// ```
            /// - Parameters:
            ///   - logits: [batch, d_vocab], or [d_vocab] for one token [].
            ///   - temperature: divides the logits; 0 gives the likeliest token.
            ///   - topK: only so many of the likeliest tokens count.
            ///   - topP: only the likeliest tokens count that together have this probability.
            ///   - freqPenalty: is subtracted from a token's logit / temperature for each time that it stands in `tokens`.
            ///   - tokens: the tokens so far, [batch, position].
            ///   - seed: repeats the draw; without it, `manualSeed` does. Not PyTorch's draws.
            /// - Throws: `ModelError` for an option or a shape that cannot be.
            func sampleLogits(_ logits: Tensor, temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, freqPenalty: Double = 0, tokens: Tensor? = nil, seed: Int? = nil) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Double.self)
            let value2 = try call.value(2, as: Int?.self)
            let value3 = try call.value(3, as: Double?.self)
            let value4 = try call.value(4, as: Double.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let value6 = try call.value(6, as: Int?.self)
            return try sampleLogits(
                value0, temperature: value1, topK: value2, topP: value3, freqPenalty: value4, tokens: value5, 
                seed: value6).toCell()
        }
    }

    private func bindHookedTransformers_WeightType() {
        type(
            "WeightType", WeightType.self,
            doc: """
            What a model keeps the numbers of its matrices as. It computes in float32 either way.

            ```swift
            let model = try HookedTransformer.fromPretrained("qwen2.5-0.5b", dtype: .bfloat16)
            model.cfg.dtype        // bfloat16
            ```
            """)
        bind(
            "allCases", on: "WeightType",
            """
            /// All cases, in their order: `WeightType.allCases`.
            static var allCases: [WeightType]
            """
        ) { _ in
            WeightType.allCases.toCell()
        }
        bind(
            "rawValue", on: "WeightType",
            """
            /// The text that stands for it: `WeightType.float32.rawValue` is `"float32"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: WeightType.self).rawValue.toCell()
        }
        bind(
            "init", on: "WeightType",
            """
            /// What a text stands for, nil when there is none: `WeightType(rawValue: "float32")`.
            init?(rawValue: String)
            """
        ) { call in
            try WeightType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "float32", on: "WeightType",
            """
            /// Four bytes each.
            static let float32: WeightType
            """
        ) { _ in
            WeightType.float32.toCell()
        }
        bind(
            "bfloat16", on: "WeightType",
            """
            /// Two bytes each, the upper halves of float32: half the memory, and eight bits of precision instead of 24. What a checkpoint
            /// has as bfloat16 stays as it is; biases, norms and vectors of positions stay float32.
            static let bfloat16: WeightType
            """
        ) { _ in
            WeightType.bfloat16.toCell()
        }
    }
}
