import Foundation
import HookedTransformers
import TensorCore
import Testing

/// What `topK` and `topP` leave is what sorting the whole vocabulary would leave, draw by draw.
struct SampleOrderTests {
    /// Numbers in steps of a tenth, so that many are equal.
    private let logits: Tensor = {
        var generator = RandomGenerator(seed: 5)
        return (Tensor.randn([12, 5000], using: &generator) * 40).round() / 10
    }()

    @Test(arguments: [1, 3, 50, 4999, 5000, 6000, nil], [0.1, 0.5, 0.9, 0.999, 1, nil] as [Double?])
    func drawsAreThoseOfASortedVocabulary(topK: Int?, topP: Double?) throws {
        // Without either, nothing is put in order.
        guard topK != nil || topP != nil else { return }
        for temperature in [1.5, 100] {
            let drawn = try sampleLogits(logits, temperature: temperature, topK: topK, topP: topP, seed: 7)
            var generator = RandomGenerator(seed: 7)
            let expected = (0..<12).map { row in
                let uniform = Tensor.rand([1], using: &generator).item()
                let scores = logits[row].toArray().map { Double($0) / temperature }
                return draw(scores, topK ?? scores.count, topP ?? 2, at: uniform)
            }
            #expect(drawn.toIntArray() == expected)
        }
    }

    /// Numbers that only rise are the worst order to go through.
    @Test func theLikeliestAreFoundWhateverTheOrder() throws {
        let rising = Tensor.arange(3000).asType(.float32)
        for (numbers, best) in [(rising, 2999), (-rising, 0)] {
            #expect(try sampleLogits(numbers, topK: 1, seed: 0).item() == Double(best))
            #expect(try sampleLogits(numbers / 1e4, topP: 1e-9, seed: 0).item() == Double(best))
        }
    }

    private func draw(_ scores: [Double], _ topK: Int, _ topP: Double, at uniform: Double) -> Int {
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(topK)
        var weights = order.map { exp(scores[$0] - scores[order[0]]) }
        let wanted = weights.reduce(0, +) * topP
        var held = 0.0
        if let last = weights.firstIndex(where: {
            held += $0
            return held >= wanted
        }) {
            weights = Array(weights[...last])
        }
        var rest = uniform * weights.reduce(0, +)
        let chosen = weights.firstIndex {
            rest -= $0
            return rest < 0
        }
        return order[chosen ?? weights.count - 1]
    }
}
