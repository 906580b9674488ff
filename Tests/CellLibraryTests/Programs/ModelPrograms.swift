import SwiftLens

extension Programs {
    static func textAndTokens() throws {
        let model = try HookedTransformer.fromPretrained(
            weights, centerUnembed: true, centerWritingWeights: true, foldLN: true, foldValueBiases: true,
            refactorFactoredAttnMatrices: false)
        print(model)
        let cfg = model.cfg
        print(cfg.nLayers, cfg.nHeads, cfg.dModel, cfg.dHead, cfg.dMLP, cfg.nCtx, cfg.dVocab, cfg.nParams, cfg.modelName)
        print(cfg.actFn, cfg.eps, cfg.attnScale, cfg.normalizationType, cfg.scaleAttnByInverseLayerIdx)
        print(cfg.defaultPrependBOS, cfg.useAttnResult, cfg.useSplitQKVInput, cfg.useAttnIn, cfg.useHookMLPIn, cfg.useHookUnembed)
        let text = "When John and Mary went to the shops, John gave the bag to"
        let tokens = try model.toTokens(text)
        print(tokens, try model.toTokens(text, prependBOS: false, truncate: false).shape)
        let both = ["When John and Mary", "When John and"]
        print(try model.toTokens(both, prependBOS: true, paddingSide: .left))
        print(try model.toString(tokens), try model.toString(tokens.toIntArray()), try model.toString(10))
        print(try model.toStrTokens(text), try model.toStrTokens(tokens), try model.toStrTokens([1, 2]))
        print(try model.toStrTokens(both), try model.toStrings(tokens), try model.toStrings([[1, 2], [3]]))
        print(try model.toSingleToken(" Mary"), try model.toSingleStrToken(20))
        print(try model.getTokenPosition(" John", in: text), try model.getTokenPosition(" John", in: text, mode: .last))
        let john = try model.toSingleToken(" John")
        print(try model.getTokenPosition(john, in: tokens, mode: .first, prependBOS: nil))
        if let tokenizer = model.tokenizer {
            print(tokenizer.vocabularySize, try tokenizer.decode(try tokenizer.encode(" Mary")))
            print(tokenizer.bosTokenID ?? -1, tokenizer.padTokenID ?? -1)
        }
        print(model.W_E.shape, model.W_pos.shape, model.W_U.shape, model.b_U.shape, model.W_Q.shape, model.W_K.shape)
        print(model.W_V.shape, model.W_O.shape, model.b_Q.shape, model.b_K.shape, model.b_V.shape, model.b_O.shape)
        print(model.W_in.shape, model.b_in.shape, model.W_out.shape, model.b_out.shape, model.byteCount > 1_000_000)
        print(model.hookNames.count, model.hookNames[0], ModelRegistry.names.count > 3)
        print(try WeightsDirectory.find(weights) == weights)
        let raw = try HookedTransformer.fromPretrainedNoProcessing(weights, defaultPrependBOS: false)
        print(raw.cfg.normalizationType, raw.cfg.defaultPrependBOS, try raw.toTokens("When John").shape)
    }

    static func choicesAndValues() throws {
        print(DType.allCases, DType(rawValue: "int64") == .int64, DType(rawValue: "int8") == nil, DType.bool.rawValue)
        print(ActivationFunction(named: "gelu_new")?.rawValue ?? "none", ActivationFunction(named: "sin") == nil)
        let model = try HookedTransformer.fromPretrained(weights)
        var cfg = model.cfg
        cfg.modelName = "mine"
        print(cfg.modelName == model.cfg.modelName, cfg)
        let numbers = Tensor([[1, 2], [3, 4]])
        print(numbers[indices: [.pick(-1)]].toIntArray(), numbers[indices: [.ellipsis, .pick(0)]].toIntArray())
        do {
            print(try model.toSingleToken(" Mary John"))
        } catch let error as ModelError {
            print(error == .noBOS, error.description)
        }
        var past = KeyValueCache()
        print(try model("When John", pastKVCache: &past).shape, past)
    }

