internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Llama 1 to 3, and models of its kind, as Hugging Face stores them.
///
/// Norms that leave the mean where it is, rotary positions, gated MLPs, and keys and values that groups of heads may share.
struct LlamaArchitecture: Architecture {
    static let modelTypes = ["llama"]
    static let keys: Set = RotaryScaling.keys.union([
        "attention_bias", "head_dim", "hidden_act", "hidden_size", "intermediate_size", "max_position_embeddings",
        "mlp_bias", "num_attention_heads", "num_hidden_layers", "num_key_value_heads", "rms_norm_eps",
        "tie_word_embeddings", "vocab_size",
    ])
    static let ignoredKeys: Set = ["attention_dropout", "is_llama_config", "rope_interleaved", "max_sequence_length"]

    let folder: String
    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        if try config.isOn("mlp_bias") {
            throw PretrainedModelError.badValue(
                file: config.file, key: "mlp_bias", expected: "false, the only kind of MLP here", found: "true")
        }
        let (heads, rotation) = (try config.size("num_attention_heads"), try RotaryScaling(config))
        let dHead = try config.optionalSize("head_dim") ?? config.quotient("hidden_size", by: "num_attention_heads")
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.size("num_hidden_layers"), nHeads: heads,
            dModel: try config.size("hidden_size"), dHead: dHead, dMLP: try config.size("intermediate_size"),
            nCtx: try config.size("max_position_embeddings"), dVocab: try config.size("vocab_size"),
            actFn: try config.activation("hidden_act", absent: .silu),
            eps: Float(try config.number("rms_norm_eps") ?? 1e-6),
            normalizationType: .rms)
        let keyHeads = try config.optionalSize("num_key_value_heads") ?? heads
        cfg.nKeyValueHeads = keyHeads == heads ? nil : keyHeads
        cfg.positionalEmbeddingType = .rotary
        cfg.rotaryDim = try config.rotaryDim(Double(dHead))
        cfg.rotaryBase = rotation.base
        cfg.gatedMLP = true
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try CheckpointTensors(folder: folder)
        let (d, v) = (cfg.dModel, cfg.dVocab)
        let blocks = try file.blocks("model.layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            let name = "model.layers.\(layer)."
            return BlockWeights(
                ln1: try norm(file, name + "input_layernorm", d),
                attention: try attention(file, name + "self_attn.", cfg, layer),
                ln2: try norm(file, name + "post_attention_layernorm", d), mlp: try mlp(file, name + "mlp.", cfg))
        }
        let embedding = try file.tensor("model.embed_tokens.weight", [v, d])
        let head = try file.head(
            "lm_head.weight", embedding, called: "model.embed_tokens.weight", tied: config.isOn("tie_word_embeddings"),
            config)
        return TransformerWeights(
            embedding: embedding,
            positions: RotaryPositions(frequencies: try RotaryScaling(config).frequencies(dim: cfg.dHead)),
            blocks: blocks, finalNorm: try norm(file, "model.norm", d),
            unembedding: Readout(table: head))
    }

    private func norm(_ file: CheckpointTensors, _ name: String, _ size: Int) throws -> RMSNorm {
        RMSNorm(gain: try file.tensor(name + ".weight", [size]))
    }

    private func attention(
        _ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig, _ layer: Int
    ) throws -> AttentionWeights {
        let hasBiases = try config.isOn("attention_bias")
        let (qkv, qkvBias) = try file.projections(
            ["q_proj", "k_proj", "v_proj"].map { name + $0 }, cfg, hasBiases: hasBiases)
        return AttentionWeights(
            qkv: qkv, qkvBias: qkvBias, out: try file.linear(name + "o_proj", in: cfg.dHeads, out: cfg.dModel),
            outBias: try file.bias(name + "o_proj", cfg.dModel, isThere: hasBiases), scale: cfg.attnScale(layer: layer))
    }

    private func mlp(_ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> GatedMLP {
        GatedMLP(
            gate: try file.linear(name + "gate_proj", in: cfg.dModel, out: cfg.dMLP),
            reading: try file.linear(name + "up_proj", in: cfg.dModel, out: cfg.dMLP),
            readingBias: Tensor.zeros([cfg.dMLP]),
            writing: try file.linear(name + "down_proj", in: cfg.dMLP, out: cfg.dModel),
            writingBias: Tensor.zeros([cfg.dModel]))
    }
}
