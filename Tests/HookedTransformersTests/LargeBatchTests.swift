import HookedTransformers
import Hooks
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// What the cores share says what one of them says alone.
struct LargeBatchTests {
    @Test("A batch that the cores share gives each prompt what it gives alone, all activations included")
    func batch() throws {
        let model = try RandomModel.load(RandomModel.cfg(dMLP: 300, nCtx: 64))
        var generator = RepeatableRandomGenerator(seed: 3)
        let prompts = (0..<12).map { _ in (0..<60).map { _ in Int.random(in: 0..<17, using: &generator) } }
        let (logits, cache) = try model.runWithCache(prompts)
        for (row, prompt) in prompts.enumerated() {
            let (alone, own) = try model.runWithCache([prompt])
            expectClose(logits[row], alone[0], absolute: 1e-5, relative: 1e-5)
            for name in cache.keys {
                expectClose(try cache[name][row], try own[name][0], absolute: 1e-5, relative: 1e-5, "\(name)")
            }
        }
    }

    @Test("Variants that change nothing look at the stop button too")
    func variantsWithoutHooks() throws {
        let model = try RandomModel.load()
        let (_, looks) = try Interruption.countingLooks {
            try model.runVariants([1, 2, 3], Array(repeating: [], count: 500)) { _, _ in }
        }
        #expect(looks >= 500)
    }
}
