import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// A GGUF file is the model that it was made from.
struct GGUFModelsTests {
    private static let families = [
        ("families/llama2", "llama"), ("families/llama3", "llama"), ("families/neox", "gptneox"), ("tiny", "gpt2"),
        ("families/qwen2", "qwen2"), ("families/qwen3", "qwen3"), ("families/gemma1", "gemma"),
    ]

    @Test("The same weights, bit for bit, and the same logits", arguments: families)
    func weights(_ name: String, _ architecture: String) throws {
        try expectSame(Golden.path(name + "/checkpoint"), architecture)
    }

    @Test(
        "The same of later Gemmas, as far as the format has their settings: it knows no scale of scores, and no layers but every sixth that look at everything",
        arguments: [
            ("gemma2", ["query_pre_attn_scalar": 10]),
            (
                "gemma3",
                ["query_pre_attn_scalar": 8, "layer_types": nil, "_sliding_window_pattern": nil]
            ),
        ] as [(String, [String: Int?])])
    func laterGemmas(_ name: String, _ changes: [String: Int?]) throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.copyItem(
            at: URL(filePath: Golden.path("families/\(name)/checkpoint")), to: place)
        let file = place.appending(path: "config.json")
        var config = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
        for (key, value) in changes { config[key] = value }
        try JSONSerialization.data(withJSONObject: config).write(to: file)
        try expectSame(place.path, name)
    }

    private func expectSame(_ folder: String, _ architecture: String) throws {
        let file = try TinyGGUF(copying: folder, as: architecture)
        try file.write()
        let expected = try HookedTransformer.fromPretrainedNoProcessing(folder)
        let model = try HookedTransformer.fromPretrainedNoProcessing(file.path)
        #expect(model.cfg.modelName == "model")
        var cfg = model.cfg
        // The format has neither the name of a class nor how angles were stretched, but the angles.
        (cfg.modelName, cfg.originalArchitecture) = (expected.cfg.modelName, expected.cfg.originalArchitecture)
        cfg.useNTKByPartsRope = expected.cfg.useNTKByPartsRope
        (cfg.ntkByPartsFactor, cfg.ntkOriginalCtxLen) = (expected.cfg.ntkByPartsFactor, expected.cfg.ntkOriginalCtxLen)
        #expect(cfg == expected.cfg)
        let weights: [(String, (HookedTransformer) -> Tensor)] = [
            ("W_E", \.W_E), ("W_U", \.W_U), ("W_Q", \.W_Q), ("W_K", \.W_K), ("W_V", \.W_V), ("W_O", \.W_O),
            ("b_Q", \.b_Q),
            ("b_K", \.b_K), ("b_V", \.b_V), ("b_O", \.b_O), ("W_in", \.W_in), ("W_out", \.W_out), ("b_in", \.b_in),
            ("b_out", \.b_out),
        ]
        for (name, weight) in weights { #expect(weight(model) == weight(expected), "\(name)") }
        let tokens = Tensor([3, 1, 4, 1, 5, 9, 2, 6, 5, 3], shape: [1, 10])
        expectClose(try model(tokens), try expected(tokens), absolute: 1e-5)
    }

    @Test func theLogitsAreTheReferences() throws {
        for name in ["llama2", "llama3"] {
            let family = try GoldenFamily(name)
            let file = try TinyGGUF(copying: Golden.path("families/\(name)/checkpoint"), as: "llama")
            try file.write()
            let model = try HookedTransformer.fromPretrained(file.path)
            expectClose(try model(family["tokens"]), try family["default.logits"])
        }
    }

    @Test func aFolderWithOneFileIsThatFile() throws {
        let file = try TinyGGUF(copying: Golden.path("families/llama2/checkpoint"), as: "llama")
        try file.write()
        let place = file.folder
        #expect(try WeightsDirectory.find(place.path) == file.path)
        #expect(try HookedTransformer.fromPretrained(place.path).cfg.modelName == "model")
        // What sees pictures is no model of its own.
        try FileManager.default.copyItem(atPath: file.path, toPath: place.path + "/mmproj-model.gguf")
        #expect(try WeightsDirectory.find(place.path) == file.path)
        try FileManager.default.copyItem(atPath: file.path, toPath: place.path + "/other.gguf")
        let error = #expect(throws: PretrainedModelError.self) { try WeightsDirectory.find(place.path) }
        #expect(error?.description.contains("several models; give the path of one: model.gguf, other.gguf") == true)
        // A file is what it holds, whatever it is called.
        try FileManager.default.moveItem(atPath: file.path, toPath: place.path + "/blob")
        #expect(try HookedTransformer.fromPretrained(place.path + "/blob").cfg.nLayers == 2)
    }

    @Test(
        "What is wrong is named with file, key, expected and found",
        arguments: [
            ("llama.block_count", .integer(1_000_000_000), "\"llama.block_count\" should be at most 65536 layers"),
            ("llama.block_count", .integer(60000), "has no tensor \"blk.2.attn_norm.weight\""),
            ("llama.block_count", .integer(1), "\"llama.block_count\" is 1, and"),
            (
                "llama.block_count", .string("2"),
                "\"llama.block_count\" should be a whole number of at least 1, and is 2"
            ),
            ("llama.block_count", nil, "lacks \"llama.block_count\""),
            ("llama.embedding_length", .integer(48), "has shape [71, 36], and its configuration asks for [71, 48]"),
            ("llama.attention.head_count", .integer(0), "\"llama.attention.head_count\" should be a whole number"),
            ("llama.attention.head_count", nil, "lacks \"llama.attention.head_count\""),
            ("llama.attention.head_count", .integer(7), "\"llama.attention.head_count_kv\" should be a divisor"),
            ("llama.context_length", .integer(0), "\"llama.context_length\" should be"),
            ("llama.rope.scaling.type", .string("yarn"), "\"rope_type\" should be"),
            ("llama.expert_count", .integer(8), "has the key \"llama.expert_count\" (8)"),
            ("general.architecture", .string("mamba"), "the architecture \"mamba\" is not supported; these are: llama"),
            ("general.architecture", nil, "the architecture \"none\" is not supported"),
            ("split.count", .integer(3), "is part 1 of 3 of a model"),
            ("tokenizer.ggml.tokens", .integer(3), "\"tokenizer.ggml.tokens\" should be a list of texts, and is 3"),
        ] as [(String, TinyGGUF.Value?, String)])
    func errors(_ key: String, _ value: TinyGGUF.Value?, _ expected: String) throws {
        let file = try TinyGGUF(copying: Golden.path("families/llama2/checkpoint"), as: "llama")
        file.metadata[key] = value
        try file.write()
        let text = message(file)
        #expect(text.contains(expected) && text.contains(file.path), "\(text)")
    }

    @Test func tensorsThatDoNotFit() throws {
        let llama = try TinyGGUF(copying: Golden.path("families/llama2/checkpoint"), as: "llama")
        func message(_ change: (TinyGGUF) -> Void) throws -> String {
            let file = TinyGGUF()
            (file.metadata, file.tensors) = (llama.metadata, llama.tensors)
            change(file)
            try file.write()
            return self.message(file)
        }
        #expect(
            try message { $0.tensors["blk.1.attn_k.weight"] = nil }.contains("has no tensor \"blk.1.attn_k.weight\""))
        #expect(try message { $0.tensors["token_embd.weight"] = nil }.contains("lacks \"vocab_size\""))
        #expect(
            try message { $0.tensors["blk.0.ssm.weight"] = Tensor.ones([2]) }
                .contains("has the tensor \"blk.0.ssm.weight\", which this kind of model does not have"))
        #expect(
            try message { $0.tensors["blk.00.attn_q.weight"] = Tensor.ones([2]) }.contains("\"blk.00.attn_q.weight\""))
        #expect(
            try message { $0.tensors["output_norm.weight"] = Tensor.full([36], .nan) }
                .contains("element 0 of the tensor \"output_norm.weight\" is not a finite number"))
        #expect(
            try message { $0.tensors["rope_freqs.weight"] = Tensor.ones([5]) }
                .contains("\"rope_freqs.weight\" should be 6 numbers above 0, and is 5 numbers"))
        #expect(
            try message { $0.tensors["rope_freqs.weight"] = Tensor.zeros([6]) }
                .contains("and is 6 numbers, the least 0"))
    }

    private func message(_ file: TinyGGUF) -> String {
        do {
            _ = try HookedTransformer.fromPretrained(file.path)
            return "no error"
        } catch { return "\(error)" }
    }
}
