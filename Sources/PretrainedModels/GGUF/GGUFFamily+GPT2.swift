extension GGUFFamily {
    /// GPT-2, whose matrices the format stores by output, as those of all others.
    static let gpt2 = GGUFFamily(
        architecture: "gpt2", modelType: "gpt2",
        keys: [
            "block_count": "n_layer", "context_length": "n_positions", "embedding_length": "n_embd",
            "feed_forward_length": "n_inner", "attention.head_count": "n_head",
            "attention.layer_norm_epsilon": "layer_norm_epsilon",
        ],
        otherKeys: ["vocab_size", "tensor_data_layout", "attention.head_count_kv"],
        tensors: [
            "token_embd": "wte", "position_embd": "wpe", "output_norm": "ln_f", "output": "lm_head",
            "blk.#.attn_norm": "h.#.ln_1", "blk.#.attn_qkv": "h.#.attn.c_attn", "blk.#.attn_output": "h.#.attn.c_proj",
            "blk.#.ffn_norm": "h.#.ln_2", "blk.#.ffn_up": "h.#.mlp.c_fc", "blk.#.ffn_down": "h.#.mlp.c_proj",
        ],
        changes: [
            "blk.#.attn_qkv.weight": .transposed, "blk.#.attn_output.weight": .transposed,
            "blk.#.ffn_up.weight": .transposed, "blk.#.ffn_down.weight": .transposed,
        ])
}
