import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Ablations side by side give the reference's numbers, and what a hook by hand gives.
struct AblationPanelTests {
    /// Where a divergence of single precision may be off: 2e-6 and a thousandth; a logit difference 1e-4 of some 14.
    private func expectPanel(_ kl: Tensor, _ ld: Tensor, _ goldenKL: Tensor, _ goldenLD: Tensor, _ what: String) {
        expectClose(kl, goldenKL, absolute: 2e-6, relative: 1e-3, "KL \(what)")
        expectClose(ld, goldenLD, absolute: 1e-4, relative: 1e-5, "logit difference \(what)")
    }

    @Test("At the last position, on the prompts that the means come from")
    func trainingPrompts() throws {
        let science = try ScienceGolden()
        let train = try science.prompts()[0..<64]
        let panel = try science.model.ablationPanel(
            train, train, methods: [.zero, .zeroFolded, .mean, .meanPerPosition, .resample, .counterfactual],
            components: .heads, resamples: 100)
        let (kl, ld) = (try science.golden["train.kl.mean"], try science.golden["train.ld.mean"])
        for (index, method) in [AblationKind.zero, .zeroFolded, .mean, .resample, .counterfactual].enumerated() {
            expectPanel(
                try panel.map(method), try panel.map(method, of: .logitDifference), kl[index], ld[index], "\(method)")
        }
        // One position has one mean.
        #expect(try panel.map(.meanPerPosition).toArray() == panel.map(.mean).toArray())
        #expect(panel.flags.first?.kind == .inSample && panel.warnings.count == 1)
        #expect(panel.components.count == 144 && panel.components[115] == "L9H7")
    }

