internal import SessionSafety
public import TensorCore

extension PromptDataset {
    /// How much higher the right answer's logit is than the wrong one's, at the last position of each prompt: [batch].
    ///
    /// ```swift
    /// let sweep = try model.ablateHeads(data.tokens, methods: [.zero]) { try data.logitDifference($0) }
    /// ```
    /// Of several right or wrong answers, the first of each; see ``answerTokens``.
    /// - Parameter logits: [batch, position, d_vocab] or, of the last position alone, [batch, d_vocab].
    /// - Throws: ``DatasetError/badLogits(_:count:)``.
    public func logitDifference(_ logits: Tensor) throws -> Tensor {
        let answers = try lastPosition(of: logits).gather(dim: -1, index: answerTokens)
        return answers[0..., 0] - answers[0..., 1]
    }

    /// The probability of all right answers together less that of all wrong ones, for each prompt: [batch].
    ///
    /// `try data.probabilityDifference(try model(data)).mean()`
    ///
    /// What Hanna et al. (2305.00586) measure of the greater-than task.
    /// - Parameter logits: [batch, position, d_vocab] or, of the last position alone, [batch, d_vocab].
    /// - Throws: ``DatasetError/badLogits(_:count:)``.
    public func probabilityDifference(_ logits: Tensor) throws -> Tensor {
        let probabilities = try lastPosition(of: logits).softmax(dim: -1)
        let differences = try (0..<count).map { row in
            try Interruption.check()
            let values = probabilities[row]
            return total(values, rightAnswers[row]) - total(values, wrongAnswers[row])
        }
        return Tensor(differences, shape: [count])
    }

    private func total(_ values: Tensor, _ tokens: [Int]) -> Float {
        tokens.isEmpty
            ? 0 : Float(values.indexSelect(dim: 0, index: Tensor(tokens, shape: [tokens.count])).sum().item())
    }

    private func lastPosition(of logits: Tensor) throws -> Tensor {
        guard (2...3).contains(logits.ndim), logits.shape[0] == count else {
            throw DatasetError.badLogits(logits.shape, count: count)
        }
        return logits.ndim == 3 ? logits[0..., -1] : logits
    }
}
