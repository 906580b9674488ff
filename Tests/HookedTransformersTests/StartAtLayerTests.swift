import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// A run may begin in the middle, with a residual stream in place of tokens.
struct StartAtLayerTests {
    private let tokens = Tensor([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3]])

    @Test("Going on from where a run stopped gives that run's logits and activations", arguments: [0, 1, 2, -1, -2])
    func goesOn(_ layer: Int) throws {
        let model = try RandomModel.load(RandomModel.cfg(scaleByLayer: true))
        let (logits, whole) = try model.runWithCache(tokens)
        let residual = layer == 2 ? try whole["resid_post", 1] : try whole["resid_pre", layer]
        expectClose(try model(residual, startAtLayer: layer), logits, absolute: 1e-6, relative: 0)
        let (again, part) = try model.runWithCache(residual, startAtLayer: layer)
        expectClose(again, logits, absolute: 1e-6, relative: 0)
        let first = layer < 0 ? layer + 2 : layer
        #expect(part.keys == whole.keys.filter { HookPoint($0).layer.map { $0 >= first } ?? $0.hasPrefix("ln_final") })
        for (name, activation) in part { expectClose(activation, try whole[name], absolute: 1e-6, relative: 0) }
    }

    @Test("The reference's streams go on to the reference's logits", arguments: [GoldenModel.Setting.raw, .notebook])
    func reference(_ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load("small", setting), try Golden("small", setting.rawValue))
        for layer in 0..<4 {
            let residual = try golden["clean.act.blocks.\(layer).hook_resid_pre"]
            expectClose(try model(residual, startAtLayer: layer), try golden["clean.logits"])
        }
    }

    @Test("Padding, hooks and an early stop hold there too")
    func options() throws {
        let model = try RandomModel.load()
        let mask = Tensor([[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]])
        let zero = Hook("blocks.1.hook_resid_pre") { residual, _ in residual[0..., -1, 0...] = 0 }
        let residual = try model(tokens, attentionMask: mask, stopAtLayer: 1)
        let expected = try model.runWithHooks(tokens, fwdHooks: [zero], attentionMask: mask)
        let logits = try model.runWithHooks(residual, fwdHooks: [zero], attentionMask: mask, startAtLayer: 1)
        expectClose(logits, expected, absolute: 1e-6, relative: 0)
        let stopped = try model(residual, attentionMask: mask, startAtLayer: 1, stopAtLayer: 2)
        expectClose(
            stopped, try model(tokens, attentionMask: mask, stopAtLayer: 2), absolute: 1e-6, relative: 0)
        #expect(try model(residual, startAtLayer: 1, stopAtLayer: 1).isIdentical(to: residual))
    }

    @Test("Such a run neither uses nor becomes what later runs of tokens reuse")
    func nothingIsKept() throws {
        let model = try RandomModel.load()
        let logits = try model(tokens)
        _ = try model.runWithCache(Tensor.zeros([2, 5, 12]), startAtLayer: 0)
        #expect(model.reuse.runCount == 0)
        expectClose(try model(tokens), logits, absolute: 0, relative: 0)
    }

    @Test("What does not fit is an error that names the argument, what was given and what is allowed")
    func errors() throws {
        let model = try RandomModel.load()
        let residual = Tensor.zeros([2, 5, 12])
        try expectError(["startAtLayer: 3", "0 to 2", "-2"]) { try model(residual, startAtLayer: 3) }
        try expectError(["startAtLayer: 2", "stopAtLayer: 1"]) { try model(residual, startAtLayer: 2, stopAtLayer: 1) }
        try expectError(["d_model = 12", "tokens"]) { try model([1, 2], startAtLayer: 1) }
        try expectError(["d_model = 12", "int64", "[2, 5]"]) { try model(tokens, startAtLayer: 1) }
        try expectError(["d_model = 12", "[5, 12]"]) { try model(residual[0], startAtLayer: 1) }
        try expectError(["paddingSide", "attentionMask"]) {
            try model(residual, paddingSide: .left, startAtLayer: 1)
        }
        try expectError(["[2, 5]", "[5]"]) { try model(residual, attentionMask: Tensor.ones([5]), startAtLayer: 1) }
        try expectError(["9 tokens", "8"]) { try model(Tensor.zeros([1, 9, 12]), startAtLayer: 1) }
        try expectError(["startAtLayer", "lmCrossEntropyLoss"]) {
            try model(residual, returnType: .loss, startAtLayer: 1)
        }
        try expectError(["[2, 5, 12]", "startAtLayer"]) { try model(residual) }
    }

    private func expectError(_ words: [String], _ body: () throws -> Tensor) throws {
        let error = try #require(#expect(throws: ModelError.self) { try body() })
        for word in words { #expect("\(error)".contains(word), "\(error)") }
    }
}
