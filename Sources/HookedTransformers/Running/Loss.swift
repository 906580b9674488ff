internal import TensorCore

extension FinishedRun {
    /// −log p of each next token: the mean over all, or [batch, position − 1].
    ///
    /// Where tokens are masked, pairs of which either is padding count nothing.
    func loss(perToken: Bool) throws -> Tensor {
        if stoppedEarly { throw ModelError.lossNeedsLogits }
        if batch.ids.isEmpty { throw ModelError.lossNeedsTokens }
        let pairs = try PredictedTokens(
            output, ids: batch.ids, rows: batch.rows, positions: batch.positions, mask: batch.mask)
        return try pairs.crossEntropy(perToken: perToken)
    }
}
