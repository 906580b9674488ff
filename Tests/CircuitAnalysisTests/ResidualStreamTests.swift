import CircuitAnalysis
import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// A residual stream is taken apart as TransformerLens does it, under the same labels, and the parts sum to the whole.
struct ResidualStreamTests {
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func accumulatedStreams(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let (stack, labels) = try run.cache.accumulatedResid(posSlice: -1)
        #expect(labels == (0..<run.model.cfg.nLayers).map { "\($0)_pre" } + ["final_post"])
        // TransformerLens's numbers: the last stream's scale for all, and no gain.
        let scaled = try run.cache.applyLNToStack(stack, posSlice: -1, applyGain: false)
        expectClose(scaled, try run.golden["lens.resid_ln"])
        let lens = scaled.matmul(run.model.W_U)
        expectClose(lens, try run.golden["lens.logits_no_bias"])
        expectClose(lens + run.model.b_U, try run.golden["lens.logits_with_b_U"])
        let (middle, middleLabels) = try run.cache.accumulatedResid(
            layer: 1, inclMid: true, posSlice: -1, mlpInput: true)
        #expect(middleLabels == ["0_pre", "0_mid", "1_pre", "1_mid"])
        let normalized = try run.cache.applyLNToStack(
            middle, layer: 1, mlpInput: true, posSlice: -1, applyGain: false)
        expectClose(normalized, try run.golden["lens.layer1_mid_mlpinput_ln"])
        if setting == .notebook {
            let same = try run.cache.accumulatedResid(
                layer: 1, inclMid: true, applyLN: true, statistics: .cached, posSlice: -1, mlpInput: true)
            expectClose(same.stack, normalized, absolute: 1e-6)
        }
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func theLensUsesEachLayersOwnStatistics(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let (lens, labels) = try run.cache.logitLens(posSlice: -1)
        expectClose(lens, try run.golden["lens.own_ln.logits"])
        #expect(labels.last == "final_post")
        let all = try run.cache.logitLens(inclMid: true)
        #expect(all.logits.shape == [2 * run.model.cfg.nLayers + 1] + run.logits.shape)
        expectClose(all.logits[-1], run.logits)
    }

    /// Each entry is a whole stream, which the bias of the layer norm belongs to.
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func theLastStreamGivesTheRunsLogits(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let (stack, labels) = try run.cache.accumulatedResid(applyLN: true)
        #expect(labels.last == "final_post")
        expectClose(stack[-1].matmul(run.model.W_U) + run.model.b_U, run.logits)
    }

    @Test(arguments: [GoldenModel.Setting.raw, .notebook])
    func oneComponentNeedsNoAxisOfItsOwn(_ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun("tiny", setting)
        let stack = try run.cache.stackHeadResults(posSlice: -1).stack
        let all = try run.cache.applyLNToStack(stack, posSlice: -1)
        #expect(try run.cache.applyLNToStack(stack[2], posSlice: -1) == all[2])
        #expect(throws: CacheAnalysisError.self) { try run.cache.applyLNToStack(stack[2, 0..<1], posSlice: -1) }
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func componentsSumToTheStream(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        for layer in 0...run.model.cfg.nLayers {
            for mlpInput in [false, true] {
                let whole = try stream(run, layer, mlpInput)
                let layers = try run.cache.decomposeResid(layer: layer, mlpInput: mlpInput)
                expectClose(layers.stack.sum(dim: 0), whole)
                #expect(layers.labels.count == layers.stack.shape[0])
                let full = try run.cache.fullResidDecomposition(
                    layer: layer, mlpInput: mlpInput, expandNeurons: false)
                expectClose(full.stack.sum(dim: 0), whole)
                let neurons = try run.cache.fullResidDecomposition(layer: layer, mlpInput: mlpInput, posSlice: 0..<2)
                expectClose(neurons.stack.sum(dim: 0), whole[0..., 0..<2])
                #expect(neurons.labels.count == neurons.stack.shape[0])
                let scaled = try run.cache.decomposeResid(layer: layer, mlpInput: mlpInput, applyLN: true)
                let wholeScaled = try run.cache.applyLNToStack(
                    whole.unsqueezed(dim: 0), layer: layer, mlpInput: mlpInput)
                expectClose(scaled.stack.sum(dim: 0), wholeScaled[0])
            }
        }
    }

    private func stream(_ run: AnalysedRun, _ layer: Int, _ mlpInput: Bool) throws -> Tensor {
        if layer == run.model.cfg.nLayers { return try run.cache["resid_post", layer - 1] }
        return try run.cache[mlpInput ? "resid_mid" : "resid_pre", layer]
    }

    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func heads(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let (heads, labels) = try run.cache.stackHeadResults(inclRemainder: true, posSlice: -1)
        expectClose(heads, try run.golden["stack_head_results.last"])
        #expect(labels == run.model.allHeadLabels + ["remainder"])
        let first = try run.cache.stackHeadResults(layer: 1)
        #expect(first.stack.shape == [run.model.cfg.nHeads] + (try run.cache["resid_pre", 0].shape))
        let none = try run.cache.stackHeadResults(layer: 0)
        #expect(none.labels.isEmpty && none.stack.shape[0] == 0)
    }

    @Test func headResultsAreThoseOfTheRun() throws {
        var run = try AnalysedRun("tiny", .raw)
        var cache = run.cache
        try cache.computeHeadResults()
        for layer in 0..<2 {
            expectClose(try cache["result", layer], try run.golden["clean.act.blocks.\(layer).attn.hook_result"])
        }
        // What hooks left at hook_result counts, not what z says.
        run.model.setUseAttnResult(true)
        cache = try run.model.runWithCache(
            run.tokens, fwdHooks: [Hook(actName("result", 1)) { result, _ in result[0..., 0..., 2] = 0.25 }]
        ).cache
        let stack = try cache.stackHeadResults(posSlice: 3).stack
        #expect(stack[6] == Tensor.full([4, 32], 0.25))
    }

    @Test func neurons() throws {
        let run = try AnalysedRun("tiny", .raw)
        let (stack, labels) = try run.cache.stackNeuronResults(
            posSlice: -1, neuronSlice: [3, 100], inclRemainder: true)
        #expect(labels == ["L0N3", "L0N100", "L1N3", "L1N100", "remainder"])
        expectClose(stack.sum(dim: 0), try run.cache["resid_post", 1][0..., -1])
        let one = try run.cache.neuronResults(layer: -1, neuronSlice: 100)
        #expect(one.shape == [4, 12, 32])
        expectClose(stack[3], one[0..., -1], absolute: 1e-6)
        expectClose(
            one, try run.cache["post", 1][..., 100].unsqueezed(dim: -1) * run.model.W_out[1, 100], absolute: 1e-6)
        #expect(try run.cache.neuronResults(layer: 0, posSlice: 0..<3).shape == [4, 3, 128, 32])
    }

    @Test func stacksOfActivationsAndBiases() throws {
        let run = try AnalysedRun("tiny", .notebook)
        let patterns = try run.cache.stackActivation("pattern")
        #expect(patterns.shape == [2, 4, 4, 12, 12])
        #expect(try patterns[1] == run.cache["pattern", 1])
        #expect(try run.cache.stackActivation("scale", layer: 1, layerType: "ln1").shape == [1, 4, 12, 1])
        expectClose(try run.model.accumulatedBias(), try run.golden["accumulated_bias.all"])
        let attention = try run.model.accumulatedBias(layer: 0, mlpInput: true, inclMLPBiases: false)
        #expect(attention == run.model.b_O[0])
    }

    @Test func onePromptWithoutItsBatchAxis() throws {
        let model = try GoldenModel.load("tiny", .notebook)
        let (logits, cache) = try model.runWithCache([3, 1, 4, 1, 5])
        let one = try cache.removingBatchDim()
        let (stack, _) = try one.decomposeResid(posSlice: -1)
        #expect(stack.shape == [6, 32])
        let attributions = try one.logitAttrs(stack, tokens: 7, incorrectTokens: 8, posSlice: -1)
        let bias = model.b_U[7] - model.b_U[8]
        expectClose(attributions.sum() + bias, logits[0, -1, 7] - logits[0, -1, 8])
    }

    @Test func whatDoesNotFitIsAnError() throws {
        let run = try AnalysedRun("tiny", .raw)
        #expect(throws: CacheAnalysisError.layerOutOfRange(3, layers: 2)) { try run.cache.accumulatedResid(layer: 3) }
        #expect(throws: CacheAnalysisError.noModel) { try ActivationCache().decomposeResid() }
        #expect(throws: HookError.self) {
            try run.model.runWithCache(run.tokens, namesFilter: "hook_embed").cache.decomposeResid()
        }
        let all = try run.cache.decomposeResid().stack
        #expect(throws: CacheAnalysisError.self) { try run.cache.applyLNToStack(all, posSlice: -1) }
        #expect(throws: CacheAnalysisError.self) { try run.cache.applyLNToStack(all[..., 0..<5]) }
        #expect(throws: (any Error).self) { try run.cache.decomposeResid(posSlice: 99) }
        #expect(throws: HookError.layerOutOfRange(2, count: 2)) { try run.cache.neuronResults(layer: 2) }
        // A scale that is not one per prompt and position, as a file made elsewhere may hold it.
        var odd = run.cache
        odd.record(Tensor(1.0), as: "ln_final.hook_scale")
        #expect(throws: CacheAnalysisError.self) { try odd.decomposeResid(applyLN: true) }
        run.model.setUseSplitQKVInput(true)
        let perHead = try run.model.runWithCache(run.tokens).cache
        #expect(throws: CacheAnalysisError.scalePerHead(hook: "blocks.1.ln1.hook_scale")) {
            try perHead.decomposeResid(layer: 1, applyLN: true)
        }
    }
}
