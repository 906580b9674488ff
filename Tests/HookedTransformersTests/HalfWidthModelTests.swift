import HookedTransformers
import Hooks
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// A model whose matrices are kept at two bytes a number answers as one of the same numbers at four, whichever way it is run,
/// and nothing that is asked of it makes it larger.
struct HalfWidthModelTests {
    private let tokens = Tensor([[1, 5, 2, 7, 3], [4, 4, 9, 0, 6]])

    @Test(arguments: RandomModel.Kind.allCases) func answersAreThoseOfTheSameNumbers(_ kind: RandomModel.Kind) throws {
        let (half, wide) = try models(RandomModel.cfg(kind))
        let bytes = half.byteCount
        let (logits, cache) = try half.runWithCache(tokens)
        let (expected, reference) = try wide.runWithCache(tokens)
        expectClose(logits, expected, absolute: 2e-5)
        for (name, activation) in reference { expectClose(try cache[name], activation, absolute: 2e-5, "\(name)") }
        for last in [1, 4] {
            let hook = Hook(actName("z", 1)) { z, _ in z[0..., last, 0, 0...] = 0 }
            let both = try [half, wide].map { try $0.runWithHooks(tokens, fwdHooks: [hook])[0..., -1, 0...] }
            expectClose(both[0], both[1], absolute: 2e-5)
        }
        for usesCache in [true, false] {
            let texts = try [half, wide].map {
                try $0.generate(
                    tokens[0..<1, 0..<3], maxNewTokens: 4, stopAtEOS: false, doSample: false, usePastKVCache: usesCache)
            }
            #expect(texts[0].isIdentical(to: texts[1]))
        }
        #expect(half.byteCount == bytes)
        #expect(bytes < wide.byteCount)
    }

    @Test(arguments: RandomModel.Kind.allCases) func weightsAndGradientsAreThoseOfTheSameNumbers(
        _ kind: RandomModel.Kind
    ) throws {
        let (half, wide) = try models(RandomModel.cfg(kind))
        let bytes = half.byteCount
        let weights = [\HookedTransformer.W_Q, \.W_K, \.W_V, \.W_O, \.W_E, \.W_U, \.b_V, \.b_O]
        for weight in weights + (half.cfg.attnOnly ? [] : [\.W_in, \.W_out]) + (half.cfg.gatedMLP ? [\.W_gate] : []) {
            #expect(half[keyPath: weight].isIdentical(to: wide[keyPath: weight]))
        }
        half.setUseAttnResult(true)
        wide.setUseAttnResult(true)
        let metric = { (logits: Tensor) in logits.logSoftmax(dim: -1)[0..., -1, 1].sum() }
        let (gradients, expected) = (
            try half.runWithGradients(tokens, of: metric).grads, try wide.runWithGradients(tokens, of: metric).grads
        )
        #expect(gradients.keys == expected.keys)
        for (name, gradient) in expected { expectClose(try gradients[name], gradient, absolute: 2e-5, "\(name)") }
        #expect(half.byteCount == bytes)
    }

    @Test("Steps that would change the matrices are left out, the others change no prediction")
    func processing() throws {
        for kind in RandomModel.Kind.allCases {
            let (half, _) = try models(RandomModel.cfg(kind))
            var (cfg, weights) = (half.cfg, half.weights)
            let leftOut = try WeightProcessing(refactorFactoredAttnMatrices: true).process(&weights, cfg: &cfg)
            #expect(leftOut.contains { $0.hasPrefix("centerWritingWeights") })
            let processed = try HookedTransformer(cfg: cfg, weights: weights)
            #expect(processed.byteCount <= half.byteCount + 8 * half.cfg.dVocabOut + 8 * half.cfg.dModel)
            #expect(processed.b_V.abs().max().item() == 0)
            let both = try [processed, half].map { try $0(tokens).logSoftmax(dim: -1) }
            expectClose(both[0], both[1], absolute: 2e-5)
        }
    }

    /// A model of rounded matrices, at two bytes a number and at four.
    private func models(_ cfg: HookedTransformerConfig) throws -> (half: HookedTransformer, wide: HookedTransformer) {
        var (half, cfg) = (RandomModel.weights(cfg), cfg)
        try half.keepHalfWidth()
        var wide = half
        wide.embedding = try half.embedding.widened()
        wide.unembedding.table = try half.unembedding.table.widened()
        for layer in wide.blocks.indices {
            wide.blocks[layer].attention.qkv = try half.blocks[layer].attention.qkv.widened()
            wide.blocks[layer].attention.out = try half.blocks[layer].attention.out.widened()
            try wide.blocks[layer].mlp?.changeMatrices { try $0.widened() }
        }
        let model = try HookedTransformer(cfg: cfg, weights: wide)
        cfg.keep(as: .bfloat16)
        return (try HookedTransformer(cfg: cfg, weights: half), model)
    }
}
