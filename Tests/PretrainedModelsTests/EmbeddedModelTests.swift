import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// The model that comes with the project says what the program that trained it says.
struct EmbeddedModelTests {
    private let model: HookedTransformer
    private let golden: EmbeddedGolden

    init() throws {
        golden = try EmbeddedGolden.load()
        model = try HookedTransformer.fromPretrained(EmbeddedGolden.folder, centerUnembed: false)
    }

    @Test func textsHaveTheIdsThatHuggingFaceGivesThem() throws {
        for text in golden.texts where !text.ids.isEmpty {
            #expect(try model.toTokens(text.text, prependBOS: false).toIntArray() == text.ids, "\(text.text)")
        }
    }

    @Test func thePromptsHaveTheTrainersLogits() throws {
        for prompt in golden.prompts {
            let logits = try model(prompt.ids)[0, -1]
            expectClose(
                logits.logSoftmax(dim: -1), Tensor(prompt.final_logits).logSoftmax(dim: -1), absolute: 1e-3)
        }
    }

    @Test func everyPromptIsAnsweredWithTheOtherName() throws {
        for prompt in golden.prompts {
            let logits = try model(prompt.ids)[0, -1]
            let (right, wrong) = (try model.toSingleToken(prompt.recipient), try model.toSingleToken(prompt.giver))
            #expect(logits[right].item() > logits[wrong].item() + 2)
        }
    }
}

/// Tests/Goldens/tiny-ioi-tokenizer.json, made by Tools/tiny-ioi/goldens.py.
private struct EmbeddedGolden: Decodable {
    struct Text: Decodable {
        let text: String
        let ids: [Int]
    }
    struct Prompt: Decodable {
        let text, recipient, giver: String
        let ids: [Int]
        let final_logits: [Float]
    }
    let texts: [Text]
    let prompts: [Prompt]

    static func load() throws -> EmbeddedGolden {
        let file = URL(fileURLWithPath: Golden.path("tiny-ioi-tokenizer.json"))
        return try JSONDecoder().decode(EmbeddedGolden.self, from: Data(contentsOf: file))
    }

    static var folder: String { Golden.path("../../weights/tiny-ioi") }
}