    static func runsAndHooks() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let text = "When John and Mary went to the shops, John gave the bag to"
        let tokens = try model.toTokens(text)
        let logits = try model(tokens)
        print(logits.shape, try model(text).allClose(logits, rtol: 1e-3, atol: 1e-3), try model([[1, 2, 3]]).shape, try model([1, 2]).shape)
        print(try model(text, returnType: .loss), try model(text, returnType: .loss, lossPerToken: true).shape)
        print(try model(["When John", "John"], paddingSide: .left).shape, try model(tokens, stopAtLayer: 2).shape)
        let residual = try model(tokens, stopAtLayer: 6)
        print(try model(residual, startAtLayer: 6).allClose(logits, rtol: 1e-3, atol: 1e-3), try model(residual, startAtLayer: -6, stopAtLayer: 8).shape)
        print(try model(text, prependBOS: false).shape, try model(tokens, attentionMask: Tensor.onesLike(tokens)).shape)
        let (again, loss) = try model.logitsAndLoss(tokens)
        print(again.allClose(logits, rtol: 1e-3, atol: 1e-3), loss, try lmCrossEntropyLoss(logits, tokens), try lmAccuracy(logits, tokens))
        print(try lmCrossEntropyLoss(logits, tokens, perToken: true).shape)

        let name = actName("z", 9)
        let zeroed = try model.runWithHooks(tokens, fwdHooks: [Hook(name) { z, hook in z[0..., -1, 6, 0...] = 0 }])
        print(zeroed[0, -1].topk(3).indices, zeroed.allClose(logits, rtol: 1e-3, atol: 1e-3))
        var seen: [String] = []
        _ = try model.runWithHooks(
            tokens,
            fwdHooks: [
                Hook({ $0.hasSuffix("hook_pattern") }) { pattern, hook in
                    seen.append("\(hook.name) \(hook.layer ?? -1) \(pattern.shape)")
                }
            ], returnType: .logits, recompute: .everything)
        print(seen.count, seen[0])
        func scale(_ z: inout Tensor, hook: HookPoint, by factor: Double) throws { z *= factor }
        let scaled = try model.runWithHooks(
            tokens, fwdHooks: [Hook(name) { z, hook in try scale(&z, hook: hook, by: 2) }, Hook("hook_embed") { _, _ in }])
        print(scaled[0, -1].max())

