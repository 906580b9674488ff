internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

// Parts of models as most checkpoints store them: linear layers [out, in], norms with a weight and perhaps a bias.

extension CheckpointTensors {
    /// The blocks whose tensors' names begin with `prefix` and a number, each read by `read`.
    ///
    /// The number of layers under the config's `key` is believed as far as the file's tensors go: room for a billion is
    /// not made first.
    func blocks(
        _ prefix: String, _ count: Int, _ config: CheckpointConfig, _ key: String, _ read: (Int) throws -> BlockWeights
    ) throws -> [BlockWeights] {
        let stored = stored(prefix)
        let layers = Dictionary(
            names.compactMap { name in Self.layer(name, behind: stored).map { ($0, name) } }, uniquingKeysWith: min)
        if let last = layers.keys.max(), last >= count {
            throw PretrainedModelError.moreLayers(
                file: file, config: config.file, key: config.spelled(key), layers: count,
                found: spelled(layers[last] ?? ""))
        }
        // Of n different layers at least one below n + 1 is missing, and reading it says what.
        if let missing = (0..<min(count, layers.count + 1)).first(where: { layers[$0] == nil }) {
            _ = try read(missing)
        }
        return try onAllCores(count) { layer in
            var block = try read(layer)
            // A block is rounded once it is whole, so that no more than one per core is there at four bytes a number.
            if dtype == .bfloat16 { try block.keepHalfWidth() }
            return block
        }
    }

    private static func layer(_ name: String, behind prefix: String) -> Int? {
        guard name.hasPrefix(prefix) else { return nil }
        return Int(name.dropFirst(prefix.count).prefix { $0 != "." })
    }

    /// A vector for each token: [d_vocab, d_model]
    func table(_ name: String, _ shape: [Int]) throws -> Tensor {
        let table = try tensor(name, shape)
        return try dtype == .bfloat16 ? table.atHalfWidth() : table
    }

    /// The unembedding [d_vocab, d_model]: the embedding itself, or the matrix `name` where config.json says so.
    func head(
        _ name: String, _ embedding: Tensor, called embeddingName: String, tied isTied: Bool, _ config: CheckpointConfig
    ) throws -> Tensor {
        guard !isTied || has(name) else { return embedding }
        let head = try table(name, embedding.shape)
        guard isTied else { return head }
        if let index = try Self.firstDifference(head, embedding) {
            throw PretrainedModelError.headNotTied(
                file: file, config: config.file, name: name, embedding: embeddingName, index: index)
        }
        return embedding
    }

    private static func firstDifference(_ a: Tensor, _ b: Tensor) throws -> Int? {
        let width = a.shape[1]
        var (left, right) = ([Float](repeating: 0, count: width), [Float](repeating: 0, count: width))
        for row in 0..<a.shape[0] {
            if row & 0xFFF == 0 { try Interruption.check() }
            a.copyRow(row, to: &left)
            b.copyRow(row, to: &right)
            if left != right {
                return row * width + (zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? 0)
            }
        }
        return nil
    }

    /// The matrix of a linear layer, stored [out, in], as [in, out].
    func linear(_ name: String, in inner: Int, out: Int) throws -> Tensor {
        let stored = try tensor(name + ".weight", [out, inner])
        return try Fault.catching { stored.T }
    }

    /// The neurons of two linear layers with biases.
    func plainMLP(reading: String, writing: String, _ cfg: HookedTransformerConfig) throws -> PlainMLP {
        PlainMLP(
            reading: try linear(reading, in: cfg.dModel, out: cfg.dMLP), readingBias: try bias(reading, cfg.dMLP),
            writing: try linear(writing, in: cfg.dMLP, out: cfg.dModel), writingBias: try bias(writing, cfg.dModel))
    }

    /// The bias of a linear layer, or zeros where it has none.
    func bias(_ name: String, _ size: Int, isThere: Bool = true) throws -> Tensor {
        isThere ? try tensor(name + ".bias", [size]) : Tensor.zeros([size])
    }

    /// A layer norm's gain and bias.
    func layerNorm(_ name: String, _ size: Int) throws -> LayerNorm {
        LayerNorm(gain: try tensor(name + ".weight", [size]), bias: try tensor(name + ".bias", [size]))
    }

    /// Attention of linear layers whose names are `prefix` and `q_proj`, `k_proj`, `v_proj`, and `out`.
    func attention(
        _ prefix: String, out: String, _ cfg: HookedTransformerConfig, _ layer: Int, hasBiases: Bool,
        hasOutputBias: Bool
    ) throws -> AttentionWeights {
        let (qkv, qkvBias) = try projections(
            ["q_proj", "k_proj", "v_proj"].map { prefix + $0 }, cfg, hasBiases: hasBiases)
        return AttentionWeights(
            qkv: qkv, qkvBias: qkvBias, out: try linear(prefix + out, in: cfg.dHeads, out: cfg.dModel),
            outBias: try bias(prefix + out, cfg.dModel, isThere: hasOutputBias), scale: cfg.attnScale(layer: layer),
            reach: cfg.reach(layer: layer))
    }

    /// Queries, keys and values of linear layers of their own, side by side: [d_model, column] and [column]
    func projections(
        _ names: [String], _ cfg: HookedTransformerConfig, hasBiases: Bool
    ) throws -> (matrix: Tensor, bias: Tensor) {
        let widths = [cfg.dHeads, cfg.keyHeads * cfg.dHead, cfg.keyHeads * cfg.dHead]
        let parts = try zip(names, widths).map { name, width in
            (try linear(name, in: cfg.dModel, out: width), try bias(name, width, isThere: hasBiases))
        }
        return try Fault.catching { (Tensor.cat(parts.map(\.0), dim: 1), Tensor.cat(parts.map(\.1))) }
    }
}
