internal import HookedTransformers

/// Llama 1 to 3, and models of its kind, as Hugging Face stores them.
///
/// Norms that leave the mean where it is, rotary positions, gated MLPs, and keys and values that groups of heads may share.
struct LlamaArchitecture: Architecture {
    static let modelTypes = ["llama"]
    static let keys = CheckpointConfig.llamaKeys.union(["attention_bias", "mlp_bias"])
    static let ignoredKeys: Set = ["is_llama_config", "rope_interleaved", "max_sequence_length"]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        if try config.isOn("mlp_bias") {
            throw PretrainedModelError.badValue(
                file: config.file, key: "mlp_bias", expected: "false, the only kind of MLP here", found: "true")
        }
        return try config.llamaConfiguration(named: name)
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        var tensors = try LlamaTensors(config, cfg)
        tensors.hasQueryBiases = try config.isOn("attention_bias")
        tensors.hasOutputBias = tensors.hasQueryBiases
        return try tensors.weights(tied: config.isOn("tie_word_embeddings"))
    }
}
