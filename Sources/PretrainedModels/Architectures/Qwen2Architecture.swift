internal import HookedTransformers

/// Qwen 2 and 2.5 as Hugging Face stores them: Llama's parts, with biases of queries, keys and values.
///
/// The upper layers look back over a window where the config says so, which TransformerLens ignores. Text gets no BOS in
/// front unless a call says otherwise.
struct Qwen2Architecture: Architecture {
    static let modelTypes = ["qwen2"]
    static let keys = CheckpointConfig.llamaKeys.union(CheckpointConfig.qwenWindowKeys)

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.llamaConfiguration(named: name, keyHeads: 32)
        try config.setQwenWindows(&cfg)
        cfg.defaultPrependBOS = false
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        var tensors = try LlamaTensors(config, cfg)
        tensors.hasQueryBiases = true
        return try tensors.weights(tied: config.isOn("tie_word_embeddings"))
    }
}

extension CheckpointConfig {
    static let qwenWindowKeys: Set = ["layer_types", "max_window_layers", "sliding_window", "use_sliding_window"]

    /// Which layers of a Qwen look back over a window: those that the config lists, or all from one on.
    func setQwenWindows(_ cfg: inout HookedTransformerConfig) throws {
        guard try isOn("use_sliding_window") else { return }
        let first = try number("max_window_layers") ?? 28
        let types = (0..<cfg.nLayers).map { Double($0) < first ? "global" : "local" }
        cfg.look(back: try optionalSize("sliding_window") ?? 4096, in: try layerTypes(cfg.nLayers) ?? types)
    }
}
