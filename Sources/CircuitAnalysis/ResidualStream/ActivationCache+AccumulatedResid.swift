public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// The residual stream as it grows from layer to layer, and what each entry is called.
    ///
    /// ```swift
    /// let (stack, labels) = try cache.accumulatedResid(applyLN: true, posSlice: -1)     // [component, batch, d_model]
    /// let lens = stack.matmul(model.W_U) + model.b_U                                    // the logit lens
    /// ```
    /// Entries: the stream before layers 0, 1, … `layer` ("0_pre", "1_pre"), and the final one ("final_post") when
    /// `layer` is
    /// nil, −1 or the number of layers.
    /// - Parameters:
    ///   - layer: where the stream ends.
    ///   - inclMid: adds the stream between attention and MLP of each earlier layer ("0_mid"), where
    ///     the model has one.
    ///   - applyLN: applies the layer norm that reads the stream at `layer`, all of it: entries are whole streams, so its
    ///     bias belongs to each of them, unlike in
    ///     ``applyLNToStack(_:layer:mlpInput:posSlice:batchSlice:statistics:applyGain:)``. TransformerLens leaves gain and
    ///     bias out; where layer norms are folded, there are none.
    ///   - statistics: TransformerLens divides every entry by the scale of the last one,
    ///     ``LayerNormStatistics/cached``, which
    ///     makes early layers look smaller than the layer norm would. Here each entry is divided by its own unless
    ///     told otherwise.
    ///   - posSlice: the positions to read; an integer removes the position axis.
    ///   - mlpInput: adds the stream before the MLP of `layer` ("3_mid").
    /// - Returns: the stack [component, batch, position, d_model] and its labels.
    /// - Throws: ``CacheAnalysisError``; `HookError` for an activation that the cache does not hold.
    public func accumulatedResid(
        layer: Int? = nil, inclMid: Bool = false, applyLN: Bool = false, statistics: LayerNormStatistics = .own,
        posSlice: (any TensorIndex)? = nil, mlpInput: Bool = false
    ) throws -> (stack: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let end = try reader.layer(layer, mlpInput: mlpInput)
        return try Fault.catching {
            var parts: [(String, Tensor)] = []
            for layer in 0..<end {
                parts.append(("\(layer)_pre", try reader.residual("resid_pre", layer)))
                if inclMid, reader.has("resid_mid") {
                    parts.append(("\(layer)_mid", try reader.residual("resid_mid", layer)))
                }
            }
            if end == reader.layers {
                parts.append(("final_post", try reader.residual("resid_post", end - 1)))
            } else {
                parts.append(("\(end)_pre", try reader.residual("resid_pre", end)))
                if mlpInput, reader.has("resid_mid") {
                    parts.append(("\(end)_mid", try reader.residual("resid_mid", end)))
                }
            }
            let stack = Tensor.stack(parts.map(\.1))
            guard applyLN else { return (stack, parts.map(\.0)) }
            let normalized = try applyLNToStack(
                stack, layer: end, mlpInput: mlpInput, posSlice: posSlice, statistics: statistics)
            let norm = ReadingNorm(layer: end, mlpInput: mlpInput, model: reader.model)
            return (norm.shifted(normalized), parts.map(\.0))
        }
    }
}
