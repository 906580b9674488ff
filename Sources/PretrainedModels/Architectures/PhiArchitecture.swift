internal import HookedTransformers
internal import TensorCore

/// Phi 1, 1.5 and 2 as Hugging Face stores them: one norm per block, which attention and MLP read side by side; a part of each
/// query and key is turned by position; everything has biases, the unembedding too.
struct PhiArchitecture: Architecture {
    static let modelTypes = ["phi"]
    static let keys: Set = RotaryScaling.keys.union([
        "hidden_act", "hidden_size", "intermediate_size", "layer_norm_eps", "max_position_embeddings",
        "num_attention_heads", "num_hidden_layers", "num_key_value_heads", "partial_rotary_factor", "qk_layernorm",
        "tie_word_embeddings", "vocab_size",
    ])

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        try config.expect("qk_layernorm", false, unless: false)
        let (dHead, rotation) = (
            try config.quotient("hidden_size", by: "num_attention_heads"), try RotaryScaling(config)
        )
        let heads = try config.size("num_attention_heads")
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.layerCount("num_hidden_layers"), nHeads: heads,
            dModel: try config.size("hidden_size"), dHead: dHead, dMLP: try config.size("intermediate_size"),
            nCtx: try config.size("max_position_embeddings"), dVocab: try config.size("vocab_size"),
            actFn: try config.activation("hidden_act", absent: .geluNew),
            eps: try config.eps("layer_norm_eps", absent: 1e-5))
        cfg.nKeyValueHeads = try config.keyHeads(absent: heads, of: heads)
        let share = try rotation.partialFactor ?? config.number("partial_rotary_factor") ?? 0.5
        cfg.positionalEmbeddingType = .rotary
        cfg.rotaryDim = try config.rotaryDim(share, of: dHead)
        try rotation.describe(in: &cfg)
        cfg.parallelAttnMLP = true
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let d = cfg.dModel
        let blocks = try file.blocks("model.layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            let name = "model.layers.\(layer)."
            let norm = try file.layerNorm(name + "input_layernorm", d)
            return BlockWeights(
                ln1: norm,
                attention: try file.attention(
                    name + "self_attn.", out: "dense", cfg, layer, hasBiases: true, hasOutputBias: true), ln2: norm,
                mlp: try file.plainMLP(reading: name + "mlp.fc1", writing: name + "mlp.fc2", cfg))
        }
        let embedding = try file.table("model.embed_tokens.weight", [cfg.dVocab, d])
        let head = try file.head(
            "lm_head.weight", embedding, called: "model.embed_tokens.weight",
            tied: config.isOn("tie_word_embeddings"), config)
        let frequencies = try RotaryScaling(config).frequencies(dim: cfg.rotaryDim ?? cfg.dHead)
        return TransformerWeights(
            embedding: embedding, positions: RotaryPositions(frequencies: frequencies), blocks: blocks,
            finalNorm: try file.layerNorm("model.final_layernorm", d),
            unembedding: Readout(table: head, bias: try file.bias("lm_head", cfg.dVocab)))
    }
}
