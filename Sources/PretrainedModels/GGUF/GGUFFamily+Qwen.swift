internal import TextFormats

extension GGUFFamily {
    /// Qwen 2 and 2.5.
    static let qwen2 = GGUFFamily(
        architecture: "qwen2", modelType: "qwen2", keys: llamaKeys, otherKeys: llamaOtherKeys,
        members: { ["rope_scaling": try rotation($0)] }, tensors: llamaTensors)

    /// Qwen 3, which has norms of queries and keys.
    static let qwen3 = GGUFFamily(
        architecture: "qwen3", modelType: "qwen3", keys: llamaKeys, otherKeys: llamaOtherKeys,
        members: { file in
            [
                "rope_scaling": try rotation(file),
                "attention_bias": .boolean(file.has(tensor: "blk.0.attn_q.bias")),
            ]
        },
        tensors: llamaTensors.merging(headNorms) { first, _ in first })

    static let headNorms = [
        "blk.#.attn_q_norm": "model.layers.#.self_attn.q_norm",
        "blk.#.attn_k_norm": "model.layers.#.self_attn.k_norm",
    ]
}
