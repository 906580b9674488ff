internal import HookedTransformers
internal import Safetensors
internal import TensorCore

/// GPT-2 as Hugging Face stores it: its config.json keys and its tensors' names.
///
/// Linear layers are stored [in, out]; only the unembedding is stored by token. It is tied to the embedding unless
/// config.json says otherwise. `n_inner` is honoured, which TransformerLens ignores.
struct GPT2Architecture: Architecture {
    static let modelTypes = ["gpt2"]
    static let keys: Set = [
        "activation_function", "add_cross_attention", "layer_norm_epsilon", "n_ctx", "n_embd", "n_head", "n_inner",
        "n_layer", "n_positions", "scale_attn_by_inverse_layer_idx", "scale_attn_weights", "tie_word_embeddings",
        "vocab_size",
    ]
    static let ignoredKeys: Set = ["n_special", "predict_special_tokens", "reorder_and_upcast_attn"]

    let config: CheckpointConfig

    /// The model's sizes.
    func configuration(named name: String) throws -> HookedTransformerConfig {
        let activation = try config.activation("activation_function", absent: .geluNew)
        try refuseOtherAttention()
        let dHead = try config.quotient("n_embd", by: "n_head")
        let nCtx = try config.optionalSize("n_positions") ?? config.optionalSize("n_ctx")
        guard let nCtx else { throw PretrainedModelError.missingKey(file: config.file, key: "n_positions") }
        return HookedTransformerConfig(
            modelName: name, nLayers: try config.size("n_layer"), nHeads: try config.size("n_head"),
            dModel: try config.size("n_embd"), dHead: dHead,
            dMLP: try config.optionalSize("n_inner"), nCtx: nCtx, dVocab: try config.size("vocab_size"),
            actFn: activation, eps: try config.eps("layer_norm_epsilon", absent: 1e-5),
            scaleAttnByInverseLayerIdx: try config.isOn("scale_attn_by_inverse_layer_idx"))
    }

    /// Throws for settings that would make another network of the same weights.
    private func refuseOtherAttention() throws {
        for (key, supported) in [("scale_attn_weights", true), ("add_cross_attention", false)]
        where try config.isOn(key, unless: supported) != supported {
            throw PretrainedModelError.badValue(
                file: config.file, key: key, expected: "\(supported), the only kind of attention here",
                found: "\(!supported)")
        }
    }

    /// The model's parameters.
    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let (d, f) = (cfg.dModel, cfg.dMLP)
        let blocks = try file.blocks("h.", cfg.nLayers, config, "n_layer") { layer in
            let prefix = "h.\(layer)."
            let ln1 = try file.layerNorm(prefix + "ln_1", d)
            let attention = AttentionWeights(
                qkv: try file.tensor(prefix + "attn.c_attn.weight", [d, 3 * d]),
                qkvBias: try file.tensor(prefix + "attn.c_attn.bias", [3 * d]),
                out: try file.tensor(prefix + "attn.c_proj.weight", [d, d]),
                outBias: try file.tensor(prefix + "attn.c_proj.bias", [d]), scale: cfg.attnScale(layer: layer))
            let mlp = PlainMLP(
                reading: try file.tensor(prefix + "mlp.c_fc.weight", [d, f]),
                readingBias: try file.tensor(prefix + "mlp.c_fc.bias", [f]),
                writing: try file.tensor(prefix + "mlp.c_proj.weight", [f, d]),
                writingBias: try file.tensor(prefix + "mlp.c_proj.bias", [d]))
            return BlockWeights(
                ln1: ln1, attention: attention, ln2: try file.layerNorm(prefix + "ln_2", d), mlp: mlp)
        }
        let embedding = try file.table("wte.weight", [cfg.dVocab, d])
        let isTied = try config.isOn("tie_word_embeddings", unless: true)
        let head = try file.head("lm_head.weight", embedding, called: "wte.weight", tied: isTied, config)
        return TransformerWeights(
            embedding: embedding, positions: LearnedPositions(try file.tensor("wpe.weight", [cfg.nCtx, d])),
            blocks: blocks,
            finalNorm: try file.layerNorm("ln_f", d), unembedding: Readout(table: head))
    }
}
