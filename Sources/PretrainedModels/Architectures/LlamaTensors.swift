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
    /// Whether queries, keys and values are one matrix, and so are the MLP's gate and reading matrix.
    var isFused = false
    /// Whether the file has of every norm's gain how far it is from 1.
    var hasGainsFromOne = false

    init(_ config: CheckpointConfig, _ cfg: HookedTransformerConfig) throws {
        (file, self.config, self.cfg) = (try config.tensors(keptAs: cfg.dtype), config, cfg)
    }

    /// All of them; positions are turned as config.json says, unless given.
    func weights(
        tied isTied: Bool, embeddingScale: Float = 1, positions: RotaryPositions? = nil
    ) throws -> TransformerWeights {
        let embedding = try file.table("model.embed_tokens.weight", [cfg.dVocab, cfg.dModel])
        // Tables first: they are the largest, and there for a moment at four bytes a number.
        let head = try file.head(
            "lm_head.weight", embedding, called: "model.embed_tokens.weight", tied: isTied, config)
        let blocks = try file.blocks("model.layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            try block("model.layers.\(layer).", layer)
        }
        let frequencies = try RotaryScaling(config).frequencies(dim: cfg.rotaryDim ?? cfg.dHead)
        return TransformerWeights(
            embedding: embedding, embeddingScale: embeddingScale,
            positions: positions ?? RotaryPositions(frequencies: frequencies), blocks: blocks,
            finalNorm: try norm("model.norm"),
            unembedding: Readout(table: head, softCap: cfg.outputLogitsSoftCap.map { Float($0) }))
    }

    private func block(_ name: String, _ layer: Int) throws -> BlockWeights {
        var block = BlockWeights(
            ln1: try norm(name + "input_layernorm"), attention: try attention(name + "self_attn.", layer),
            mlp: try mlp(name + "mlp."))
        if cfg.useNormalizationBeforeAndAfter {
            block.ln1Post = try norm(name + "post_attention_layernorm")
            block.ln2 = try norm(name + "pre_feedforward_layernorm")
            block.ln2Post = try norm(name + "post_feedforward_layernorm")
        } else {
            block.ln2 = try norm(name + "post_attention_layernorm")
        }
        return block
    }

    private func norm(_ name: String) throws -> RMSNorm { RMSNorm(gain: try gain(name, cfg.dModel)) }

    private func gain(_ name: String, _ size: Int) throws -> Tensor {
        let stored = try file.tensor(name + ".weight", [size])
        // GGUF files have the 1 in them: taken off and added again, small gains would lose a bit.
        return hasGainsFromOne && config.gguf == nil ? try Fault.catching { stored + 1 } : stored
    }

    private func attention(_ name: String, _ layer: Int) throws -> AttentionWeights {
        let (qkv, qkvBias) = try projections(name)
        return AttentionWeights(
            qkv: qkv, qkvBias: qkvBias, out: try file.linear(name + "o_proj", in: cfg.dHeads, out: cfg.dModel),
            outBias: try file.bias(name + "o_proj", cfg.dModel, isThere: hasOutputBias),
            scale: cfg.attnScale(layer: layer), reach: cfg.reach(layer: layer),
            softCap: cfg.attnScoresSoftCap.map { Float($0) }, headNorms: try headNorms(name))
    }

    /// Queries, keys and values side by side: [d_model, column] and [column]
    private func projections(_ name: String) throws -> (matrix: Tensor, bias: Tensor) {
        guard isFused else {
            return try file.projections(
                ["q_proj", "k_proj", "v_proj"].map { name + $0 }, cfg, hasBiases: hasQueryBiases)
        }
        let width = cfg.dHeads + 2 * cfg.keyHeads * cfg.dHead
        return (
            try file.linear(name + "qkv_proj", in: cfg.dModel, out: width),
            try file.bias(name + "qkv_proj", width, isThere: hasQueryBiases)
        )
    }

    private func headNorms(_ name: String) throws -> HeadNorms? {
        guard cfg.useQKNorm else { return nil }
        return HeadNorms(query: try gain(name + "q_norm", cfg.dHead), key: try gain(name + "k_norm", cfg.dHead))
    }

    private func mlp(_ name: String) throws -> GatedMLP {
        let (gate, reading) = try readers(name)
        return GatedMLP(
            gate: gate, reading: reading, readingBias: Tensor.zeros([cfg.dMLP]),
            writing: try file.linear(name + "down_proj", in: cfg.dMLP, out: cfg.dModel),
            writingBias: Tensor.zeros([cfg.dModel]))
    }

    /// The MLP's gate and its reading matrix.
    private func readers(_ name: String) throws -> (gate: Tensor, reading: Tensor) {
        let (d, f) = (cfg.dModel, cfg.dMLP)
        guard isFused else {
            return (
                try file.linear(name + "gate_proj", in: d, out: f), try file.linear(name + "up_proj", in: d, out: f)
            )
        }
        let both = try file.linear(name + "gate_up_proj", in: d, out: 2 * f)
        return try Fault.catching { (both[0..., 0..<f], both[0..., f...]) }
    }
}
