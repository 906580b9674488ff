import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Optimal constants lose as little as the reference's, and what they are said to lose is what a hook by hand loses.
struct OptimalAblationTests {
    private static let heads = ["L0H1", "L2H2", "L4H11", "L5H8", "L7H9", "L9H6", "L9H9", "L10H7", "L11H10", "L0H10"]
    private static let mlps = ["MLP9", "MLP10", "MLP11"]

    @Test("At the last position, within 1e-6 nats of the double-precision optimum")
    func theReference() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let train = data[0..<64]
        let optimal = try science.model.optimalAblation(
            train, only: Self.heads + Self.mlps, evaluations: 150)
        #expect(optimal.components == Self.heads.sorted { Self.place($0) < Self.place($1) } + Self.mlps)
        #expect(optimal.isFinished)
        let golden = try science.golden["train.kl.mean"]
        let mlps = [0.001550434, 0.003752375, 0.011816757]
        let (found, means, zeros) = (
            optimal.trainLosses.toArray(), optimal.meanLosses.toArray(), optimal.zeroLosses.toArray()
        )
        for (index, name) in optimal.components.enumerated() {
            let place = Self.place(name)
            let expected = place < 1000 ? golden[5, place / 12, place % 12].item() : mlps[place % 1000 - 9]
            #expect(abs(Double(found[index]) - expected) < 1e-6, "\(name): \(found[index]) and \(expected)")
            #expect(found[index] <= means[index] && found[index] <= zeros[index], "\(name)")
        }
        let report = try optimal.report(on: data[64..<320], resamples: 200)
        let test = try science.golden["test.kl.mean"]
        for row in report.rows where Self.place(row.component) < 1000 {
            let place = Self.place(row.component)
            expectClose(Tensor(row.mean.value), test[2, place / 12, place % 12], absolute: 2e-6, relative: 1e-3)
            // The optimum is flat: constants that lose equally little in training differ a little in testing.
            expectClose(
                Tensor(row.test.value), test[5, place / 12, place % 12], absolute: 2e-5, relative: 0.05,
                "\(row.component)")
            #expect(row.test.low <= row.test.value && row.test.value <= row.test.high)
            #expect(row.promptsPerNumber == 6.4 && row.isFinished)
            // L4H11 has two valleys, and is looked for in both.
            #expect(row.evaluations <= (row.component == "L4H11" ? 153 : 40), "\(row)")
        }
        #expect("\(report)".contains("64 prompts for the 10 numbers of a constant, 6.40 for each"))
        #expect("\(report)".contains("64 training and 256 test prompts"))
    }

    private static func place(_ name: String) -> Int {
        if name.hasPrefix("MLP") { return 1000 + (Int(name.dropFirst(3)) ?? 0) }
        let parts = name.dropFirst().split(separator: "H").compactMap { Int($0) }
        return parts[0] * 12 + parts[1]
    }

    @Test(
        "Every family, every way of placing constants: the losses and gradients of hooks by hand",
        arguments: GoldenFamily.all)
    func families(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        model.tokenizer = nil
        let tokens = try family["tokens"]
        let data = try PromptDataset(tokens: tokens, answerTokens: Tensor([1, 2, 3, 4], shape: [2, 2]))
        guard model.cfg.attentionDir == .causal else {
            #expect(throws: ModelError.self) { try model.optimalAblation(data) }
            return
        }
        let full = try model(tokens)[0..., -1]
        let names = ["L0H1", "L1H0"] + (model.hookNames.contains(actName("mlp_out", 0)) ? ["MLP0"] : [])
        for position in [FittedPosition.last, .all, .each, .index(3)] {
            let only = names.filter { model.cfg.nLayers > 1 || !$0.hasPrefix("L1") }
            let optimal = try model.optimalAblation(data, position: position, only: only, evaluations: 4)
            let report = try optimal.report(on: data, resamples: 100)
            #expect(report.sharedCount == 2)
            for (index, component) in optimal.components.enumerated() {
                let what = "\(name) \(position) \(component)"
                let isMLP = component.hasPrefix("MLP")
                let (layer, head) = isMLP ? (0, 0) : (Self.place(component) / 12, Self.place(component) % 12)
                let short = isMLP ? "mlp_out" : "z"
                let all = try optimal.constants[short, layer]
                let constant = isMLP ? all : all[.ellipsis, head, 0...]
                let loss = { (a: Tensor) -> Tensor in
                    let hook = Hook(actName(short, layer)) { x, _ in
                        let own: [TensorIndexOperation] = isMLP ? [] : [.pick(head)]
                        let here: TensorIndexOperation
                        switch position {
                        case .last: here = .pick(-1)
                        case .index(let index): here = .pick(index)
                        case .all, .each: here = .slice(start: 0, end: nil, step: 1)
                        }
                        x[indices: [.slice(start: 0, end: nil, step: 1), here] + own] = a
                    }
                    return klDivergence(
                        full, try model.runWithHooks(tokens, fwdHooks: [hook], recompute: .everything)[0..., -1])
                }
                let (value, slope) = try valueAndGradient(at: constant, loss)
                let row = report.rows[index]
                expectClose(Tensor(row.train), value, absolute: 2e-6, relative: 1e-3, "\(what)")
                expectClose(Tensor(row.test.value), value, absolute: 2e-6, relative: 1e-3, "\(what)")
                if let gradient = row.gradient {
                    expectClose(Tensor(gradient), slope.abs().max(), absolute: 1e-5, relative: 2e-2, "gradient \(what)")
                }
                #expect(row.train <= row.trainMean && row.train <= row.trainZero, "\(what)")
            }
        }
    }

    @Test("A fit goes on where it was, and other recipes come near the same losses")
    func otherWays() throws {
        let science = try ScienceGolden()
        let train = try science.prompts()[0..<64]
        let only = ["L9H6", "L9H9", "L10H7"]
        let best = try science.model.optimalAblation(train, only: only).trainLosses
        var inSteps = try OptimalAblation(science.model, train, components: .heads, only: only)
        #expect(!inSteps.isFinished)
        var earlier = inSteps.trainLosses
        for round in 0..<60 where !inSteps.isFinished {
            try inSteps.fit(evaluations: 1)
            if round > 0 { #expect((inSteps.trainLosses - earlier).max().item() <= 0) }
            earlier = inSteps.trainLosses
        }
        expectClose(inSteps.trainLosses, best, absolute: 1e-8)
        let plain = try science.model.optimalAblation(train, only: only, recipe: .lbfgs, evaluations: 120)
        expectClose(plain.trainLosses, best, absolute: 1e-6, relative: 1e-3)
        let adam = try science.model.optimalAblation(
            train, only: only, recipe: .adam(lr: 2e-2, steps: 120, batch: 16))
        #expect(adam.isFinished)
        #expect((adam.trainLosses - adam.meanLosses).max().item() < 0)
        expectClose(adam.trainLosses, best, absolute: 1e-4, relative: 0.3)
    }

    @Test("The mean comes back where constants lose on other prompts")
    func fallback() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let optimal = try science.model.optimalAblation(data[0..<8], only: ["L0H3", "L9H6", "L9H9", "L3H3"])
        let careful = try optimal.fallingBackToMean(on: data[64..<128])
        let (report, other) = (
            try optimal.report(on: data[64..<128], resamples: 100),
            try careful.report(on: data[64..<128], resamples: 100)
        )
        #expect(report.rows.contains { $0.test.value > $0.mean.value })
        for (own, row) in zip(report.rows, other.rows) {
            #expect(row.test.value <= own.test.value + 1e-7 && row.test.value <= row.mean.value + 1e-7)
        }
    }

    @Test func badInputIsToldWithItsName() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let data = try InductionDataset(model, count: 4, length: 4)
        #expect(throws: OptimalAblationError.noComponent("L99H0", known: [])) {
            do { _ = try model.optimalAblation(data, only: ["L99H0"]) } catch OptimalAblationError.noComponent(
                let name, _)
            {
                throw OptimalAblationError.noComponent(name, known: [])
            }
        }
        #expect(throws: OptimalAblationError.badNumber("evaluations", given: "0")) {
            try model.optimalAblation(data, evaluations: 0)
        }
        #expect(throws: OptimalAblationError.badNumber("lr", given: "-1.0")) {
            try model.optimalAblation(data, recipe: .adam(lr: -1, steps: 3, batch: 3))
        }
        #expect(throws: AblationPanelError.badPosition(99, length: data.length)) {
            try model.optimalAblation(data, position: .index(99))
        }
        let optimal = try model.optimalAblation(data, only: ["L0H0"], evaluations: 2)
        #expect(throws: OptimalAblationError.otherLength(given: 10, fitted: data.length)) {
            try optimal.report(on: InductionDataset(model, count: 4, length: 5))
        }
    }

    @Test func aStopIsNoticed() throws {
        let model = try GoldenModel.load("small", .raw)
        let data = try InductionDataset(model, count: 8, length: 4)
        let (_, looks) = try Interruption.countingLooks {
            try model.optimalAblation(data, components: .heads, only: ["L0H0", "L1H1"], evaluations: 3)
        }
        #expect(looks > 100)
    }
}
