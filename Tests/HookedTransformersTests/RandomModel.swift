import HookedTransformers
import TensorCore
import TestSupport

/// Models of any shape with random parameters, the same in every run.
enum RandomModel {
    static func cfg(
        dMLP: Int = 20, nCtx: Int = 8, actFn: ActivationFunction = .geluNew, scaleByLayer: Bool = false
    ) -> HookedTransformerConfig {
        HookedTransformerConfig(
            nLayers: 2, nHeads: 3, dModel: 12, dMLP: dMLP, nCtx: nCtx, dVocab: 17, actFn: actFn,
            scaleAttnByInverseLayerIdx: scaleByLayer)
    }

    /// Every parameter is random, gains and biases too, so that folding them matters.
    static func weights(_ cfg: HookedTransformerConfig, seed: UInt64 = 1) -> TransformerWeights {
        var generator = RepeatableRandomGenerator(seed: seed)
        func random(_ shape: Int...) -> Tensor {
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -0.6...0.6, using: &generator) }
            return Tensor(values, shape: shape)
        }
        let (d, f) = (cfg.dModel, cfg.dMLP)
        func norm() -> LayerNorm { LayerNorm(gain: random(d) + 1, bias: random(d)) }
        let blocks = (0..<cfg.nLayers).map { layer in
            BlockWeights(
                ln1: norm(),
                attention: AttentionWeights(
                    qkv: random(d, 3 * d), qkvBias: random(3 * d), out: random(d, d), outBias: random(d),
                    scale: cfg.attnScale(layer: layer)),
                ln2: norm(),
                mlp: PlainMLP(
                    reading: random(d, f), readingBias: random(f), writing: random(f, d), writingBias: random(d)))
        }
        return TransformerWeights(
            embedding: random(cfg.dVocab, d), positions: LearnedPositions(random(cfg.nCtx, d)), blocks: blocks,
            finalNorm: norm(), unembedding: Readout(table: random(cfg.dVocab, d)))
    }

    static func load(_ cfg: HookedTransformerConfig = cfg()) throws -> HookedTransformer {
        try HookedTransformer(cfg: cfg, weights: weights(cfg))
    }
}
