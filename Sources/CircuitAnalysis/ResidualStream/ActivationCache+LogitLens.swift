internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// The logits that the model would give if it ended after each layer: the logit lens.
    ///
    /// ```swift
    /// let (logits, labels) = try cache.logitLens(posSlice: -1)       // [component, batch, d_vocab]
    /// let guesses = logits.argmax(dim: -1)
    /// ```
    /// Each stream of ``accumulatedResid(layer:inclMid:applyLN:statistics:posSlice:mlpInput:)`` goes through the whole
    /// final layer
    /// norm, by its own scale, and through the unembedding with its bias; the last entry is the model's own logits.
    /// - Throws: as `accumulatedResid`.
    public func logitLens(
        inclMid: Bool = false, posSlice: (any TensorIndex)? = nil
    ) throws -> (logits: Tensor, labels: [String]) {
        let reader = try CacheReader(self, posSlice)
        let (stack, labels) = try accumulatedResid(inclMid: inclMid, applyLN: true, posSlice: posSlice)
        let norm = ReadingNorm(layer: reader.layers, mlpInput: false, model: reader.model)
        let logits = try Fault.catching { try reader.model.unembedded(norm.shifted(stack)) }
        return (logits, labels)
    }
}

extension HookedTransformer {
    /// x · W_U + b_U: [..., d_vocab]
    func unembedded(_ x: Tensor) throws -> Tensor {
        let (width, vocabulary) = (cfg.dModel, cfg.dVocab)
        let logits = try x.withUnsafeFloats { x in
            try weights.unembedding.withUnsafeFloats { table in
                try Tensor(uninitialized: [x.count / width, vocabulary]) { out in
                    guard let x = x.baseAddress, let table = table.baseAddress, let target = out.baseAddress else {
                        return
                    }
                    try MatrixProduct.multiply(
                        x, width, table, width, transposeB: true, into: target, vocabulary,
                        m: out.count / vocabulary, n: vocabulary, k: width)
                }
            }
        }
        try Fault.throwIfRaised()
        let shaped = logits.reshaped(x.shape.dropLast() + [vocabulary])
        return weights.unembeddingBias.map { shaped + $0 } ?? shaped
    }
}
