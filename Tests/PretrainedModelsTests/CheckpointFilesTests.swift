import Foundation
import HookedTransformers
import PretrainedModels
import Safetensors
import TensorCore
import TestSupport
import Testing

/// Checkpoints as other tools leave them: in several files, with more than the model needs, with a head of their own.
struct CheckpointFilesTests {
    private let tiny = TinyCheckpoint()

    private func logits() throws -> Tensor {
        try HookedTransformer.fromPretrainedNoProcessing(tiny.path)([[1, 2, 3], [4, 5, 6]])
    }

    private func message() -> String {
        do {
            _ = try HookedTransformer.fromPretrained(tiny.path)
            return "no error"
        } catch { return "\(error)" }
    }

    @Test func shardsAreOneModel() throws {
        try tiny.write()
        let whole = try logits()
        try FileManager.default.removeItem(atPath: tiny.path + "/model.safetensors")
        try tiny.writeShards(3)
        #expect(try logits() == whole)
    }

    @Test func shardsThatAreNotThereAreNamed() throws {
        try tiny.writeShards(4)
        for shard in [2, 4] {
            try FileManager.default.removeItem(atPath: tiny.path + "/model-0000\(shard)-of-00004.safetensors")
        }
        let text = message()
        #expect(text.contains("model-00002-of-00004.safetensors, model-00004-of-00004.safetensors"), "\(text)")
        #expect(text.contains("index.json names files that are not there"))
    }

