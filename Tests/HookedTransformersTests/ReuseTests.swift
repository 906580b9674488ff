import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// Runs that reuse an earlier one agree with runs that compute everything.
struct ReuseTests {
    @Test("Random hooks on random models and prompts: the same logits, and hooks see the same", arguments: 0..<24)
    func property(seed: UInt64) throws {
        var generator = RepeatableRandomGenerator(seed: seed)
        let kinds = RandomModel.Kind.allCases
        var cfg = RandomModel.cfg(kinds[Int(seed) % kinds.count], scaleByLayer: seed.isMultiple(of: 4))
        cfg.nLayers = 1 + Int(seed % 4)
        let model = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg, seed: seed + 1))
        for _ in 0..<30 { try compareOnce(model, using: &generator) }
    }

    @Test("The same on a model of every family", arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func families(_ name: String, _ setting: GoldenFamily.Setting) throws {
        var generator = RepeatableRandomGenerator(seed: 31)
        let model = try GoldenFamily(name).load(setting)
        for _ in 0..<10 { try compareOnce(model, using: &generator) }
    }

    /// Random switches, prompts and hooks.
    private func compareOnce(
        _ model: HookedTransformer, using generator: inout RepeatableRandomGenerator
    ) throws {
        setSwitches(model, using: &generator)
        let prompts = RandomPrompts(model.cfg, using: &generator)
        let interventions = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            RandomIntervention(model.hookNames, using: &generator)
        }
        try compare(model, prompts, interventions)
    }

    @Test("Runs are kept from their tokens' second time on, within the limit, and a limit of 0 keeps none")
    func keeping() throws {
        let model = try RandomModel.load()
        let hook = Hook("blocks.1.attn.hook_z") { z, _ in z = z * 2 }
        let first = try model.runWithHooks([1, 2, 3], fwdHooks: [hook])
        #expect(model.reuse.runCount == 0)
        let second = try model.runWithHooks([1, 2, 3], fwdHooks: [hook])
        #expect(model.reuse.runCount == 1 && model.reuse.byteCount > 0)
        expectClose(second, first, absolute: 1e-5, relative: 0)
        model.reuse.byteLimit = model.reuse.byteCount
        _ = try model.runWithCache([4, 5])
        #expect(model.reuse.runCount == 1)
        model.reuse.byteLimit = 0
        #expect(model.reuse.runCount == 0 && model.reuse.byteCount == 0)
        _ = try model.runWithCache([4, 5])
        #expect(model.reuse.runCount == 0)
    }

    @Test("A stopped or failing run leaves what is kept usable")
    func failing() throws {
        let model = try RandomModel.load()
        let (logits, _) = try model.runWithCache([1, 2, 3])
        struct Stop: Error {}
        for name in model.hookNames {
            #expect(throws: Stop.self) {
                try model.runWithHooks(
                    [1, 2, 3],
                    fwdHooks: [
                        Hook(name) { x, _ in
                            x = x * 2; throw Stop()
                        }
                    ])
            }
        }
        #expect(try model([1, 2, 3]).isIdentical(to: logits))
    }

    @Test("What a caller writes into a cache or into logits does not reach later runs")
    func values() throws {
        let model = try RandomModel.load()
        var (logits, cache) = try model.runWithCache([1, 2, 3])
        let expected = logits.toArray()
        logits[0..., 0..., 0...] = 0
        var z = try cache["z", 0]
        z[0..., 0..., 0..., 0...] = 0
        cache = ActivationCache()
        let again = try model.runWithHooks([1, 2, 3], fwdHooks: [Hook("blocks.0.attn.hook_z") { _, _ in }])
        #expect(again.toArray() == expected)
    }

    private func setSwitches(_ model: HookedTransformer, using generator: inout RepeatableRandomGenerator) {
        model.setUseAttnResult(Bool.random(using: &generator))
        // With shared keys and values, there is no one input of a head.
        model.setUseAttnIn(model.cfg.nKeyValueHeads == nil && Int.random(in: 0..<4, using: &generator) == 0)
        if model.cfg.nKeyValueHeads != nil, Int.random(in: 0..<4, using: &generator) == 0 {
            model.setUngroupGroupedQueryAttention(!model.cfg.ungroupGroupedQueryAttention)
        }
        model.setUseSplitQKVInput(Int.random(in: 0..<4, using: &generator) == 0)
        model.setUseHookMLPIn(Bool.random(using: &generator))
        model.setUseHookUnembed(Bool.random(using: &generator))
    }

    private func compare(
        _ model: HookedTransformer, _ prompts: RandomPrompts, _ interventions: [RandomIntervention]
    ) throws {
        var (plainSeen, reusedSeen): ([Tensor], [Tensor]) = ([], [])
        let plain = try model.runWithHooks(
            prompts.tokens, fwdHooks: interventions.map { $0.hook { plainSeen.append($0) } },
            attentionMask: prompts.mask, recompute: .everything)
        _ = try model.runWithCache(prompts.tokens, attentionMask: prompts.mask)
        #expect(model.reuse.runCount > 0)
        let reused = try model.runWithHooks(
            prompts.tokens, fwdHooks: interventions.map { $0.hook { reusedSeen.append($0) } },
            attentionMask: prompts.mask)
        #expect(Self.difference(plain, reused) < 1e-5, "\(interventions), \(prompts.tokens.shape)")
        #expect(plainSeen.count == reusedSeen.count)
        for (a, b) in zip(plainSeen, reusedSeen) { #expect(Self.difference(a, b) < 1e-5, "\(interventions)") }
    }

    /// The largest difference, in units of the largest number where that is above 1: what float32 can promise.
    private static func difference(_ a: Tensor, _ b: Tensor) -> Float {
        let size = a.toArray().filter(\.isFinite).map(abs).max() ?? 0
        let largest = zip(a.toArray(), b.toArray()).map { $0 == $1 ? 0 : abs($0 - $1) }.max() ?? .infinity
        return largest / max(1, size)
    }
}

/// Prompts of any number and length, padded on the left or not.
struct RandomPrompts {
    let tokens: Tensor
    let mask: Tensor?

    init(_ cfg: HookedTransformerConfig, using generator: inout RepeatableRandomGenerator) {
        let (rows, positions) = (
            Int.random(in: 1...4, using: &generator), Int.random(in: 1...min(cfg.nCtx, 24), using: &generator)
        )
        let ids = (0..<rows * positions).map { _ in Int.random(in: 0..<cfg.dVocab, using: &generator) }
        tokens = Tensor(ids, shape: [rows, positions])
        guard Bool.random(using: &generator) else {
            mask = nil
            return
        }
        let values = (0..<rows).flatMap { _ in
            let padding = Int.random(in: 0..<positions, using: &generator)
            return (0..<positions).map { Float($0 >= padding ? 1 : 0) }
        }
        mask = Tensor(values, shape: [rows, positions])
    }
}
