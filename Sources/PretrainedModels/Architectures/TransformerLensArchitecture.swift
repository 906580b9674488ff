internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Small models for teaching as TransformerLens itself stores them: its own config keys, its own parameter names.
///
/// Blocks may have attention alone, and the residual stream may be read without a norm.
struct TransformerLensArchitecture: Architecture {
    static let modelTypes: [String] = []
    static let keys: Set = [
        "act_fn", "attention_dir", "attn_only", "d_head", "d_mlp", "d_model", "d_vocab", "d_vocab_out", "eps",
        "final_rms", "n_ctx", "n_heads", "n_layers", "normalization", "normalization_type", "shortformer_pos",
    ]
    static let ignoredKeys: Set = ["architecture", "tokenizer_name", "model_name", "seed", "device", "init_weights"]

    let config: CheckpointConfig

    static func matches(_ config: CheckpointConfig) throws -> Bool {
        try config.text("model_type") == nil && config.text("act_fn") != nil
    }

    func configuration(named name: String) throws -> HookedTransformerConfig {
        let attnOnly = try config.isOn("attn_only")
        let dVocab = try config.size("d_vocab")
        try refuse(
            "attention_dir", unless: try config.text("attention_dir") ?? "causal" == "causal", "\"causal\"")
        try refuse("shortformer_pos", unless: try !config.isOn("shortformer_pos"), "false")
        try refuse("final_rms", unless: try !config.isOn("final_rms"), "false")
        try refuse(
            "d_vocab_out", unless: try config.optionalSize("d_vocab_out") ?? dVocab == dVocab, "d_vocab = \(dVocab)")
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.size("n_layers"), nHeads: try config.size("n_heads"),
            dModel: try config.size("d_model"), dHead: try config.size("d_head"),
            dMLP: attnOnly ? 0 : try config.optionalSize("d_mlp"), nCtx: try config.size("n_ctx"), dVocab: dVocab,
            actFn: attnOnly ? .geluNew : try config.activation("act_fn", absent: .geluNew),
            eps: Float(try config.number("eps") ?? 1e-5), normalizationType: try normalization())
        cfg.attnOnly = attnOnly
        return cfg
    }

    private func normalization() throws -> NormalizationType {
        let key = config.has("normalization") ? "normalization" : "normalization_type"
        guard config.has(key), let name = try config.text(key) else { return .absent }
        let known: [NormalizationType] = [.layerNorm, .layerNormPre]
        guard let type = known.first(where: { $0.rawValue == name }) else {
            throw PretrainedModelError.badValue(
                file: config.file, key: key, expected: "\"LN\", \"LNPre\" or null", found: "\"\(name)\"")
        }
        return type
    }

    private func refuse(_ key: String, unless isSupported: Bool, _ expected: String) throws {
        guard !isSupported else { return }
        throw PretrainedModelError.badValue(
            file: config.file, key: key, expected: "\(expected), the only kind here", found: config.shown(key))
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors()
        let (d, v) = (cfg.dModel, cfg.dVocab)
        let blocks = try file.blocks("blocks.", cfg.nLayers, config, "n_layers") { layer in
            let name = "blocks.\(layer)."
            return BlockWeights(
                ln1: try norm(file, name + "ln1", cfg), attention: try attention(file, name + "attn.", cfg, layer),
                ln2: cfg.attnOnly ? nil : try norm(file, name + "ln2", cfg),
                mlp: cfg.attnOnly ? nil : try mlp(file, name + "mlp.", cfg))
        }
        let table = try file.tensor("unembed.W_U", [d, v])
        let terms = Readout.Terms(
            shares: try file.tensor("unembed.b_U", [v]).reshaped([1, v]), directions: Tensor.zeros([1, d]),
            constants: Tensor.ones([1]))
        return TransformerWeights(
            embedding: try file.tensor("embed.W_E", [v, d]),
            positions: LearnedPositions(try file.tensor("pos_embed.W_pos", [cfg.nCtx, d])), blocks: blocks,
            finalNorm: try norm(file, "ln_final", cfg),
            unembedding: Readout(table: try Fault.catching { table.T }, terms: terms))
    }

    /// nil where the model has no norms.
    private func norm(_ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> LayerNorm? {
        switch cfg.normalizationType {
        case .layerNorm:
            LayerNorm(
                gain: try file.tensor(name + ".w", [cfg.dModel]), bias: try file.tensor(name + ".b", [cfg.dModel]))
        case .layerNormPre: LayerNorm()
        default: nil
        }
    }

    private func attention(
        _ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig, _ layer: Int
    ) throws -> AttentionWeights {
        let (heads, d, dHead) = (cfg.nHeads, cfg.dModel, cfg.dHead)
        let matrices = try ["W_Q", "W_K", "W_V"].map { try file.tensor(name + $0, [heads, d, dHead]) }
        let biases = try ["b_Q", "b_K", "b_V"].map { try file.tensor(name + $0, [heads, dHead]) }
        let out = try file.tensor(name + "W_O", [heads, dHead, d])
        return try Fault.catching {
            AttentionWeights(
                qkv: Tensor.cat(matrices.map { $0.permuted([1, 0, 2]).reshaped([d, heads * dHead]) }, dim: 1),
                qkvBias: Tensor.cat(biases.map { $0.reshaped([heads * dHead]) }),
                out: out.reshaped([heads * dHead, d]),
                outBias: try file.tensor(name + "b_O", [d]), scale: cfg.attnScale(layer: layer))
        }
    }

    private func mlp(_ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> PlainMLP {
        PlainMLP(
            reading: try file.tensor(name + "W_in", [cfg.dModel, cfg.dMLP]),
            readingBias: try file.tensor(name + "b_in", [cfg.dMLP]),
            writing: try file.tensor(name + "W_out", [cfg.dMLP, cfg.dModel]),
            writingBias: try file.tensor(name + "b_out", [cfg.dModel]))
    }
}
