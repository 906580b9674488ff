internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// The parts that sum to the residual stream, as fine as they get: heads, neurons or MLPs, embeddings, biases.
    ///
    /// ```swift
    /// let (stack, labels) = try cache.fullResidDecomposition(expandNeurons: false, posSlice: -1)
    /// // labels: "L0H0", …, "0_mlp_out", …, "embed", "pos_embed", "bias"
    /// ```
    /// - Parameters:
    ///   - layer: the layer whose input is taken apart; nil and −1 mean the final residual stream.
    ///   - mlpInput: takes the input of that layer's MLP apart, which its heads have written to.
    ///   - expandNeurons: every neuron by itself ("L0N0"), which is large, rather than whole MLPs ("0_mlp_out").
    ///   - applyLN: applies the layer norm that reads there, by the scale of the run.
    ///   - posSlice: the positions to read; an integer removes the position axis.
    /// - Returns: the stack [component, batch, position, d_model] and its labels.
    /// - Throws: ``CacheAnalysisError``; `HookError` for an activation that the cache does not hold.
    public func fullResidDecomposition(
        layer: Int? = nil, mlpInput: Bool = false, expandNeurons: Bool = true, applyLN: Bool = false,
        posSlice: (any TensorIndex)? = nil
    ) throws -> (stack: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let end = try reader.layer(layer, mlpInput: mlpInput)
        return try Fault.catching {
            let lastHeads = mlpInput && reader.has("resid_mid") ? Swift.min(end + 1, reader.layers) : end
            let heads = try (0..<lastHeads).flatMap { try reader.headResults($0) }
            let mlps = try reader.mlps(before: end, expandNeurons)
            let rest = try reader.embeddingsAndBias(before: end, mlpInput, expandNeurons)
            let stack = Tensor.cat(
                heads.map { $0.1.unsqueezed(dim: 0) } + mlps.map(\.1) + rest.map { $0.1.unsqueezed(dim: 0) })
            let labels = heads.map(\.0) + mlps.flatMap(\.0) + rest.map(\.0)
            return (try reader.normalized(stack, applyLN, end, mlpInput, posSlice), labels)
        }
    }
}

extension CacheReader {
    /// Each layer's neurons or its MLP as a whole: [component, batch, position, d_model]
    fileprivate func mlps(before end: Int, _ expandNeurons: Bool) throws -> [([String], Tensor)] {
        guard has("mlp_out") else { return [] }
        return try (0..<end).map { layer in
            expandNeurons
                ? (try neuronLabels(layer, nil), try neuronStack(layer, nil))
                : (["\(layer)_mlp_out"], try residual("mlp_out", layer).unsqueezed(dim: 0))
        }
    }

    fileprivate func embeddingsAndBias(
        before end: Int, _ mlpInput: Bool, _ inclMLPBiases: Bool
    ) throws -> [(String, Tensor)] {
        let embed = try residual("embed")
        let positions = hasPositions ? [("pos_embed", try residual("pos_embed"))] : []
        return [("embed", embed)] + positions
            + [("bias", try biases(before: end, mlpInput, inclMLPBiases, embed * 0))]
    }

    /// What biases add to the residual stream, those of norms behind attention and MLP among them.
    private func biases(before end: Int, _ mlpInput: Bool, _ inclMLPBiases: Bool, _ zeros: Tensor) throws -> Tensor {
        let blocks = model.weights.blocks
        guard blocks.contains(where: { $0.ln1Post != nil || $0.ln2Post != nil }) else {
            return zeros + (try model.accumulatedBias(layer: end, mlpInput: mlpInput, inclMLPBiases: inclMLPBiases))
        }
        var sum = zeros
        for layer in 0..<min(blocks.count, mlpInput && has("resid_mid") ? end + 1 : end) {
            let block = blocks[layer]
            sum += try added(zeros + block.attention.outBias, by: \BlockWeights.ln1Post, layer)
            if let bias = block.ln1Post?.bias { sum += bias }
            guard layer < end, inclMLPBiases, let mlp = block.mlp else { continue }
            sum += try added(zeros + mlp.writingBias, by: \BlockWeights.ln2Post, layer)
            if let bias = block.ln2Post?.bias { sum += bias }
        }
        return sum
    }
}
