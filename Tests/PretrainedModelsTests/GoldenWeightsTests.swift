import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Processed weights are TransformerLens's, element by element, where no singular vectors are involved.
struct GoldenWeightsTests {
    @Test(arguments: ["weights_raw", "weights_fold_ln", "weights_default"]) func weights(_ setting: String) throws {
        let golden = try Golden("tiny", setting)
        let (folds, centers) = (setting != "weights_raw", setting == "weights_default")
        let model = try HookedTransformer.fromPretrained(
            Golden.path("tiny/checkpoint"), centerUnembed: centers, centerWritingWeights: centers, foldLN: folds,
            foldValueBiases: centers)
        for layer in 0..<model.cfg.nLayers {
            let attention = "blocks.\(layer).attn.", mlp = "blocks.\(layer).mlp."
            for (name, tensor) in [
                ("W_Q", model.W_Q), ("W_K", model.W_K), ("W_V", model.W_V), ("W_O", model.W_O), ("b_Q", model.b_Q),
                ("b_K", model.b_K), ("b_V", model.b_V), ("b_O", model.b_O),
            ] {
                expectClose(tensor[layer], try golden[attention + name], absolute: 5e-6, relative: 1e-5, "\(name)")
            }
            for (name, tensor) in [
                ("W_in", model.W_in), ("b_in", model.b_in), ("W_out", model.W_out), ("b_out", model.b_out),
            ] {
                expectClose(tensor[layer], try golden[mlp + name], absolute: 5e-6, relative: 1e-5, "\(name)")
            }
        }
        for (name, tensor) in [
            ("embed.W_E", model.W_E), ("pos_embed.W_pos", model.W_pos), ("unembed.W_U", model.W_U),
            ("unembed.b_U", model.b_U),
        ] {
            expectClose(tensor, try golden[name], absolute: 5e-6, relative: 1e-5, "\(name)")
        }
    }
}
