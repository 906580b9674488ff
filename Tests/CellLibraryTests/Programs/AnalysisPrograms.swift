import SwiftLens

extension Programs {
    static func circuits() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let ov = model.OV[5, 1]
        print(ov, ov.shape, ov.ndim, ov.A.shape, ov.B.shape, ov.AB.shape, ov.BA.shape, ov.T.shape, model.QK.shape)
        let circuit = model.W_E.matmul(ov).matmul(model.W_U)
        print(circuit.shape, circuit.norm(), ov.corner(2), (ov * 2.0).norm(), (2.0 * ov).norm())
        let (u, s, v) = try ov.svd()
        print(u.shape, s[0..<3], v.shape)
        let (real, imaginary) = try ov.eigenvalues()
        print(real.shape, imaginary.shape, ov.pair.A.shape)
        print(try ov.makeEven().shape, try ov.collapseL().shape, try ov.collapseR().shape)
        print(FactoredMatrix(Tensor.ones([2, 1]), Tensor.ones([1, 2])).AB, model.OV[0, 7].matmul(model.QK[5, 1]).shape)
        let scores = try model.allCompositionScores(.K)
        print(scores.shape, scores[4, 11, 5, 5], try model.allCompositionScores(.Q).max())
        print(try compositionScores(model.OV[4], model.QK[5].T).shape)
        let vectors = try model.singularVectors(.OV(head: 6), layer: 9, count: 5)
        print(vectors.shape, try model.singularVectors(.wIn, layer: 0, count: 2).shape)
        print(try model.singularVectors(.wOut, layer: 0).shape)
    }

    static func residualStreams() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let prompts = [
            "When John and Mary went to the shops, John gave the bag to",
            "When John and Mary went to the shops, Mary gave the bag to",
        ]
        let (_, cache) = try model.runWithCache(prompts)
        let (stack, labels) = try cache.accumulatedResid(layer: nil, inclMid: true, applyLN: true, posSlice: -1)
        print(stack.shape, labels[0], labels[1], labels.count)
        print(try cache.accumulatedResid(applyLN: true, statistics: .cached, posSlice: 0..<2, mlpInput: false).stack.shape)
        let parts = try cache.decomposeResid(mode: .mlp, applyLN: true, posSlice: -1, inclEmbeds: false)
        print(parts.stack.shape, parts.labels[0], try cache.decomposeResid(layer: 3, mlpInput: true).labels.count)
        let (heads, names) = try cache.stackHeadResults(layer: 4, inclRemainder: true, posSlice: -1, applyLN: false)
        print(heads.shape, names[0], names.last!)
        let attributions = try cache.logitAttrs(heads, tokens: " Mary", incorrectTokens: " John", posSlice: -1)
        print(attributions.shape, attributions[0])
        print(try cache.logitAttrs(heads[0..., 1], tokens: " Mary", posSlice: -1, batchSlice: 1).shape)
        print(try cache.applyLNToStack(heads[0..., 0..<1], posSlice: -1, batchSlice: 0..<1).shape)
        print(try cache.logitAttrs(heads, tokens: [" Mary", " John"], posSlice: -1, applyGain: true).shape)
        print(try cache.applyLNToStack(heads, posSlice: -1, statistics: .own).shape)
        print(try cache.neuronResults(layer: 5, neuronSlice: 0..<10, posSlice: -1).shape)
        let neurons = try cache.stackNeuronResults(layer: 1, posSlice: -1, neuronSlice: [0, 1], inclRemainder: true)
        print(neurons.stack.shape, neurons.labels)
        let full = try cache.fullResidDecomposition(expandNeurons: false, applyLN: true, posSlice: -1)
        print(full.stack.shape, full.labels.last!)
        print(try cache.stackActivation("pattern").shape, try cache.stackActivation("scale", layer: 2, layerType: "ln1").shape)
        let lens = try cache.logitLens(inclMid: false, posSlice: -1)
        print(lens.logits.shape, lens.labels.count)
        var changed = cache
        try changed.computeHeadResults()
        print(try changed["result", 9].shape, cache.contains("blocks.9.attn.hook_result"))
        print(try model.tokensToResidualDirections(" Mary").shape, try model.tokensToResidualDirections([5, 6]).shape)
        print(try model.tokensToResidualDirections(Tensor([[1, 2]])).shape)
        print(try model.accumulatedBias(layer: 3, mlpInput: true, inclMLPBiases: false).shape, model.allHeadLabels[13])
    }

    static func detectors() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let text = "one two three one two three"
        print(try detectHead(model, text, .inductionHead).shape, try detectHead(model, text, .previousTokenHead)[4, 11])
        let scores = try detectHead(
            model, [1, 2, 3, 1, 2, 3], .duplicateTokenHead, heads: [(3, 0), (5, 5)], excludeBOS: true,
            excludeCurrentToken: true, errorMeasure: .abs)
        print(scores[3])
        let (_, cache) = try model.runWithCache(text)
        print(try detectHead(model, text, .inductionHead, cache: cache, excludeBOS: true)[5])
        let test = try model.testPrompt("When John and Mary went to the shops, John gave the bag to", answer: "Mary", topK: 2)
        print(test, test.ranks, test.answerTokens, test.promptTokens.count, test.topTokens)
        print(test.logits, test.probabilities, test.topProbabilities)
        let pattern = Tensor.eye(6)
        print(try detectHead(model, [1, 2, 3, 1, 2, 3], .custom(pattern), errorMeasure: .mul)[0])
        print(try HeadPattern.inductionHead.matrix(for: [1, 2, 1, 2]))
    }

    static func sweeps() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let clean = try model.toTokens("When John and Mary went to the shops, John gave")
        let corrupted = try model.toTokens("When John and Mary went to the shops, Mary gave")
        let (_, cache) = try model.runWithCache(clean)
        let mary = try model.toSingleToken(" Mary")
        let metric = { (logits: Tensor) in logits[0, -1, mary] }
        let sweep = try model.ablateHeads(
            corrupted, position: .last,
            methods: [.resample(from: cache), .zero, .mean(over: cache), .meanOverHeadDimension(of: cache)], metric: metric)
        print(sweep.methods, sweep.maps[0][0], sweep["zero"]![1, 1], sweep["other"] == nil)
        let everywhere = try model.ablateHeads(corrupted, position: .all, methods: [.zero]) { $0[0, -1, mary] }
        print(everywhere.maps[0].argmin(), try model.ablateHeads(corrupted, position: .index(2), methods: [.zero], metric: metric).maps[0][3, 3])
        print(sweep.toCSV().split(separator: "\n").count, sweep.toJSON().split(separator: ",").count)
        display(sweep.heatMaps(title: "ablated"))
        let each = try model.ablateHeads(Tensor.cat([clean, corrupted]), methods: [.zero]) { $0[0..., -1, mary] }
        print(each.maps[0].shape, each.toCSV().prefix(30), each.heatMaps().mimeBundle.plain.isEmpty)
        print(AblationMethod.zero.name)
        print(try actPatchResidPre(model, corrupted, cache, metric: metric)[3])
        print(try actPatchAttnHeadOutAllPos(model, corrupted, cache) { $0[0, -1, mary] }[9])
        print(try activationPatch(model, corrupted, cache, site: .mlpOut, metric: metric).shape)
        print(try activationPatch(model, corrupted, cache, sites: [.residPre, .attnOut], metric: metric).shape)
        print(try activationPatch(model, corrupted, cache, site: PatchSite("resid_pre", axes: [1]), metric: metric)[0])
        print(PatchSite.attnHeadOutByPos.activation, PatchSite.blockEvery.count)
    }

    static func pictures() throws {
        let map = Tensor([[1.0, -1.0], [0.5, 0.0]])
        display(
            heatMap(
                map, title: "map", xLabel: "Head", yLabel: "Layer", xTicks: ["0", "1"], yTicks: ["a", "b"], midpoint: 0,
                range: -1...1, showValues: true))
        display(heatMaps([("first", map), ("second", map)], xLabel: "Head", yLabel: "Layer", range: nil))
        display(attentionHeads(Tensor.ones([2, 3, 3]), tokens: ["a", "b", "c"], headNames: ["L0H0", "L0H1"], title: "heads"))
        display(linePlot(map, title: "lines", xLabel: "x", yLabel: "y", xTicks: ["0", "1"], labels: ["a", "b"]))
        display(linePlot([1, 2.5, 3]))
        display(linePlot([[1.0, 2.0], [3.0, 4.0]], labels: ["a", "b"]))
        display(barChart(map[0], title: "bars"))
        display(barChart([1.0, 2.0], xTicks: ["a", "b"]))
        display(barChart([1.0, 2.0], low: [0.5, 1], high: [2, 3]))
        display(barChart(map[0], low: map[0] - 1, high: map[0] + 1))
        display(scatterPlot(x: map, y: map * 2, names: ["a", "b", "c", "d"], color: map, diagonal: true))
        display(scatterPlot(x: [1.0, 2.0], y: [3.0, 4.0], groups: ["a", "b"], logX: true, logY: true))
        display(histogram(map, bins: 3, title: "counts", labels: ["a", "b"]))
        print(histogram([0.1, 0.9], bins: 2).mimeBundle.plain)
        display(linePlot(map, x: [1, 10], logX: true, logY: false, labels: ["a", "b"]))
        let rows = table([["L9H9", "0.41"]], columns: ["head", "score"], title: "heads")
        display(rows)
        display(map)
        print(rows.toCSV(), rows.toJSON())
        var sum = 0
        for i in progress(0..<4, title: "Counting") { sum += i }
        for (i, name) in progress(["a", "b"].enumerated(), title: "Names", total: 2) { sum += i + name.count }
        let bar = ProgressBar(total: 3, title: "By hand")
        bar.advance()
        bar.advance(by: 2)
        bar.finish()
        clearOutput(wait: true)
        print(sum, heatMap(map).mimeBundle.plain.isEmpty)
    }

    static func errors() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        do {
            _ = try model.runWithHooks([1, 2], fwdHooks: [Hook("blocks.3.attn.hook_zz") { z, _ in z *= 0 }])
        } catch let error as HookError {
            print("a hook:", error)
        }
        do { _ = try model([1_000_000]) } catch let error as ModelError { print("a model:", error) }
        do { _ = try HookedTransformer.fromPretrained("gpt3") } catch { print("a name:", "\(error)".prefix(20)) }
        do { _ = try model(["a", "b c d"]) } catch is ModelError { print("unequal") }
        do { _ = try model.runWithHooks([1], fwdHooks: [Hook("hook_embed") { z, _ in z = Tensor([1]) }]) } catch {
            print("a shape:", error)
        }
        let cache = try model.runWithCache([1, 2]).cache
        print((try? cache["nothing"]) == nil)
    }
}
