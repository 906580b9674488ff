internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Small models for teaching as TransformerLens itself stores them: its own config keys, its own parameter names.
///
/// Blocks may have attention alone, the residual stream may be read without a norm, positions may be told to queries and keys
/// alone, queries may look at later positions, and logits may be others than those of the tokens.
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
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.layerCount("n_layers"), nHeads: try config.size("n_heads"),
            dModel: try config.size("d_model"), dHead: try config.size("d_head"),
            dMLP: attnOnly ? 0 : try config.optionalSize("d_mlp"), nCtx: try config.size("n_ctx"),
            dVocab: try config.size("d_vocab"), actFn: attnOnly ? .geluNew : try activation(),
            eps: try config.eps("eps", absent: 1e-5), normalizationType: try normalization())
        if let count = try config.optionalSize("d_vocab_out") { cfg.dVocabOut = count }
        if try config.isOn("shortformer_pos") { cfg.positionalEmbeddingType = .shortformer }
        cfg.attentionDir = try direction()
        cfg.finalRMS = try config.isOn("final_rms") && cfg.normalizationType == .layerNorm
        cfg.attnOnly = attnOnly
        return cfg
    }

    private func activation() throws -> ActivationFunction {
        try config.text("act_fn") == ActivationFunction.soluLN.rawValue
            ? .soluLN : config.activation("act_fn", absent: .geluNew)
    }

    private func direction() throws -> AttentionDirection {
        let name = try config.text("attention_dir") ?? AttentionDirection.causal.rawValue
        guard let direction = AttentionDirection(rawValue: name) else {
            throw PretrainedModelError.badValue(
                file: config.file, key: "attention_dir", expected: "\"causal\" or \"bidirectional\"",
                found: "\"\(name)\"")
        }
        return direction
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

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = TransformerLensTensors(try config.tensors(keptAs: cfg.dtype), cfg)
        let (d, v) = (cfg.dModel, cfg.dVocabOut)
        let blocks = try file.file.blocks("blocks.", cfg.nLayers, config, "n_layers") { layer in
            let name = "blocks.\(layer)."
            return BlockWeights(
                ln1: try norm(file, name + "ln1", cfg), attention: try attention(file, name + "attn.", cfg, layer),
                ln2: cfg.attnOnly ? nil : try norm(file, name + "ln2", cfg),
                mlp: cfg.attnOnly ? nil : try mlp(file, name + "mlp.", cfg))
        }
        let positions = try file.tensor("pos_embed.W_pos", [cfg.nCtx, d])
        let table = try file.tensor("unembed.W_U", [d, v])
        var weights = TransformerWeights(
            embedding: try file.tensor("embed.W_E", [cfg.dVocab, d]),
            positions: cfg.positionalEmbeddingType == .shortformer
                ? ShortformerPositions(positions) : LearnedPositions(positions), blocks: blocks,
            finalNorm: cfg.finalRMS
                ? RMSNorm(gain: try file.tensor("ln_final.w", [d])) : try norm(file, "ln_final", cfg),
            unembedding: Readout(
                table: try Fault.catching { table.T }, bias: try file.tensor("unembed.b_U", [v])))
        if cfg.dtype == .bfloat16 { try weights.keepHalfWidth() }
        return weights
    }

    /// nil where the model has no norms.
    private func norm(_ file: TransformerLensTensors, _ name: String, _ cfg: HookedTransformerConfig) throws
        -> LayerNorm?
    {
        switch cfg.normalizationType {
        case .layerNorm: try layerNorm(file, name, cfg.dModel)
        case .layerNormPre: LayerNorm()
        default: nil
        }
    }

    private func layerNorm(_ file: TransformerLensTensors, _ name: String, _ size: Int) throws -> LayerNorm {
        LayerNorm(gain: try file.tensor(name + ".w", [size]), bias: try file.tensor(name + ".b", [size]))
    }

    private func attention(
        _ file: TransformerLensTensors, _ name: String, _ cfg: HookedTransformerConfig, _ layer: Int
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
                outBias: try file.tensor(name + "b_O", [d]), scale: cfg.attnScale(layer: layer),
                reach: cfg.reach(layer: layer))
        }
    }

    private func mlp(_ file: TransformerLensTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> any MLP {
        let (reading, readingBias) = (
            try file.tensor(name + "W_in", [cfg.dModel, cfg.dMLP]), try file.tensor(name + "b_in", [cfg.dMLP])
        )
        let (writing, writingBias) = (
            try file.tensor(name + "W_out", [cfg.dMLP, cfg.dModel]), try file.tensor(name + "b_out", [cfg.dModel])
        )
        guard cfg.actFn == .soluLN else {
            return PlainMLP(
                reading: reading, readingBias: readingBias, writing: writing, writingBias: writingBias)
        }
        // A file whose norms are folded has none behind the neurons either.
        let norm = cfg.normalizationType == .layerNormPre ? LayerNorm() : try layerNorm(file, name + "ln", cfg.dMLP)
        return SoLUMLP(
            reading: reading, readingBias: readingBias, norm: norm, writing: writing, writingBias: writingBias)
    }
}
