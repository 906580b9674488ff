internal import SessionSafety

/// −log of the probability of each target by its row of logits, averaged: PyTorch's `cross_entropy`.
///
/// ```swift
/// let loss = crossEntropy(logits[0..., -1], answers)          // [batch, d_vocab] and [batch]
/// ```
/// - Parameters:
///   - logits: [..., class]
///   - targets: integers, of the shape of `logits` without its last axis.
public func crossEntropy(_ logits: Tensor, _ targets: Tensor) -> Tensor {
    Tensor.orFault {
        guard targets.dtype == .int64 else {
            throw TensorError.badType(operation: "crossEntropy", dtype: targets.dtype, expected: "integer targets")
        }
        guard logits.ndim > 0, Array(logits.shape.dropLast()) == targets.shape else {
            throw TensorError.shapeMismatch(operation: "crossEntropy", left: logits.shape, right: targets.shape)
        }
        return -logits.logSoftmax(dim: -1).gather(dim: -1, index: targets.unsqueezed(dim: -1)).mean()
    }
}

/// Σ p · (log p − log q) along the last axis, in nats, of the distributions that two sets of logits stand for, averaged over
/// the others: how far `logits` is from `reference`.
///
/// ```swift
/// let loss = klDivergence(fullLogits[0..., -1], logits[0..., -1])        // both [batch, d_vocab]
/// ```
/// PyTorch's `kl_div(q, p, log_target=True, reduction="batchmean")` of their `log_softmax`, with axes in front averaged.
public func klDivergence(_ reference: Tensor, _ logits: Tensor) -> Tensor {
    Tensor.orFault {
        guard reference.shape == logits.shape, reference.ndim > 0 else {
            throw TensorError.shapeMismatch(operation: "klDivergence", left: reference.shape, right: logits.shape)
        }
        let (p, q) = (reference.logSoftmax(dim: -1), logits.logSoftmax(dim: -1))
        return (p.exp() * (p - q)).sum(dim: -1).mean()
    }
}
