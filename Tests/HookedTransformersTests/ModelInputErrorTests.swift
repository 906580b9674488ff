import HookedTransformers
import Hooks
import TensorCore
import Testing

/// What wrong input is answered with.
struct ModelInputErrorTests {
    @Test("Tokens that the model cannot take are errors that say which, where and the bounds")
    func tokens() throws {
        let model = try RandomModel.load()
        #expect(throws: ModelError.unknownToken(17, row: 1, position: 2, dVocab: 17)) {
            try model([[1, 2, 3], [4, 5, 17]])
        }
        #expect(throws: ModelError.unknownToken(-1, row: 0, position: 0, dVocab: 17)) { try model([-1]) }
        #expect(throws: ModelError.tooManyTokens(count: 9, limit: 8)) { try model([Int](repeating: 1, count: 9)) }
        #expect(throws: ModelError.emptyPrompt(row: nil)) { try model([Int]()) }
        #expect(throws: ModelError.emptyPrompt(row: 1)) { try model([[1], []]) }
        #expect(throws: ModelError.emptyPrompt(row: nil)) { try model([[Int]]()) }
        #expect(throws: ModelError.unequalLengths([2, 1])) { try model([[1, 2], [3]]) }
        #expect(throws: ModelError.tokensNotIntegers(dtype: "float32")) { try model(Tensor([1.0, 2.0])) }
        #expect(throws: ModelError.badTokenShape([1, 1, 1])) { try model(Tensor([1], shape: [1, 1, 1])) }
        #expect(throws: ModelError.residualWithoutLayer([1, 2, 12])) { try model(Tensor.zeros([1, 2, 12])) }
        #expect(throws: ModelError.badMaskShape(expected: [1, 2], found: [3])) {
            try model([1, 2], attentionMask: Tensor([1, 1, 1]))
        }
        #expect(throws: ModelError.lossNeedsTwoTokens) { try model([1], returnType: .loss) }
    }

    @Test("Text without a tokenizer says what is missing")
    func text() throws {
        let model = try RandomModel.load()
        #expect(throws: ModelError.noTokenizer(reason: "it has no tokenizer")) { try model("text") }
        #expect(throws: ModelError.noTokenizer(reason: "it has no tokenizer")) { try model.toTokens("text") }
    }

    @Test("Short cache names mean what TransformerLens means by them")
    func shortNames() throws {
        let (_, cache) = try RandomModel.load().runWithCache([1, 2])
        for name in ["z0", "attn0", "pre0m", "scale0ln1", "embed", "pos_embed", "scale"] {
            #expect(throws: Never.self) { try cache[name] }
        }
        #expect(try cache["attn", -1].isIdentical(to: cache["blocks.1.attn.hook_pattern"]))
        for name in ["z", "resid_pre0"] { #expect(throws: HookError.self) { try cache[name] } }
        #expect(throws: HookError.layerOutOfRange(2, count: 2)) { try cache["z", 2] }
        #expect(throws: HookError.self) { try cache["scale", 0] }
    }

    @Test(
        "Names are expanded as get_act_name does it",
        arguments: [
            (actName("z", 3, "attn"), "blocks.3.attn.hook_z"), (actName("pre", 2), "blocks.2.mlp.hook_pre"),
            (actName("normalized", 27, "ln2"), "blocks.27.ln2.hook_normalized"), (actName("embed"), "hook_embed"),
            (actName("scale"), "ln_final.hook_scale"), (actName("k6"), "blocks.6.attn.hook_k"),
            (actName("scale4ln1"), "blocks.4.ln1.hook_scale"),
            (actName("attn_logits", 0), "blocks.0.attn.hook_attn_scores"),
            (actName("blocks.1.hook_resid_pre"), "blocks.1.hook_resid_pre"),
            (actName("resid_pre", 4), "blocks.4.hook_resid_pre"),
            (actName("hook_z", 0), "blocks.0.hook_hook_z"), (actName("mlp_post", 1), "blocks.1.mlp.hook_post"),
        ])
    func actNames(actual: String, expected: String) { #expect(actual == expected) }
}
