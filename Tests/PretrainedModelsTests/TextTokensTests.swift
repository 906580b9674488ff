import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Texts become tokens and tokens texts by TransformerLens's rules, and padded batches answer as each text alone.
struct TextTokensTests {
    private let model: HookedTransformer
    private static let folder = Golden.path("../../weights/tiny-ioi")
    private let bos: Int
    private let texts = ["When John and Mary went to the shops", "John gave", "When Mary"]

    init() throws {
        model = try HookedTransformer.fromPretrained(Self.folder)
        bos = try #require(model.tokenizer?.bosTokenID)
    }

    @Test func theBOSComesFirstUnlessToldOtherwise() throws {
        let with = try model.toTokens("When John")
        let without = try model.toTokens("When John", prependBOS: false)
        #expect(with.shape == [1, 3] && with[0, 0].item() == Double(bos))
        #expect(with[0..., 1...] == without)
        #expect(try model.toTokens("").toIntArray() == [bos])
        #expect(try model.toTokens("", prependBOS: false).shape == [1, 0])
        #expect(try model.toTokens("<|endoftext|>When").toIntArray().prefix(2) == [bos, bos])
        let bare = try HookedTransformer.fromPretrained(Self.folder, defaultPrependBOS: false)
        #expect(try bare.toTokens("When John") == without)
        #expect(try bare.toTokens("When John", prependBOS: true) == with)
        expectClose(try bare("When John"), try model(without), absolute: 1e-5)
    }

    @Test func aLongTextIsCutAtTheContextItsBOSIncluded() throws {
        let long = String(repeating: "When John", count: 600)
        #expect(try model.toTokens(long).shape == [1, model.cfg.nCtx])
        #expect(try model.toTokens(long, truncate: false).shape[1] > model.cfg.nCtx)
    }

    @Test func tokensBecomeTextAgain() throws {
        let tokens = try model.toTokens("When John and Mary")
        #expect(try model.toString(tokens) == "<|endoftext|>When John and Mary")
        #expect(try model.toString(tokens[0, 2]) == " John")
        #expect(try model.toStrTokens("When John") == ["<|endoftext|>", "When", " John"])
        #expect(try model.toStrTokens(["When", "John"]) == [["<|endoftext|>", "When"], ["<|endoftext|>", "John"]])
        #expect(try model.toStrTokens(tokens[0]).count == 5)
        let two = Tensor.cat([tokens, tokens])
        #expect(try model.toStrings(two) == [try model.toString(tokens), try model.toString(tokens)])
        #expect(throws: ModelError.severalRows([2, 5])) { try model.toString(two) }
        #expect(throws: ModelError.severalRows([2, 5])) { try model.toStrTokens(two) }
        #expect(throws: ModelError.badTokenShape([1, 2, 5])) { try model.toStrings(two.unsqueezed(dim: 0)) }
    }

    @Test func aSingleTokenIsOneOrAnError() throws {
        let mary = try model.toSingleToken(" Mary")
        #expect(try model.toSingleStrToken(mary) == " Mary")
        for text in ["John and Mary", ""] {
            let error = try #require(#expect(throws: ModelError.self) { try model.toSingleToken(text) })
            #expect("\(error)".hasPrefix("Input string: \(text) is not a single token!"))
        }
    }

    @Test func aTokensPositionIsItsFirstOrLast() throws {
        let prompt = "When John and Mary went, John gave"
        #expect(try model.getTokenPosition(" John", in: prompt) == 2)
        #expect(try model.getTokenPosition(" John", in: prompt, mode: .last) == 7)
        #expect(try model.getTokenPosition(" John", in: prompt, prependBOS: false) == 1)
        #expect(try model.getTokenPosition(" John", in: model.toTokens(prompt)) == 2)
        #expect(throws: ModelError.tokenNotInPrompt("\" Tyler\"")) { try model.getTokenPosition(" Tyler", in: prompt) }
        let error = try #require(
            #expect(throws: ModelError.self) { try model.getTokenPosition(" John", in: [prompt, prompt]) })
        #expect("\(error)".contains("in: holds 2 prompts"))
    }

    @Test("Left-padded texts and token tensors have every text's own last logits and loss")
    func leftPadding() throws {
        let tokens = try model.toTokens(texts, paddingSide: .left)
        for logits in [try model(texts, paddingSide: .left), try model(tokens, paddingSide: .left)] {
            for (row, text) in texts.enumerated() {
                expectClose(logits[row, -1], try model(text)[0, -1], absolute: 1e-4)
            }
        }
        let losses = try texts.map { try model($0, returnType: .loss, lossPerToken: true) }
        let all = Tensor.cat(losses.map { $0.flattened() })
        expectClose(try model(tokens, returnType: .loss, paddingSide: .left), all.mean(), absolute: 1e-4)
        expectClose(try model(texts, returnType: .loss, paddingSide: .left), all.mean(), absolute: 1e-4)
        expectClose(try model(texts, returnType: .loss, paddingSide: .right), all.mean(), absolute: 1e-4)
    }

    @Test("Unequal lengths without a side are refused, in texts and in padded tokens")
    func unequalLengths() throws {
        #expect(throws: ModelError.unequalLengths([9, 3, 3])) { try model(texts) }
        #expect(throws: ModelError.unequalLengths([9, 3, 3])) { try model.toTokens(texts) }
        let left = try model.toTokens(texts, paddingSide: .left)
        let right = try model.toTokens(texts, paddingSide: .right)
        // With its BOS, row 1 begins with seven of them.
        #expect(throws: ModelError.looksPadded(row: 1, count: 7, side: .left)) { try model(left) }
        #expect(throws: ModelError.looksPadded(row: 1, count: 6, side: .right)) { try model(right) }
    }

    @Test func aVocabularyThatPutsASpaceInFrontKeepsItInTokens() throws {
        let tiny = TinyCheckpoint(vocabulary: 920)
        let tokenizer = try String(contentsOfFile: Golden.path("tokenizers/mistral.tokenizer.json"), encoding: .utf8)
        try tiny.write([
            "tokenizer.json": tokenizer, "tokenizer_config.json": #"{"bos_token": "<s>", "eos_token": "</s>"}"#,
        ])
        let model = try HookedTransformer.fromPretrained(tiny.path)
        let ids = try model.toTokens("Hello world").toIntArray()
        #expect(ids.first == 1 && model.cfg.defaultPrependBOS)
        #expect(try model.toStrTokens("Hello world").joined() == "<s> Hello world")
        #expect(try model.toString(model.toTokens("Hello world", prependBOS: false)) == "Hello world")
        let the = try model.toSingleToken(" the")
        #expect(try model.toSingleStrToken(the) == " the" && model.toSingleToken("the") == the)
        // A BOS that ends no text is not put in front of one that has it already.
        #expect(try model.toTokens("<s>Hello world").toIntArray().filter { $0 == 1 }.count == 1)
        #expect(throws: ModelError.self) { try model.toSingleToken(" the the") }
    }
}
