import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// Where hooks fire, in which order, and what a run leaves behind: nothing.
struct HookOrderTests {
    private let tokens = [[1, 2, 3], [4, 5, 6]]

    @Test("Hook points fire in TransformerLens's order; those of layer norm 1 for query, key and value")
    func firingOrder() throws {
        let model = try RandomModel.load()
        var fired: [String] = []
        _ = try model.runWithHooks(tokens, fwdHooks: [Hook({ _ in true }) { _, hook in fired.append(hook.name) }])
        let norm = ["ln1.hook_scale", "ln1.hook_normalized"]
        let attention = ["q", "k", "v", "attn_scores", "pattern", "z"].map { "attn.hook_\($0)" }
        let rest = [
            "hook_attn_out", "hook_resid_mid", "ln2.hook_scale", "ln2.hook_normalized", "mlp.hook_pre",
            "mlp.hook_post", "hook_mlp_out", "hook_resid_post",
        ]
        let block = ["hook_resid_pre"] + norm + norm + norm + attention + rest
        let expected =
            ["hook_embed", "hook_pos_embed"] + (0..<2).flatMap { layer in block.map { "blocks.\(layer).\($0)" } }
            + ["ln_final.hook_scale", "ln_final.hook_normalized"]
        #expect(fired == expected)
    }

    @Test("The cache holds 2 + 17·L + 2 activations, in firing order")
    func cacheOrder() throws {
        let (_, cache) = try RandomModel.load().runWithCache(tokens)
        #expect(cache.count == 2 + 17 * 2 + 2)
        #expect(cache.keys.first == "hook_embed")
        #expect(cache.keys.last == "ln_final.hook_normalized")
    }

    @Test("Switched-on points fire with an axis for heads, change nothing by themselves, and take part when edited")
    func switches() throws {
        let model = try RandomModel.load()
        let logits = try model(tokens)
        model.setUseSplitQKVInput(true)
        model.setUseAttnResult(true)
        model.setUseHookMLPIn(true)
        let (same, cache) = try model.runWithCache(tokens)
        expectClose(same, logits, absolute: 1e-5)
        #expect(try cache["q_input", 0].shape == [2, 3, 3, 12])
        #expect(try cache["scale", 0, "ln1"].shape == [2, 3, 3, 1])
        #expect(try cache["result", -1].shape == [2, 3, 3, 12])
        let edited = try model.runWithHooks(
            tokens, fwdHooks: [Hook("blocks.1.hook_v_input") { v, _ in v[0..., 0..., 1] = 0.5 }])
        #expect((edited - logits).abs().max().item() > 1e-3)
    }

    @Test("The logits can be seen and changed where they are made")
    func logits() throws {
        let model = try RandomModel.load()
        #expect(throws: HookError.self) { try model.runWithHooks(tokens, fwdHooks: [Hook("hook_unembed") { _, _ in }]) }
        model.setUseHookUnembed(true)
        let (logits, cache) = try model.runWithCache(tokens)
        #expect(cache.keys.last == "hook_unembed")
        #expect(try cache["unembed"] == logits)
        let hook = Hook("hook_unembed") { logits, _ in logits[0..., -1, 3] = 9 }
        let edited = try model.runWithHooks(tokens, fwdHooks: [hook])
        #expect(edited[0..., -1, 3].toArray() == [9, 9] && edited[0..., 0] == logits[0..., 0])
    }

    @Test("A run that throws leaves no hook and no change behind")
    func throwingRuns() throws {
        struct Stop: Error {}
        let model = try RandomModel.load()
        let logits = try model(tokens)
        #expect(throws: Stop.self) {
            try model.runWithHooks(
                tokens,
                fwdHooks: [
                    Hook("blocks.1.attn.hook_z") { z, _ in
                        z = z * 0; throw Stop()
                    }
                ])
        }
        #expect(try model(tokens).isIdentical(to: logits))
    }

    @Test("Added hooks stay until they are reset; permanent ones longer")
    func addedHooks() throws {
        let model = try RandomModel.load()
        var count = 0
        let hook = Hook("hook_embed") { _, _ in count += 1 }
        try model.addHook(hook)
        try model.addHook(hook, isPermanent: true)
        _ = try model(tokens)
        #expect(count == 2)
        model.resetHooks()
        _ = try model(tokens)
        #expect(count == 3)
        model.resetHooks(includingPermanent: true)
        _ = try model(tokens)
        #expect(count == 3)
    }

    @Test("A run may stop at a layer, counted from either end")
    func stopAtLayer() throws {
        let model = try RandomModel.load()
        let (_, cache) = try model.runWithCache(tokens)
        #expect(try model(tokens, stopAtLayer: 1).isIdentical(to: cache["resid_pre", 1]))
        #expect(try model(tokens, stopAtLayer: -1).isIdentical(to: cache["resid_pre", 1]))
        #expect(try model(tokens, stopAtLayer: 99).isIdentical(to: cache["resid_post", 1]))
    }

    @Test("Left-padded prompts of unequal length answer as each does alone")
    func padding() throws {
        let model = try RandomModel.load()
        let batch = try model([[1, 2, 3, 4], [5, 6]], paddingSide: .left)
        expectClose(batch[1, -1], try model([5, 6])[0, -1], absolute: 1e-5)
        let right = try model([[1, 2, 3, 4], [5, 6]], paddingSide: .right)
        expectClose(right[1, 1], try model([5, 6])[0, -1], absolute: 1e-5)
    }
}
