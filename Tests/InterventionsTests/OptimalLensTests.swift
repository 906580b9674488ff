import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// The lens gives what its formula gives, and its constants are the best.
struct OptimalLensTests {
    private let model: HookedTransformer
    private let data: PromptDataset

    init() throws {
        model = try GoldenModel.load("tiny", .notebook)
        data = try InductionDataset(model, count: 48, length: 5)
    }

    /// The formula with the model's folded weights: residual stream, constants and MLPs of the last position.
    private func byHand(_ x: Tensor, _ constants: Tensor, from layer: Int) throws -> Tensor {
        func normalized(_ x: Tensor) -> Tensor {
            let centred = x - x.mean(dim: -1, keepdim: true)
            return centred / ((centred * centred).mean(dim: -1, keepdim: true) + Double(model.cfg.eps)).sqrt()
        }
        var x = x
        for later in layer..<model.cfg.nLayers {
            x = x + constants[later - layer]
            let pre = normalized(x).matmul(model.W_in[later]) + model.b_in[later]
            let inner = (pre + pre.pow(3) * 0.044715) * (2 / Double.pi).squareRoot()
            x = x + (pre * 0.5 * (inner.tanh() + 1)).matmul(model.W_out[later]) + model.b_out[later]
        }
        return normalized(x).matmul(model.W_U) + model.b_U
    }

    @Test("Its answers are the formula's, and no constants near them lose less")
    func theFormula() throws {
        let lens = try model.optimalLens(data, evaluations: 400, tolerance: 1e-9)
        #expect(lens.isFinished && lens.layers == [0, 1] && lens.promptCount == 48)
        let full = try model(data)[0..., -1]
        for layer in lens.layers {
            let residual = try model.runWithCache(data.tokens).cache["resid_pre", layer][0..., -1]
            let constants = try lens.constants(from: layer)
            #expect(constants.shape == [2 - layer, 32])
            expectClose(
                try lens.logits(data, layer: layer), try byHand(residual, constants, from: layer), absolute: 1e-4,
                relative: 1e-4)
            let (loss, slope) = try valueAndGradient(at: constants) {
                klDivergence(full, try byHand(residual, $0, from: layer))
            }
            expectClose(loss, lens.trainLosses[layer], absolute: 1e-6, relative: 1e-3)
            #expect(slope.abs().max().item() < 2e-4, "layer \(layer): \(slope.abs().max())")
        }
        #expect((lens.trainLosses - lens.meanLosses).max().item() < 0)
        // With one layer less to guess, less is lost.
        #expect(lens.trainLosses[1].item() < lens.trainLosses[0].item())
    }

    @Test("Beside the logit lens and attention's means, on other prompts")
    func theReport() throws {
        let (train, test) = data.split(test: 0.25)
        let lens = try model.optimalLens(train, layers: [1])
        let report = try lens.report(on: test, resamples: 200)
        let row = try #require(report.rows.first)
        #expect(
            report.rows.count == 1 && report.testCount == 12 && report.sharedCount == train.sharedPrompts(with: test))
        let full = try model(test)[0..., -1]
        let residual = try model.runWithCache(test.tokens).cache["resid_pre", 1][0..., -1]
        let means = try model.runWithCache(train.tokens).cache["attn_out", 1][0..., -1].mean(dim: 0).unsqueezed(dim: 0)
        expectClose(
            Tensor(row.mean.value), klDivergence(full, try byHand(residual, means, from: 1)), absolute: 1e-5,
            relative: 1e-3)
        let centred = residual - residual.mean(dim: -1, keepdim: true)
        let straight =
            (centred / ((centred * centred).mean(dim: -1, keepdim: true) + Double(model.cfg.eps)).sqrt()).matmul(
                model.W_U) + model.b_U
        expectClose(Tensor(row.logitLens.value), klDivergence(full, straight), absolute: 1e-5, relative: 1e-3)
        #expect(row.test.low <= row.test.value && row.test.value <= row.test.high && row.train < row.logitLens.value)
        #expect("\(report)".contains("36 training and 12 test prompts") && "\(report)".contains("layer 1: train "))
    }

    @Test("Every family", arguments: GoldenFamily.all)
    func families(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        model.tokenizer = nil
        let data = try PromptDataset(tokens: family["tokens"], answerTokens: Tensor([1, 2, 3, 4], shape: [2, 2]))
        let lens = try model.optimalLens(data, evaluations: 5)
        #expect((lens.trainLosses - lens.meanLosses).max().item() <= 0, "\(name)")
    }

    @Test func badInputIsToldWithItsName() throws {
        #expect(throws: OptimalAblationError.badLayers([2], layers: 2)) { try model.optimalLens(data, layers: [2]) }
        #expect(throws: OptimalAblationError.badLayers([], layers: 2)) { try model.optimalLens(data, layers: []) }
        #expect(throws: OptimalAblationError.badCount("evaluations", given: 0)) {
            try model.optimalLens(data, evaluations: 0)
        }
        let lens = try model.optimalLens(data, layers: [1], evaluations: 1)
        #expect(throws: OptimalAblationError.badLayers([0], layers: 2)) { try lens.constants(from: 0) }
        #expect(throws: AblationPanelError.tooFewPrompts(1)) { try lens.report(on: data[0..<1]) }
    }

    @Test("A stopped fit keeps what it has found, and goes on")
    func stops() throws {
        try Session().run {
            let model = try GoldenModel.load("tiny", .raw)
            let data = try InductionDataset(model, count: 16, length: 4)
            var lens = try OptimalLens(model, data, tolerance: 1e-9)
            stopWork(atStep: 5)
            #expect(throws: Interrupted.self) { try lens.fit(evaluations: 100) }
            Session.current.stop.clear()
            let soFar = lens.trainLosses[0].item()
            #expect(!lens.isFinished && soFar < lens.meanLosses[0].item())
            try lens.fit(evaluations: 100)
            #expect(lens.trainLosses[0].item() <= soFar)
        }
    }
}
