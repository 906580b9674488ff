public import HookedTransformers
internal import SessionSafety
internal import TensorCore

extension HookedTransformer {
    /// Tests whether the model knows how a prompt goes on: ranks and probabilities of the answer's tokens, and the likeliest.
    ///
    /// ```swift
    /// print(try model.testPrompt("When John and Mary went to the shops, John gave the bag to", answer: "Mary"))
    /// ```
    /// Each token of the answer is predicted after the prompt and the answer's tokens before it.
    /// - Parameters:
    ///   - prependSpaceToAnswer: puts a space in front of an answer that begins with none.
    ///   - topK: how many of the likeliest tokens are kept for each token of the answer.
    /// - Throws: ``CircuitAnalysisError`` for an empty prompt or answer and a `topK` outside 1…d_vocab; `ModelError` without a
    ///   tokenizer, and for too many tokens.
    public func testPrompt(
        _ prompt: String, answer: String, prependSpaceToAnswer: Bool = true, prependBOS: Bool? = nil, topK: Int = 10
    ) throws -> PromptTest {
        guard (1...cfg.dVocabOut).contains(topK) else {
            throw CircuitAnalysisError.badTopK(topK, dVocab: cfg.dVocabOut)
        }
        let spaced = prependSpaceToAnswer && !answer.hasPrefix(" ") && !answer.isEmpty ? " " + answer : answer
        let asked = try toTokens(prompt, prependBOS: prependBOS, truncate: false).ints()
        let wanted = try toTokens(spaced, prependBOS: false, truncate: false).ints()
        guard !wanted.isEmpty else { throw CircuitAnalysisError.emptyAnswer }
        guard !asked.isEmpty else { throw CircuitAnalysisError.emptyPrompt }
        let lines = try self([asked + wanted])[0, (asked.count - 1)..<(asked.count + wanted.count - 1)]
        return try Fault.catching { try result(asked, wanted, lines, topK) }
    }

    /// What the logits [token, d_vocab] say about the tokens `wanted`.
    private func result(_ asked: [Int], _ wanted: [Int], _ lines: Tensor, _ topK: Int) throws -> PromptTest {
        let index = Tensor(wanted).unsqueezed(dim: -1)
        let (chances, own) = (lines.softmax(dim: -1), lines.gather(dim: -1, index: index))
        let best = chances.topk(topK)
        let ranks = try (lines .> own).sum(dim: -1).ints()
        let top = try best.indices.ints()
        try Fault.throwIfRaised()
        return PromptTest(
            promptTokens: try toStrTokens(asked), answerTokens: try toStrTokens(wanted), ranks: ranks,
            logits: own[0..., 0], probabilities: chances.gather(dim: -1, index: index)[0..., 0],
            topTokens: try wanted.indices.map { try toStrTokens(Array(top[($0 * topK)..<(($0 + 1) * topK)])) },
            topProbabilities: best.values)
    }
}
