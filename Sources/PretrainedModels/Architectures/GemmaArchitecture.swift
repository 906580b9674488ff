internal import HookedTransformers
internal import TensorCore

/// Gemma 1 as Hugging Face stores it: Llama's parts, embeddings multiplied by √d_model, and norms whose weights say how far
/// gains are from 1.
///
/// Neurons have the tanh form of GELU whatever `hidden_act` says: published files say "gelu" and were trained otherwise.
struct GemmaArchitecture: Architecture {
    static let modelTypes = ["gemma"]
    static let keys = CheckpointConfig.gemmaKeys

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        try config.gemmaConfiguration(named: name, keyHeads: 16)
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        try LlamaTensors(config, cfg).gemmaWeights()
    }
}

// What all Gemmas have in common.

extension CheckpointConfig {
    static let gemmaKeys = llamaKeys.union(["attention_bias", "hidden_activation"])

    /// - Parameter keyHeads: how many heads have keys of their own where the file doesn't say.
    func gemmaConfiguration(named name: String, keyHeads: Int) throws -> HookedTransformerConfig {
        try llamaConfiguration(
            named: name, keyHeads: keyHeads, dHead: 256, activation: ("hidden_activation", .geluNew))
    }
}

extension LlamaTensors {
    func gemmaWeights(positions: RotaryPositions? = nil) throws -> TransformerWeights {
        var tensors = self
        tensors.hasGainsFromOne = true
        tensors.hasQueryBiases = try config.isOn("attention_bias")
        tensors.hasOutputBias = tensors.hasQueryBiases
        return try tensors.weights(
            tied: config.isOn("tie_word_embeddings", unless: true), embeddingScale: Float(cfg.dModel).squareRoot(),
            positions: positions)
    }
}
