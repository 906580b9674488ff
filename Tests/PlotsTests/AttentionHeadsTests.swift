import Display
import Plots
import SessionSafety
import TensorCore
import Testing

@Suite struct AttentionHeadsTests {
    private let pattern = Tensor([1, 0, 0, 0.5, 0.5, 0, 0.1, 0.7, 0.2, 1, 0, 0, 0, 1, 0, 0, 0, 1], shape: [2, 3, 3])
    private let tokens = ["<|endoftext|>", " Mary", " John"]

    @Test func twoHeadsAreAsTheyWere() throws {
        let heads = attentionHeads(pattern, tokens: tokens, headNames: ["L0H0", "L0H1"], title: "Layer 0")
        try checkPicture(heads)
        try expectSnapshot(heads.mimeBundle.plain, "attention.txt")
        try expectSnapshot(try #require(heads.mimeBundle.representations[.html]), "attention.html")
        try expectSnapshot(try #require(heads.mimeBundle.representations[.png]), "attention.png.base64")
    }

    @Test func theTextNamesTheStrongestPairs() {
        let text = attentionHeads(pattern, tokens: tokens).mimeBundle.plain
        #expect(text.contains("2 heads, 3 × 3"))
        #expect(text.contains("John (2) → Mary (1) 0.7"))
    }

    @Test func oneHeadAndABatchOfOneAreTaken() throws {
        try checkPicture(attentionHeads(pattern[0], tokens: tokens))
        try checkPicture(attentionHeads(pattern.reshaped([1, 2, 3, 3]), tokens: tokens))
        try checkPicture(attentionHeads(pattern[0..., 2..., 0...], tokens: tokens))
    }

    @Test func scoresWithSignsAndMasksAreTaken() throws {
        let scores = Tensor([3, -.infinity, -2, 1], shape: [2, 2])
        try checkPicture(attentionHeads(scores, tokens: ["a", "b"]))
        try checkPicture(attentionHeads(Tensor([.nan], shape: [1, 1]), tokens: ["a"]))
        try checkPicture(attentionHeads(Tensor([] as [Float], shape: [0, 0]), tokens: []))
    }

    /// The seed's picture: one head over 400 tokens. Noise is the worst case of any pattern.
    @Test func fourHundredTokensStayUnder300Kilobytes() throws {
        var generator = SystemRandomNumberGenerator()
        var values = [Float](repeating: 0, count: 400 * 400)
        for row in 0..<400 {
            for column in 0...row { values[row * 400 + column] = Float.random(in: 0...1, using: &generator) }
        }
        let tokens = (0..<400).map { " token\($0)" }
        let bundle = attentionHeads(Tensor(values, shape: [1, 400, 400]), tokens: tokens).mimeBundle
        #expect(try #require(bundle.representations[.html]).utf8.count < 300_000)
        #expect(try #require(bundle.representations[.png]).utf8.count < 300_000)
    }

    @Test func levelsTellSmallAttentionApart() throws {
        let scale = try AttentionScale([0, 1] as [Float])
        #expect(scale.level(of: 0) == 0 && scale.level(of: 1) == 253)
        #expect(scale.level(of: 0.0025) > scale.level(of: 0.002))
        #expect(scale.level(of: .nan) == 255)
    }

    @Test func textFromDataStaysText() throws {
        let heads = attentionHeads(
            pattern, tokens: [hostile, "\n", " "], headNames: [hostile, "href='data:image/png;base64,AAAA'"],
            title: hostile)
        try checkPicture(heads)
        try checkEscaped(heads)
    }

    @Test func whatDoesNotFitIsAnErrorThatSaysWhy() {
        #expect(throws: PlotError.self) { try Fault.catching { attentionHeads(Tensor.zeros([3]), tokens: []) } }
        #expect(throws: PlotError.self) { try Fault.catching { attentionHeads(pattern, tokens: ["a"]) } }
        #expect(throws: PlotError.self) {
            try Fault.catching { attentionHeads(Tensor.zeros([2, 2, 3, 3]), tokens: tokens) }
        }
        let error = #expect(throws: PlotError.self) {
            try Fault.catching { attentionHeads(pattern, tokens: tokens, headNames: ["a"]) }
        }
        #expect(error?.description == "attentionHeads: 1 headNames for 2 in a tensor of shape [2, 3, 3]")
    }
}
