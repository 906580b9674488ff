internal import TextFormats

// Gemma's norms multiply by a gain that Hugging Face stores without its 1, and the format with it: `LlamaTensors` knows.

extension GGUFFamily {
    static let gemma = GGUFFamily(
        architecture: "gemma", modelType: "gemma", keys: llamaKeys, otherKeys: llamaOtherKeys,
        members: { ["rope_scaling": try rotation($0)] }, tensors: llamaTensors)

    /// Gemma 2. How scores are scaled is not in the file: by the width of a head, but for the model of 27 billions.
    static let gemma2 = GGUFFamily(
        architecture: "gemma2", modelType: "gemma2",
        keys: llamaKeys.merging([
            "attn_logit_softcapping": "attn_logit_softcapping", "final_logit_softcapping": "final_logit_softcapping",
            "attention.sliding_window": "sliding_window",
        ]) { first, _ in first },
        otherKeys: llamaOtherKeys,
        members: { file in
            ["rope_scaling": try rotation(file), "query_pre_attn_scalar": .number(try scoreScale(file, largest: 46))]
        },
        tensors: gemmaTensors)

    /// Gemma 3. Every sixth layer looks at everything and turns by another base, as in all models of this family.
    static let gemma3 = GGUFFamily(
        architecture: "gemma3", modelType: "gemma3_text",
        keys: llamaKeys.merging([
            "attention.sliding_window": "sliding_window", "rope.freq_base_swa": "rope_local_base_freq",
            "final_logit_softcapping": "final_logit_softcapping",
        ]) { first, _ in first },
        otherKeys: llamaOtherKeys,
        members: { file in
            var members: [String: JSONTree] = [
                "rope_scaling": try rotation(file),
                "query_pre_attn_scalar": .number(try scoreScale(file, largest: 62)),
            ]
            if file["rope.freq_base"] == nil { members["rope_theta"] = .number(1e6) }
            return members
        },
        tensors: gemmaTensors.merging(headNorms) { first, _ in first })

    /// The number under whose root scores are divided: of a head, or in the largest model, which has `largest` layers, of an
    /// equal share of d_model.
    private static func scoreScale(_ file: GGUFMetadata, largest: Int) throws -> Double {
        let share = try file.count("embedding_length") / file.count("attention.head_count")
        if try file.count("block_count") == largest || file["attention.key_length"] == nil { return Double(share) }
        return Double(try file.count("attention.key_length"))
    }

    private static let gemmaTensors = llamaTensors.merging([
        "blk.#.post_attention_norm": "model.layers.#.post_attention_layernorm",
        "blk.#.ffn_norm": "model.layers.#.pre_feedforward_layernorm",
        "blk.#.post_ffw_norm": "model.layers.#.post_feedforward_layernorm",
    ]) { $1 }
}
