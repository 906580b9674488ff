import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// Tokens are drawn as often as their probabilities say, and never where an option rules them out.
struct SampleLogitsTests {
    private let logits = Tensor([1.0, 3.0, 2.0, 0.0, -1.0])

    private func shares(temperature: Double = 1, topK: Int? = nil, topP: Double? = nil) throws -> [Double] {
        let many = logits.broadcast(to: [4000, 5])
        let drawn = try sampleLogits(many, temperature: temperature, topK: topK, topP: topP, seed: 1).toIntArray()
        return (0..<5).map { token in Double(drawn.count { $0 == token }) / 4000 }
    }

    private func expectShares(_ shares: [Double], _ expected: [Double]) {
        for (share, wanted) in zip(shares, expected) {
            #expect(wanted == 0 ? share == 0 : abs(share - wanted) < 0.03, "\(shares) \(expected)")
        }
    }

    @Test func drawsFollowTheProbabilities() throws {
        expectShares(try shares(), logits.softmax(dim: -1).toArray().map(Double.init))
        expectShares(try shares(temperature: 2), (logits / 2).softmax(dim: -1).toArray().map(Double.init))
        #expect(try shares(temperature: 0) == [0, 1, 0, 0, 0])
    }

    @Test func optionsRuleTokensOut() throws {
        expectShares(try shares(topK: 2), [0, 0.731, 0.269, 0, 0])
        // The probabilities are 0.087, 0.643, 0.236, 0.032, 0.012: two tokens hold 0.8, three hold 0.9.
        expectShares(try shares(topP: 0.8), [0, 0.731, 0.269, 0, 0])
        expectShares(try shares(topP: 0.9), [0.09, 0.665, 0.245, 0, 0])
        expectShares(try shares(topP: 0.1), [0, 1, 0, 0, 0])
        #expect(try shares(topK: 99).reduce(0, +) > 0.999)
    }

    @Test func repeatedTokensArePenalised() throws {
        let next = try sampleLogits(logits, temperature: 0, freqPenalty: 0.6, tokens: Tensor([1, 1]))
        #expect(next.shape == [] && next.item() == 2)
        #expect(throws: ModelError.self) { try sampleLogits(logits, freqPenalty: 1) }
        #expect(throws: ModelError.self) { try sampleLogits(Tensor.ones([2, 3, 4])) }
    }
}
