internal import HookedTransformers

/// Gemma 2 as Hugging Face stores it: Gemma 1 with norms behind attention and MLP too, caps on scores and logits, and every
/// other layer looking back over a window, the first among them.
///
/// (TransformerLens takes the others for the local ones, which shows in prompts longer than the window.)
struct Gemma2Architecture: Architecture {
    static let modelTypes = ["gemma2"]
    static let keys = CheckpointConfig.gemmaKeys.union(CheckpointConfig.gemma2Keys)

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.gemma2Configuration(named: name, caps: (scores: 50, logits: 30))
        let types = (0..<cfg.nLayers).map { $0.isMultiple(of: 2) ? "local" : "global" }
        cfg.look(back: try config.window(), in: try config.layerTypes(cfg.nLayers) ?? types)
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        try LlamaTensors(config, cfg).gemmaWeights()
    }
}

// What Gemma 2 and 3 have in common.

extension CheckpointConfig {
    static let gemma2Keys: Set = [
        "attn_logit_softcapping", "final_logit_softcapping", "layer_types", "query_pre_attn_scalar", "sliding_window",
    ]

    /// - Parameter caps: those of scores and logits where the file has no such keys.
    func gemma2Configuration(
        named name: String, caps: (scores: Double?, logits: Double?)
    ) throws -> HookedTransformerConfig {
        var cfg = try gemmaConfiguration(named: name, keyHeads: 4)
        cfg.useNormalizationBeforeAndAfter = true
        cfg.attnScale = Float(try positive("query_pre_attn_scalar") ?? 256).squareRoot()
        cfg.attnScoresSoftCap = has("attn_logit_softcapping") ? try positive("attn_logit_softcapping") : caps.scores
        cfg.outputLogitsSoftCap = has("final_logit_softcapping") ? try positive("final_logit_softcapping") : caps.logits
        return cfg
    }

    /// How far back local layers look; nil where the file says that none does.
    func window() throws -> Int? { has("sliding_window") ? try optionalSize("sliding_window") : 4096 }

    /// A number above 0; nil when absent or null.
    private func positive(_ key: String) throws -> Double? {
        guard let number = try number(key) else { return nil }
        guard number > 0, Float(number).isFinite else {
            throw PretrainedModelError.badValue(
                file: file, key: key, expected: "a number above 0", found: shown(key))
        }
        return number
    }
}
