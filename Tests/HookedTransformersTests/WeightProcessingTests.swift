import HookedTransformers
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
        ] {
            let tokens = [[1, 2, 3, 4, 5], [16, 0, 7, 7, 2]]
            let expected = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg))(tokens)
            var (processed, weights) = (cfg, RandomModel.weights(cfg))
            try Self.steps[step].1.process(&weights, cfg: &processed)
            let actual = try HookedTransformer(cfg: processed, weights: weights)(tokens)
            expectClose(
                actual.logSoftmax(dim: -1), expected.logSoftmax(dim: -1), absolute: 3e-5, relative: 0,
                "\(Self.steps[step].0), \(cfg.actFn)")
        }
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
