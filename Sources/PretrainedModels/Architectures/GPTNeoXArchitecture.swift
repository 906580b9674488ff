internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// GPT-NeoX, and so Pythia, as Hugging Face stores it.
///
/// A part of each query and key is turned by its position; attention and MLP read the residual stream side by side, unless
/// the config says otherwise. A head's query, key and value lie together in one matrix.
struct GPTNeoXArchitecture: Architecture {
    static let modelTypes = ["gpt_neox"]
    static let keys: Set = RotaryScaling.keys.union([
        "attention_bias", "hidden_act", "hidden_size", "intermediate_size", "layer_norm_eps",
        "max_position_embeddings", "num_attention_heads", "num_hidden_layers", "partial_rotary_factor", "rotary_pct",
        "tie_word_embeddings", "use_parallel_residual", "vocab_size",
    ])
    static let ignoredKeys: Set = ["is_decoder"]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        let dHead = try config.quotient("hidden_size", by: "num_attention_heads")
        let rotation = try RotaryScaling(config)
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.size("num_hidden_layers"),
            nHeads: try config.size("num_attention_heads"), dModel: try config.size("hidden_size"), dHead: dHead,
            dMLP: try config.size("intermediate_size"), nCtx: try config.size("max_position_embeddings"),
            dVocab: try config.size("vocab_size"), actFn: try config.activation("hidden_act", absent: .gelu),
            eps: try config.eps("layer_norm_eps", absent: 1e-5))
        let share =
            try config.number("rotary_pct") ?? rotation.partialFactor ?? config.number("partial_rotary_factor")
        cfg.positionalEmbeddingType = .rotary
        cfg.rotaryDim = try config.rotaryDim(share ?? 0.25, of: dHead)
        try rotation.describe(in: &cfg)
        cfg.parallelAttnMLP = try config.isOn("use_parallel_residual", unless: true)
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let (d, v) = (cfg.dModel, cfg.dVocab)
        let embedding = try file.table("gpt_neox.embed_in.weight", [v, d])
        let head = try file.head(
            "embed_out.weight", embedding, called: "gpt_neox.embed_in.weight",
            tied: config.isOn("tie_word_embeddings"), config)
        let blocks = try file.blocks("gpt_neox.layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            let name = "gpt_neox.layers.\(layer)."
            return BlockWeights(
                ln1: try file.layerNorm(name + "input_layernorm", d),
                attention: try attention(file, name + "attention.", cfg, layer),
                ln2: try file.layerNorm(name + "post_attention_layernorm", d), mlp: try mlp(file, name + "mlp.", cfg))
        }
        return TransformerWeights(
            embedding: embedding,
            positions: RotaryPositions(frequencies: try RotaryScaling(config).frequencies(dim: cfg.rotaryDim ?? 0)),
            blocks: blocks, finalNorm: try file.layerNorm("gpt_neox.final_layer_norm", d),
            unembedding: Readout(table: head))
    }

    private func attention(
        _ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig, _ layer: Int
    ) throws -> AttentionWeights {
        let (heads, d, dHead, hasBiases) = (
            cfg.nHeads, cfg.dModel, cfg.dHead, try config.isOn("attention_bias", unless: true)
        )
        let stored = try file.linear(name + "query_key_value", in: d, out: 3 * d)
        let bias = try file.bias(name + "query_key_value", 3 * d, isThere: hasBiases)
        return try Fault.catching {
            // Per head, its query, key and value; here, all heads' queries come first.
            AttentionWeights(
                qkv: stored.reshaped([d, heads, 3, dHead]).permuted([0, 2, 1, 3]).reshaped([d, 3 * d]),
                qkvBias: bias.reshaped([heads, 3, dHead]).permuted([1, 0, 2]).reshaped([3 * d]),
                out: try file.linear(name + "dense", in: d, out: d),
                outBias: try file.bias(name + "dense", d, isThere: hasBiases), scale: cfg.attnScale(layer: layer))
        }
    }

    private func mlp(_ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> PlainMLP {
        PlainMLP(
            reading: try file.linear(name + "dense_h_to_4h", in: cfg.dModel, out: cfg.dMLP),
            readingBias: try file.bias(name + "dense_h_to_4h", cfg.dMLP),
            writing: try file.linear(name + "dense_4h_to_h", in: cfg.dMLP, out: cfg.dModel),
            writingBias: try file.bias(name + "dense_4h_to_h", cfg.dModel))
    }
}
