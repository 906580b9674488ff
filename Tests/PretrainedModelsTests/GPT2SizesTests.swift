import Foundation
import HookedTransformers
import PretrainedModels
import Safetensors
import TensorCore
import Testing

/// The sizes of GPT-2 load from Hugging Face's configurations, with heads and widths as they are and few layers and
/// tokens,
/// so that the weights, which are random, stay small.
@Suite(.serialized)
struct GPT2SizesTests {
    /// A size: its number of heads and its width. Every one has heads of 64.
    struct Size: Sendable, CustomStringConvertible {
        let name: String
        let heads, width: Int
        var description: String { name }
    }

    static let sizes = [
        Size(name: "gpt2", heads: 12, width: 768), Size(name: "distilgpt2", heads: 12, width: 768),
        Size(name: "gpt2-medium", heads: 16, width: 1024), Size(name: "gpt2-large", heads: 20, width: 1280),
        Size(name: "gpt2-xl", heads: 25, width: 1600),
    ]

    @Test(arguments: sizes) func shapes(_ size: Size) throws {
        let folder = try CheckpointFolder(size, layers: 1)
        defer { folder.remove() }
        let model = try HookedTransformer.fromPretrained(folder.path)
        let (d, h) = (size.width, size.heads)
        #expect(model.cfg.nHeads == h && model.cfg.dModel == d && model.cfg.dHead == 64 && model.cfg.dMLP == 4 * d)
        #expect(model.cfg.actFn == .geluNew && model.cfg.eps == 1e-5 && !model.cfg.scaleAttnByInverseLayerIdx)
        #expect(model.W_Q.shape == [1, h, d, 64] && model.W_O.shape == [1, h, 64, d])
        #expect(model.W_in.shape == [1, d, 4 * d] && model.b_out.shape == [1, d])
        let (logits, cache) = try model.runWithCache([[1, 2, 3], [4, 5, 6]])
        #expect(logits.shape == [2, 3, 64])
        #expect(try cache["z", 0].shape == [2, 3, h, 64] && cache["pattern", 0].shape == [2, h, 3, 3])
        #expect(try cache["post", 0].shape == [2, 3, 4 * d])
    }

    @Test func layersAreCountedAsTheConfigurationSays() throws {
        let folder = try CheckpointFolder(Size(name: "gpt2-small", heads: 2, width: 8), layers: 6)
        defer { folder.remove() }
        #expect(try HookedTransformer.fromPretrained(folder.path).W_Q.shape == [6, 2, 8, 4])
        try folder.write(layers: 7)
        #expect(throws: (any Error).self) { try HookedTransformer.fromPretrained(folder.path) }
    }
}

/// A folder with a configuration as Hugging Face writes it for GPT-2, and random weights to go with it.
private struct CheckpointFolder {
    let path: String
    let size: GPT2SizesTests.Size

    init(_ size: GPT2SizesTests.Size, layers: Int) throws {
        self.size = size
        path = NSTemporaryDirectory() + "swiftlens-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(layers: layers)
        try saveTensors(weights(layers: layers), to: path + "/model.safetensors")
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    func write(layers: Int) throws {
        let config = """
            {
              "activation_function": "gelu_new", "architectures": ["GPT2LMHeadModel"], "attn_pdrop": 0.1,
              "bos_token_id": 50256, "embd_pdrop": 0.1, "eos_token_id": 50256, "initializer_range": 0.02,
              "layer_norm_epsilon": 1e-05, "model_type": "gpt2", "n_ctx": 16, "n_embd": \(size.width),
              "n_head": \(size.heads), "n_layer": \(layers), "n_positions": 16, "n_special": 0,
              "predict_special_tokens": true, "resid_pdrop": 0.1, "summary_activation": null,
              "summary_first_dropout": 0.1, "summary_proj_to_labels": true, "summary_type": "cls_index",
              "summary_use_proj": true, "vocab_size": 64,
              "task_specific_params": { "text-generation": { "do_sample": true, "max_length": 50 } }
            }
            """
        try config.write(toFile: path + "/config.json", atomically: true, encoding: .utf8)
    }

    private func weights(layers: Int) -> [String: Tensor] {
        let d = size.width
        var generator = RandomGenerator(seed: 1)
        func random(_ shape: Int...) -> Tensor { (Tensor.rand(shape, using: &generator) - 0.5) * 0.1 }
        var tensors = ["wte.weight": random(64, d), "wpe.weight": random(16, d)]
        func norm(_ name: String) { (tensors[name + ".weight"], tensors[name + ".bias"]) = (random(d) + 1, random(d)) }
        for layer in 0..<layers {
            let prefix = "h.\(layer)."
            for (name, rows, columns) in [
                ("attn.c_attn", d, 3 * d), ("attn.c_proj", d, d), ("mlp.c_fc", d, 4 * d), ("mlp.c_proj", 4 * d, d),
            ] {
                tensors[prefix + name + ".weight"] = random(rows, columns)
                tensors[prefix + name + ".bias"] = random(columns)
            }
            norm(prefix + "ln_1")
            norm(prefix + "ln_2")
        }
        norm("ln_f")
        return tensors.reduce(into: [:]) { $0["transformer." + $1.key] = $1.value }
    }
}
