import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Texts go on as texts: alone or together, whatever their lengths.
struct TextGenerationTests {
    private let model: HookedTransformer

    init() throws { model = try HookedTransformer.fromPretrained(Golden.path("../../weights/tiny-ioi")) }

    @Test func severalTextsGoOnAsEachAlone() throws {
        let texts = ["When John and Mary went to the shops,", "Then", "John gave"]
        let together = try model.generate(texts, maxNewTokens: 6, doSample: false)
        for (text, continued) in zip(texts, together) {
            #expect(try model.generate(text, maxNewTokens: 6, doSample: false) == continued)
            #expect(continued.hasPrefix(text) && !continued.contains("<|endoftext|>"))
        }
    }

    @Test func aTextIsItsTokensGoneOn() throws {
        let text = "When John and Mary went"
        let tokens = try model.generate(
            model.toTokens(text), maxNewTokens: 5, stopAtEOS: false, doSample: false, usePastKVCache: false)
        let continued = try model.generate(text, maxNewTokens: 5, stopAtEOS: false, doSample: false)
        #expect(try model.toString(tokens[0, 1...].toIntArray()) == continued)
    }

    @Test func aTextIsReadInParts() throws {
        var past = KeyValueCache()
        _ = try model("When John", pastKVCache: &past)
        let logits = try model(" and Mary", pastKVCache: &past)
        let expected = try model("When John and Mary")
        expectClose(logits[0, -1], expected[0, -1], absolute: 1e-4)
        #expect(past.count == expected.shape[1])
    }
}
