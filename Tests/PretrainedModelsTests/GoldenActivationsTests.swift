import HookedTransformers
import Hooks
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Every activation of two random models is TransformerLens's, in both settings of its reference files.
struct GoldenActivationsTests {
    @Test(arguments: ["tiny", "small"]) func rawActivations(_ name: String) throws {
        let golden = try Golden(name, "raw")
        let (logits, cache) = try run(name, .raw)
        expectClose(logits, try golden["clean.logits"])
        for key in golden.keys where key.hasPrefix("clean.act.") && !key.hasSuffix("hook_result") {
            try compare(cache[String(key.dropFirst(10))], golden[key], key)
        }
    }

    /// Queries, keys, values and z stand in a basis of singular vectors: their signs are free, and TransformerLens finds
    /// the basis in Float32, which turns it a little where singular values lie close together.
    @Test(arguments: ["tiny", "small"]) func processedActivations(_ name: String) throws {
        let golden = try Golden(name, "notebook")
        let (logits, cache) = try run(name, .notebook)
        expectClose(logits, try golden["clean.logits"])
        for key in golden.keys where key.hasPrefix("clean.act.") && !key.hasSuffix("hook_result") {
            let (ours, theirs) = (try cache[String(key.dropFirst(10))], try golden[key])
            if ["hook_q", "hook_k", "hook_v", "hook_z"].contains(where: key.hasSuffix) {
                expectClose(ours.abs(), theirs.abs(), absolute: 3e-3, "\(key)")
            } else {
                try compare(ours, theirs, key)
            }
        }
    }

    @Test(arguments: ["tiny", "small"]) func theCacheHoldsEveryHookPointAndNoMore(_ name: String) throws {
        let golden = try Golden(name, "raw")
        let names = Set(
            golden.keys.filter { $0.hasPrefix("clean.act.") && !$0.hasSuffix("hook_result") }.map {
                String($0.dropFirst(10))
            })
        #expect(try Set(run(name, .raw).cache.keys) == names)
    }

    @Test func whatEachHeadWritesFiresWhenSwitchedOn() throws {
        let golden = try Golden("tiny", "raw")
        let model = try GoldenModel.load("tiny", .raw)
        model.setUseAttnResult(true)
        let (_, cache) = try model.runWithCache(GoldenModel.tokens("tiny", "clean_tokens"))
        for layer in 0..<model.cfg.nLayers {
            let name = "blocks.\(layer).attn.hook_result"
            expectClose(try cache[name], try golden["clean.act." + name])
        }
    }

    @Test(
        "Corrupted prompts have the reference's logits, and clean ones Hugging Face's own",
        arguments: ["tiny", "small"])
    func otherLogits(_ name: String) throws {
        for setting in GoldenModel.Setting.allCases {
            let model = try GoldenModel.load(name, setting)
            let logits = try model(GoldenModel.tokens(name, "corrupted_tokens"))
            expectClose(logits, try Golden(name, setting.rawValue)["corrupted.logits"])
        }
        let logits = try GoldenModel.load(name, .raw)(GoldenModel.tokens(name, "clean_tokens"))
        expectClose(logits, try Golden(name, "raw")["hf.clean.logits"])
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func losses(_ name: String, _ setting: GoldenModel.Setting) throws {
        let golden = try Golden(name, setting.rawValue)
        let model = try GoldenModel.load(name, setting)
        let tokens = try GoldenModel.tokens(name, "clean_tokens")
        expectClose(try model(tokens, returnType: .loss).reshaped([1]), try golden["clean.loss"])
        expectClose(
            try model(tokens, returnType: .loss, lossPerToken: true), try golden["clean.loss_per_token"])
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func leftPadding(_ name: String, _ setting: GoldenModel.Setting) throws {
        let golden = try Golden(name, setting.rawValue)
        let model = try GoldenModel.load(name, setting)
        let tokens = try GoldenModel.tokens(name, "leftpad_tokens")
        let mask = try GoldenModel.tokens(name, "leftpad_attention_mask")
        let (logits, cache) = try model.runWithCache(tokens, attentionMask: mask)
        expectClose(logits, try golden["leftpad.logits"])
        expectClose(try cache["hook_pos_embed"], try golden["leftpad.act.hook_pos_embed"])
        expectClose(
            try cache["pattern", 0], try golden["leftpad.act.blocks.0.attn.hook_pattern"], absolute: 1e-5)
        let loss = try model(tokens, returnType: .loss, attentionMask: mask)
        expectClose(loss.reshaped([1]), try golden["leftpad.loss"])
    }

    /// Folding in Float64 keeps closer to the exact answer than TransformerLens's own Float32 does.
    @Test(arguments: ["tiny", "small"]) func processedLogProbabilitiesAreNearTheExactOnes(_ name: String) throws {
        let exact = try Golden(name, "float64")["clean.log_probs.f64"]
        expectClose(try run(name, .notebook).logits.logSoftmax(dim: -1), exact, absolute: 3e-5, relative: 0)
    }

    private func run(_ name: String, _ setting: GoldenModel.Setting) throws -> (logits: Tensor, cache: ActivationCache)
    {
        try GoldenModel.load(name, setting).runWithCache(GoldenModel.tokens(name, "clean_tokens"))
    }

    private func compare(_ ours: Tensor, _ theirs: Tensor, _ key: String) throws {
        expectClose(ours, theirs, absolute: key.hasSuffix("pattern") ? 1e-5 : 1e-4, "\(key)")
    }
}
