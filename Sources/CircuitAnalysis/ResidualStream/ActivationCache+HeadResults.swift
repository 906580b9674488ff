internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// What each attention head wrote into the residual stream, layer by layer.
    ///
    /// ```swift
    /// let (heads, labels) = try cache.stackHeadResults(posSlice: -1)     // [component, batch, d_model]; "L0H0",
    /// "L0H1", …
    /// ```
    /// A head writes z · W_O; the biases b_O belong to no head. Where a norm stands behind attention, its scale in the run and
    /// its gain count, so that heads sum to what attention adds; TransformerLens leaves them out.
    /// - Parameters:
    ///   - layer: the heads of earlier layers are taken; nil and −1 mean all.
    ///   - inclRemainder: adds what is left of the residual stream when all these heads are taken away ("remainder").
    ///   - posSlice: the positions to read; an integer removes the position axis.
    ///   - applyLN: applies the layer norm that reads the stream there, by the scale of the run.
    /// - Returns: the stack [component, batch, position, d_model] and its labels.
    /// - Throws: ``CacheAnalysisError``; `HookError` for an activation that the cache does not hold.
    public func stackHeadResults(
        layer: Int? = nil, inclRemainder: Bool = false, posSlice: (any TensorIndex)? = nil, applyLN: Bool = false
    ) throws -> (stack: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let end = try reader.layer(layer)
        return try Fault.catching {
            var parts = try (0..<end).flatMap { try reader.headResults($0) }
            if inclRemainder {
                parts.append(("remainder", try reader.remainder(of: parts.map(\.1), before: end)))
            }
            return try reader.stack(parts, applyLN: applyLN, layer: end, mlpInput: false, posSlice)
        }
    }

    /// Adds `blocks.<l>.attn.hook_result` of every layer to the cache: what each head wrote, [batch, position, head,
    /// d_model].
    ///
    /// ```swift
    /// var cache = cache
    /// try cache.computeHeadResults()
    /// try cache["result", 9]
    /// ```
    public mutating func computeHeadResults() throws {
        let reader = try CacheReader(self, nil)
        for layer in 0..<reader.layers where !contains(actName("result", layer)) {
            let result = try Fault.catching { Tensor.stack(try reader.headOutputs(layer), dim: -2) }
            record(result, as: actName("result", layer))
        }
    }
}

extension CacheReader {
    /// What each head of `layer` adds to the residual stream, [batch, position, d_model] each, and its label.
    func headResults(_ layer: Int) throws -> [(String, Tensor)] {
        try headOutputs(layer).enumerated().map {
            ("L\(layer)H\($0)", try added($1, by: \BlockWeights.ln1Post, layer))
        }
    }

    /// What each head of `layer` writes, z · W_O: [batch, position, d_model] each.
    func headOutputs(_ layer: Int) throws -> [Tensor] {
        let all = 0..<model.cfg.nHeads
        if cache.contains(actName("result", layer)) {
            let results = try heads("result", layer)
            return all.map { results[..., $0, 0...] }
        }
        let (z, width) = (try heads("z", layer), model.cfg.dHead)
        return all.map { head in
            let matrix = model.weights.blocks[layer].attention.out[head * width..<(head + 1) * width]
            return z[..., head, 0...].matmul(matrix)
        }
    }

    /// The residual stream before `layer` without `parts`.
    func remainder(of parts: [Tensor], before layer: Int) throws -> Tensor {
        let whole = try layer == 0 ? residual("resid_pre", 0) : residual("resid_post", layer - 1)
        return parts.reduce(whole) { $0 - $1 }
    }
}
