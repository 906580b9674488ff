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
    /// The optimal losses of the last three MLPs: the reference fitted no others.
    private static let mlps = [9: 0.001550434, 10: 0.003752375, 11: 0.011816757]

    @Test("At the last position, all 156 components, within 1e-6 nats of the double-precision optimum")
    func theReference() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let optimal = try science.model.optimalAblation(data[0..<64], evaluations: 150)
        #expect(optimal.components.count == 156 && optimal.isFinished)
        let (golden, test) = (try science.golden["train.kl.mean"], try science.golden["test.kl.mean"])
        let (found, means, zeros) = (
            optimal.trainLosses.toArray(), optimal.meanLosses.toArray(), optimal.zeroLosses.toArray()
        )
        var compared = 0
        for (index, name) in optimal.components.enumerated() {
            #expect(found[index] <= means[index] && found[index] <= zeros[index], "\(name)")
            let place = Self.place(name)
            let reference = place < 1000 ? golden[5, place / 12, place % 12].item() : Self.mlps[place - 1000]
            guard let reference else { continue }
            compared += 1
            #expect(abs(Double(found[index]) - reference) < 1e-6, "\(name): \(found[index]) and \(reference)")
        }
        #expect(compared == 147)
        let report = try optimal.report(on: data[64..<320], resamples: 200)
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
            #expect(row.evaluations <= (row.component == "L4H11" ? 153 : 60), "\(row)")
        }
        #expect("\(report)".contains("64 prompts for the 10 numbers of a constant, 6.40 for each"))
        #expect("\(report)".contains("64 training and 256 test prompts"))
    }

    @Test("One constant for all positions, against the double-precision optimum")
    func allPositions() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        // Losses on 16 training prompts: of the optimum, and of the mean over positions.
        let reference = [
            "L9H9": (0.003040631, 0.006961135), "L7H9": (0.005103683, 0.006728837), "L5H8": (0.003241023, 0.00518308),
            "L4H11": (0.005417615, 0.016801377), "L2H2": (0.000268966, 0.00046861),
        ]
        let optimal = try science.model.optimalAblation(
            data[0..<16], position: .all, only: Array(reference.keys), evaluations: 100)
        for (name, found, mean) in zip(
            optimal.components, zip(optimal.trainLosses.toArray(), optimal.meanLosses.toArray())
        ).map({ ($0, Double($1.0), Double($1.1)) }) {
            guard let (best, usual) = reference[name] else { continue }
            #expect(abs(found - best) < 2e-6, "\(name): \(found) and \(best)")
            #expect(abs(mean - usual) < 2e-6 + 1e-3 * usual, "\(name): \(mean) and \(usual)")
        }
    }

    @Test("What is lost does not depend on how weights are processed, on the seed, or on where the search begins")
    func laws() throws {
        let raw = try GoldenModel.load("tiny", .raw)
        let folded = try GoldenModel.load("tiny", .notebook)
        let data = try InductionDataset(raw, count: 48, length: 5)
        let losses = try [raw, folded].map { try $0.optimalAblation(data, tolerance: 1e-9) }
        expectClose(losses[1].trainLosses, losses[0].trainLosses, absolute: 1e-6, relative: 1e-3)
        let other = try raw.optimalAblation(data, tolerance: 1e-9, seed: 7)
        expectClose(other.trainLosses, losses[0].trainLosses, absolute: 1e-6, relative: 1e-3)
        // By hooks and L-BFGS, from zero and from what one prompt has.
        let full = try raw(data)[0..., -1]
        let one = try raw.runWithCache(data.tokens).cache["z", 1][0, -1, 2]
        for start in [Tensor.zeros([raw.cfg.dHead]), one] {
            var constant = start
            var lbfgs = LBFGS(maxIter: 200, toleranceGrad: 1e-9, toleranceChange: 0, lineSearch: .strongWolfe)
            let loss = { (a: Tensor) in
                let hook = Hook(actName("z", 1)) { z, _ in z[0..., -1, 2, 0...] = a }
                return klDivergence(full, try raw.runWithHooks(data.tokens, fwdHooks: [hook])[0..., -1])
            }
            try lbfgs.step(&constant, loss)
            let place = losses[0].components.firstIndex(of: "L1H2") ?? 0
            expectClose(try loss(constant), losses[0].trainLosses[place], absolute: 1e-6, relative: 2e-3)
        }
    }

    @Test("A step costs the rows and the layers behind it, forwards and back")
    func operations() throws {
        let science = try ScienceGolden()
        let (model, train) = (science.model, try science.prompts()[0..<64])
        let (d, mlp) = (model.cfg.dModel, model.cfg.dMLP)
        for (name, layers) in [("L0H1", 12), ("L6H3", 6), ("L11H4", 1), ("MLP3", 8)] {
            // Steps far from the end: a tolerance that is never met.
            var fit = try OptimalAblation(model, train, only: [name], recipe: .lbfgs, tolerance: 1e-30)
            try fit.fit(evaluations: 1)
            var longer = fit
            let short = try MultiplyAdds.counting { try fit.fit(evaluations: 1) }.count
            let long = try MultiplyAdds.counting { try longer.fit(evaluations: 4) }.count
            #expect(!longer.isFinished)
            // Queries, keys, values and outputs of each layer, the MLP's two matrices, and one row of logits; there and back.
            let row = layers * (4 * d * d + 2 * d * mlp) + d * model.cfg.dVocab
            let (found, counted) = (Double(long - short) / 3, Double(2 * 64 * row))
            #expect(found < 1.5 * counted && found > 0.5 * counted, "\(name): \(found / counted) of what is counted")
        }
    }

    @Test(
        "A stopped fit keeps every chunk that it has measured, and goes on from there", arguments: [1, 3, 5, 8, 20])
    func aStoppedFit(_ step: Int) throws {
        try Session().run {
            let model = try GoldenModel.load("tiny", .raw)
            // So many prompts that eight components are a chunk, whose end is a step of the bar.
            let data = try InductionDataset(model, count: 512, length: 4)
            var fit = try OptimalAblation(model, data, tolerance: 1e-9)
            stopWork(atStep: step)
            #expect(throws: Interrupted.self) { try fit.fit(evaluations: 100) }
            Session.current.stop.clear()
            let (soFar, means, zeros) = (
                fit.trainLosses.toArray(), fit.meanLosses.toArray(), fit.zeroLosses.toArray()
            )
            let count = fit.components.count
            #expect(count > 8 && !fit.isFinished)
            #expect(means.count { !$0.isNaN } == min(count, 8 * step))
            #expect(zeros.count { !$0.isNaN } == max(0, min(count, 8 * step - count)))
            #expect(zip(soFar, means).allSatisfy { $0.isNaN && $1.isNaN || $0 <= $1 })
            LongWork.show { _, _ in .init(advance: { _ in }, finish: {}) }
            try fit.fit(evaluations: 100)
            #expect(fit.isFinished)
            // Nothing twice, and nothing left out: what it is without a stop, after as many evaluations. A search near its end may
            // need one more where a last digit differs; starts measured twice would be one more for each component.
            let once = try model.optimalAblation(data, evaluations: 100, tolerance: 1e-9)
            expectClose(fit.trainLosses, once.trainLosses, absolute: 1e-8, relative: 1e-5)
            let reports = try [fit, once].map { try $0.report(on: data, resamples: 100) }
            let evaluations = reports.map { $0.rows.reduce(0) { $0 + $1.evaluations } }
            #expect(abs(evaluations[0] - evaluations[1]) < count / 2)
        }
    }

    @Test("Few prompts are told, however the constants are asked for")
    func fewPrompts() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (train, test) = try InductionDataset(model, count: 12, length: 4).split(test: 0.5)
        let optimal = try model.optimalAblation(train, components: .heads, evaluations: 1)
        #expect(
            optimal.warnings.count == 1 && optimal.warnings[0].contains("6 prompts for the 8 numbers of a constant"))
        let panel = try model.ablationPanel(train, test, methods: [.optimal], components: .heads, resamples: 100)
        #expect(panel.warnings == optimal.warnings)
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
        let names = try OptimalAblation(model, data).components
        #expect(throws: AblationPanelError.noComponent("L99H0", known: names)) {
            try model.optimalAblation(data, only: ["L99H0"])
        }
        #expect(throws: AblationPanelError.noComponent("", known: names)) { try model.optimalAblation(data, only: []) }
        #expect(throws: OptimalAblationError.badCount("evaluations", given: 0)) {
            try model.optimalAblation(data, evaluations: 0)
        }
        #expect(throws: OptimalAblationError.badNumber("lr", given: -1)) {
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
