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
            "n_ctx": cfg.nCtx, "d_vocab": cfg.dVocab, "n_params": cfg.nParams, "eps": Double(cfg.eps),
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
}
