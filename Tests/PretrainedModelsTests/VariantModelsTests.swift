import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// GPT-2-shaped models that differ from GPT-2 in one thing answer as TransformerLens has it: attention divided by the
/// layer's
/// number, other activation functions, MLPs that are not four times as wide as the residual stream.
struct VariantModelsTests {
    static let names = ["inverse-layer-scale", "gelu", "relu", "narrow-mlp"].map { "variants/\($0)" }

    @Test(arguments: names, GoldenModel.Setting.allCases)
    func everyActivation(_ name: String, _ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load(name, setting), try Golden(name, setting.rawValue))
        let tokens = try GoldenModel.tokens(name, "clean_tokens")
        let (logits, cache) = try model.runWithCache(tokens)
        expectClose(logits, try golden["clean.logits"])
        for key in golden.keys where key.hasPrefix("clean.act.") {
            let absolute = key.hasSuffix("pattern") ? 1e-5 : 1e-4
            expectClose(try cache[String(key.dropFirst(10))], try golden[key], absolute: absolute, "\(key)")
        }
        expectClose(try model(tokens, returnType: .loss).reshaped([1]), try golden["clean.loss"])
    }

    @Test(arguments: names, GoldenModel.Setting.allCases)
    func resampledHeads(_ name: String, _ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load(name, setting), try Golden(name, setting.rawValue))
        let corrupted = try GoldenModel.tokens(name, "corrupted_tokens")
        let answers = try GoldenModel.tokens(name, "answer_tokens")
        let clean = try model.runWithCache(GoldenModel.tokens(name, "clean_tokens")).cache
        for layer in 0..<model.cfg.nLayers {
            for head in 0..<model.cfg.nHeads {
                let hook = Hook(actName("z", layer)) { z, hook in
                    z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...]
                }
                let logits = try model.runWithHooks(corrupted, fwdHooks: [hook])
                let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
                expectClose(
                    chosen[0..., 0] - chosen[0..., 1], try golden["sweep.resample.per_prompt"][layer, head],
                    "L\(layer)H\(head)")
            }
        }
    }

    @Test func theConfigurationIsTheCheckpoints() throws {
        #expect(try GoldenModel.load("variants/inverse-layer-scale", .raw).cfg.scaleAttnByInverseLayerIdx)
        #expect(try GoldenModel.load("variants/gelu", .raw).cfg.actFn == .gelu)
        #expect(try GoldenModel.load("variants/relu", .raw).cfg.actFn == .relu)
        let narrow = try GoldenModel.load("variants/narrow-mlp", .notebook)
        #expect(narrow.cfg.dMLP == 24 && narrow.W_in.shape == [2, 16, 24] && narrow.W_out.shape == [2, 24, 16])
    }
}
