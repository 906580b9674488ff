import CircuitAnalysis
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Testing a prompt says of each of the answer's tokens what a run over prompt and answer says.
struct PromptTestTests {
    private let prompt = "When John and Mary went to the shops, John gave the bag to"

    @Test func aKnownAnswer() throws {
        let model = try Self.model()
        let test = try model.testPrompt(prompt, answer: "Mary", topK: 3)
        #expect(test.answerTokens == [" Mary"] && test.ranks == [0] && test.topTokens[0][0] == " Mary")
        #expect(test.promptTokens == (try model.toStrTokens(prompt)))
        let line = try model(prompt)[0, -1]
        let mary = try model.toSingleToken(" Mary")
        expectClose(test.logits, line[[mary]], absolute: 1e-5)
        expectClose(test.probabilities, line.softmax(dim: -1)[[mary]], absolute: 1e-6)
        expectClose(test.topProbabilities, line.softmax(dim: -1).topk(3).values.unsqueezed(dim: 0), absolute: 1e-6)
        #expect("\(test)".contains("answer \" Mary\": rank 0, "))
    }

    @Test func severalTokensOneAfterTheOther() throws {
        let model = try Self.model()
        let test = try model.testPrompt("When John", answer: " and Mary went", prependSpaceToAnswer: false, topK: 1)
        let texts = ["When John", "When John and", "When John and Mary"]
        for (token, text) in texts.enumerated() {
            let line = try model(text)[0, -1]
            let id = try model.toSingleToken(test.answerTokens[token])
            let likelier = (line .> line[id]).sum().item()
            #expect(Double(test.ranks[token]) == likelier)
            #expect(test.topTokens[token] == [try model.toSingleStrToken(Int(line.argmax().item()))])
        }
    }

    @Test func whatCannotBeTestedIsAnError() throws {
        let model = try Self.model()
        let failures: [(String, () throws -> PromptTest)] = [
            ("answer: is empty", { try model.testPrompt("When", answer: "") }),
            ("topK is 0", { try model.testPrompt("When", answer: "John", topK: 0) }),
            ("topK is 2000", { try model.testPrompt("When", answer: "John", topK: 2000) }),
            ("at least one token", { try model.testPrompt("", answer: "John", prependBOS: false) }),
        ]
        for (words, body) in failures {
            let error = try #require(#expect(throws: CircuitAnalysisError.self) { try body() })
            #expect("\(error)".contains(words), "\(error)")
        }
        #expect(throws: ModelError.self) { try GoldenModel.load("tiny", .raw).testPrompt("a", answer: "b") }
    }

    private static func model() throws -> HookedTransformer {
        try HookedTransformer.fromPretrained(Golden.path("../../weights/tiny-ioi"))
    }
}
