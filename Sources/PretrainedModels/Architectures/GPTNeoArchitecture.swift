internal import TextFormats
internal import HookedTransformers
internal import TensorCore

/// GPT-Neo, and so TinyStories, as Hugging Face stores it.
///
/// Attention scores are not scaled, and every other layer looks back over a window only. Queries, keys and values have no
/// biases. The unembedding is the embedding unless the config unties it.
struct GPTNeoArchitecture: Architecture {
    static let modelTypes = ["gpt_neo"]
    static let keys: Set = [
        "activation_function", "attention_layers", "attention_types", "hidden_size", "intermediate_size",
        "layer_norm_epsilon", "max_position_embeddings", "num_heads", "num_layers", "tie_word_embeddings", "vocab_size",
        "window_size",
    ]

    let config: CheckpointConfig

    func configuration(named name: String) throws -> HookedTransformerConfig {
        let (dModel, nHeads, nLayers) = (
            try config.size("hidden_size"), try config.size("num_heads"), try config.layerCount("num_layers")
        )
        var cfg = HookedTransformerConfig(
            modelName: name, nLayers: nLayers, nHeads: nHeads, dModel: dModel,
            dHead: try config.quotient("hidden_size", by: "num_heads"),
            dMLP: try config.optionalSize("intermediate_size"), nCtx: try config.size("max_position_embeddings"),
            dVocab: try config.size("vocab_size"),
            actFn: try config.activation("activation_function", absent: .geluNew),
            eps: try config.eps("layer_norm_epsilon", absent: 1e-5))
        cfg.useAttnScale = false
        cfg.attnTypes = try attentionKinds(nLayers)
        cfg.windowSize = try config.optionalSize("window_size") ?? 256
        return cfg
    }

    /// `global` or `local` for every layer. The config lists them, or says how often which kinds follow each other.
    private func attentionKinds(_ count: Int) throws -> [String] {
        let repeats = config.list("attention_types").map { $0.flatMap(Self.expanded) }
        let kinds = repeats ?? config.list("attention_layers")?.compactMap(\.string)
        let found = kinds ?? (0..<count).map { $0.isMultiple(of: 2) ? "global" : "local" }
        guard found.count == count, found.allSatisfy(["global", "local"].contains) else {
            throw PretrainedModelError.badValue(
                file: config.file, key: repeats == nil ? "attention_layers" : "attention_types",
                expected: "\"global\" or \"local\" for each of the \(count) layers", found: "\(found)")
        }
        return found
    }

    /// `[["global", "local"], 6]` as twelve kinds.
    private static func expanded(_ entry: JSONTree) -> [String] {
        guard let pair = entry.array, pair.count == 2, let kinds = pair[0].array?.map({ $0.string ?? "" }),
            let times = pair[1].number.flatMap({ Int(exactly: $0) }), (0...4096).contains(times), kinds.count <= 4096
        else { return [entry.description] }
        return (0..<times).flatMap { _ in kinds }
    }

    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights {
        let file = try config.tensors(keptAs: cfg.dtype)
        let d = cfg.dModel
        let blocks = try file.blocks("h.", cfg.nLayers, config, "num_layers") { layer in
            let prefix = "h.\(layer)."
            return BlockWeights(
                ln1: try file.layerNorm(prefix + "ln_1", d),
                attention: try file.attention(
                    prefix + "attn.attention.", out: "out_proj", cfg, layer, hasBiases: false, hasOutputBias: true),
                ln2: try file.layerNorm(prefix + "ln_2", d), mlp: try mlp(file, prefix + "mlp.", cfg))
        }
        let embedding = try file.table("wte.weight", [cfg.dVocab, d])
        let isTied = try config.isOn("tie_word_embeddings", unless: true)
        let head = try file.head("lm_head.weight", embedding, called: "wte.weight", tied: isTied, config)
        return TransformerWeights(
            embedding: embedding, positions: LearnedPositions(try file.tensor("wpe.weight", [cfg.nCtx, d])),
            blocks: blocks, finalNorm: try file.layerNorm("ln_f", d),
            unembedding: Readout(table: head))
    }

    private func mlp(_ file: CheckpointTensors, _ prefix: String, _ cfg: HookedTransformerConfig) throws -> PlainMLP {
        PlainMLP(
            reading: try file.linear(prefix + "c_fc", in: cfg.dModel, out: cfg.dMLP),
            readingBias: try file.bias(prefix + "c_fc", cfg.dMLP),
            writing: try file.linear(prefix + "c_proj", in: cfg.dMLP, out: cfg.dModel),
            writingBias: try file.bias(prefix + "c_proj", cfg.dModel))
    }
}
