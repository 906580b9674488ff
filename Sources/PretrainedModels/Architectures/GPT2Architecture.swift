internal import HookedTransformers
internal import Safetensors
internal import TensorCore

/// GPT-2 as Hugging Face stores it: its config.json keys and its tensors' names.
///
/// Linear layers are stored [in, out]; only the unembedding is stored by token. It is tied to the embedding unless
/// config.json says otherwise. `n_inner` is honoured, which TransformerLens ignores.
struct GPT2Architecture {
    let folder: String
    let config: CheckpointConfig

    /// The model's sizes.
    func configuration(named name: String) throws -> HookedTransformerConfig {
        let actFn = try config.text("activation_function") ?? "gelu_new"
        guard let activation = ActivationFunction(named: actFn) else {
            throw PretrainedModelError.unknownActivation(
                file: config.file, found: actFn, known: ActivationFunction.allCases.map(\.rawValue))
        }
        try refuseOtherAttention()
        let (dModel, nHeads) = (try config.size("n_embd"), try config.size("n_head"))
        guard dModel % nHeads == 0 else {
            throw PretrainedModelError.badValue(
                file: config.file, key: "n_embd", expected: "a multiple of n_head = \(nHeads)", found: "\(dModel)")
        }
        let nCtx = try config.optionalSize("n_positions") ?? config.optionalSize("n_ctx")
        guard let nCtx else { throw PretrainedModelError.missingKey(file: config.file, key: "n_positions") }
        return HookedTransformerConfig(
            modelName: name, nLayers: try config.size("n_layer"), nHeads: nHeads, dModel: dModel,
            dMLP: try config.optionalSize("n_inner"), nCtx: nCtx, dVocab: try config.size("vocab_size"),
            actFn: activation, eps: Float(try config.number("layer_norm_epsilon") ?? 1e-5),
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
        let file = try CheckpointTensors(folder: folder)
        try checkLayers(file, cfg)
        let (d, f) = (cfg.dModel, cfg.dMLP)
        let blocks = try onAllCores(cfg.nLayers) { layer in
            let prefix = "h.\(layer)."
            return BlockWeights(
                ln1: try norm(file, prefix + "ln_1", d),
                qkv: try file.tensor(prefix + "attn.c_attn.weight", [d, 3 * d]),
                qkvBias: try file.tensor(prefix + "attn.c_attn.bias", [3 * d]),
                out: try file.tensor(prefix + "attn.c_proj.weight", [d, d]),
                outBias: try file.tensor(prefix + "attn.c_proj.bias", [d]),
                ln2: try norm(file, prefix + "ln_2", d),
                mlpIn: try file.tensor(prefix + "mlp.c_fc.weight", [d, f]),
                mlpInBias: try file.tensor(prefix + "mlp.c_fc.bias", [f]),
                mlpOut: try file.tensor(prefix + "mlp.c_proj.weight", [f, d]),
                mlpOutBias: try file.tensor(prefix + "mlp.c_proj.bias", [d]))
        }
        let embedding = try file.tensor("wte.weight", [cfg.dVocab, d])
        return TransformerWeights(
            embedding: embedding, positions: try file.tensor("wpe.weight", [cfg.nCtx, d]), blocks: blocks,
            finalNorm: try norm(file, "ln_f", d), unembedding: Readout(table: try head(file, embedding)))
    }

    /// The number of layers is believed as far as the file's tensors go: room for a billion is not made first.
    private func checkLayers(_ file: CheckpointTensors, _ cfg: HookedTransformerConfig) throws {
        let layers = Dictionary(
            file.names.compactMap { name in Self.layer(name).map { ($0, name) } }, uniquingKeysWith: { min($0, $1) })
        if let last = layers.keys.max(), last >= cfg.nLayers {
            throw PretrainedModelError.moreLayers(
                file: file.file, config: config.file, key: "n_layer", layers: cfg.nLayers, found: layers[last] ?? "")
        }
        // Of n different layers at least one below n + 1 is missing.
        if let missing = (0..<min(cfg.nLayers, layers.count + 1)).first(where: { layers[$0] == nil }) {
            throw PretrainedModelError.missingTensor(
                file: file.file, name: "h.\(missing).ln_1.weight", expected: [cfg.dModel])
        }
    }

    /// The number behind the `h.` of a block's tensor.
    private static func layer(_ name: String) -> Int? {
        let parts = name.split(separator: ".", maxSplits: 2)
        return parts.count == 3 && parts[0] == "h" ? Int(parts[1]) : nil
    }

    /// The unembedding [d_vocab, d_model]: the embedding itself, or a matrix of its own where config.json says so.
    private func head(_ file: CheckpointTensors, _ embedding: Tensor) throws -> Tensor {
        let isTied = try config.isOn("tie_word_embeddings", unless: true)
        guard !isTied || file.has(Self.headName) else { return embedding }
        let head = try file.tensor(Self.headName, embedding.shape)
        guard isTied else { return head }
        if let index = Self.firstDifference(head, embedding) {
            throw PretrainedModelError.headNotTied(
                file: file.file, config: config.file, name: Self.headName, embedding: "wte.weight", index: index)
        }
        return embedding
    }

    private static let headName = "lm_head.weight"

    private static func firstDifference(_ a: Tensor, _ b: Tensor) -> Int? {
        a.withUnsafeFloats { a in
            b.withUnsafeFloats { b in zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset }
        }
    }

    private func norm(_ file: CheckpointTensors, _ name: String, _ size: Int) throws -> NormWeights {
        NormWeights(gain: try file.tensor(name + ".weight", [size]), bias: try file.tensor(name + ".bias", [size]))
    }
}
