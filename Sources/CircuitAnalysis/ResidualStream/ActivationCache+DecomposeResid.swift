public import Hooks
internal import SessionSafety
public import TensorCore

/// Whose outputs a residual stream is taken apart into.
public enum ResidualWriters: String, Sendable {
    /// Attention layers and MLPs.
    case all
    /// MLPs only.
    case mlp
    /// Attention layers only.
    case attn
}

extension ActivationCache {
    /// The parts that sum to the residual stream: embeddings, and what each attention layer and MLP wrote.
    ///
    /// ```swift
    /// let (stack, labels) = try cache.decomposeResid(posSlice: -1)        // [component, batch, d_model]
    /// // labels: "embed", "pos_embed", "0_attn_out", "0_mlp_out", "1_attn_out", …
    /// ```
    /// Where positions are added to what queries and keys read, they are no part of the stream, and left out.
    /// - Parameters:
    ///   - layer: the layer whose input is taken apart; nil and −1 mean the final residual stream.
    ///   - mlpInput: takes the input of that layer's MLP apart, which its attention has written to.
    ///   - mode: attention layers, MLPs or both.
    ///   - applyLN: applies the layer norm that reads there, by the scale of the run, so that the parts still sum to
    ///     the whole.
    ///   - posSlice: the positions to read; an integer removes the position axis.
    ///   - inclEmbeds: whether the two embeddings come first.
    /// - Returns: the stack [component, batch, position, d_model] and its labels.
    /// - Throws: ``CacheAnalysisError``; `HookError` for an activation that the cache does not hold.
    public func decomposeResid(
        layer: Int? = nil, mlpInput: Bool = false, mode: ResidualWriters = .all, applyLN: Bool = false,
        posSlice: (any TensorIndex)? = nil, inclEmbeds: Bool = true
    ) throws -> (stack: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let end = try reader.layer(layer, mlpInput: mlpInput)
        return try Fault.catching {
            var parts: [(String, Tensor)] = []
            if inclEmbeds {
                parts.append(("embed", try reader.residual("embed")))
                if reader.hasPositions { parts.append(("pos_embed", try reader.residual("pos_embed"))) }
            }
            for layer in 0..<end {
                if mode != .mlp { parts.append(("\(layer)_attn_out", try reader.residual("attn_out", layer))) }
                if mode != .attn, reader.has("mlp_out") {
                    parts.append(("\(layer)_mlp_out", try reader.residual("mlp_out", layer)))
                }
            }
            if mlpInput, end < reader.layers, mode != .mlp, reader.has("resid_mid") {
                parts.append(("\(end)_attn_out", try reader.residual("attn_out", end)))
            }
            return try reader.stack(parts, applyLN: applyLN, layer: end, mlpInput: mlpInput, posSlice)
        }
    }
}

extension CacheReader {
    /// Parts of one residual stream under each other, through the layer norm that reads it when asked to.
    func stack(
        _ parts: [(String, Tensor)], applyLN: Bool, layer: Int, mlpInput: Bool, _ posSlice: (any TensorIndex)?
    ) throws -> (stack: Tensor, labels: [String]) {
        let stack = parts.isEmpty ? try emptyStack() : Tensor.stack(parts.map(\.1))
        return (try normalized(stack, applyLN, layer, mlpInput, posSlice), parts.map(\.0))
    }

    /// The stack through the layer norm that reads the stream at `layer`, by the scale of the run.
    func normalized(
        _ stack: Tensor, _ applyLN: Bool, _ layer: Int, _ mlpInput: Bool, _ posSlice: (any TensorIndex)?
    ) throws -> Tensor {
        guard applyLN, stack.count > 0 else { return stack }
        return try cache.applyLNToStack(stack, layer: layer, mlpInput: mlpInput, posSlice: posSlice)
    }

    /// No component: [0, batch, position, d_model]
    func emptyStack() throws -> Tensor { Tensor.zeros([0] + (try residual("resid_pre", 0).shape)) }
}
