internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// The tensors of Llama, and of the families that are laid out as it is: their names, and the parts that they make.
struct LlamaTensors {
    let file: CheckpointTensors
    let config: CheckpointConfig
    let cfg: HookedTransformerConfig
    /// Whether queries, keys and values have biases.
    var hasQueryBiases = false
    /// Whether what the heads write has a bias.
    var hasOutputBias = false

    init(folder: String, _ config: CheckpointConfig, _ cfg: HookedTransformerConfig) throws {
        (file, self.config, self.cfg) = (try CheckpointTensors(folder: folder), config, cfg)
    }

    /// All of them, with positions that are turned as config.json says.
    func weights(tied isTied: Bool) throws -> TransformerWeights {
        let embedding = try file.tensor("model.embed_tokens.weight", [cfg.dVocab, cfg.dModel])
        let blocks = try file.blocks("model.layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            let name = "model.layers.\(layer)."
            return BlockWeights(
                ln1: try norm(name + "input_layernorm"), attention: try attention(name + "self_attn.", layer),
                ln2: try norm(name + "post_attention_layernorm"), mlp: try mlp(name + "mlp."))
        }
        let head = try file.head(
            "lm_head.weight", embedding, called: "model.embed_tokens.weight", tied: isTied, config)
        let frequencies = try RotaryScaling(config).frequencies(dim: cfg.rotaryDim ?? cfg.dHead)
        return TransformerWeights(
            embedding: embedding, positions: RotaryPositions(frequencies: frequencies), blocks: blocks,
            finalNorm: try norm("model.norm"), unembedding: Readout(table: head))
    }

    func norm(_ name: String) throws -> RMSNorm {
        RMSNorm(gain: try file.tensor(name + ".weight", [cfg.dModel]))
    }

    func attention(_ name: String, _ layer: Int) throws -> AttentionWeights {
        let (qkv, qkvBias) = try file.projections(
            ["q_proj", "k_proj", "v_proj"].map { name + $0 }, cfg, hasBiases: hasQueryBiases)
        return AttentionWeights(
            qkv: qkv, qkvBias: qkvBias, out: try file.linear(name + "o_proj", in: cfg.dHeads, out: cfg.dModel),
            outBias: try file.bias(name + "o_proj", cfg.dModel, isThere: hasOutputBias),
            scale: cfg.attnScale(layer: layer), reach: cfg.reach(layer: layer))
    }

    func mlp(_ name: String) throws -> GatedMLP {
        GatedMLP(
            gate: try file.linear(name + "gate_proj", in: cfg.dModel, out: cfg.dMLP),
            reading: try file.linear(name + "up_proj", in: cfg.dModel, out: cfg.dMLP),
            readingBias: Tensor.zeros([cfg.dMLP]),
            writing: try file.linear(name + "down_proj", in: cfg.dMLP, out: cfg.dModel),
            writingBias: Tensor.zeros([cfg.dModel]))
    }
}
