public import HookedTransformers
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// What the biases of the layers before `layer` add to the residual stream: Σ b_O, and Σ b_out: [d_model]; before the
    /// norms behind attention and MLP where the model has such.
    ///
    /// ```swift
    /// let bias = try model.accumulatedBias(layer: model.cfg.nLayers)
    /// ```
    /// - Parameters:
    ///   - layer: nil and −1 mean all layers.
    ///   - mlpInput: adds b_O of `layer` itself.
    ///   - inclMLPBiases: whether b_out counts.
    /// - Throws: ``CacheAnalysisError/layerOutOfRange(_:layers:)``.
    public func accumulatedBias(
        layer: Int? = nil, mlpInput: Bool = false, inclMLPBiases: Bool = true
    ) throws -> Tensor {
        let end = try CacheReader.end(layer, of: cfg.nLayers)
        return try Fault.catching {
            var sum = Tensor.zeros([cfg.dModel])
            for block in weights.blocks[0..<end] {
                sum += block.attention.outBias
                if inclMLPBiases, let mlp = block.mlp { sum += mlp.writingBias }
            }
            return mlpInput && end < cfg.nLayers && !cfg.parallelAttnMLP
                ? sum + weights.blocks[end].attention.outBias : sum
        }
    }

    /// The names of all heads, layer by layer: "L0H0", "L0H1", …
    public var allHeadLabels: [String] {
        (0..<cfg.nLayers).flatMap { layer in (0..<cfg.nHeads).map { "L\(layer)H\($0)" } }
    }
}
