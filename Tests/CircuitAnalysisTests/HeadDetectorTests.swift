import CircuitAnalysis
import HookedTransformers
import Hooks
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

    /// Patterns grow with the square of the length: what the model can't run is refused before one is made.
    @Test func tooLongATextIsRefusedBeforeItsPatternIsMade() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let ids = [Int](repeating: 1, count: 1_000_000)
        #expect(throws: ModelError.tooManyTokens(count: 1_000_000, limit: 64)) {
            try detectHead(model, ids, .inductionHead)
        }
        #expect(throws: HeadDetectorError.self) {
            try detectHead(model, Tensor.zeros([1 << 40, 0], dtype: .int64), .inductionHead)
        }
    }

    @Test func headsThatWereNotAskedForGetMinusOne() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let scores = try detectHead(model, [1, 2, 1, 2], .inductionHead, heads: [(1, 2)])
        #expect(scores.toArray().filter { $0 == -1 }.count == 7 && scores[1, 2].item() >= 0)
        #expect(throws: ModelError.unknownHead(layer: 2, head: 0, layers: 2, heads: 4)) {
            try detectHead(model, [1, 2], .inductionHead, heads: [(2, 0)])
        }
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

    @Test("A cache of the same tokens gives the same scores, and stays as it is")
    func fromACache() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let tokens = try GoldenModel.tokens("tiny", "detect_tokens")
        let (_, cache) = try model.runWithCache(tokens)
        let (_, one) = try model.runWithCache(tokens[0..<1], removeBatchDim: true)
        let before = try one["pattern", 1]
        for (_, pattern) in Self.patterns {
            for excludes in [false, true] {
                let run = try detectHead(model, tokens, pattern, excludeBOS: excludes, excludeCurrentToken: excludes)
                let kept = try detectHead(
                    model, tokens, pattern, cache: cache, excludeBOS: excludes, excludeCurrentToken: excludes)
                expectClose(kept, run, absolute: 1e-6, relative: 0)
                let first = try detectHead(
                    model, tokens[0], pattern, cache: one, excludeBOS: excludes, excludeCurrentToken: excludes)
                let alone = try detectHead(
                    model, tokens[0], pattern, excludeBOS: excludes, excludeCurrentToken: excludes)
                expectClose(first, alone, absolute: 1e-6, relative: 0)
            }
        }
        #expect(try one["pattern", 1].isIdentical(to: before))
    }

    @Test("The scores come from the cache, not from a run")
    func theCacheCounts() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let looksBack = Tensor.zeros([1, 4, 3, 3])
        var ideal = looksBack
        for (query, key) in [(0, 0), (1, 0), (2, 1)] { ideal[0, 0..., query, key] = 1 }
        let cache = ActivationCache([(actName("pattern", 0), ideal), (actName("pattern", 1), looksBack)])
        let scores = try detectHead(model, [5, 6, 7], .previousTokenHead, cache: cache)
        expectClose(scores[0], Tensor.ones([4]) * (2.0 / 3), absolute: 1e-6)
        #expect(scores[1] == Tensor.zeros([4]))
    }

    @Test func aCacheOfOtherTokensIsAnError() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (_, cache) = try model.runWithCache([1, 2, 3])
        let name = actName("pattern", 0)
        #expect(
            throws: HeadDetectorError.wrongCacheShape(hook: name, expected: [1, 4, 4, 4], found: [1, 4, 3, 3])
        ) { try detectHead(model, [1, 2, 3, 4], .inductionHead, cache: cache) }
        #expect(throws: HeadDetectorError.textsOfUnequalLengths([3, 2])) {
            try detectHead(model, [[1, 2, 3], [1, 2]], .inductionHead, cache: cache)
        }
        #expect(throws: HookError.self) { try detectHead(model, [1, 2], .inductionHead, cache: ActivationCache()) }
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
