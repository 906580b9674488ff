import HookedTransformers
import Hooks
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Models of every family answer as TransformerLens does, whichever way they are run.
struct FamilyModelsTests {
    @Test(
        "Every activation, loss and logit is the reference's", arguments: GoldenFamily.all,
        GoldenFamily.Setting.allCases)
    func activations(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let (family, tokens) = (try GoldenFamily(name), try GoldenFamily(name)["tokens"])
        let model = try family.load(setting)
        model.setUseAttnResult(setting == .raw)
        let (logits, cache) = try model.runWithCache(tokens)
        // Where the reference's own processing changes what the model predicts, only raw numbers are stored.
        if family.has("\(setting.rawValue).logits") { expectClose(logits, try family["\(setting.rawValue).logits"]) }
        let prefix = "\(setting.rawValue).act."
        for key in family.keys where key.hasPrefix(prefix) {
            let absolute = key.hasSuffix("pattern") ? 1e-5 : 1e-4
            let own = try cache[String(key.dropFirst(prefix.count))]
            // TransformerLens has batch, position and head on one axis at norms of queries and keys.
            let expected = try key.contains("_norm.") ? family[key].reshaped(own.shape) : family[key]
            expectClose(own, expected, absolute: absolute, "\(key)")
        }
        if setting == .raw { #expect(try cache.keys == family.hookNames()) }
        if family.has("\(setting.rawValue).loss") {
            let loss = try model(tokens, returnType: .loss)
            expectClose(loss.reshaped([1]), try family["\(setting.rawValue).loss"])
            let perToken = try model(tokens, returnType: .loss, lossPerToken: true)
            expectClose(perToken, try family["\(setting.rawValue).loss_per_token"])
        }
        guard family.keys.contains("float64.log_probs") else { return }
        let exact = try family["float64.log_probs"]
        expectClose(logits.logSoftmax(dim: -1), exact, absolute: 3e-5, relative: 0)
    }

    @Test(
        "The ablation notebook's call, with all its settings, loads what predicts the same", arguments: GoldenFamily.all
    )
    func notebookSettings(_ name: String) throws {
        let family = try GoldenFamily(name)
        let tokens = try family["tokens"]
        let model = try HookedTransformer.fromPretrained(
            family.folder, centerUnembed: true, centerWritingWeights: true, foldLN: true,
            refactorFactoredAttnMatrices: true)
        let expected = try family.load(.raw)(tokens).logSoftmax(dim: -1)
        expectClose(try model(tokens).logSoftmax(dim: -1), expected, absolute: 3e-5, relative: 0)
    }

    @Test("Prompts that are padded on the left", arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func leftPadding(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let family = try GoldenFamily(name)
        let (logits, cache) = try family.load(setting).runWithCache(
            family["leftpad.tokens"], attentionMask: family["leftpad.mask"])
        // Where queries look ahead, TransformerLens has them look at padding too.
        guard family.has("\(setting.rawValue).leftpad.logits"), name != "bidirectional" else { return }
        expectClose(logits, try family["\(setting.rawValue).leftpad.logits"])
        guard setting == .raw else { return }
        expectClose(
            try cache["pattern", 0], try family["raw.leftpad.act.blocks.0.attn.hook_pattern"], absolute: 1e-5)
    }

    @Test(
        "Heads that are ablated, with what did not change reused", arguments: GoldenFamily.all,
        GoldenFamily.Setting.allCases)
    func ablatedHeads(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let family = try GoldenFamily(name)
        let (model, tokens, answers) = (try family.load(setting), try family["tokens"], try family["answers"])
        let clean = try model.runWithCache(tokens).cache
        for kind in ["zero", "mean", "swap"] {
            guard family.has("\(setting.rawValue).ablate_z_last.\(kind)") else { continue }
            let expected = try family["\(setting.rawValue).ablate_z_last.\(kind)"]
            for layer in 0..<model.cfg.nLayers {
                for head in 0..<model.cfg.nHeads {
                    let hook = Hook(actName("z", layer)) { z, hook in
                        let own = try clean[hook.name][0..., -1, head]
                        switch kind {
                        case "zero": z[0..., -1, head] = 0
                        case "mean": z[0..., -1, head] = own.mean(dim: 0, keepdim: true)
                        default: z[0..., -1, head] = own.flipped(dim: 0)
                        }
                    }
                    let chosen = try model.runWithHooks(tokens, fwdHooks: [hook])[0..., -1, 0...]
                        .gather(dim: -1, index: answers)
                    expectClose(chosen[0..., 0] - chosen[0..., 1], expected[layer, head], "\(kind) L\(layer)H\(head)")
                }
            }
        }
    }

    @Test(
        "Text that goes on, token by token and all at once", arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func generation(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let family = try GoldenFamily(name)
        let (model, tokens) = (try family.load(setting), try family["tokens"])
        for usesCache in [true, false] {
            let longer = try model.generate(
                tokens[0..<1, 0..<5], maxNewTokens: min(8, model.cfg.nCtx - 5), stopAtEOS: false, doSample: false,
                usePastKVCache: usesCache)
            let expected = try family.greedy(setting)
            if !expected.isEmpty { #expect(try longer[0, 5...].toIntArray() == expected) }
        }
        guard model.cfg.attentionDir == .causal else { return }
        let (expected, length) = (try model(tokens), tokens.shape[1])
        var past = KeyValueCache()
        expectClose(try model(tokens[0..., 0..<2], pastKVCache: &past), expected[0..., 0..<2], absolute: 2e-5)
        for position in 2..<length {
            let logits = try model(tokens[0..., position..<(position + 1)], pastKVCache: &past)
            expectClose(logits[0..., 0], expected[0..., position], absolute: 2e-5)
        }
    }

    @Test("Prompts as long as the model takes, where the reference has them", arguments: GoldenFamily.all)
    func longPrompts(_ name: String) throws {
        let family = try GoldenFamily(name)
        guard family.keys.contains("long.tokens") else { return }
        for setting in GoldenFamily.Setting.allCases {
            let logits = try family.load(setting)(family["long.tokens"])
            expectClose(logits[0..., (-3)...], try family["\(setting.rawValue).long.last_logits"])
        }
    }

    @Test(
        "A residual stream goes on where it was stopped, and a large cache is computed as it is read",
        arguments: GoldenFamily.all)
    func partsOfRuns(_ name: String) throws {
        let family = try GoldenFamily(name)
        let (model, tokens) = (try family.load(.standard), try family["tokens"])
        let (logits, cache) = try model.runWithCache(tokens)
        let residual = try model(tokens, stopAtLayer: 1)
        expectClose(try model(residual, startAtLayer: 1), logits, absolute: 1e-5)
        let late = try family.load(.standard)
        late.reuse.wholeCacheByteLimit = 0
        let derived = try late.runWithCache(tokens).cache
        #expect(derived.keys == cache.keys)
        for (name, activation) in cache { expectClose(try derived[name], activation, absolute: 1e-5, "\(name)") }
    }

    @Test(
        "Keys and values are shown for every head when asked for, and nothing else changes",
        arguments: ["llama3", "mistral", "qwen3", "gemma2", "gemma3", "phi3"])
    func ungrouped(_ name: String) throws {
        let family = try GoldenFamily(name)
        let (model, tokens) = (try family.load(.raw), try family["tokens"])
        let (expected, grouped) = try model.runWithCache(tokens)
        let groups = model.cfg.nHeads / (model.cfg.nKeyValueHeads ?? model.cfg.nHeads)
        model.setUngroupGroupedQueryAttention(true)
        for splits in [false, true] {
            model.setUseSplitQKVInput(splits)
            let (logits, cache) = try model.runWithCache(tokens)
            expectClose(logits, expected, absolute: 2e-5)
            for name in ["k", "v", "rot_k"] {
                let own = try cache[name, 0]
                #expect(own.shape[2] == model.cfg.nHeads)
                for head in 0..<model.cfg.nHeads {
                    expectClose(own[0..., 0..., head], try grouped[name, 0][0..., 0..., head / groups], absolute: 1e-5)
                }
            }
        }
        model.setUseSplitQKVInput(false)
        let zeroed = try model.runWithHooks(tokens, fwdHooks: [Hook(actName("k", 1)) { k, _ in k[0..., 1, 0] = 0 }])
        #expect((zeroed - expected).abs().max().item() > 1e-6)
        var past = KeyValueCache()
        _ = try model(tokens[0..., 0..<4], pastKVCache: &past)
        expectClose(try model(tokens[0..., 4...], pastKVCache: &past), expected[0..., 4...], absolute: 2e-5)
        model.setUngroupGroupedQueryAttention(false)
        #expect(try model(tokens).isIdentical(to: expected))
    }

    @Test("A key head that is changed changes all heads of its group, as in the reference", arguments: GoldenFamily.all)
    func keyHeads(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        for layer in 0..<model.cfg.nLayers where family.has("raw.zero_k_head0_pos1.layer\(layer)") {
            let logits = try model.runWithHooks(
                family["tokens"], fwdHooks: [Hook(actName("k", layer)) { k, _ in k[0..., 1, 0, 0...] = 0 }])
            let expected = try family["raw.zero_k_head0_pos1.layer\(layer)"]
            let chosen = try logits[0..., -1, 0...].gather(dim: -1, index: family["answers"])
            expectClose(expected.shape == logits.shape ? logits : chosen[0..., 0] - chosen[0..., 1], expected)
        }
    }
}
