internal import HookedTransformers
internal import TensorCore

/// GPT-J as Hugging Face stores it: one norm per block, which attention and MLP read side by side; neighbouring components of
/// queries and keys are turned by position; the unembedding has a bias.
struct GPTJArchitecture: Architecture {
    static let modelTypes = ["gptj"]
    static let keys: Set = [
        "activation_function", "layer_norm_epsilon", "n_embd", "n_head", "n_inner", "n_layer", "n_positions", "rotary",
        "rotary_dim", "scale_attn_weights", "tie_word_embeddings", "vocab_size",
    ]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        try config.expect("scale_attn_weights", true, unless: true)
        try config.expect("rotary", true, unless: true)
        let dHead = try config.quotient("n_embd", by: "n_head")
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try config.layerCount("n_layer"), nHeads: try config.size("n_head"),
            dModel: try config.size("n_embd"), dHead: dHead, dMLP: try config.optionalSize("n_inner"),
            nCtx: try config.size("n_positions"), dVocab: try config.size("vocab_size"),
            actFn: try config.activation("activation_function", absent: .geluNew),
            eps: try config.eps("layer_norm_epsilon", absent: 1e-5))
        let turned = config.has("rotary_dim") ? try config.optionalSize("rotary_dim") ?? dHead : 64
        cfg.positionalEmbeddingType = .rotary
        cfg.rotaryDim = try config.rotaryDim(turned, of: dHead, "rotary_dim")
        cfg.rotaryAdjacentPairs = true
        cfg.parallelAttnMLP = true
        return cfg
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let d = cfg.dModel
        let blocks = try file.blocks("h.", cfg.nLayers, config, "n_layer") { layer in
            let name = "h.\(layer)."
            let norm = try file.layerNorm(name + "ln_1", d)
            return BlockWeights(
                ln1: norm,
                attention: try file.attention(
                    name + "attn.", out: "out_proj", cfg, layer, hasBiases: false, hasOutputBias: false), ln2: norm,
                mlp: try file.plainMLP(reading: name + "mlp.fc_in", writing: name + "mlp.fc_out", cfg))
        }
        let embedding = try file.table("wte.weight", [cfg.dVocab, d])
        let head = try file.head(
            "lm_head.weight", embedding, called: "wte.weight", tied: config.isOn("tie_word_embeddings"), config)
        let frequencies = RotaryPositions.frequencies(dim: cfg.rotaryDim ?? cfg.dHead, base: cfg.rotaryBase)
        return TransformerWeights(
            embedding: embedding, positions: RotaryPositions(frequencies: frequencies, pairing: .adjacent),
            blocks: blocks, finalNorm: try file.layerNorm("ln_f", d),
            unembedding: Readout(table: head, bias: try file.bias("lm_head", cfg.dVocab)))
    }
}
