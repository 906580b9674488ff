import Foundation
import SwiftLens

/// GPT-2 small with random weights, in Hugging Face's layout: what both programs are measured on.
///
/// Its spread keeps attention between uniform and one-hot: queries and keys are sums of 768 products, so a spread of 0.05
/// gives scores of about ±2.
public struct RandomCheckpoint {
    public let folder: String

    let layers = 12
    let width = 768
    let vocabulary = 50257
    let context = 1024

    /// The checkpoint in `folder`, made when it isn't there.
    public init(folder: String) throws {
        self.folder = folder
        let weights = folder + "/model.safetensors"
        guard !FileManager.default.fileExists(atPath: weights) else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try saveText(config, to: folder + "/config.json")
        var generator = RandomGenerator(seed: 20)
        try saveTensors(tensors(&generator), to: weights, metadata: ["format": "pt"])
    }

    private var config: String {
        """
        {
          "model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "activation_function": "gelu_new",
          "n_layer": \(layers), "n_head": 12, "n_embd": \(width), "n_positions": \(context), "n_ctx": \(context),
          "vocab_size": \(vocabulary), "bos_token_id": \(vocabulary - 1), "eos_token_id": \(vocabulary - 1),
          "layer_norm_epsilon": 1e-05, "tie_word_embeddings": true, "torch_dtype": "float32"
        }

        """
    }

    private func tensors(_ generator: inout RandomGenerator) -> [String: Tensor] {
        var tensors: [String: Tensor] = [:]
        func random(_ name: String, _ shape: [Int], spread: Double, around center: Double = 0) {
            tensors["transformer." + name] = Tensor.randn(shape, using: &generator) * spread + center
        }
        func norm(_ name: String) {
            random(name + ".weight", [width], spread: 0.1, around: 1)
            random(name + ".bias", [width], spread: 0.1)
        }
        func linear(_ name: String, _ inputs: Int, _ outputs: Int) {
            random(name + ".weight", [inputs, outputs], spread: 0.05)
            random(name + ".bias", [outputs], spread: 0.1)
        }
        random("wte.weight", [vocabulary, width], spread: 0.1)
        random("wpe.weight", [context, width], spread: 0.1)
        for layer in 0..<layers {
            norm("h.\(layer).ln_1")
            linear("h.\(layer).attn.c_attn", width, 3 * width)
            linear("h.\(layer).attn.c_proj", width, width)
            norm("h.\(layer).ln_2")
            linear("h.\(layer).mlp.c_fc", width, 4 * width)
            linear("h.\(layer).mlp.c_proj", 4 * width, width)
        }
        norm("ln_f")
        return tensors
    }
}
