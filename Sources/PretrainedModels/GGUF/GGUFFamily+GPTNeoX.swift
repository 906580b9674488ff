internal import TextFormats

extension GGUFFamily {
    /// GPT-NeoX and Pythia; the format sorts what Hugging Face has head by head.
    static let gptNeoX = GGUFFamily(
        architecture: "gptneox", modelType: "gpt_neox",
        keys: [
            "block_count": "num_hidden_layers", "context_length": "max_position_embeddings",
            "embedding_length": "hidden_size", "feed_forward_length": "intermediate_size",
            "attention.head_count": "num_attention_heads", "attention.layer_norm_epsilon": "layer_norm_eps",
            "rope.freq_base": "rope_theta", "use_parallel_residual": "use_parallel_residual",
        ],
        otherKeys: ["rope.dimension_count", "vocab_size", "tensor_data_layout"],
        members: { file in
            var members: [String: JSONTree] = ["attention_bias": .boolean(file.has(tensor: "blk.0.attn_qkv.bias"))]
            let (width, heads) = (try file.count("embedding_length"), try file.count("attention.head_count"))
            if file["rope.dimension_count"] != nil, width >= heads {
                // A share of a head is rounded down: half a component more keeps the count.
                let turning = Double(try file.count("rope.dimension_count")) + 0.5
                members["rotary_pct"] = .number(turning / Double(width / heads))
            }
            return members
        },
        tensors: [
            "token_embd": "gpt_neox.embed_in", "output_norm": "gpt_neox.final_layer_norm", "output": "embed_out",
            "blk.#.attn_norm": "gpt_neox.layers.#.input_layernorm",
            "blk.#.attn_qkv": "gpt_neox.layers.#.attention.query_key_value",
            "blk.#.attn_output": "gpt_neox.layers.#.attention.dense",
            "blk.#.ffn_norm": "gpt_neox.layers.#.post_attention_layernorm",
            "blk.#.ffn_up": "gpt_neox.layers.#.mlp.dense_h_to_4h",
            "blk.#.ffn_down": "gpt_neox.layers.#.mlp.dense_4h_to_h",
        ],
        changes: ["blk.#.attn_qkv": .sortedByPart(heads: "attention.head_count")])
}
