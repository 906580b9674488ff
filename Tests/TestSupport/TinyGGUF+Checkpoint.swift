internal import Foundation
internal import Safetensors
internal import TensorCore

extension TinyGGUF {
    /// A checkpoint of Hugging Face's as the format's own converter would write it.
    ///
    /// - Parameters:
    ///   - folder: the checkpoint's, of a family that llama.cpp knows.
    ///   - architecture: what the format calls the family.
    package convenience init(copying folder: String, as architecture: String) throws {
        self.init()
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder + "/config.json")))
        guard let config = json as? [String: Any] else { return }
        metadata["general.architecture"] = .string(architecture)
        for (key, names) in Self.keys {
            guard let value = names.lazy.compactMap({ config[$0] as? NSNumber }).first else { continue }
            let isReal = key.contains("epsilon") || key.contains("freq_base") || key.contains("softcapping")
            metadata["\(architecture).\(key)"] = isReal ? .number(value.doubleValue) : .integer(value.intValue)
        }
        if let isParallel = config["use_parallel_residual"] as? Bool {
            metadata["\(architecture).use_parallel_residual"] = .boolean(isParallel)
        }
        func size(_ key: String) -> Int { (config[key] as? NSNumber)?.intValue ?? 0 }
        let heads = max(size("num_attention_heads"), size("n_head"))
        if let share = config["rotary_pct"] as? Double {
            metadata["\(architecture).rope.dimension_count"] = .integer(
                Int(Double(size("hidden_size") / heads) * share))
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".safetensors") {
            for (name, tensor) in try loadTensors(from: folder + "/" + file) {
                guard let own = Self.name(name, architecture) else { continue }
                tensors[own] = Self.changed(
                    tensor, own, architecture, heads: heads, keyHeads: max(1, size("num_key_value_heads")))
            }
        }
        if let scaling = config["rope_scaling"] as? [String: Any], scaling["rope_type"] as? String == "llama3" {
            tensors["rope_freqs.weight"] = Self.factors(
                scaling, base: config["rope_theta"] as? Double ?? 10000, width: size("head_dim"))
        }
        if let scaling = config["rope_scaling"] as? [String: Any], scaling["rope_type"] as? String == "linear" {
            metadata["\(architecture).rope.scaling.type"] = .string("linear")
            metadata["\(architecture).rope.scaling.factor"] = .number(scaling["factor"] as? Double ?? 1)
        }
    }

    private static let keys = [
        "block_count": ["num_hidden_layers", "n_layer"], "context_length": ["max_position_embeddings", "n_positions"],
        "embedding_length": ["hidden_size", "n_embd"], "feed_forward_length": ["intermediate_size", "n_inner"],
        "attention.head_count": ["num_attention_heads", "n_head"], "attention.head_count_kv": ["num_key_value_heads"],
        "attention.key_length": ["head_dim"], "attention.value_length": ["head_dim"],
        "attention.layer_norm_rms_epsilon": ["rms_norm_eps"],
        "attention.layer_norm_epsilon": ["layer_norm_eps", "layer_norm_epsilon"], "rope.freq_base": ["rope_theta"],
        "rope.freq_base_swa": ["rope_local_base_freq"],
        "attention.sliding_window": ["sliding_window"], "attn_logit_softcapping": ["attn_logit_softcapping"],
        "final_logit_softcapping": ["final_logit_softcapping"],
    ]

    /// The format's name of a tensor; nil for one that it does not store.
    private static func name(_ name: String, _ architecture: String) -> String? {
        var parts = name.split(separator: ".").map(String.init)
        let kind = parts.removeLast()
        let layer = parts.firstIndex { Int($0) != nil }
        if let layer {
            let rest = parts[(layer + 1)...].joined(separator: ".")
            let isPost = architecture == "gemma2" || architecture == "gemma3"
            guard let own = rest == "post_attention_layernorm" && isPost ? "post_attention_norm" : inLayers[rest]
            else { return nil }
            return "blk.\(parts[layer]).\(own).\(kind)"
        }
        return parts.last.flatMap { outside[$0] }.map { "\($0).\(kind)" }
    }

    private static let outside = [
        "wte": "token_embd", "wpe": "position_embd", "ln_f": "output_norm", "embed_tokens": "token_embd",
        "norm": "output_norm", "lm_head": "output", "embed_in": "token_embd", "final_layer_norm": "output_norm",
        "embed_out": "output",
    ]

    private static let inLayers = [
        "ln_1": "attn_norm", "ln_2": "ffn_norm", "attn.c_attn": "attn_qkv", "attn.c_proj": "attn_output",
        "mlp.c_fc": "ffn_up", "mlp.c_proj": "ffn_down", "input_layernorm": "attn_norm",
        "post_attention_layernorm": "ffn_norm", "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k",
        "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output", "self_attn.q_norm": "attn_q_norm",
        "self_attn.k_norm": "attn_k_norm", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
        "mlp.down_proj": "ffn_down", "pre_feedforward_layernorm": "ffn_norm",
        "post_feedforward_layernorm": "post_ffw_norm", "attention.query_key_value": "attn_qkv",
        "attention.dense": "attn_output", "mlp.dense_h_to_4h": "ffn_up", "mlp.dense_4h_to_h": "ffn_down",
    ]

    /// A tensor as the converter stores it.
    private static func changed(
        _ tensor: Tensor, _ name: String, _ architecture: String, heads: Int, keyHeads: Int
    ) -> Tensor {
        let width = tensor.shape.count > 1 ? tensor.shape[1] : 1
        if architecture == "gpt2", tensor.shape.count == 2, name.hasPrefix("blk.") { return tensor.T }
        if architecture.hasPrefix("gemma"), name.contains("norm") { return tensor + 1 }
        if architecture == "llama", name.contains("attn_q.") || name.contains("attn_k.") {
            // Row j of a head's first half, then row j of its second.
            let count = name.contains("attn_q.") ? heads : keyHeads
            return tensor.reshaped([count, 2, -1, width]).transposed(1, 2).reshaped(tensor.shape)
        }
        if architecture == "gptneox", name.contains("attn_qkv") {
            return tensor.reshaped([heads, 3, -1, width]).transposed(0, 1).reshaped(tensor.shape)
        }
        return tensor
    }

    /// What each pair's frequency is divided by under Llama 3's scaling.
    private static func factors(_ scaling: [String: Any], base: Double, width: Int) -> Tensor {
        func setting(_ key: String) -> Double { (scaling[key] as? NSNumber)?.doubleValue ?? 1 }
        let context = setting("original_max_position_embeddings")
        let factors = (0..<(width / 2)).map { pair in
            let wave = 2 * Double.pi * pow(base, 2 * Double(pair) / Double(width))
            if wave < context / setting("high_freq_factor") { return 1.0 }
            if wave > context / setting("low_freq_factor") { return setting("factor") }
            let share =
                (context / wave - setting("low_freq_factor"))
                / (setting("high_freq_factor") - setting("low_freq_factor"))
            return 1 / ((1 - share) / setting("factor") + share)
        }
        return Tensor(factors)
    }
}
