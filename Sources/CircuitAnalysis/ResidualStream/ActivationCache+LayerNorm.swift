internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// Applies the layer norm that reads the residual stream at `layer` to parts of that stream.
    ///
    /// ```swift
    /// let (heads, _) = try cache.stackHeadResults(posSlice: -1)
    /// let scaled = try cache.applyLNToStack(heads, posSlice: -1)           // as the unembedding reads them
    /// ```
    /// Each component c becomes (c − mean(c)) / scale · w, without the mean where the norm does not take it off, and stays
    /// as it is where the model has no norm. The bias b belongs to no component and is left out.
    /// - Parameters:
    ///   - stack: [component, batch, position, d_model], with the positions that `posSlice` leaves; or one component
    ///     without that axis.
    ///   - layer: whose layer norm; nil and −1 mean the final one.
    ///   - mlpInput: the layer's second layer norm in place of its first.
    ///   - batchSlice: the prompts that the stack holds, where it does not hold all; an integer for a stack without the
    ///     batch axis.
    ///   - statistics: by which scale to divide: that of the run at this layer norm, or each component's own.
    ///   - applyGain: whether to multiply by w. TransformerLens leaves w out, so that attributions in a model without
    ///     `foldLN` do not add up to its logits; where layer norms are folded, there is none.
    /// - Throws: ``CacheAnalysisError`` for a stack that does not fit; `HookError` when the cache does not hold the
    ///   scale.
    public func applyLNToStack(
        _ stack: Tensor, layer: Int? = nil, mlpInput: Bool = false, posSlice: (any TensorIndex)? = nil,
        batchSlice: (any TensorIndex)? = nil, statistics: LayerNormStatistics = .cached, applyGain: Bool = true
    ) throws -> Tensor {
        let reader = try CacheReader(self, posSlice)
        let norm = ReadingNorm(
            layer: try reader.layer(layer, mlpInput: mlpInput), mlpInput: mlpInput, model: reader.model)
        guard stack.ndim > 0, stack.shape.last == reader.model.cfg.dModel else {
            let expected = "[component, batch, position, d_model = \(reader.model.cfg.dModel)]"
            throw CacheAnalysisError.wrongStack(shape: stack.shape, expected: expected)
        }
        guard let part = norm.part else { return stack }
        return try Fault.catching {
            let centered = part.takesMeanOff ? stack - stack.mean(dim: -1, keepdim: true) : stack
            let scale = try statistics == .own ? norm.ownScale(centered) : norm.cachedScale(reader, batchSlice, stack)
            try Fault.throwIfRaised()
            let result = centered / scale
            return applyGain ? norm.gained(result) : result
        }
    }
}

/// The layer norm that reads a residual stream: a layer's first or second, or the final one.
struct ReadingNorm {
    let layer: Int
    let mlpInput: Bool
    let model: HookedTransformer

    private var scaleName: String {
        layer == model.cfg.nLayers ? actName("scale") : actName("scale", layer, mlpInput ? "ln2" : "ln1")
    }

    /// nil where the stream is read as it is.
    var part: (any Norm)? {
        if layer == model.cfg.nLayers { return model.weights.finalNorm }
        return mlpInput ? model.weights.blocks[layer].ln2 : model.weights.blocks[layer].ln1
    }

    /// √(mean(c²) + eps): [..., 1]
    func ownScale(_ centered: Tensor) -> Tensor {
        ((centered * centered).mean(dim: -1, keepdim: true) + Double(model.cfg.eps)).sqrt()
    }

    /// The scale of the run, [batch, position, 1] at the positions that were asked for.
    func cachedScale(_ reader: CacheReader, _ batchSlice: (any TensorIndex)?, _ stack: Tensor) throws -> Tensor {
        let whole = try reader.residual(named: scaleName)
        let scale = try batchSlice.map { try Self.prompts($0, of: whole) } ?? whole
        if scale.ndim == stack.ndim, stack.ndim == 4 { throw CacheAnalysisError.scalePerHead(hook: scaleName) }
        let fits =
            scale.ndim >= 1 && scale.ndim <= stack.ndim
            && Array(stack.shape.dropLast().suffix(scale.ndim - 1)) == scale.shape.dropLast()
        guard fits else {
            let outer = scale.shape.dropLast().map { ", \($0)" }.joined()
            throw CacheAnalysisError.wrongStack(
                shape: stack.shape, expected: "[component\(outer), \(model.cfg.dModel)] as the cached run has it")
        }
        return scale
    }

    private static func prompts(_ slice: any TensorIndex, of scale: Tensor) throws -> Tensor {
        do { return try Fault.catching { scale[slice] } } catch let error as TensorError {
            throw CacheAnalysisError.badBatchSlice(scaleShape: scale.shape, reason: "\(error)")
        }
    }

    func gained(_ x: Tensor) -> Tensor { part?.gain.map { x * $0 } ?? x }

    func shifted(_ x: Tensor) -> Tensor { part?.bias.map { x + $0 } ?? x }
}
