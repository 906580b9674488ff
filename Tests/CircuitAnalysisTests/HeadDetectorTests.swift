import CircuitAnalysis
import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// Detector scores are TransformerLens's, for every pattern, measure and exclusion.
struct HeadDetectorTests {
    static let patterns: [(String, HeadPattern)] = [
        ("previous_token_head", .previousTokenHead), ("duplicate_token_head", .duplicateTokenHead),
        ("induction_head", .inductionHead),
    ]

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func scores(_ name: String, _ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load(name, setting), try Golden(name, setting.rawValue))
        let tokens = try GoldenModel.tokens(name, "detect_tokens")
        for (label, pattern) in Self.patterns {
            for row in 0..<2 {
                for (bos, current) in [(false, false), (true, false), (false, true), (true, true)] {
                    let suffix = "bos\(bos ? 1 : 0).cur\(current ? 1 : 0)"
                    for (measure, word, tolerance) in [(HeadErrorMeasure.mul, "mul", 1e-6), (.abs, "abs", 1.01e-3)] {
                        let scores = try detectHead(
                            model, tokens[row], pattern, excludeBOS: bos, excludeCurrentToken: current,
                            errorMeasure: measure)
                        let key = "detect.\(label).row\(row).\(word).\(suffix)"
                        expectClose(scores, try golden[key], absolute: tolerance, relative: 0, "\(key)")
                    }
                }
            }
            let mean = try detectHead(model, tokens, pattern)
            expectClose(mean, try golden["detect.\(label).list"], absolute: 1e-6, relative: 0)
            let matrix = try pattern.matrix(for: tokens[1].toIntArray())
            expectClose(matrix, try golden["detect.\(label).pattern.row1"], absolute: 0, relative: 0)
        }
    }

    @Test func headsThatWereNotAskedForGetMinusOne() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let scores = try detectHead(model, [1, 2, 1, 2], .inductionHead, heads: [(1, 2)])
        #expect(scores.toArray().filter { $0 == -1 }.count == 7 && scores[1, 2].item() >= 0)
        #expect(throws: HeadDetectorError.self) { try detectHead(model, [1, 2], .inductionHead, heads: [(2, 0)]) }
    }

    @Test func oneTokenOrAPatternThatLooksAheadIsAnError() throws {
        let model = try GoldenModel.load("tiny", .raw)
        #expect(throws: HeadDetectorError.tooFewTokens(1)) { try detectHead(model, [5], .inductionHead) }
        #expect(throws: HeadDetectorError.patternLooksAhead(query: 0, key: 1)) {
            try detectHead(model, [5, 6], .custom(Tensor.ones([2, 2])))
        }
        #expect(throws: HeadDetectorError.wrongPatternShape(expected: 2, found: [3, 3])) {
            try detectHead(model, [5, 6], .custom(Tensor.ones([3, 3])))
        }
    }

    @Test("Several texts give the mean of each alone, whatever their lengths and their padding tokens")
    func severalTexts() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let texts = [[3, 4, 3, 4], [5, 6, 7, 5], [8, 9], [1, 2, 1, 2, 1], [7, 7, 8, 7, 7], [2, 2, 2, 2, 0]]
        let together = try detectHead(model, texts, .inductionHead)
        let each = try texts.map { try detectHead(model, $0, .inductionHead) }
        let mean = each.dropFirst().reduce(each[0], +) / Float(texts.count)
        expectClose(together, mean, absolute: 1e-6, relative: 0)
    }
}
