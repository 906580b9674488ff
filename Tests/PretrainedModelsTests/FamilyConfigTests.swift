import Foundation
import HookedTransformers
import Hooks
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// What config.json says of models of every family, however it is spelt.
struct FamilyConfigTests {
    @Test("Both spellings of a config make one model", arguments: GoldenFamily.all)
    func spellings(_ name: String) throws {
        let family = try GoldenFamily(name)
        guard let folder = try family.folderInNewSpelling() else { return }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (old, new) = (try family.load(.raw), try HookedTransformer.fromPretrainedNoProcessing(folder))
        var cfg = new.cfg
        cfg.modelName = old.cfg.modelName
        #expect(cfg == old.cfg)
        let tokens = try family["tokens"]
        #expect(try new(tokens).isIdentical(to: old(tokens)))
    }

    @Test("The configuration has TransformerLens's fields with its values", arguments: GoldenFamily.all)
    func fields(_ name: String) throws {
        let family = try GoldenFamily(name)
        let (cfg, expected) = (try family.load(.raw).cfg, try family.cfg())
        let own: [String: Any?] = [
            "n_layers": cfg.nLayers, "n_heads": cfg.nHeads, "d_model": cfg.dModel, "d_head": cfg.dHead,
            "n_ctx": cfg.nCtx, "d_vocab": cfg.dVocab, "d_vocab_out": cfg.dVocabOut,
            "attention_dir": cfg.attentionDir.rawValue, "n_params": cfg.nParams, "eps": Double(cfg.eps),
            "normalization_type": cfg.normalizationType == .absent ? nil : cfg.normalizationType.rawValue,
            "positional_embedding_type": cfg.positionalEmbeddingType.rawValue, "attn_only": cfg.attnOnly,
            "gated_mlp": cfg.gatedMLP, "parallel_attn_mlp": cfg.parallelAttnMLP,
            // TransformerLens has −1 for a scale that is not used.
            "attn_scale": cfg.useAttnScale ? Double(cfg.attnScale) : -1, "use_attn_scale": cfg.useAttnScale,
            "window_size": cfg.windowSize, "attn_types": cfg.attnTypes, "use_local_attn": cfg.useLocalAttn,
            "default_prepend_bos": cfg.defaultPrependBOS, "use_qk_norm": cfg.useQKNorm,
            "use_normalization_before_and_after": cfg.useNormalizationBeforeAndAfter,
            "attn_scores_soft_cap": cfg.attnScoresSoftCap ?? -1,
            "output_logits_soft_cap": cfg.outputLogitsSoftCap ?? -1,
            "original_architecture": cfg.originalArchitecture, "use_NTK_by_parts_rope": cfg.useNTKByPartsRope,
            "NTK_by_parts_factor": cfg.ntkByPartsFactor, "NTK_original_ctx_len": cfg.ntkOriginalCtxLen,
            "NTK_by_parts_low_freq_factor": cfg.ntkByPartsLowFreqFactor,
            "NTK_by_parts_high_freq_factor": cfg.ntkByPartsHighFreqFactor,
        ]
        for (key, value) in own {
            #expect(Self.text(value) == Self.text(expected[key]), "\(key)")
        }
        #expect(cfg.nKeyValueHeads ?? cfg.nHeads == expected["n_key_value_heads"] as? Int ?? cfg.nHeads)
        if !cfg.attnOnly { #expect(cfg.dMLP == expected["d_mlp"] as? Int) }
        if cfg.positionalEmbeddingType == .rotary {
            #expect(cfg.rotaryAdjacentPairs == expected["rotary_adjacent_pairs"] as? Bool)
            #expect(cfg.rotaryDim == expected["rotary_dim"] as? Int)
            #expect(Self.text(cfg.rotaryBase) == Self.text(expected["rotary_base"]))
        }
        let activation = (expected["act_fn"] as? String).flatMap { ActivationFunction(named: $0) }
        if !cfg.attnOnly { #expect(cfg.actFn == activation) }
    }

    /// Numbers by five digits, so that Float32's agree with Python's.
    private static func text(_ value: Any?) -> String {
        switch value {
        case nil, is NSNull: "none"
        case let text as String: text
        case let list as [String]: list.joined(separator: " ")
        case let number as NSNumber: String(format: "%.5g", number.doubleValue)
        case let value?: "\(value)"
        }
    }

    @Test("Activations have TransformerLens's shapes", arguments: GoldenFamily.all)
    func shapes(_ name: String) throws {
        let family = try GoldenFamily(name)
        let cache = try family.load(.raw).runWithCache(family["tokens"]).cache
        let shapes = try family.hookShapes()
        #expect(!shapes.isEmpty)
        for (name, activation) in cache {
            let expected = shapes[name] ?? shapes[name.split(separator: ".", maxSplits: 2).last.map(String.init) ?? ""]
            // TransformerLens has batch, position and head on one axis there.
            let own =
                name.contains("_norm.")
                ? [activation.shape.dropLast().reduce(1, *), activation.shape.last ?? 0]
                : activation.shape
            #expect(own == expected, "\(name)")
        }
    }

    @Test("A config of a billion layers is answered at once, with what is wrong", arguments: GoldenFamily.all)
    func layersThatNoFileHas(_ name: String) throws {
        let family = try GoldenFamily(name)
        let text = try String(contentsOfFile: family.folder + "/config.json", encoding: .utf8)
        let key = try #require(
            ["num_hidden_layers", "n_layer", "num_layers", "n_layers"].first { text.contains("\"\($0)\"") })
        for count in [1000, 1_000_000_000] {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try FileManager.default.copyItem(atPath: family.folder, toPath: folder)
            let changed = text.replacing(try Regex("\"\(key)\": *[0-9]+"), with: "\"\(key)\": \(count)")
            #expect(changed != text)
            try Data(changed.utf8).write(to: URL(filePath: folder + "/config.json"))
            let error = #expect(throws: PretrainedModelError.self) { try HookedTransformer.fromPretrained(folder) }
            #expect(error.map { "\($0)".contains(folder) } == true, "\(String(describing: error))")
        }
    }

    /// Values of keys that ask for another network than any that is known here, and what the error names.
    private static var others: [(key: String, value: Any, named: String)] {
        let stretched = ["dynamic", "yarn", "longrope", "su"].map { ["rope_type": $0] }
        let others: [(key: String, value: Any, named: String)] = [
            ("num_local_experts", 8, "num_local_experts"), ("logit_scale", 0.5, "logit_scale"),
            ("use_bidirectional_attention", true, "use_bidirectional_attention"),
            ("quantization_config", ["quant_method": "gptq"], "quantization_config"),
            ("quantization", ["group_size": 64, "bits": 4], "quantization"),
        ]
        return others + stretched.map { (key: "rope_scaling", value: $0 as Any, named: "rope_") }
    }

    @Test("Keys that would make another network are refused by name", arguments: GoldenFamily.all)
    func unknownKeys(_ name: String) throws {
        for (key, value, named) in Self.others {
            try withConfig(name, [key: value]) { folder in
                let error = #expect(throws: PretrainedModelError.self) { try HookedTransformer.fromPretrained(folder) }
                #expect("\(error, default: "none")".contains(named), "\(key)")
            }
        }
    }

    @Test("Keys of training, of generation and of other tools change nothing", arguments: GoldenFamily.all)
    func keysThatChangeNothing(_ name: String) throws {
        let changes: [String: Any] = [
            "attention_dropout": 0.1, "hidden_dropout_prob": 0.1, "embd_pdrop": 0.1, "classifier_dropout": 0.1,
            "initializer_range": 0.02, "use_cache": true, "torch_dtype": "bfloat16", "pretraining_tp": 2,
            "cache_implementation": "hybrid", "bos_token_id": 1, "eos_token_id": [1, 2], "image_token_id": 7,
            "transformers.js_config": ["kv_cache_dtype": ["fp16": "float16"]], "unsloth_fixed": true,
            "unsloth_version": "2026.1", "_name_or_path": "x", "use_bidirectional_attention": false,
        ]
        try withConfig(name, changes) { folder in
            let family = try GoldenFamily(name)
            let changed = try HookedTransformer.fromPretrainedNoProcessing(folder)
            #expect(try changed(family["tokens"]).isIdentical(to: family.load(.raw)(family["tokens"])))
        }
    }

    /// What grew with the square of the context, or with the context and the layers, would not fit into memory.
    @Test(
        "A context of a billion positions costs nothing until it is used",
        arguments: [
            "neox", "neox-serial", "llama2", "llama3", "mistral", "qwen2", "qwen3", "gemma1", "gemma2", "gemma3", "phi",
            "phi3",
        ])
    func longContexts(_ name: String) throws {
        for length in [131_072, 1 << 30] {
            try withConfig(name, ["max_position_embeddings": length]) { folder in
                let family = try GoldenFamily(name)
                let (tokens, plain) = (try family["tokens"], try family.load(.raw))
                let model = try HookedTransformer.fromPretrainedNoProcessing(folder)
                #expect(model.cfg.nCtx == length && model.byteCount == plain.byteCount)
                #expect(try model(tokens).isIdentical(to: plain(tokens)))
                let longer = try model.generate(
                    tokens[0..<1], maxNewTokens: plain.cfg.nCtx, stopAtEOS: false, doSample: false)
                #expect(longer.shape == [1, tokens.shape[1] + plain.cfg.nCtx])
            }
        }
    }

    /// Gives `body` a copy of a family's folder, whose config has these values too.
    private func withConfig(_ name: String, _ changes: [String: Any], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: URL(filePath: GoldenFamily(name).folder), to: folder)
        let file = folder.appending(path: "config.json")
        let config = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        try JSONSerialization.data(withJSONObject: config.merging(changes) { $1 }).write(to: file)
        try body(folder.path)
    }
}
