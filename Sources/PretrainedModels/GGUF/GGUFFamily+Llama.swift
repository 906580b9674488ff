internal import TextFormats
internal import GGUF
internal import TensorCore

extension GGUFFamily {
    /// Llama 1 to 3, SmolLM, TinyLlama and Mistral, which the format does not tell apart.
    ///
    /// The rows of queries and keys stand in the order in which the format turns them. Llama 3's stretched frequencies are a
    /// tensor of their own.
    static let llama = GGUFFamily(
        architecture: "llama", modelType: "llama", keys: llamaKeys, otherKeys: llamaOtherKeys,
        members: { file in
            [
                "rope_scaling": try rotation(file), "mlp_bias": .boolean(file.has(tensor: "blk.0.ffn_up.bias")),
                "attention_bias": .boolean(file.has(tensor: "blk.0.attn_q.bias")),
            ]
        },
        tensors: llamaTensors,
        changes: [
            "blk.#.attn_q": .paired(heads: "attention.head_count"),
            "blk.#.attn_k": .paired(heads: "attention.head_count_kv"),
        ])

    /// What Llama and the families that are laid out as it is have in common.
    static let llamaKeys = [
        "block_count": "num_hidden_layers", "context_length": "max_position_embeddings",
        "embedding_length": "hidden_size", "feed_forward_length": "intermediate_size",
        "attention.head_count": "num_attention_heads", "attention.head_count_kv": "num_key_value_heads",
        "attention.key_length": "head_dim", "attention.layer_norm_rms_epsilon": "rms_norm_eps",
        "rope.freq_base": "rope_theta",
    ]

    /// Keys that ``rotation(_:)`` reads, and those whose meaning the tensors' shapes have already.
    static let llamaOtherKeys: Set = [
        "rope.dimension_count", "rope.scaling.type", "rope.scaling.factor", "rope.scale_linear",
        "rope.scaling.original_context_length", "rope.scaling.finetuned", "vocab_size", "attention.value_length",
        "tensor_data_layout",
    ]

    static let llamaTensors = [
        "token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head",
        "blk.#.attn_norm": "model.layers.#.input_layernorm", "blk.#.attn_q": "model.layers.#.self_attn.q_proj",
        "blk.#.attn_k": "model.layers.#.self_attn.k_proj", "blk.#.attn_v": "model.layers.#.self_attn.v_proj",
        "blk.#.attn_output": "model.layers.#.self_attn.o_proj",
        "blk.#.ffn_norm": "model.layers.#.post_attention_layernorm", "blk.#.ffn_gate": "model.layers.#.mlp.gate_proj",
        "blk.#.ffn_up": "model.layers.#.mlp.up_proj", "blk.#.ffn_down": "model.layers.#.mlp.down_proj",
    ]

    /// `rope_scaling` as config.json would have it.
    static func rotation(_ file: GGUFMetadata) throws -> JSONTree {
        var settings: [String: JSONTree] = [:]
        let heads = try file.count("attention.head_count")
        let width =
            try file["attention.key_length"].map { _ in try file.count("attention.key_length") }
            ?? file.count("embedding_length") / heads
        if file["rope.dimension_count"] != nil, try file.count("rope.dimension_count") != width, width > 0 {
            settings["partial_rotary_factor"] = .number(Double(try file.count("rope.dimension_count")) / Double(width))
        }
        if let kind = file["rope.scaling.type"]?.string, kind != "none" { settings["rope_type"] = .string(kind) }
        if let factor = try file.number("rope.scaling.factor") ?? file.number("rope.scale_linear") {
            settings["factor"] = .number(factor)
            if factor != 1, settings["rope_type"] == nil { settings["rope_type"] = .string("linear") }
        }
        if file.has(tensor: ropeFactors) {
            let factors = try file.file.tensor(ropeFactors).toArray()
            settings["rope_type"] = .string(RotaryScaling.factors)
            settings["factors"] = .array(factors.map { .number(Double($0)) })
        }
        return settings.isEmpty ? .null : .object(settings)
    }
}
