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
        let (streams, labels) = try accumulatedResid(inclMid: inclMid, applyLN: true, posSlice: posSlice)
        let logits = try Fault.catching {
            let shape = streams.shape.dropLast() + [reader.model.cfg.dVocabOut]
            return try Tensor.lazyProduct(streams, reader.model.weights.unembedding, shape: Array(shape))
        }
        return (logits, labels)
    }
}