        let heads = (0..<3).map { head in [Hook(name) { z, hook in z[0..., -1, head, 0...] = 0 }] }
        try model.runVariants(tokens, heads) { number, logits in print(number, logits[0, -1].argmax()) }
        let sum = Hook(name) { z, hook in hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + z }
        _ = try model.runWithHooks(residual, fwdHooks: [sum], startAtLayer: 6)
        _ = try model.runWithHooks(tokens, fwdHooks: [sum])
        let point = model.hookDict[name]!
        print(point.ctx, point.ctx.keys, point.ctx["sum"]!.shape, point.ctx["other"] == nil)
        model.resetHooks(clearContexts: false)
        point.ctx["sum"] = nil
        point.ctx.removeAll()
        print(point.ctx)
        try model.addHook(Hook(actName("mlp_out", 0)) { out, hook in out = out * 0 }, isPermanent: false, prepend: true)
        print(try model(tokens).allClose(logits, rtol: 1e-3, atol: 1e-3))
        model.resetHooks()
        print(try model(tokens).allClose(logits, rtol: 1e-3, atol: 1e-3))
        let (inside, cache) = try model.withHooks([Hook(name) { z, hook in z *= 0 }]) { try model.runWithCache(tokens) }
        print(inside.shape, try cache[name].abs().sum().item())
        try model.withHooks([]) { print("no hooks") }
        model.setUseAttnResult(true)
        print(model.hookNames.contains("blocks.0.attn.hook_result"), model.cfg.useAttnResult)
        model.setUseAttnResult(false)
        model.setUseSplitQKVInput(false)
        model.setUseAttnIn(false)
        model.setUseHookMLPIn(false)
        model.setUseHookUnembed(false)
        model.reuse.byteLimit = 1 << 20
        model.reuse.removeAll()
        model.reuse.wholeCacheByteLimit = 1 << 10
        print(model.reuse.wholeCacheByteLimit)
        print(model.reuse.byteLimit, model.reuse.runCount, model.reuse.byteCount, model.reuse.waitingCount)
        print(actName("embed"), actName("normalized", 2, "ln2"), HookPoint("blocks.3.attn.hook_z"))
    }

    static func caches() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let (logits, cache) = try model.runWithCache("When John and Mary went to the shops, John gave")
        print(logits.shape, cache.count, cache.keys[0], cache.keys.last!, cache.isEmpty, cache.byteCount)
        print(try cache["blocks.3.attn.hook_z"].shape, try cache["z", 3].shape, try cache["attn", -1].shape)
        print(try cache["scale", 2, "ln1"].shape, cache.contains("hook_embed"), cache.values.count)
        print(cache.byteCounts[0].name, cache.byteCounts[0].bytes)
        let flat = try cache.removingBatchDim()
        print(try flat["z", 3].shape, try cache.slicingBatchDim(0)["z", 0].shape, try cache.slicingBatchDim(0..<1).count)
        let (_, some) = try model.runWithCache([1, 2, 3], namesFilter: ["hook_embed", actName("z", 0)])
        let (_, one) = try model.runWithCache([1, 2, 3], namesFilter: "hook_embed")
        let (_, patterns) = try model.runWithCache([1, 2, 3], namesFilter: { $0.hasSuffix("hook_pattern") })
        print(some.keys, one.keys, patterns.count)
        let (_, last) = try model.runWithCache([1, 2, 3], posSlice: -1)
        let (loss, firsts) = try model.runWithCache(
            [1, 2, 3], namesFilter: { $0.hasSuffix("hook_pattern") }, returnType: .loss, posSlice: [0, 2], removeBatchDim: true)
        print(try last["z", 9].shape, try last["pattern", 9].shape, loss, try firsts["pattern", 0].shape)
        let (_, changed) = try model.runWithCache([1, 2], fwdHooks: [Hook("hook_embed") { embed, _ in embed *= 0 }])
        print(try changed["hook_embed"].abs().sum())
        for (name, activation) in one { print(name, activation.shape) }
        print(cache)
        try cache.save(to: file)
        let same = try ActivationCache(contentsOf: file, model: model)
        print(same.keys == cache.keys, try same["z", 3] == cache["z", 3])
        let own = ActivationCache([("a", Tensor([1, 2]))])
        print(own.keys, try own["a"])
    }

    static func generation() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let text = "When John and Mary went to the shops, John gave the bag to"
        print(try model.generate(text, maxNewTokens: 4, doSample: false))
        print(try model.generate([text, "When John"], maxNewTokens: 3, topK: 5, temperature: 0.7, seed: 1))
        let tokens = try model.toTokens(text)
        print(try model.generate(tokens, maxNewTokens: 3, topP: 0.9, seed: 0).shape)
        var past = KeyValueCache()
        print(past.isEmpty)
        _ = try model(tokens, pastKVCache: &past)
        let next = try model([[5]], pastKVCache: &past)
        print(past.count, past.batch, past.byteCount > 0, next.shape)
        let longer = try model(Tensor.cat([tokens, Tensor([[5]])], dim: 1))
        print((next[0, 0] - longer[0, -1]).abs().max().item() < 1e-3)
        print(try sampleLogits(next[0, 0], temperature: 0), try sampleLogits(next[0], temperature: 0.8, topK: 5, seed: 3))
    }
}
