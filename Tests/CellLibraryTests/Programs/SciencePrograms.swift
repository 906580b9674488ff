import SwiftLens

extension Programs {
    static func datasets() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let data = try IOIDataset(model, count: 12, seed: 0, names: ["Mary", "John", "Tom", "Anna", "Paul", "Bartholomew"])
        print(data)
        print(data.name, data.count, data.length, data.notes, data.answerTokens[0], data.rightAnswers[1], data.wrongAnswers[1])
        print(try data.positions["S2"], data.positions.roles, data.tokens.shape)
        let (train, test) = data.split(test: 0.5)
        print(train.prompts[0], test.count, data.split(test: 4).test.count, data[2..<4].prompts, train.sharedPrompts(with: test))
        for kind in Corruption.allCases { print(kind.rawValue, try test.corrupted(kind, seed: 3).prompts[0]) }
        print(try test[0..<2].logitDifference(model(test[0..<2])), try test[0..<2].probabilityDifference(model(test[0..<2].tokens)))
        let own = try PromptDataset(
            model, ["When John and Mary went to the shops, John gave the bag to"], answers: [(" Mary", " John")],
            swapped: ["When John and Mary went to the shops, Mary gave the bag to"], positions: ["S2": [10]], prependBOS: true)
        print(own, try own.corrupted(.swapped).tokens[0, 10])
        print(try PromptDataset(tokens: own.tokens, answerTokens: own.answerTokens, swapped: own.tokens).count)
        let induction = try InductionDataset(model, count: 2, length: 4, repeats: 3, seed: 1)
        print(induction.tokens, try induction.positions["target"])
        do {
            print(try data.positions["S9"])
        } catch {
            print(error)
        }
        do {
            print(try GreaterThanDataset(model, count: 2, seed: 0, events: ["shop"]))
        } catch {
            print(error)
        }
        do {
            print(try IOIDataset(model, count: 2, names: ["Mary"]))
        } catch {
            print(error)
        }
    }

    static func panels() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let (train, test) = try IOIDataset(model, count: 8, seed: 0).split(test: 0.5)
        let panel = try model.ablationPanel(
            train, test, methods: [.zero, .zeroFolded, .mean, .counterfactual], components: .headsAndMLPs, position: .last,
            resamples: 100, seed: 1)
        print(panel.methods.count, panel.components[13], panel.components.count, panel.promptCount, panel.fullLogitDifference)
        print(try panel.map(.zero)[9], try panel.mlps(.mean, of: .logitDifference)[0], panel.warnings, panel.flags.count > 0)
        print(try panel.prompts(.mean)[panel.index(of: "L9H6")].shape, try panel.interval(.zero)[panel.index(of: "MLP0")])
        print(try panel.ranks(.counterfactual).min(), try panel.rankCorrelation(.mean, .counterfactual).value)
        print(try panel.rankCorrelations().shape, panel.toCSV().split(separator: "\n").count)
        for flag in panel.flags.prefix(2) { print(flag.kind.rawValue, flag.component, flag.method == .zero, flag) }
        display(try panel.table(sortedBy: .zero, top: 3))
        display(try panel.heatMaps())
        display(try panel.heatMaps(of: .logitDifference))
        display(try panel.differenceMap(.zero, minus: .counterfactual))
        display(try panel.scatterPlot(.zero, .counterfactual))
        display(panel)
        let cache = ActivationCache([("blocks.0.hook_mlp_out", Tensor.zeros([120]))])
        do {
            print(try model.ablationPanel(train, test, methods: [.optimal], components: .mlps, constants: cache))
        } catch {
            print(error)
        }
        let fitted = try model.ablationPanel(train, test, methods: [.optimal], components: .mlps, resamples: 100)
        print(try fitted.mlps(.optimal).shape)
        let some = try model.ablationPanel(train, test, methods: [.zero, .mean], only: ["L9H6", "MLP11"], resamples: 100)
        print(some.components, try some.prompts(.zero).shape)
        display(some)
        print(AblationKind.unfitted.count, AblatedComponents.allCases.count, PanelMeasure.kl.rawValue)
    }

    static func optimalAblations() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let (train, rest) = try IOIDataset(model, count: 16, seed: 0).split(test: 0.5)
        let (validation, test) = rest.split(test: 4)
        let optimal = try model.optimalAblation(
            train, components: .headsAndMLPs, position: .last, only: ["L9H6", "L9H9", "MLP10"], recipe: .gaussNewton,
            evaluations: 5, tolerance: 1e-6, seed: 1)
        print(optimal, optimal.components, optimal.promptCount, optimal.position == .last, optimal.isFinished)
        print(try optimal.constants["z", 9].shape, optimal.trainLosses, optimal.meanLosses, optimal.zeroLosses)
        let report = try optimal.report(on: test, resamples: 100, seed: 2)
        print(report, report.rows.count, report.trainCount, report.testCount, report.sharedCount)
        let row = report.rows[0]
        print(row.component, row.train <= row.trainMean, row.train <= row.trainZero, row.test, row.gain.low <= row.gain.high, row)
        print(row.mean.value, row.zero, row.gradient ?? 0, row.evaluations, row.isFinished, row.promptsPerNumber, row.isWorseThanMean)
        let careful = try optimal.fallingBackToMean(on: validation)
        print(try careful.report(on: test, resamples: 100).rows.map { $0.test.value })
        var steps = try OptimalAblation(model, train, components: .heads, position: .each, only: ["L10H7"], recipe: .lbfgs, tolerance: 1e-5)
        for _ in 0..<2 { try steps.fit(evaluations: 2) }
        print(try steps.constants["z", 10].shape)
        for recipe in [FittingRecipe.lbfgs, .adam(lr: 0.01, steps: 2, batch: 4)] {
            print(try model.optimalAblation(train, position: .all, only: ["L9H6"], recipe: recipe, evaluations: 2).isFinished)
        }
        print(try model.optimalAblation(train, position: .index(-1), only: ["MLP11"], evaluations: 1).components)
        do {
            print(try model.optimalAblation(train, only: ["L12H0"]))
        } catch {
            print(error)
        }
    }

    static func pairs() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let (train, test) = try IOIDataset(model, count: 6, seed: 0).split(test: 2)
        let pairs = try model.pairwiseAblation(test, train: train, method: .mean)
        print(pairs.components[20], pairs.fullLogitDifference, pairs.logitDifference.shape, pairs.kl[0, 0], pairs.method.rawValue)
        for pair in try pairs.top(3) { print(pair.first, pair.second, pair.interaction, pair.low ?? 0, pair.together, pair) }
        print(pairs.layerNormPart.shape, pairs.interaction[130, 140])
        display(pairs.heatMap())
        print(pairs)
    }

    static func paths() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let clean = try model.toTokens("When John and Mary went to the shops, John gave the bag to")
        let corrupted = try model.toTokens("When John and Mary went to the shops, Mary gave the bag to")
        let mary = try model.toSingleToken(" Mary")
        let metric = { (logits: Tensor) in logits[0, -1, mary] }
        let map = try pathPatch(model, clean, corrupted, to: [.q(9, 9), .k(9, 6), .v(10, 0)], metric: metric)
        print(map.shape, map[8], try pathPatch(model, clean, corrupted, to: .logits, throughMLPs: false, metric: metric)[9])
        let names = try model.edgeNames()
        print(names.count, names[0], try model.runWithEdges(clean, corrupted: corrupted, patched: ["a5.h8->a8.h6<v>", "m3->logits"])[0, -1, mary])
        do {
            print(try model.runWithEdges(clean, corrupted: corrupted, patched: ["a5.h12->a8.h6<v>"]))
        } catch {
            print(error)
        }
        do {
            print(try pathPatch(model, clean, corrupted, to: [.q(12, 0)], metric: metric))
        } catch {
            print(error)
        }
    }

    static func edgeCircuits() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let data = try IOIDataset(model, count: 3, seed: 0)
        let corrupted = try data.corrupted(.counterfactual)
        let metric = { (logits: Tensor) in try data.logitDifference(logits).mean() }
        let edges = try edgeAttribution(model, data, corrupted, method: .eapIG(steps: 2), metric: metric)
        print(edges.values.shape, edges.sources[1], edges.ends[444], edges.count, edges.warnings, edges.method == .eapIG(steps: 2))
        print(try edges["a9.h9->logits"], edges.top(3).count)
        for method in [EdgeMethod.eap, .cleanCorrupted] {
            print(try edgeAttribution(model, data.tokens, corrupted.tokens, method: method, metric: metric).top(1))
        }
        let circuit = try edges.circuit(top: 300)
        print(circuit, circuit.edges.count, circuit.components.count, circuit.withoutDanglingEdges.edges.count < 300)
        let few = try EdgeCircuit(model, ["input->a9.h9<v>", "a9.h9->logits"])
        let report = try model.evaluateEdgeCircuit(few, data, train: data, ablation: .meanPerPosition, subsets: 1, seed: 1)
        print(report.heads, report.faithfulness)
        print(try model.evaluateEdgeCircuit(few, data, subsets: 0, minimality: false, metric: { try data.probabilityDifference($0) }).circuit.shape)
        let found = try acdc(model, data, corruption: .counterfactual, among: edges.top(4), threshold: 0.01)
        print(found, found.circuit.edges.count, found.divergence, found.steps[0].edge, found.steps[0].divergence, found.steps[0].isRemoved)
        do {
            print(try edges["a9.h12->logits"])
        } catch {
            print(error)
        }
        do {
            print(try edgeAttribution(model, data, corrupted, method: .eapIGActivations(steps: 0), metric: metric))
        } catch {
            print(error)
        }
    }

    static func headCircuits() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(weights)
        let (train, test) = try IOIDataset(model, count: 8, seed: 0).split(test: 4)
        let report = try model.evaluateHeadCircuit(
            [(9, 9), (9, 6), (10, 0), (7, 9), (4, 11)], test, train: train, ablation: .meanPerPosition, subsets: 2, position: .all, seed: 1)
        print(report.heads, report.ablation.rawValue, report.whole.mean(), report.circuit.mean(), report.complement.mean())
        print(report.faithfulness, report.completeness.count, report.minimality[0].heads, report.minimality[0].value)
        print(report.faithfulness.low < report.faithfulness.high)
        print(report)
    }
}
