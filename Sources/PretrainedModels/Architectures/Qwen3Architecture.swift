internal import HookedTransformers

/// Qwen 3 as Hugging Face stores it: Llama's parts, with heads of a width of their own, whose queries and keys go through
/// norms before they are turned.
///
/// Windows as in ``Qwen2Architecture``. Text gets no BOS in front unless a call says otherwise.
struct Qwen3Architecture: Architecture {
    static let modelTypes = ["qwen3"]
    static let keys = CheckpointConfig.llamaKeys.union(CheckpointConfig.qwenWindowKeys).union(["attention_bias"])

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        var cfg = try config.llamaConfiguration(named: name, keyHeads: 32, dHead: 128)
        try config.setQwenWindows(&cfg)
        cfg.useQKNorm = true
        cfg.defaultPrependBOS = false
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        var tensors = try LlamaTensors(config, cfg)
        tensors.hasQueryBiases = try config.isOn("attention_bias")
        tensors.hasOutputBias = tensors.hasQueryBiases
        return try tensors.weights(tied: config.isOn("tie_word_embeddings"))
    }
}
