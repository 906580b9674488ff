internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// OPT as Hugging Face stores it: GPT-2's parts with relu, and a table of positions that begins two rows late.
///
/// The unembedding is the embedding unless the config unties it.
struct OPTArchitecture: Architecture {
    static let modelTypes = ["opt"]
    static let keys: Set = [
        "_remove_final_layer_norm", "activation_function", "do_layer_norm_before", "enable_bias", "ffn_dim",
        "hidden_size", "layer_norm_elementwise_affine", "max_position_embeddings", "num_attention_heads",
        "num_hidden_layers", "tie_word_embeddings", "vocab_size", "word_embed_proj_dim",
    ]
    static let ignoredKeys: Set = ["dropout", "init_std", "layerdrop"]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        try refuseOtherNetworks()
        return HookedTransformerConfig(
            modelName: name, nLayers: try config.layerCount("num_hidden_layers"),
            nHeads: try config.size("num_attention_heads"), dModel: try config.size("hidden_size"),
            dHead: try config.quotient("hidden_size", by: "num_attention_heads"), dMLP: try config.size("ffn_dim"),
            nCtx: try config.size("max_position_embeddings"), dVocab: try config.size("vocab_size"),
            actFn: try config.activation("activation_function", absent: .relu))
    }

    private func refuseOtherNetworks() throws {
        try config.expect("do_layer_norm_before", true, unless: true)
        try config.expect("layer_norm_elementwise_affine", true, unless: true)
        try config.expect("_remove_final_layer_norm", false, unless: false)
        let (width, inner) = (try config.optionalSize("word_embed_proj_dim"), try config.size("hidden_size"))
        guard let width, width != inner else { return }
        throw PretrainedModelError.badValue(
            file: config.file, key: "word_embed_proj_dim", expected: "hidden_size = \(inner), the only kind here",
            found: "\(width)")
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let d = cfg.dModel
        // Old files lack the first part of every name.
        let root = file.has("model.decoder.embed_tokens.weight") ? "model.decoder." : "decoder."
        let hasBiases = try config.isOn("enable_bias", unless: true)
        let blocks = try file.blocks(root + "layers.", cfg.nLayers, config, "num_hidden_layers") { layer in
            let name = "\(root)layers.\(layer)."
            return BlockWeights(
                ln1: try file.layerNorm(name + "self_attn_layer_norm", d),
                attention: try file.attention(
                    name + "self_attn.", out: "out_proj", cfg, layer, hasBiases: hasBiases, hasOutputBias: hasBiases),
                ln2: try file.layerNorm(name + "final_layer_norm", d), mlp: try mlp(file, name, cfg))
        }
        let embedding = try file.table(root + "embed_tokens.weight", [cfg.dVocab, d])
        let head = try file.head(
            "lm_head.weight", embedding, called: root + "embed_tokens.weight",
            tied: config.isOn("tie_word_embeddings", unless: true), config)
        let positions = try file.tensor(root + "embed_positions.weight", [cfg.nCtx + 2, d])
        return TransformerWeights(
            embedding: embedding, positions: LearnedPositions(try Fault.catching { positions[2...] }), blocks: blocks,
            finalNorm: try file.layerNorm(root + "final_layer_norm", d), unembedding: Readout(table: head))
    }

    private func mlp(_ file: CheckpointTensors, _ name: String, _ cfg: HookedTransformerConfig) throws -> PlainMLP {
        let hasBiases = try config.isOn("enable_bias", unless: true)
        return PlainMLP(
            reading: try file.linear(name + "fc1", in: cfg.dModel, out: cfg.dMLP),
            readingBias: try file.bias(name + "fc1", cfg.dMLP, isThere: hasBiases),
            writing: try file.linear(name + "fc2", in: cfg.dMLP, out: cfg.dModel),
            writingBias: try file.bias(name + "fc2", cfg.dModel, isThere: hasBiases))
    }
}
