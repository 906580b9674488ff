import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// A trace loses what hooks by hand lose, and restoring everything restores everything.
struct OptimalCausalTraceTests {
    private let model: HookedTransformer
    private let data: PromptDataset

    init() throws {
        model = try GoldenModel.load("tiny", .raw)
        let tokens = try InductionDataset(model, count: 24, length: 4).tokens
        // What the model prefers is right, so that there is something to lose.
        let best = try model(tokens)[0..., -1].argmax(dim: -1).toIntArray()
        data = try PromptDataset(
            tokens: tokens, answerTokens: Tensor(best.flatMap { [$0, ($0 + 1) % 200] }, shape: [best.count, 2]),
            positions: ["first": [2], "second": (0..<24).map { 3 + $0 % 2 }, "END": [-1]])
    }

    /// max(0, p_clean − p) by hooks that assign, one prompt after the other.
    private func byHand(_ constant: Tensor, restoring site: String, layers: Range<Int>, at role: String) throws
        -> Tensor
    {
        let (logits, clean) = try model.runWithCache(data.tokens)
        let places = try ["first", "second"].map { try data.positions[$0].toIntArray() }
        let restored = try data.positions[role].toIntArray()
        let cut = Hook("hook_embed") { x, _ in
            for row in 0..<data.count { for role in places { x[row, role[row]] = constant } }
        }
        let hooks = layers.map { layer in
            Hook(actName(site, layer)) { x, hook in
                for row in 0..<data.count { x[row, restored[row]] = try clean[hook.name][row, restored[row]] }
            }
        }
        let changed = try model.runWithHooks(data.tokens, fwdHooks: [cut] + hooks, recompute: .everything)
        let index = data.answerTokens[0..., 0..<1]
        let (before, after) = (
            logits[0..., -1].softmax(dim: -1).gather(dim: -1, index: index),
            changed[0..., -1].softmax(dim: -1).gather(dim: -1, index: index)
        )
        return (before - after).relu().mean()
    }

    @Test("Losses by hooks", arguments: [PatchSite.residPre, .attnOut, .mlpOut])
    func byHooks(_ site: PatchSite) throws {
        let trace = try model.optimalCausalTrace(
            data, subject: ["first", "second"], site: site, window: 1, evaluations: 20)
        let report = try trace.report(on: data, resamples: 200)
        #expect(report.rows.count == 2 && report.sharedCount == 24 && trace.constants.shape == [2, 32])
        let without = try byHand(trace.constant, restoring: site.activation, layers: 0..<0, at: "END")
        expectClose(Tensor(report.lost.value), without, absolute: 2e-6, relative: 1e-4)
        for (index, row) in report.rows.enumerated() {
            let loss = try byHand(
                trace.constants[index], restoring: site.activation, layers: index..<(index + 1), at: "second")
            expectClose(Tensor(row.lost.value), loss, absolute: 2e-6, relative: 1e-4, "\(site.activation) \(index)")
            expectClose(Tensor(row.effect.value), without - loss, absolute: 4e-6, relative: 1e-4)
            expectClose(trace.trainLosses[index], loss, absolute: 2e-6, relative: 1e-4)
        }
        #expect("\(report)".contains("24 of the test prompts are training prompts too"))
    }

    @Test("A fit loses less than the mean embedding, and two layers at once are restored by a window")
    func fitting() throws {
        let embedded = try model.runWithCache(data.tokens).cache["hook_embed"]
        let mean =
            (0..<data.count).reduce(Tensor.zeros([32])) { sum, row in
                sum + embedded[row, 2] + embedded[row, 3 + row % 2]
            } / Double(2 * data.count)
        let trace = try model.optimalCausalTrace(
            data, subject: ["first", "second"], site: .mlpOut, at: "END", window: 2)
        expectClose(
            try byHand(trace.constants[0], restoring: "mlp_out", layers: 0..<2, at: "END"), trace.trainLosses[0],
            absolute: 2e-6,
            relative: 1e-4)
        for (index, layers) in [(0, 0..<2), (1, 1..<2)] {
            let start = try byHand(mean, restoring: "mlp_out", layers: layers, at: "END").item()
            #expect(trace.trainLosses[index].item() < start, "\(index)")
        }
    }

    @Test("Where all of the subject is restored nothing is lost, and of no subject at all nothing either")
    func everythingRestored() throws {
        let one = try model.optimalCausalTrace(data, subject: ["first"], site: .residPre, layers: [0], evaluations: 2)
        #expect(one.trainLosses[0].item() < 1e-6)
        let report = try one.report(on: data, resamples: 100)
        #expect(abs(report.rows[0].effect.value - report.lost.value) < 1e-6 && report.lost.value > 1e-4)
    }

    @Test func badInputIsToldWithItsName() throws {
        #expect(throws: OptimalAblationError.noSubject(known: ["END", "first", "second"])) {
            try model.optimalCausalTrace(data, subject: [])
        }
        #expect(throws: DatasetError.noRole("third", known: ["END", "first", "second"])) {
            try model.optimalCausalTrace(data, subject: ["third"])
        }
        #expect(throws: OptimalAblationError.badTraceSite("z", axes: [2])) {
            try model.optimalCausalTrace(data, subject: ["first"], site: .attnHeadOutAllPos)
        }
        #expect(throws: OptimalAblationError.badLayers([7], layers: 2)) {
            try model.optimalCausalTrace(data, subject: ["first"], layers: [7])
        }
        #expect(throws: OptimalAblationError.badCount("window", given: 0)) {
            try model.optimalCausalTrace(data, subject: ["first"], window: 0)
        }
        let (_, looks) = try Interruption.countingLooks {
            try model.optimalCausalTrace(data, subject: ["first"], evaluations: 2)
        }
        #expect(looks > 100)
    }
}
