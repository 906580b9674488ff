import HookedTransformers
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Processing changes weights, never what the model predicts.
struct WeightProcessingTests {
    private static let steps: [(String, WeightProcessing)] = [
        ("foldLN", WeightProcessing(only: \.foldLN)),
        ("centerWritingWeights", WeightProcessing(only: \.centerWritingWeights)),
        ("centerUnembed", WeightProcessing(only: \.centerUnembed)),
        ("foldValueBiases", WeightProcessing(only: \.foldValueBiases)),
        ("refactorFactoredAttnMatrices", WeightProcessing(only: \.refactorFactoredAttnMatrices)),
        ("all five", WeightProcessing(refactorFactoredAttnMatrices: true)),
    ]

    @Test("Each step, and all five together, leave the log-probabilities alone", arguments: steps.indices)
    func logProbabilities(step: Int) throws {
        for cfg in [
            RandomModel.cfg(), RandomModel.cfg(dMLP: 7, actFn: .gelu, scaleByLayer: true),
            RandomModel.cfg(actFn: .relu), RandomModel.cfg(actFn: .silu),
        ] + RandomModel.Kind.allCases.map({ RandomModel.cfg($0) }) {
            let tokens = [[1, 2, 3, 4, 5], [16, 0, 7, 7, 2]]
            let expected = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg))(tokens)
            var (processed, weights) = (cfg, RandomModel.weights(cfg))
            try Self.steps[step].1.process(&weights, cfg: &processed)
            let actual = try HookedTransformer(cfg: processed, weights: weights)(tokens)
            // Without norms, logits grow larger.
            let tolerance = cfg.normalizationType == .absent ? 3e-4 : 3e-5
            expectClose(
                actual.logSoftmax(dim: -1), expected.logSoftmax(dim: -1), absolute: tolerance, relative: 0,
                "\(Self.steps[step].0), \(cfg.actFn)")
        }
    }

    @Test("An unembedding that is the embedding becomes the same as one of its own", arguments: steps.indices)
    func tied(step: Int) throws {
        let (cfg, step) = (RandomModel.cfg(), Self.steps[step].1)
        func processed(_ unembedding: (Tensor) -> Tensor) throws -> HookedTransformer {
            var (cfg, weights) = (cfg, RandomModel.weights(cfg))
            weights.unembedding = Readout(table: unembedding(weights.embedding))
            try step.process(&weights, cfg: &cfg)
            return try HookedTransformer(cfg: cfg, weights: weights)
        }
        let (tied, own) = (try processed { $0 }, try processed { $0 + 0 })
        expectClose(tied.W_E, own.W_E, absolute: 0)
        expectClose(tied.W_U, own.W_U, absolute: 1e-6)
        expectClose(tied.b_U, own.b_U, absolute: 1e-6)
        let tokens = [[1, 2, 3], [16, 0, 7]]
        let expected = try own(tokens)
        expectClose(try tied(tokens), expected, absolute: 1e-5)
        // Read one by one, they are computed another way.
        expectClose(try tied(tokens)[0..., -1, 3...4], expected[0..., -1, 3...4], absolute: 1e-5)
        #expect(tied.byteCount < own.byteCount)
    }

    @Test("Centred over the vocabulary, the unembedding has no mean left, nor has the embedding over d_model")
    func centred() throws {
        var (cfg, weights) = (RandomModel.cfg(), RandomModel.weights(RandomModel.cfg()))
        weights.unembedding = Readout(table: weights.embedding)
        try WeightProcessing().process(&weights, cfg: &cfg)
        let model = try HookedTransformer(cfg: cfg, weights: weights)
        expectClose(model.W_U.mean(dim: 1), Tensor.zeros([cfg.dModel]), absolute: 1e-6)
        expectClose(model.W_U.mean(dim: 0), Tensor.zeros([cfg.dVocab]), absolute: 1e-6)
        expectClose(model.b_U.mean(), Tensor(0), absolute: 1e-6)
        expectClose(model.W_E.mean(dim: 1), Tensor.zeros([cfg.dVocab]), absolute: 1e-6)
    }

    @Test("The tables of a large vocabulary are gone through with looks at the stop flag")
    func stops() throws {
        var cfg = RandomModel.cfg()
        (cfg.dVocab, cfg.dVocabOut) = (40_000, 40_000)
        var weights = RandomModel.weights(cfg)
        let (_, looks) = try Interruption.countingLooks { try WeightProcessing().process(&weights, cfg: &cfg) }
        // For every 256 tokens one, in the embedding and in the unembedding.
        #expect(looks >= 300)
    }

    @Test("After refactoring, what heads write with is orthonormal, and its signs follow the documented rule")
    func refactored() throws {
        var (cfg, weights) = (RandomModel.cfg(), RandomModel.weights(RandomModel.cfg()))
        try WeightProcessing(refactorFactoredAttnMatrices: true).process(&weights, cfg: &cfg)
        let output = try HookedTransformer(cfg: cfg, weights: weights).W_O[0, 0]
        expectClose(output.matmul(output.transposed(0, 1)), Tensor.eye(cfg.dHead), absolute: 1e-5)
        for row in 0..<cfg.dHead {
            let values = output[row].toArray()
            #expect(values.max { abs($0) < abs($1) } ?? -1 > 0)
        }
    }

    @Test("Steps that a kind of model does not allow are left out, and named with the reason")
    func leftOut() throws {
        let all = WeightProcessing(refactorFactoredAttnMatrices: true)
        func leftOut(_ kind: RandomModel.Kind) throws -> [String] {
            var (cfg, weights) = (RandomModel.cfg(kind), RandomModel.weights(RandomModel.cfg(kind)))
            return try all.process(&weights, cfg: &cfg)
        }
        let refactor = "refactorFactoredAttnMatrices (queries and keys are changed after they are made)"
        #expect(try leftOut(.gpt2).isEmpty)
        #expect(
            try leftOut(.withoutNorms) == [
                "foldLN (there are no norms)", "centerWritingWeights (no norm takes the mean off)",
            ])
        #expect(try leftOut(.parallel) == [refactor])
        #expect(try leftOut(.grouped) == ["centerWritingWeights (norms leave the mean where it is)", refactor])
        #expect(
            try leftOut(.postNorms)
                == [
                    "centerWritingWeights (norms leave the mean where it is)", "centerUnembed (logits are capped)",
                    refactor,
                ])
    }

    @Test("Weights under their own names have TransformerLens's shapes")
    func names() throws {
        let model = try RandomModel.load()
        #expect(model.W_Q.shape == [2, 3, 12, 4])
        #expect(model.W_O.shape == [2, 3, 4, 12])
        #expect(model.b_V.shape == [2, 3, 4])
        #expect(model.W_in.shape == [2, 12, 20])
        #expect(model.W_U.shape == [12, 17])
        #expect(model.b_U.shape == [17])
    }
}

extension WeightProcessing {
    fileprivate init(only step: WritableKeyPath<WeightProcessing, Bool>) {
        self.init(
            foldLN: false, centerWritingWeights: false, centerUnembed: false, foldValueBiases: false,
            refactorFactoredAttnMatrices: false)
        self[keyPath: step] = true
    }
}
