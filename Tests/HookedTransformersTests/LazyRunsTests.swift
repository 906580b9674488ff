import HookedTransformers
import Hooks
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Runs with hooks that are read late, or never, say what runs that are computed at once say.
struct LazyRunsTests {
    private let text = [[3, 1, 4, 1, 5, 9], [2, 6, 5, 3, 5, 8], [9, 7, 9, 3, 2, 3]]

    private func model() throws -> HookedTransformer {
        let cfg = RandomModel.cfg(scaleByLayer: true)
        let model = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg, seed: 5))
        _ = try model.runWithCache(text)
        return model
    }

    @Test("Random hooks at all places, read in any order: the same logits", arguments: 0..<6)
    func property(seed: UInt64) throws {
        var generator = RepeatableRandomGenerator(seed: seed)
        let model = try model()
        let hooks = (0..<40).map { _ in RandomIntervention(model.hookNames, using: &generator).hook { _ in } }
        let plain = try hooks.map { try model.runWithHooks(text, fwdHooks: [$0], recompute: .everything) }
        let late = try hooks.map { try model.runWithHooks(text, fwdHooks: [$0]) }
        for index in hooks.indices.shuffled(using: &generator) {
            expectClose(late[index], plain[index], absolute: 1e-5, relative: 1e-5)
        }
        #expect(model.reuse.waitingCount == 0)
    }

    @Test("A sweep's runs wait until one of them is read, then none does")
    func waiting() throws {
        let model = try model()
        var map = Tensor.zeros([2, 3])
        for layer in 0..<2 {
            for row in 0..<3 {
                let logits = try model.runWithHooks(
                    text, fwdHooks: [Hook(actName("z", layer)) { z, _ in z[row, -1] = 0 }])
                map[layer, row] = logits[0..., -1, 0...].mean()
            }
        }
        #expect(model.reuse.waitingCount == 6)
        #expect("\(model.reuse)".hasSuffix("MB, 6 waiting to be read"))
        _ = map.toArray()
        #expect(model.reuse.waitingCount == 0)
    }

    @Test("A hook fires at its call, in order, and sees what it saw")
    func order() throws {
        let model = try model()
        var seen: [String] = []
        var results: [Tensor] = []
        for layer in 0..<2 {
            results.append(
                try model.runWithHooks(
                    text,
                    fwdHooks: [
                        Hook(actName("z", layer)) { z, hook in
                            seen.append("\(hook.name) \(z.shape)")
                            z *= 0
                        }
                    ]))
            seen.append("returned")
        }
        let z = "[3, 6, \(model.cfg.nHeads), \(model.cfg.dHead)]"
        #expect(
            seen == ["blocks.0.attn.hook_z \(z)", "returned", "blocks.1.attn.hook_z \(z)", "returned"])
        #expect(results[0] != results[1])
    }

    @Test("Runs that nobody can read any more are never computed")
    func forgotten() throws {
        let model = try model()
        for row in 0..<3 { _ = try model.runWithHooks(text, fwdHooks: [Hook("hook_embed") { x, _ in x[row, 3] *= 2 }]) }
        #expect(model.reuse.waitingCount == 0)
    }

    @Test("Runs whose model has let go of the base, or has gone itself, can still be read")
    func outliving() throws {
        var model: HookedTransformer? = try model()
        let hook = Hook("blocks.0.hook_resid_mid") { x, _ in x[0..., 2...] *= 1.5 }
        let plain = try model?.runWithHooks(text, fwdHooks: [hook], recompute: .everything)
        let late = try model?.runWithHooks(text, fwdHooks: [hook])
        model?.reuse.removeAll()
        model = nil
        expectClose(try #require(late), try #require(plain), absolute: 1e-5, relative: 1e-5)
    }

    @Test func aStopWhileReadingIsAnErrorAndTheRunsCanBeReadAgain() throws {
        try Session().run {
            let tests = LazyRunsTests()
            let model = try tests.model()
            let hooks = (0..<3).map { row in Hook("blocks.0.hook_mlp_out") { x, _ in x[row] *= 3 } }
            let late = try hooks.map { try model.runWithHooks(tests.text, fwdHooks: [$0]) }
            Session.current.stop.request()
            #expect(throws: Interrupted.self) { try Fault.catching { late[1].toArray() } }
            Session.current.stop.clear()
            for (hook, logits) in zip(hooks, late) {
                let plain = try model.runWithHooks(tests.text, fwdHooks: [hook], recompute: .everything)
                expectClose(logits, plain, absolute: 1e-5, relative: 1e-5)
            }
        }
    }

    /// So many tokens wait that the cores share them.
    @Test func aStopIsNotSeenWhereNobodyCatchesIt() throws {
        try Session().run {
            let tests = LazyRunsTests()
            let model = try tests.model()
            let hooks = (0..<24).map { number in Hook("blocks.0.hook_mlp_out") { x, _ in x[number % 3] *= 3 } }
            let late = try hooks.map { try model.runWithHooks(tests.text, fwdHooks: [$0]) }
            Session.current.stop.request()
            let read = late.map { $0.toArray() }
            Session.current.stop.clear()
            for (hook, logits) in zip(hooks, read) {
                let plain = try model.runWithHooks(tests.text, fwdHooks: [hook], recompute: .everything)
                expectClose(Tensor(logits, shape: plain.shape), plain, absolute: 1e-5, relative: 1e-5)
            }
        }
    }
}