    @Test("MLPs, on prompts that the means don't come from")
    func mlpsOfTestPrompts() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let panel = try science.model.ablationPanel(
            data[0..<64], data[64..<320], methods: [.zero, .mean, .resample, .counterfactual], components: .mlps,
            resamples: 100)
        let (kl, ld) = (try science.golden["mlps.test.kl.mean"], try science.golden["mlps.test.ld.mean"])
        for (index, method) in [(0, AblationKind.zero), (2, .mean), (3, .resample), (4, .counterfactual)] {
            expectPanel(
                try panel.mlps(method), try panel.mlps(method, of: .logitDifference), kl[index], ld[index], "\(method)")
        }
        #expect(panel.warnings.isEmpty)
        #expect(abs(panel.fullLogitDifference - 14.2577825) < 1e-4)
        #expect(throws: AblationPanelError.self) { try panel.map(.zero) }
    }

    @Test("At all positions but the BOS")
    func everywhere() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let methods: [AblationKind] = [.zero, .meanPerPosition, .mean, .resample, .counterfactual]
        let panel = try science.model.ablationPanel(
            data[0..<16], data[64..<80], methods: methods, position: .all, resamples: 100)
        let (heads, mlps) = (try science.golden["everywhere.test.heads"], try science.golden["everywhere.test.mlps"])
        for (index, method) in methods.enumerated() {
            expectPanel(
                try panel.map(method), try panel.map(method, of: .logitDifference), heads[0, index], heads[1, index],
                "\(method)")
            expectPanel(
                try panel.mlps(method), try panel.mlps(method, of: .logitDifference), mlps[0, index], mlps[1, index],
                "\(method)")
        }
    }

    @Test("Every family, against hooks that run everything", arguments: GoldenFamily.all)
    func families(_ name: String) throws {
        let family = try GoldenFamily(name)
        for setting in GoldenFamily.Setting.allCases {
            let model = try family.load(setting)
            model.tokenizer = nil
            let tokens = try family["tokens"]
            let data = try PromptDataset(tokens: tokens, answerTokens: Tensor([1, 2, 3, 4], shape: [2, 2]))
            guard model.cfg.attentionDir == .causal else {
                // A change is seen before its position too, which this measurement does not compute.
                #expect(throws: ModelError.self) {
                    try model.ablationPanel(data, data, methods: [.zero], position: .last, resamples: 100)
                }
                continue
            }
            for position in [HeadPosition.last, .all, .index(4)] {
                let panel = try model.ablationPanel(
                    data, data, methods: [.zero, .meanPerPosition], position: position, resamples: 100)
                let cache = try model.runWithCache(tokens).cache
                for (layer, head) in [(0, 1), (1, 0)] where layer < model.cfg.nLayers {
                    let hook = Hook(actName("z", layer)) { z, _ in
                        let mean = try cache[actName("z", layer)].mean(dim: 0, keepdim: true)
                        switch position {
                        case .last: z[0..., -1, head] = mean[0..., -1, head]
                        case .index(let index): z[0..., index, head] = mean[0..., index, head]
                        case .all: z[0..., 0..., head] = mean[0..., 0..., head]
                        }
                    }
                    let logits = try model.runWithHooks(tokens, fwdHooks: [hook], recompute: .everything)
                    let alone = try data.logitDifference(logits).mean()
                    let found = try panel.map(.meanPerPosition, of: .logitDifference)[layer, head]
                    expectClose(
                        found, alone, absolute: 1e-4, relative: 1e-4, "\(name) \(setting) \(position) L\(layer)H\(head)"
                    )
                    let full = try model(tokens)[0..., -1].logSoftmax(dim: -1)
                    let kl = (full.exp() * (full - logits[0..., -1].logSoftmax(dim: -1))).sum(dim: -1).mean()
                    expectClose(try panel.map(.meanPerPosition)[layer, head], kl, absolute: 5e-6, relative: 1e-3)
                }
                guard model.hookNames.contains(actName("mlp_out", 0)) else { continue }
                let hook = Hook(actName("mlp_out", 0)) { out, _ in
                    switch position {
                    case .last: out[0..., -1] = Tensor(0.0)
                    case .index(let index): out[0..., index] = Tensor(0.0)
                    case .all: out = out * 0.0
                    }
                }
                let logits = try model.runWithHooks(tokens, fwdHooks: [hook], recompute: .everything)
                expectClose(
                    try panel.mlps(.zero, of: .logitDifference)[0], try data.logitDifference(logits).mean(),
                    absolute: 1e-4,
                    relative: 1e-4, "\(name) \(setting) \(position) MLP0")
            }
        }
    }

    @Test func constantsOfOnesOwnArePutIn() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()[0..<8]
        let means = try science.golden["mean.train"]
        let constants = ActivationCache((0..<12).map { (actName("z", $0), means[$0]) })
        let panel = try science.model.ablationPanel(
            data, data, methods: [.optimal, .zero], components: .heads, constants: constants, resamples: 100)
        let hook = Hook(actName("z", 9)) { z, _ in z[0..., -1, 6] = means[9, 6] }
        let logits = try science.model.runWithHooks(data.tokens, fwdHooks: [hook])
        expectClose(
            try panel.map(.optimal, of: .logitDifference)[9, 6], try data.logitDifference(logits).mean(), absolute: 1e-4
        )
        #expect(throws: AblationPanelError.noConstant(hook: actName("mlp_out", 0))) {
            try science.model.ablationPanel(data, data, methods: [.optimal], constants: constants)
        }
    }

    @Test("Without constants, those are fitted that the training prompts ask for")
    func constantsAreFitted() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (train, test) = try InductionDataset(model, count: 12, length: 4).split(test: 0.5)
        let optimal = try model.optimalAblation(train)
        let panel = try model.ablationPanel(train, test, methods: [.optimal, .mean], resamples: 100)
        let given = try model.ablationPanel(
            train, test, methods: [.optimal, .mean], constants: optimal.constants, resamples: 100)
        expectClose(try panel.map(.optimal), try given.map(.optimal), absolute: 1e-9)
        expectClose(try panel.mlps(.optimal), try given.mlps(.optimal), absolute: 1e-9)
        // On the prompts that they were fitted on, nothing loses less.
        let own = try model.ablationPanel(train, train, methods: [.optimal, .mean, .zero], resamples: 100)
        for other in [AblationKind.mean, .zero] {
            #expect(try (own.map(.optimal) - own.map(other)).max().item() < 1e-7)
            #expect(try (own.mlps(.optimal) - own.mlps(other)).max().item() < 1e-7)
        }
        let pairs = try model.pairwiseAblation(test, train: train, method: .optimal)
        expectClose(
            Tensor((0..<pairs.components.count).map { Float(pairs.kl[$0, $0].item()) }),
            try panel.map(.optimal).flattened(),
            absolute: 2e-6, relative: 2e-2)
    }

    @Test("Some components alone have the numbers that they have among all")
    func someComponents() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (train, test) = try InductionDataset(model, count: 12, length: 4).split(test: 0.5)
        let methods = [AblationKind.zero, .mean, .resample, .optimal]
        let only = ["L1H2", "L0H1", "MLP1"]
        let optimal = try model.optimalAblation(train, only: only)
        let some = try model.ablationPanel(
            train, test, methods: methods, only: only, constants: optimal.constants, resamples: 100)
        let all = try model.ablationPanel(train, test, methods: methods, constants: optimal.constants, resamples: 100)
        #expect(some.components == ["L0H1", "L1H2", "MLP1"])
        for method in methods {
            for (index, name) in some.components.enumerated() {
                for measure in [PanelMeasure.kl, .logitDifference] {
                    let (own, place) = (try some.prompts(method, of: measure)[index], try all.index(of: name))
                    expectClose(own, try all.prompts(method, of: measure)[place], absolute: 1e-6, "\(method) \(name)")
                }
            }
        }
        // Constants are fitted for these alone.
        let fitted = try model.ablationPanel(train, test, methods: [.optimal], only: only, resamples: 100)
        expectClose(try fitted.prompts(.optimal), try some.prompts(.optimal), absolute: 1e-5, relative: 1e-2)
        let known = AblationPanelError.notMeasured("a map of all heads", known: some.components)
        #expect(throws: known) { try some.map(.zero) }
        #expect(throws: AblationPanelError.self) { try some.mlps(.zero) }
        #expect(throws: AblationPanelError.noComponent("L1H9", known: all.components)) {
            try model.ablationPanel(train, test, methods: [.zero], only: ["L1H9"])
        }
        #expect("\(AblationPanelError.noComponent("L1H9", known: all.components))".contains("near it: L1H0"))
    }

    @Test func badInputIsToldWithItsName() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let data = try InductionDataset(model, count: 4, length: 4)
        let other = try InductionDataset(model, count: 4, length: 5)
        #expect(throws: AblationPanelError.badMethods([])) { try model.ablationPanel(data, data, methods: []) }
        #expect(throws: AblationPanelError.badMethods([.zero, .zero])) {
            try model.ablationPanel(data, data, methods: [.zero, .zero])
        }
        #expect(throws: AblationPanelError.unequalLengths(train: other.length, test: data.length)) {
            try model.ablationPanel(other, data)
        }
        #expect(throws: AblationPanelError.tooFewPrompts(1)) { try model.ablationPanel(data, data[0..<1]) }
        #expect(throws: AblationPanelError.badPosition(99, length: data.length)) {
            try model.ablationPanel(data, data, position: .index(99))
        }
        #expect(throws: AblationPanelError.badResamples(3)) { try model.ablationPanel(data, data, resamples: 3) }
        let panel = try model.ablationPanel(data, data, methods: [.zero], resamples: 100)
        #expect(throws: AblationPanelError.notMeasured(".mean", known: [".zero"])) { try panel.map(.mean) }
        #expect(throws: AblationPanelError.self) { try panel.index(of: "L9H9") }
        try model.addHook(Hook("blocks.0.hook_resid_pre") { _, _ in })
        #expect(throws: ModelError.self) { try model.ablationPanel(data, data) }
    }

    @Test func aStopIsNoticed() throws {
        let model = try GoldenModel.load("small", .raw)
        let data = try InductionDataset(model, count: 8, length: 4)
        let (_, looks) = try Interruption.countingLooks {
            try model.ablationPanel(data, data, methods: [.zero, .mean], resamples: 100)
        }
        #expect(looks > 200)
    }
}
