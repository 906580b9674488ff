internal import HookedTransformers

/// Mistral as Hugging Face stores it: Llama's parts, with heads of a width of their own, and queries that look back over a
/// window on every layer where the config has one.
struct MistralArchitecture: Architecture {
    static let modelTypes = ["mistral"]
    static let keys = CheckpointConfig.llamaKeys.union(["sliding_window"])

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.llamaConfiguration(named: name, keyHeads: 8)
        let everywhere = [String](repeating: "local", count: cfg.nLayers)
        cfg.look(back: try config.optionalSize("sliding_window"), in: everywhere)
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        try LlamaTensors(config, cfg).weights(tied: config.isOn("tie_word_embeddings"))
    }
}
