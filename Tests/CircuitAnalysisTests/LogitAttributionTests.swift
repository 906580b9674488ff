import CircuitAnalysis
import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// Direct logit attribution gives TransformerLens's numbers where those are right, and adds up where they are not.
struct LogitAttributionTests {
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func attributionsAreTheReferences(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let stacks = [
            ("dla.decompose_resid", try run.cache.decomposeResid(posSlice: -1).stack),
            ("dla.heads", try run.cache.stackHeadResults(inclRemainder: true, posSlice: -1).stack),
            ("dla.full_no_neurons", try run.cache.fullResidDecomposition(expandNeurons: false, posSlice: -1).stack),
        ]
        for (key, stack) in stacks {
            let attributions = try run.cache.logitAttrs(
                stack, tokens: run.correct, incorrectTokens: run.incorrect, posSlice: -1, applyGain: false)
            expectClose(attributions, try run.golden[key], "\(key)")
        }
        guard name == "tiny" else { return }
        let neurons = try run.cache.fullResidDecomposition(posSlice: -1).stack
        let attributions = try run.cache.logitAttrs(
            neurons, tokens: run.correct, incorrectTokens: run.incorrect, posSlice: -1, applyGain: false)
        expectClose(attributions, try run.golden["dla.full_neurons"])
    }

    /// In TransformerLens they do so only where layer norms are folded.
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func attributionsSumToTheLogitDifference(_ name: String, _ setting: GoldenModel.Setting) throws {
        let run = try AnalysedRun(name, setting)
        let stack = try run.cache.decomposeResid(posSlice: -1).stack
        let parts = try run.cache.logitAttrs(
            stack, tokens: run.correct, incorrectTokens: run.incorrect, posSlice: -1)
        let directions =
            try run.model.tokensToResidualDirections(run.correct)
            - run.model.tokensToResidualDirections(run.incorrect)
        var biases = run.model.b_U[run.correct] - run.model.b_U[run.incorrect]
        if let bias = run.model.weights.finalNorm?.bias { biases = biases + directions.matmul(bias) }
        expectClose(parts.sum(dim: 0) + biases, run.logitDifference)
        let folded = try AnalysedRun(name, .notebook).golden["dla.decompose_resid"]
        expectClose(parts, folded, "processing does not change what a component adds")
    }

    @Test func tokensGoAlongThePromptsAlsoAtAllPositions() throws {
        let run = try AnalysedRun("tiny", .notebook)
        let all = try run.cache.logitAttrs(run.cache.decomposeResid().stack, tokens: run.correct)
        #expect(all.shape == [6, 4, 12])
        let last = try run.cache.logitAttrs(
            run.cache.decomposeResid(posSlice: -1).stack, tokens: run.correct, posSlice: -1)
        expectClose(all[..., -1], last, absolute: 1e-6)
        let perPosition = try run.cache.logitAttrs(run.cache.decomposeResid().stack, tokens: run.tokens)
        #expect(perPosition.shape == [6, 4, 12])
    }

    @Test func someOfThePromptsAreReadByTheirOwnScale() throws {
        let run = try AnalysedRun("tiny", .notebook)
        let heads = try run.cache.stackHeadResults(posSlice: -1).stack
        let all = try run.cache.logitAttrs(heads, tokens: 7, posSlice: -1)
        let some = try run.cache.logitAttrs(heads[0..., [2, 0]], tokens: 7, posSlice: -1, batchSlice: [2, 0])
        #expect(some.isIdentical(to: all[0..., [2, 0]]))
        let one = try run.cache.applyLNToStack(heads[0..., 3], posSlice: -1, batchSlice: 3)
        #expect(one.isIdentical(to: try run.cache.applyLNToStack(heads, posSlice: -1)[0..., 3]))
        let error = try #require(
            #expect(throws: CacheAnalysisError.self) {
                try run.cache.applyLNToStack(heads[0..., 3], posSlice: -1, batchSlice: 4)
            })
        #expect("\(error)".contains("batchSlice: among the 4 prompts"))
    }

    @Test func directionsAreColumnsOfTheUnembedding() throws {
        let model = try GoldenModel.load("tiny", .raw)
        #expect(try model.tokensToResidualDirections(5) == model.W_U[0..., 5])
        #expect(try model.tokensToResidualDirections([5]).shape == [1, 32])
        #expect(try model.tokensToResidualDirections(Tensor([[1, 2], [3, 4]])).shape == [2, 2, 32])
        #expect(throws: CacheAnalysisError.unknownToken(200, dVocab: 200)) {
            try model.tokensToResidualDirections([1, 200])
        }
        #expect(throws: ModelError.self) { try model.tokensToResidualDirections(" Mary") }
    }

    @Test func tokensThatDoNotFitAreAnError() throws {
        let run = try AnalysedRun("tiny", .raw)
        let stack = try run.cache.decomposeResid(posSlice: -1).stack
        #expect(throws: CacheAnalysisError.wrongTokens(shape: [3], stack: [6, 4, 32])) {
            try run.cache.logitAttrs(stack, tokens: [1, 2, 3], posSlice: -1)
        }
        #expect(throws: CacheAnalysisError.unequalTokens(correct: [4], incorrect: [])) {
            try run.cache.logitAttrs(stack, tokens: run.correct, incorrectTokens: 3, posSlice: -1)
        }
    }
}
