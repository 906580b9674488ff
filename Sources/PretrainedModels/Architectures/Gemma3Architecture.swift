internal import TextFormats
internal import HookedTransformers

/// Gemma 3's language model as Hugging Face stores it: Gemma 2 without caps, with norms of queries and keys, and with angles of
/// their own in local layers, of which five stand before each global one.
struct Gemma3Architecture: Architecture {
    static let modelTypes = ["gemma3_text"]
    static let keys = CheckpointConfig.gemmaKeys.union(CheckpointConfig.gemma2Keys).union([
        "rope_local_base_freq", "sliding_window_pattern",
    ])

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.gemma2Configuration(named: name, caps: (nil, nil))
        cfg.look(back: try config.window(), in: try config.layerTypes(cfg.nLayers) ?? patterned(cfg.nLayers))
        cfg.useQKNorm = true
        cfg.rotaryBase = try RotaryScaling.ofGlobalLayers(config).base
        cfg.rotaryBaseLocal = try RotaryScaling.ofLocalLayers(config).base
        return cfg
    }

    /// The last of every so many layers is global.
    private func patterned(_ count: Int) throws -> [String] {
        let every =
            try config.optionalSize("sliding_window_pattern") ?? config.optionalSize("_sliding_window_pattern") ?? 6
        return (1...count).map { $0.isMultiple(of: every) ? "global" : "local" }
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let scalings = [try RotaryScaling.ofGlobalLayers(config), try RotaryScaling.ofLocalLayers(config)]
        let positions = RotaryPositions(
            frequencies: try scalings.map { try $0.frequencies(dim: cfg.dHead) },
            kinds: (0..<cfg.nLayers).map { cfg.attnTypes?[$0] == "local" ? 1 : 0 })
        return try LlamaTensors(config, cfg).gemmaWeights(positions: positions)
    }
}

extension RotaryScaling {
    /// That of layers which look at everything.
    static func ofGlobalLayers(_ config: CheckpointConfig) throws -> RotaryScaling {
        try RotaryScaling(config, settings: config.object("rope_parameters")?["full_attention"]?.object, base: 1e6)
    }

    /// That of layers which look back over a window.
    static func ofLocalLayers(_ config: CheckpointConfig) throws -> RotaryScaling {
        let base = try config.number("rope_local_base_freq") ?? 1e4
        return try RotaryScaling(
            config,
            settings: config.object("rope_parameters")?["sliding_attention"]?.object ?? ["rope_theta": .number(base)])
    }
}
