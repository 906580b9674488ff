import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// The sweep over all heads gives TransformerLens's maps, on the corrupted run and on the clean one.
struct HeadSweepTests {
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func onTheCorruptedRun(_ name: String, _ setting: GoldenModel.Setting) throws {
        let runs = try Runs(name, setting)
        let sweep = try runs.model.ablateHeads(
            runs.corrupted,
            methods: [
                .resample(from: runs.cleanCache), .zero, .mean(over: runs.cleanCache),
                .meanOverHeadDimension(of: runs.cleanCache),
            ], metric: runs.normalized)
        #expect(sweep.methods == ["resample", "zero", "mean", "mean over d_head"])
        for (index, key) in ["resample", "zero", "mean_batch"].enumerated() {
            expectClose(sweep.maps[index], try runs.golden["sweep.\(key).normalized"], "\(key)")
        }
        // A mean over d_head depends on the signs of singular vectors, which TransformerLens leaves to its LAPACK.
        if setting == .raw { expectClose(sweep.maps[3], try runs.golden["sweep.mean_dhead.normalized"]) }
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func onTheCleanRun(_ name: String, _ setting: GoldenModel.Setting) throws {
        let runs = try Runs(name, setting)
        let sweep = try runs.model.ablateHeads(
            runs.clean, methods: [.resample(from: runs.corruptedCache), .zero, .mean(over: runs.cleanCache)],
            metric: runs.normalized)
        for (index, key) in ["resample", "zero", "mean_batch"].enumerated() {
            expectClose(sweep.maps[index], try runs.golden["sweep_on_clean.\(key).normalized"], "\(key)")
        }
    }

    @Test("A metric per prompt gives maps per prompt", arguments: ["tiny", "small"], GoldenModel.Setting.allCases)
    func perPrompt(_ name: String, _ setting: GoldenModel.Setting) throws {
        let runs = try Runs(name, setting)
        let corrupted = try runs.model.ablateHeads(
            runs.corrupted,
            methods: [.resample(from: runs.cleanCache), .zero, .mean(over: runs.cleanCache)],
            metric: runs.differences)
        let clean = try runs.model.ablateHeads(
            runs.clean, methods: [.resample(from: runs.corruptedCache), .zero, .mean(over: runs.cleanCache)],
            metric: runs.differences)
        for (index, key) in ["resample", "zero", "mean_batch"].enumerated() {
            expectClose(corrupted.maps[index], try runs.golden["sweep.\(key).per_prompt"], "\(key)")
            expectClose(clean.maps[index], try runs.golden["sweep_on_clean.\(key).per_prompt"], "\(key)")
        }
    }

    @Test func aMetricOfChangingShapeIsAnError() throws {
        let runs = try Runs("tiny", .raw)
        var count = 0
        #expect(throws: ActivationPatchingError.metricShape(first: [4], found: [])) {
            try runs.model.ablateHeads(runs.clean, methods: [.zero]) { logits in
                count += 1
                return count < 4 ? logits[0..., -1, 3] : logits[0, -1, 3]
            }
        }
        expectClose(try runs.model(runs.clean), try runs.golden["clean.logits"])
    }

    @Test func aMetricThatFailsIsAnErrorAndTheModelStaysUsable() throws {
        let runs = try Runs("tiny", .raw)
        #expect(throws: (any Error).self) {
            try runs.model.ablateHeads(runs.clean, methods: [.zero], metric: { $0[99, 0, 0] })
        }
        #expect(throws: (any Error).self) {
            try runs.model.ablateHeads(runs.clean, position: .index(99), methods: [.zero], metric: runs.normalized)
        }
        expectClose(try runs.model(runs.clean), try runs.golden["clean.logits"])
    }

    /// A golden model with its two runs.
    private struct Runs {
        let model: HookedTransformer
        let golden: Golden
        let clean, corrupted, answers: Tensor
        let cleanCache, corruptedCache: ActivationCache

        init(_ name: String, _ setting: GoldenModel.Setting) throws {
            model = try GoldenModel.load(name, setting)
            golden = try Golden(name, setting.rawValue)
            clean = try GoldenModel.tokens(name, "clean_tokens")
            corrupted = try GoldenModel.tokens(name, "corrupted_tokens")
            answers = try GoldenModel.tokens(name, "answer_tokens")
            cleanCache = try model.runWithCache(clean).cache
            corruptedCache = try model.runWithCache(corrupted).cache
        }

        /// 0 on the corrupted run, 1 on the clean one.
        func normalized(_ logits: Tensor) throws -> Tensor {
            let (clean, corrupted) = (try golden["ave_logit_diff.clean"], try golden["ave_logit_diff.corrupted"])
            return ((differences(logits).mean() - corrupted) / (clean - corrupted))[0]
        }

        /// The logit of the right answer without that of the wrong one: [batch]
        func differences(_ logits: Tensor) -> Tensor {
            let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
            return chosen[0..., 0] - chosen[0..., 1]
        }
    }
}