    @Test func anIndexThatLies() throws {
        try tiny.writeShards(2) {
            $0["transformer.wpe.weight"] =
                $0["transformer.wte.weight"] == nil ? nil : "model-00001-of-00002.safetensors"
        }
        let first = message()
        try tiny.writeShards(2) { $0["transformer.wpe.weight"] = "model-00002-of-00002.safetensors" }
        // The tensor lies in one of the two, so exactly one of the indices lies.
        let lies = [first, message()].filter { $0.contains("transformer.wpe.weight") }
        #expect(lies.count == 1 && lies[0].contains("it is in model-0000"), "\(lies)")
        try tiny.writeShards(2) { $0["extra"] = "model-00002-of-00002.safetensors" }
        #expect(message().contains("\"extra\" is in model-00002-of-00002.safetensors, and it is in none of the files"))
        try tiny.writeShards(2) { $0["transformer.wte.weight"] = "../model-00001-of-00002.safetensors" }
        #expect(message().contains("should have the name of a file in the same folder"))
        for (json, expected) in [
            ("{}", "\"weight_map\""), ("[1]", "\"weight_map\""), (#"{"weight_map": {"a": 5}}"#, "and has 5"),
            (#"{"weight_map": {"a": "x", "a": "y"}}"#, "\"a\" occurs twice"), ("{", "was expected"),
            (String(repeating: #"{"weight_map":"#, count: 100_000), "nesting"),
        ] {
            try Data(json.utf8).write(to: tiny.folder.appending(path: "model.safetensors.index.json"))
            let text = message()
            #expect(text.contains(expected) && text.contains("index.json is not an index of weights"), "\(text)")
        }
    }

    @Test func anIndexOfMoreFilesThanThereAre() throws {
        try tiny.write()
        try FileManager.default.removeItem(atPath: tiny.path + "/model.safetensors")
        let members = (0...4096).map { "\"\($0)\": \"\($0).safetensors\"" }.joined(separator: ",")
        try Data("{\"weight_map\": {\(members)}}".utf8)
            .write(to: tiny.folder.appending(path: "model.safetensors.index.json"))
        #expect(message().contains("index.json is not an index of weights: it has more than"))
    }

    @Test func aTensorInTwoFiles() throws {
        try tiny.writeShards(2)
        try saveTensors(tiny.tensors, to: tiny.path + "/model-00001-of-00002.safetensors")
        let text = message()
        #expect(text.contains("is in \(tiny.path)/model-00001-of-00002.safetensors and in"), "\(text)")
        tiny.tensors["wte.weight"] = tiny.tensors["transformer.wte.weight"]
        try tiny.write()
        #expect(message().contains("\"wte.weight\" twice, with and without the prefix"))
    }

    @Test func whatTheModelNeedsNotIsLeftAlone() throws {
        try tiny.write()
        let plain = try logits()
        tiny.tensors["transformer.h.0.attn.bias"] = Tensor.ones([1, 1, 4, 4])
        tiny.tensors["score.weight"] = Tensor([Double.nan])
        try tiny.write()
        #expect(try logits() == plain)
    }

    @Test func aHeadOfItsOwnIsUsedWhereTheConfigurationSaysSo() throws {
        try tiny.write()
        let tied = try logits()
        let embedding = try #require(tiny.tensors["transformer.wte.weight"])
        tiny.tensors["lm_head.weight"] = embedding
        try tiny.write()
        #expect(try logits() == tied)
        var head = embedding
        head[3, 2] = 9
        tiny.tensors["lm_head.weight"] = head
        for isTied in [true, nil] {
            tiny.config["tie_word_embeddings"] = isTied
            try tiny.write()
            let text = message()
            #expect(text.contains("\"lm_head.weight\" differs from \"wte.weight\" at element 26"), "\(text)")
            #expect(text.contains("tie_word_embeddings") && text.contains("config.json"))
        }
        tiny.config["tie_word_embeddings"] = false
        try tiny.write()
        let own = try logits()
        expectClose(own[0..., 0..., 4...], tied[0..., 0..., 4...], absolute: 1e-5)
        #expect((own[0..., 0..., 3] - tied[0..., 0..., 3]).abs().max().item() > 0.1)
        tiny.tensors["lm_head.weight"] = nil
        try tiny.write()
        #expect(message().contains("has no tensor \"lm_head.weight\""))
    }

    @Test func pickledWeightsAreNotReadAndTheWayOutIsNamed() throws {
        try tiny.write(["pytorch_model.bin": "PK"], weights: false)
        let text = message()
        #expect(
            text.contains("has pytorch_model.bin and no model.safetensors") && text.contains("save_pretrained"),
            "\(text)")
    }

    @Test(
        "Sizes are believed as far as the file's tensors go",
        arguments: [
            ("n_layer", 1_000_000_000, "has no tensor \"h.2.ln_1.weight\""), ("n_layer", 3, "has no tensor \"h.2"),
            ("n_layer", 1, "\"n_layer\" is 1, and"), ("n_embd", 1 << 30, "asks for ["),
            ("n_head", 1 << 30, "multiple of"),
            ("vocab_size", 1 << 30, "asks for [1073741824, 8]"), ("n_positions", 1 << 30, "asks for [1073741824, 8]"),
            ("n_inner", 1 << 30, "asks for [8, 1073741824]"), ("n_layer", 1 << 40, "a whole number"),
        ])
    func lyingSizes(key: String, value: Int, expected: String) throws {
        tiny.config[key] = value
        try tiny.write()
        let text = message()
        #expect(text.contains(expected) && text.contains(tiny.path), "\(text)")
    }

    @Test func nestingWithoutBoundsIsAnErrorLikeAnyOther() throws {
        try tiny.write(TinyCheckpoint.tokenizerFiles)
        let names = ["config.json", "tokenizer_config.json", "special_tokens_map.json", "tokenizer.json", "vocab.json"]
        for name in names {
            let file = tiny.folder.appending(path: name)
            let good = try? Data(contentsOf: file)
            for deep in [#"{"a":"#, "[", #"{"a":["#] {
                try Data(String(repeating: deep, count: 200_000).utf8).write(to: file)
                let text = message()
                #expect(text.contains(file.path), "\(text.prefix(200))")
            }
            if let good { try good.write(to: file) } else { try FileManager.default.removeItem(at: file) }
        }
        #expect(message() == "no error")
    }

    @Test func aConfigurationThatIsNoFileIsNotWaitedFor() throws {
        try tiny.write()
        try FileManager.default.removeItem(atPath: tiny.path + "/config.json")
        #expect(mkfifo(tiny.path + "/config.json", 0o600) == 0)
        #expect(message().contains("has no config.json"))
    }
}
