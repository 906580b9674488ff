import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Einsum gives what its definition gives: sums of products over all axes that the right side leaves out.
struct EinsumTests {
    @Test func randomPatternsGiveWhatTheDefinitionGives() {
        var random = RepeatableRandomGenerator(seed: 3)
        let names = ["a", "b", "c", "d", "e"]
        for _ in 0..<300 {
            let lengths = Dictionary(uniqueKeysWithValues: names.map { ($0, Int.random(in: 1...4, using: &random)) })
            let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in names.randomElement(using: &random) }
            }
            let used = Array(Set(terms.joined())).sorted()
            let output = used.shuffled(using: &random).prefix(Int.random(in: 0...used.count, using: &random))
            let tensors = terms.map { term in random.tensor(term.map { lengths[$0] ?? 1 }) }
            let pattern =
                terms.map { $0.joined(separator: " ") }.joined(separator: ", ")
                + " -> " + output.joined(separator: " ")
            let letters = pattern.filter { $0 != " " }
            let expected = definition(terms, Array(output), tensors, lengths)
            #expect(Naive(einsum(letters, tensors)) == expected, "\(letters)")
            if terms.contains(where: { $0.count > 1 }) {
                #expect(Naive(einsum(pattern, tensors)) == expected, "\(pattern)")
            }
        }
    }

    private func definition(
        _ terms: [[String]], _ output: [String], _ tensors: [Tensor], _ lengths: [String: Int]
    ) -> Naive {
        let summed = Array(Set(terms.joined()).subtracting(output)).sorted()
        let inputs = tensors.map(Naive.init)
        return Naive(output.map { lengths[$0] ?? 1 }) { place in
            Naive.positions(summed.map { lengths[$0] ?? 1 }).reduce(Float(0)) { sum, inner in
                let values = Dictionary(uniqueKeysWithValues: zip(output + summed, place + inner))
                return sum
                    + zip(terms, inputs).reduce(Float(1)) { product, term in
                        product * term.1[term.0.map { values[$0] ?? 0 }]
                    }
            }
        }
    }

    @Test func wordsLettersAndEllipsesMeanTheSame() {
        var random = RepeatableRandomGenerator(seed: 4)
        let (z, weights) = (random.tensor([2, 3, 4, 5]), random.tensor([4, 5, 6]))
        let out = einsum("batch pos head d_head, head d_head d_model -> batch pos d_model", z, weights)
        #expect(out.shape == [2, 3, 6])
        #expect(einsum("bphd,hdm->bpm", z, weights) == out)
        #expect(einsum("... h d, h d m -> ... m", z, weights) == out)
        #expect(einsum("b p h d, h d m -> b p m", z, weights) == out)
        #expect(einsum("ij,jk", Tensor.eye(3), Tensor.eye(3)) == Tensor.eye(3))
        #expect(einsum("position, position ->", Tensor([1.0, 2.0]), Tensor([3.0, 4.0])).item() == 11)
    }

    @Test(arguments: [
        ("i j -> k", "axis \"k\""), ("i -> i", "names 1 axes"), ("i j, j k -> i k", "2 tensors"),
        ("i j -> i i", "twice"), ("i ? -> i", "\"?\""), ("i j -> i -> j", "more than one"), ("i i -> i", "length"),
    ])
    func aPatternThatDoesNotFitSaysWhy(_ pattern: String, _ reason: String) {
        let error = #expect(throws: TensorError.self) { try Fault.catching { einsum(pattern, Tensor.zeros([2, 3])) } }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
