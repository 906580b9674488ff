public import TensorCore

/// How well a model knows the answer to a prompt: what ``HookedTransformer/testPrompt(_:answer:prependSpaceToAnswer:prependBOS:topK:)`` found.
///
/// It prints as a small report.
public struct PromptTest: Sendable {
    /// The prompt's tokens as text, the BOS included.
    public let promptTokens: [String]
    /// The answer's tokens as text; everything below is about these, one after the other.
    public let answerTokens: [String]
    /// How many tokens were likelier than the answer's: 0 where it was the likeliest.
    public let ranks: [Int]
    /// The logit of each answer token [token]: `test.logits`.
    public let logits: Tensor
    /// The probability of each answer token [token]: `test.probabilities`.
    public let probabilities: Tensor
    /// The likeliest tokens where each answer token stands, the likeliest first.
    public let topTokens: [[String]]
    /// The probabilities of the likeliest tokens [token, likeliest]: `test.topProbabilities`.
    public let topProbabilities: Tensor
}

extension PromptTest: CustomStringConvertible {
    public var description: String {
        let (chances, best) = (probabilities.toArray(), topProbabilities.toArray())
        let width = topProbabilities.shape.last ?? 0
        guard chances.count == answerTokens.count, best.count == answerTokens.count * width else { return "" }
        let answers = answerTokens.indices.map { token in
            let top = topTokens[token].enumerated().map { place, text in
                "\n    \(place): \(Self.percent(best[token * width + place])) \"\(text)\""
            }
            return "\nanswer \"\(answerTokens[token])\": rank \(ranks[token]), \(Self.percent(chances[token]))"
                + top.joined()
        }
        return "prompt: " + promptTokens.map { "\"\($0)\"" }.joined(separator: " ") + answers.joined()
    }

    private static func percent(_ probability: Float) -> String {
        let rounded = (Double(probability) * 10_000).rounded() / 100
        return "\(rounded) %"
    }
}
