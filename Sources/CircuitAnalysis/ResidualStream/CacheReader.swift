internal import HookedTransformers
internal import Hooks
internal import TensorCore

/// Reads a cache together with the model that it came from, at the positions that were asked for.
struct CacheReader {
    let cache: ActivationCache
    let model: HookedTransformer
    private let position: TensorIndexOperation?

    /// - Throws: ``CacheAnalysisError/noModel`` for a cache that was put together by hand.
    init(_ cache: ActivationCache, _ posSlice: (any TensorIndex)?) throws {
        guard let model = cache.model else { throw CacheAnalysisError.noModel }
        self.cache = cache
        self.model = model
        position = posSlice?.tensorIndex
    }

    var layers: Int { model.cfg.nLayers }

    /// The layer whose input is meant: nil and −1 mean what comes after the last layer.
    func layer(_ layer: Int?) throws -> Int { try Self.end(layer, of: layers) }

    /// How many of `layers` come before the one that is meant: nil and −1 mean all of them.
    /// - Throws: ``CacheAnalysisError/layerOutOfRange(_:layers:)``.
    static func end(_ layer: Int?, of layers: Int) throws -> Int {
        guard let layer, layer != -1 else { return layers }
        guard (0...layers).contains(layer) else { throw CacheAnalysisError.layerOutOfRange(layer, layers: layers) }
        return layer
    }

    /// The same where it may be the MLP's input that is meant.
    func layer(_ layer: Int?, mlpInput: Bool) throws -> Int {
        guard !mlpInput || has("mlp_out") else { throw CacheAnalysisError.noMLP }
        return try self.layer(layer)
    }

    /// Whether the model, or each of its blocks, has the hook point with that short name.
    func has(_ name: String) -> Bool { model.hasHook(actName(name)) || model.hasHook(actName(name, 0)) }

    /// Whether positions are a part of the residual stream.
    var hasPositions: Bool { has("pos_embed") && model.cfg.positionalEmbeddingType == .standard }

    /// An activation that ends in [position, width].
    func residual(_ name: String, _ layer: Int? = nil) throws -> Tensor {
        try sliced(cache.activation(actName(name, layer)), axesAfterPosition: 1)
    }

    /// An activation that ends in [position, head, width].
    func heads(_ name: String, _ layer: Int) throws -> Tensor {
        try sliced(cache.activation(actName(name, layer)), axesAfterPosition: 2)
    }

    /// The activation of the full name `name`, at the positions that were asked for.
    func residual(named name: String) throws -> Tensor { try sliced(cache.activation(name), axesAfterPosition: 1) }

    /// What reaches the residual stream of `part`, which is some of what attention or the MLP of `layer` wrote: all of it, or in
    /// models with a norm behind them what that norm makes of it, by the scale of the run.
    ///
    /// `part` ends in [position, d_model], or is [neuron, …, d_model] before that.
    func added(_ part: Tensor, by norm: KeyPath<BlockWeights, (any Norm)?>, _ layer: Int) throws -> Tensor {
        guard let post = model.weights.blocks[layer][keyPath: norm] else { return part }
        let name = norm == \BlockWeights.ln1Post ? "ln1_post" : "ln2_post"
        let scale = try residual(named: actName("scale", layer, name))
        let scaled = (post.takesMeanOff ? part - part.mean(dim: -1, keepdim: true) : part) / scale
        return post.gain.map { scaled * $0 } ?? scaled
    }

    private func sliced(_ tensor: Tensor, axesAfterPosition: Int) throws -> Tensor {
        guard let position else { return tensor }
        let before = tensor.ndim - 1 - axesAfterPosition
        guard before >= 0 else { throw CacheAnalysisError.wrongStack(shape: tensor.shape, expected: "a position axis") }
        let all = TensorIndexOperation.slice(start: 0, end: nil, step: 1)
        return tensor[indices: [TensorIndexOperation](repeating: all, count: before) + [position]]
    }
}

extension ActivationCache {
    /// The activation of the full name `name`.
    fileprivate func activation(_ name: String) throws -> Tensor { try activation(at: name, asked: name) }
}
