import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// Loss and accuracy of logits that are at hand are those of a run.
struct LanguageModelLossTests {
    @Test(arguments: ["tiny", "small"], GoldenModel.Setting.allCases)
    func lossIsTheReferences(_ name: String, _ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load(name, setting), try Golden(name, setting.rawValue))
        let tokens = try GoldenModel.tokens(name, "clean_tokens")
        let logits = try model(tokens)
        expectClose(try lmCrossEntropyLoss(logits, tokens).reshaped([1]), try golden["clean.loss"])
        expectClose(try lmCrossEntropyLoss(logits, tokens, perToken: true), try golden["clean.loss_per_token"])
        let padded = try GoldenModel.tokens(name, "leftpad_tokens")
        let mask = try GoldenModel.tokens(name, "leftpad_attention_mask")
        let loss = try lmCrossEntropyLoss(model(padded, attentionMask: mask), padded, attentionMask: mask)
        expectClose(loss.reshaped([1]), try golden["leftpad.loss"])
    }

    @Test func accuracyCountsHits() throws {
        let logits = Tensor([[[0.0, 2.0, 1.0], [5.0, 2.0, 1.0], [0.0, 0.0, 1.0]]])
        #expect(try lmAccuracy(logits, Tensor([[0, 1, 2]])).item() == 0.5)
        #expect(try lmAccuracy(logits, Tensor([0, 1, 0]), perToken: true) == Tensor([[1.0, 1.0]]))
        #expect(throws: ModelError.self) { try lmAccuracy(logits, Tensor([0, 1])) }
        #expect(throws: ModelError.self) { try lmCrossEntropyLoss(logits, Tensor([0, 1, 3])) }
        #expect(throws: ModelError.lossNeedsTwoTokens) { try lmAccuracy(logits[0..., 0..<1], Tensor([0])) }
    }
}
