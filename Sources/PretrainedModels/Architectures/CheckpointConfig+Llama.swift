internal import TextFormats
internal import HookedTransformers

// What the configs of Llama, and of the families that are laid out as it is, say in the same way.

extension CheckpointConfig {
    /// The keys that ``llamaConfiguration(named:keyHeads:dHead:activation:eps:turnsPart:)`` reads, and those of the embedding.
    static let llamaKeys: Set = RotaryScaling.keys.union([
        "head_dim", "hidden_act", "hidden_size", "intermediate_size", "max_position_embeddings", "num_attention_heads",
        "num_hidden_layers", "num_key_value_heads", "rms_norm_eps", "tie_word_embeddings", "vocab_size",
    ])

    /// Norms that leave the mean where it is, rotary positions, gated MLPs, keys and values that groups of heads share.
    /// - Parameters:
    ///   - keyHeads: how many heads have keys of their own where the file doesn't say; nil for all.
    ///   - dHead: the width of a head where the file doesn't say; nil for an equal share of d_model.
    ///   - activation: the key of the activation function, and which it is where the file doesn't say.
    ///   - eps: what norms add where the file doesn't say.
    ///   - turnsPart: whether positions may turn a part of each head only.
    func llamaConfiguration(
        named name: String, keyHeads: Int? = nil, dHead: Int? = nil,
        activation: (key: String, absent: ActivationFunction) = ("hidden_act", .silu), eps: Double = 1e-6,
        turnsPart: Bool = false
    ) throws -> HookedTransformerConfig {
        let (heads, rotation) = (try size("num_attention_heads"), try RotaryScaling(self))
        let dHead = try optionalSize("head_dim") ?? dHead ?? quotient("hidden_size", by: "num_attention_heads")
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: try layerCount("num_hidden_layers"), nHeads: heads,
            dModel: try size("hidden_size"), dHead: dHead, dMLP: try size("intermediate_size"),
            nCtx: try size("max_position_embeddings"), dVocab: try size("vocab_size"),
            actFn: try self.activation(activation.key, absent: activation.absent),
            eps: try self.eps("rms_norm_eps", absent: eps),
            normalizationType: .rms)
        cfg.nKeyValueHeads = try self.keyHeads(absent: keyHeads ?? heads, of: heads)
        cfg.positionalEmbeddingType = .rotary
        let part = try rotation.partialFactor ?? number("partial_rotary_factor") ?? 1
        cfg.rotaryDim = try rotaryDim(turnsPart ? part : rotation.wholeHead(), of: dHead)
        try rotation.describe(in: &cfg)
        cfg.gatedMLP = true
        return cfg
    }

    /// How many heads have keys of their own; nil when all `heads` do.
    func keyHeads(absent: Int, of heads: Int) throws -> Int? {
        let keyHeads = try optionalSize("num_key_value_heads") ?? absent
        guard heads.isMultiple(of: keyHeads) else {
            throw PretrainedModelError.badValue(
                file: file, key: spelled("num_key_value_heads"),
                expected: "a divisor of \(spelled("num_attention_heads")) = \(heads)",
                found: "\(keyHeads)")
        }
        return keyHeads == heads ? nil : keyHeads
    }

    /// `global` or `local` for every layer, as `layer_types` lists them; nil where the file has no such list.
    func layerTypes(_ count: Int) throws -> [String]? {
        guard let list = list("layer_types"), !list.isEmpty else { return nil }
        let names = ["full_attention": "global", "sliding_attention": "local"]
        let types = list.compactMap { $0.string.flatMap { names[$0] } }
        guard types.count == count, list.count == count else {
            throw PretrainedModelError.badValue(
                file: file, key: "layer_types",
                expected: "\"full_attention\" or \"sliding_attention\" for each of the \(count) layers",
                found: shown("layer_types"))
        }
        return types
    }
}

extension HookedTransformerConfig {
    /// Lets the local layers among `types` look back over `window` positions; nothing where there is no window.
    mutating func look(back window: Int?, in types: [String]) {
        guard let window else { return }
        (windowSize, attnTypes) = (window, types)
    }
}
