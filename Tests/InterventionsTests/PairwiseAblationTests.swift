import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Two heads at once.
struct PairwiseAblationTests {
    @Test func theReferencesPairs() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let pairs = try science.model.pairwiseAblation(data[0..<12], train: data[0..<64], method: .mean)
        let (kl, ld) = (try science.golden["pairs.mean.kl"], try science.golden["pairs.mean.ld"])
        expectClose(pairs.kl, kl, absolute: 2e-6, relative: 1e-3)
        expectClose(pairs.logitDifference, ld, absolute: 1e-4, relative: 1e-5)
        #expect(abs(pairs.fullLogitDifference - (try science.golden["pairs.full.ld"][0].item())) < 1e-4)
        expectClose(pairs.interaction, pairs.interaction.transposed(0, 1), absolute: 0, relative: 0)
        let alone = ld.diagonal()
        let own = ld - alone[0..., .newAxis] - alone[.newAxis, 0...] + pairs.fullLogitDifference
        expectClose(pairs.interaction[9 * 12 + 9], own[9 * 12 + 9] * (1 - Tensor.eye(144)[9 * 12 + 9]), absolute: 5e-4)
        let top = try pairs.top(10)
        #expect(top.count == 10 && zip(top, top.dropFirst()).allSatisfy { abs($0.interaction) >= abs($1.interaction) })
        #expect(top.allSatisfy { ($0.low ?? 1) <= $0.interaction && $0.interaction <= ($0.high ?? -1) })
        #expect("\(pairs)".contains("L9H9"))
    }

    @Test("Either order of a pair, by hooks", arguments: ["llama2", "neox"])
    func pairsByHooks(_ name: String) throws {
        let model = try GoldenFamily(name).load(.raw)
        model.tokenizer = nil
        let tokens = try GoldenFamily(name)["tokens"]
        let data = try PromptDataset(tokens: tokens, answerTokens: Tensor([1, 2, 3, 4], shape: [2, 2]))
        let pairs = try model.pairwiseAblation(data, method: .zero, position: .all)
        for (a, b) in [((0, 1), (1, 0)), ((1, 1), (0, 0)), ((1, 0), (1, 1))] {
            let hooks = [a, b].map { place in
                Hook(actName("z", place.0)) { z, _ in z[0..., 0..., place.1] = Tensor(0.0) }
            }
            let logits = try model.runWithHooks(tokens, fwdHooks: hooks, recompute: .everything)
            let found = pairs.logitDifference[a.0 * model.cfg.nHeads + a.1, b.0 * model.cfg.nHeads + b.1]
            expectClose(found, try data.logitDifference(logits).mean(), absolute: 1e-4)
        }
    }

    @Test("Two heads of the last layer meet in the last norm alone when there is no MLP")
    func theLastNorm() throws {
        let model = try GoldenFamily("attn-only").load(.raw)
        model.tokenizer = nil
        let data = try PromptDataset(
            tokens: try GoldenFamily("attn-only")["tokens"], answerTokens: Tensor([1, 2, 3, 4], shape: [2, 2]))
        let pairs = try model.pairwiseAblation(data, method: .meanPerPosition)
        let (last, heads) = ((model.cfg.nLayers - 1) * model.cfg.nHeads, model.cfg.nHeads)
        expectClose(
            pairs.interaction[last..<(last + heads), last..<(last + heads)], pairs.layerNormPart, absolute: 1e-4)
        #expect(pairs.layerNormPart.abs().max().item() > 1e-3)
    }

    @Test func aStopIsNoticed() throws {
        let model = try GoldenModel.load("small", .raw)
        let data = try InductionDataset(model, count: 4, length: 4)
        let (_, looks) = try Interruption.countingLooks { try model.pairwiseAblation(data, method: .mean) }
        #expect(looks > 200)
    }
}
