internal import HookedTransformers

/// Phi 3 as Hugging Face stores it: Llama's parts, of which queries, keys and values are one matrix, and so are gate and
/// reading matrix of the MLP. Queries look back over a window on every layer where the config has one.
struct Phi3Architecture: Architecture {
    static let modelTypes = ["phi3"]
    static let keys = CheckpointConfig.llamaKeys.union(["partial_rotary_factor", "sliding_window"])
    static let ignoredKeys: Set = ["original_max_position_embeddings"]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.llamaConfiguration(named: name, eps: 1e-5, turnsPart: true)
        let everywhere = [String](repeating: "local", count: cfg.nLayers)
        cfg.look(back: try config.optionalSize("sliding_window"), in: everywhere)
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        var tensors = try LlamaTensors(config, cfg)
        tensors.isFused = true
        return try tensors.weights(tied: config.isOn("tie_word_embeddings"))
    }
}
