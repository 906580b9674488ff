internal import Hooks
internal import TensorCore

/// What is left of a run when it is over.
struct FinishedRun {
    /// Logits [batch, position, d_vocab], or the residual stream where the run stopped at a layer.
    let output: Tensor
    /// The residual stream at the end: [batch, position, d_model]
    let residual: Tensor
    /// The same after the final layer norm; nil where the run stopped at a layer.
    let normalized: Tensor?
    var cache: ActivationCache
    let batch: TokenBatch
    let stoppedEarly: Bool
}

extension FinishedRun {
    /// The end of `pass`, whose blocks have run: the residual stream itself, or the logits that follow from it.
    init(_ pass: ForwardPass, _ batch: TokenBatch, stoppedEarly: Bool) throws {
        var pass = pass
        let normalized = stoppedEarly ? nil : try pass.normalizedFinally()
        let output = try normalized.map { try pass.unembed($0) } ?? pass.values.residual
        self.init(
            output: output, residual: pass.values.residual, normalized: normalized, cache: pass.hooks.cache,
            batch: batch, stoppedEarly: stoppedEarly)
    }
}
