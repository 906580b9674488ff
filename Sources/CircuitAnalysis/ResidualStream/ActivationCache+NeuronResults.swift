internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// What single neurons of an MLP wrote into the residual stream: [batch, position, neuron, d_model]
    ///
    /// ```swift
    /// let wrote = try cache.neuronResults(layer: 5, neuronSlice: 0..<10, posSlice: -1)       // [batch, 10, d_model]
    /// ```
    /// A neuron writes its activation times its row of W_out; b_out belongs to no neuron. Where a norm stands behind the MLP,
    /// ``stackNeuronResults(layer:posSlice:neuronSlice:inclRemainder:applyLN:)`` has what reaches the stream through it.
    /// - Parameters:
    ///   - layer: counted from the last one when negative.
    ///   - neuronSlice: which neurons; an integer removes the neuron axis.
    ///   - posSlice: which positions; an integer removes the position axis.
    /// - Throws: ``CacheAnalysisError``; `HookError` for a layer that there is not.
    public func neuronResults(
        layer: Int, neuronSlice: (any TensorIndex)? = nil, posSlice: (any TensorIndex)? = nil
    ) throws -> Tensor {
        let reader = try CacheReader(self, posSlice)
        let index = try Self.layer(layer, of: reader.layers)
        return try Fault.catching {
            let (post, matrix) = try reader.neurons(index, neuronSlice)
            return post.unsqueezed(dim: -1) * matrix
        }
    }

    /// What each neuron wrote into the residual stream, layer by layer.
    ///
    /// ```swift
    /// let (neurons, labels) = try cache.stackNeuronResults(layer: 2, posSlice: -1)      // "L0N0", "L0N1", …
    /// ```
    /// The stack of all neurons is large: at one position of one prompt, 113 MB in GPT-2 small. Give `posSlice`,
    /// `neuronSlice`, `layer`.
    /// - Parameters:
    ///   - layer: the neurons of earlier layers are taken; nil and −1 mean all.
    ///   - neuronSlice: which neurons of each layer.
    ///   - inclRemainder: adds what is left of the residual stream when all these neurons are taken away ("remainder").
    ///   - applyLN: applies the layer norm that reads the stream there, by the scale of the run.
    /// - Returns: the stack [component, batch, position, d_model] and its labels.
    public func stackNeuronResults(
        layer: Int? = nil, posSlice: (any TensorIndex)? = nil, neuronSlice: (any TensorIndex)? = nil,
        inclRemainder: Bool = false, applyLN: Bool = false
    ) throws -> (stack: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let end = try reader.layer(layer)
        return try Fault.catching {
            var stacks = try (0..<end).map { try reader.neuronStack($0, neuronSlice) }
            var labels = try (0..<end).flatMap { try reader.neuronLabels($0, neuronSlice) }
            if inclRemainder {
                let rest = try reader.remainder(of: stacks.map { $0.sum(dim: 0) }, before: end)
                stacks.append(rest.unsqueezed(dim: 0))
                labels.append("remainder")
            }
            let stack = try stacks.isEmpty ? reader.emptyStack() : Tensor.cat(stacks)
            return (try reader.normalized(stack, applyLN, end, false, posSlice), labels)
        }
    }
}

extension CacheReader {
    /// The activations of a layer's neurons [batch, position, neuron] and what each writes [neuron, d_model].
    fileprivate func neurons(_ layer: Int, _ slice: (any TensorIndex)?) throws -> (post: Tensor, matrix: Tensor) {
        let mlp = try model.weights.mlp(layer, having: "W_out")
        let (post, matrix) = (try residual("post", layer), mlp.writing)
        return try slice.map { (post[..., $0], matrix[$0]) } ?? (post, matrix.widened())
    }

    /// What a layer's neurons wrote: [neuron, batch, position, d_model]
    func neuronStack(_ layer: Int, _ slice: (any TensorIndex)?) throws -> Tensor {
        var (post, matrix) = try neurons(layer, slice)
        if matrix.ndim == 1 { (post, matrix) = (post.unsqueezed(dim: -1), matrix.unsqueezed(dim: 0)) }
        let count = matrix.shape[0]
        let outer = Array(post.shape.dropLast())
        let first = post.permuted([post.ndim - 1] + Array(0..<(post.ndim - 1))).unsqueezed(dim: -1)
        let wrote = first * matrix.reshaped([count] + outer.map { _ in 1 } + [model.cfg.dModel])
        return try added(wrote, by: \BlockWeights.ln2Post, layer)
    }

    func neuronLabels(_ layer: Int, _ slice: (any TensorIndex)?) throws -> [String] {
        try Interruption.check()
        let all = Tensor.arange(model.cfg.dMLP)
        return (slice.map { all[$0] } ?? all).toIntArray().map { "L\(layer)N\($0)" }
    }
}
