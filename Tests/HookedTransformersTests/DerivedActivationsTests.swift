import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// Caches that keep a part and compute the rest when it is read hold what whole caches hold.
struct DerivedActivationsTests {
    private let tokens = Tensor([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3]])

    private func models() throws -> (whole: HookedTransformer, derived: HookedTransformer) {
        let cfg = RandomModel.cfg(scaleByLayer: true)
        let models = try (0..<2).map { _ in try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg, seed: 3))
        }
        models[1].reuse.wholeCacheByteLimit = 0
        return (models[0], models[1])
    }

    @Test("Every activation is the same, in the same order, with padding and without")
    func activations() throws {
        let (whole, derived) = try models()
        for mask in [nil, Tensor([[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]])] {
            let (expectedLogits, expected) = try whole.runWithCache(tokens, attentionMask: mask)
            let (logits, cache) = try derived.runWithCache(tokens, attentionMask: mask)
            #expect(cache.keys == expected.keys)
            #expect(cache.values.contains { $0.heldByteCount == 0 })
            #expect(expected.values.allSatisfy { $0.heldByteCount == $0.byteCount })
            expectClose(logits, expectedLogits, absolute: 1e-6)
            for (name, activation) in expected {
                expectClose(try cache[name], activation, absolute: 1e-5, relative: 1e-5)
            }
            #expect(cache.values.allSatisfy { $0.heldByteCount == $0.byteCount })
        }
    }

    @Test("A filter chooses among them")
    func filters() throws {
        let (whole, derived) = try models()
        let filter: @Sendable (String) -> Bool = { $0.hasSuffix("hook_pattern") || $0.hasSuffix("hook_post") }
        let expected = try whole.runWithCache(tokens, namesFilter: filter).cache
        let cache = try derived.runWithCache(tokens, namesFilter: filter).cache
        #expect(cache.keys == expected.keys && cache.count == 4)
        for (name, activation) in expected { expectClose(try cache[name], activation, absolute: 1e-5) }
    }

    @Test("Hooks, switches and an early stop keep everything, as before")
    func exceptions() throws {
        let (_, derived) = try models()
        let hooked = try derived.runWithCache(tokens, fwdHooks: [Hook("hook_embed") { x, _ in x[0] *= 2 }]).cache
        let stopped = try derived.runWithCache(tokens, stopAtLayer: 1).cache
        derived.setUseAttnResult(true)
        let switched = try derived.runWithCache(tokens).cache
        for cache in [hooked, stopped, switched] {
            #expect(!cache.isEmpty && cache.values.allSatisfy { $0.heldByteCount == $0.byteCount })
        }
    }

    @Test("Runs with hooks reuse such a run too")
    func reuse() throws {
        let (whole, derived) = try models()
        _ = try derived.runWithCache(tokens)
        #expect(derived.reuse.runCount == 1)
        let hook = Hook("blocks.1.attn.hook_z") { z, _ in z[0..., -1] = 0 }
        expectClose(
            try derived.runWithHooks(tokens, fwdHooks: [hook]), try whole.runWithHooks(tokens, fwdHooks: [hook]),
            absolute: 1e-5)
    }
}
