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

    @Test("Keys that would make another network are refused by name", arguments: GoldenFamily.all)
    func unknownKeys(_ name: String) throws {
        let family = try GoldenFamily(name)
        let text = try String(contentsOfFile: family.folder + "/config.json", encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: family.folder, toPath: folder)
        for key in ["num_local_experts", "quantization_config", "use_bidirectional_attention_everywhere"] {
            let changed = text.replacing("{", with: "{\"\(key)\": 8, ", maxReplacements: 1)
            try Data(changed.utf8).write(to: URL(filePath: folder + "/config.json"))
            let error = #expect(throws: PretrainedModelError.self) { try HookedTransformer.fromPretrained(folder) }
            #expect(error.map { "\($0)".contains("\"\(key)\"") } == true)
        }
    }
}
