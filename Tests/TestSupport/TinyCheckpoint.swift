package import Foundation
internal import Safetensors
package import TensorCore

/// A GPT-2 of random weights in a folder of its own, to be made wrong in one way.
///
/// ```swift
/// var tiny = try TinyCheckpoint()
/// tiny.config["n_layer"] = 1_000_000_000
/// try tiny.write()
/// ```
package final class TinyCheckpoint {
    /// Where it lies, once it is written; the folder goes with this value.
    package let folder: URL
    package var config: [String: Any] = [
        "model_type": "gpt2", "n_layer": 2, "n_head": 2, "n_embd": 8, "n_positions": 32, "vocab_size": 264,
        "activation_function": "gelu_new", "layer_norm_epsilon": 1e-5,
    ]
    package var tensors: [String: Tensor] = [:]

    /// - Parameter vocabulary: the number of token ids.
    package init(vocabulary: Int = 264) {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiny-\(UUID().uuidString)")
        config["vocab_size"] = vocabulary
        var random = RandomGenerator(seed: 3)
        func add(_ name: String, _ shape: [Int]) {
            tensors["transformer." + name] = Tensor.randn(shape, using: &random) * 0.3
        }
        add("wte.weight", [vocabulary, 8])
        add("wpe.weight", [32, 8])
        for norm in ["ln_f", "h.0.ln_1", "h.0.ln_2", "h.1.ln_1", "h.1.ln_2"] {
            add(norm + ".weight", [8])
            add(norm + ".bias", [8])
        }
        for layer in 0..<2 {
            for (name, rows, columns) in [
                ("attn.c_attn", 8, 24), ("attn.c_proj", 8, 8), ("mlp.c_fc", 8, 32), ("mlp.c_proj", 32, 8),
            ] {
                add("h.\(layer).\(name).weight", [rows, columns])
                add("h.\(layer).\(name).bias", [columns])
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    package var path: String { folder.path }

    /// Writes config.json, model.safetensors and `files`.
    package func write(_ files: [String: String] = [:], weights: Bool = true) throws {
        try writeConfig(files)
        if weights { try saveTensors(tensors, to: path + "/model.safetensors") }
    }

    /// Writes the weights in shards of the tensors with these names, and their index.
    ///
    /// - Parameter index: changes the index before it is written: file names by tensor.
    package func writeShards(
        _ count: Int, _ files: [String: String] = [:], index: (inout [String: String]) -> Void = { _ in }
    )
        throws
    {
        try writeConfig(files)
        var map: [String: String] = [:]
        for shard in 0..<count {
            let name = "model-0000\(shard + 1)-of-0000\(count).safetensors"
            let part = tensors.keys.sorted().enumerated().filter { $0.offset % count == shard }.map(\.element)
            for tensor in part { map[tensor] = name }
            try saveTensors(tensors.filter { part.contains($0.key) }, to: path + "/" + name)
        }
        index(&map)
        let json: [String: Any] = ["metadata": ["total_size": 1], "weight_map": map]
        try JSONSerialization.data(withJSONObject: json).write(
            to: folder.appending(path: "model.safetensors.index.json"))
    }

    private func writeConfig(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try JSONSerialization.data(withJSONObject: config).write(to: folder.appending(path: "config.json"))
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }
}

extension TinyCheckpoint {
    /// vocab.json and merges.txt of 264 tokens at most: GPT-2's names of the 256 bytes, five merges and `<|endoftext|>`.
    package static let tokenizerFiles: [String: String] = {
        let plain = Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)
        let names = (plain + Array(0x100..<(0x100 + 256 - plain.count))).compactMap {
            Unicode.Scalar($0).map(String.init)
        }
        let merges = [("t", "h"), ("th", "e"), ("Ġ", "the"), ("o", "n"), ("Ġ", "on")]
        let tokens = names + merges.map { $0.0 + $0.1 } + ["<|endoftext|>"]
        let vocabulary = Dictionary(zip(tokens, tokens.indices)) { first, _ in first }
        let json = (try? JSONSerialization.data(withJSONObject: vocabulary)) ?? Data()
        return [
            "vocab.json": String(decoding: json, as: UTF8.self),
            "merges.txt": "#version: 0.2\n" + merges.map { "\($0.0) \($0.1)\n" }.joined(),
        ]
    }()

    /// The id of `<|endoftext|>` in them; 262 and 263 are ids of the model that no token has.
    package static let endOfText = 261
}
