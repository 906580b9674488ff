import HookedTransformers
import Hooks
import Interventions
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Checkpoints of every family whose matrices are kept at two bytes a number.
struct HalfWidthFamiliesTests {
    @Test(
        "Matrices kept at two bytes a number move predictions as rounding does, in every family",
        arguments: GoldenFamily.all)
    func bfloat16(_ name: String) throws {
        let family = try GoldenFamily(name)
        let tokens = try family["tokens"]
        let half = try HookedTransformer.fromPretrained(family.folder, dtype: .bfloat16)
        #expect(half.cfg.dtype == .bfloat16)
        let both = try [half, family.load(.raw)].map { try $0(tokens).logSoftmax(dim: -1) }
        // A weight moves by at most 1 in 512 of itself.
        expectClose(both[0], both[1], absolute: 0.1)
        #expect(half.byteCount < (try family.load(.raw).byteCount) * 3 / 4)
    }

    @Test("Such a model sweeps, and goes on, as its own runs from the start do", arguments: GoldenFamily.all)
    func sweepsAndText(_ name: String) throws {
        let family = try GoldenFamily(name)
        let (model, tokens) = (
            try HookedTransformer.fromPretrained(family.folder, dtype: .bfloat16), try family["tokens"]
        )
        let sweep = try model.ablateHeads(tokens, methods: [.zero]) { $0[0..., -1, 0] }
        for layer in 0..<model.cfg.nLayers {
            let hook = Hook(actName("z", layer)) { z, _ in z[0..., -1, 0] = 0 }
            let alone = try model.runWithHooks(tokens, fwdHooks: [hook], recompute: .everything)
            expectClose(sweep.maps[0][layer, 0], alone[0..., -1, 0], absolute: 1e-4, "L\(layer)")
        }
        guard model.cfg.attentionDir == .causal else { return }
        let (expected, split) = (try model(tokens), 4)
        var past = KeyValueCache()
        _ = try model(tokens[0..., 0..<split], pastKVCache: &past)
        for position in split..<tokens.shape[1] {
            let logits = try model(tokens[0..., position..<(position + 1)], pastKVCache: &past)
            expectClose(logits[0..., 0], expected[0..., position], absolute: 1e-4)
        }
    }
}
