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

    /// The same with other parts than GPT-2's.
    static func cfg(_ kind: Kind, scaleByLayer: Bool = false) -> HookedTransformerConfig {
        var cfg = cfg(scaleByLayer: scaleByLayer)
        switch kind {
        case .gpt2: break
        case .window: (cfg.attnTypes, cfg.windowSize, cfg.useAttnScale) = (["global", "local"], 3, false)
        case .attentionOnly: (cfg.attnOnly, cfg.dMLP) = (true, 0)
        case .withoutNorms: cfg.normalizationType = .absent
        case .parallel: (cfg.parallelAttnMLP, cfg.positionalEmbeddingType, cfg.rotaryDim) = (true, .rotary, 2)
        case .postNorms:
            (cfg.normalizationType, cfg.useNormalizationBeforeAndAfter, cfg.useQKNorm) = (.rms, true, true)
            (cfg.positionalEmbeddingType, cfg.rotaryDim, cfg.attnScoresSoftCap) = (.rotary, 4, 2)
            (cfg.attnTypes, cfg.windowSize, cfg.outputLogitsSoftCap) = (["local", "global"], 3, 3)
        case .shortformer: (cfg.positionalEmbeddingType, cfg.dVocabOut) = (.shortformer, 5)
        case .solu: cfg.actFn = .soluLN
        case .lookingAhead: cfg.attentionDir = .bidirectional
        case .grouped:
            (cfg.normalizationType, cfg.gatedMLP, cfg.nKeyValueHeads) = (.rms, true, 1)
            (cfg.positionalEmbeddingType, cfg.rotaryDim) = (.rotary, 4)
        }
        return cfg
    }

    /// Families of models, each with parts that the others lack.
    enum Kind: CaseIterable {
        case gpt2, window, attentionOnly, withoutNorms, parallel, grouped, postNorms, shortformer, solu, lookingAhead
    }

    /// Every parameter is random, gains and biases too, so that folding them matters.
    static func weights(_ cfg: HookedTransformerConfig, seed: UInt64 = 1) -> TransformerWeights {
        var parts = RandomParts(cfg: cfg, generator: RepeatableRandomGenerator(seed: seed))
        let blocks = (0..<cfg.nLayers).map { layer in
            BlockWeights(
                ln1: parts.norm(), attention: parts.attention(layer), ln1Post: parts.postNorm(),
                ln2: cfg.attnOnly ? nil : parts.norm(), mlp: cfg.attnOnly ? nil : parts.mlp(),
                ln2Post: parts.postNorm())
        }
        return TransformerWeights(
            embedding: parts.tensor(cfg.dVocab, cfg.dModel), positions: parts.positions(), blocks: blocks,
            finalNorm: parts.norm(),
            unembedding: Readout(
                table: parts.tensor(cfg.dVocabOut, cfg.dModel), softCap: cfg.outputLogitsSoftCap.map { Float($0) }))
    }

    static func load(_ cfg: HookedTransformerConfig = cfg()) throws -> HookedTransformer {
        try HookedTransformer(cfg: cfg, weights: weights(cfg))
    }
}

/// Parts of the kinds that a configuration asks for.
private struct RandomParts {
    let cfg: HookedTransformerConfig
    var generator: RepeatableRandomGenerator

    mutating func tensor(_ shape: Int...) -> Tensor {
        let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -0.6...0.6, using: &generator) }
        return Tensor(values, shape: shape)
    }

    mutating func norm() -> (any Norm)? {
        switch cfg.normalizationType {
        case .layerNorm: LayerNorm(gain: tensor(cfg.dModel) + 1, bias: tensor(cfg.dModel))
        case .rms: RMSNorm(gain: tensor(cfg.dModel) + 1)
        default: nil
        }
    }

    mutating func postNorm() -> (any Norm)? { cfg.useNormalizationBeforeAndAfter ? norm() : nil }

    mutating func attention(_ layer: Int) -> AttentionWeights {
        let (d, width) = (cfg.dModel, (cfg.nHeads + 2 * (cfg.nKeyValueHeads ?? cfg.nHeads)) * cfg.dHead)
        let types = cfg.attnTypes ?? ["global"]
        let isLocal = types[layer % types.count] == "local"
        let back: any AttentionReach = isLocal ? WindowReach(cfg.windowSize ?? 1) : CausalReach()
        let reach: any AttentionReach = cfg.attentionDir == .bidirectional ? FullReach() : back
        return AttentionWeights(
            qkv: tensor(d, width), qkvBias: tensor(width), out: tensor(cfg.nHeads * cfg.dHead, d), outBias: tensor(d),
            scale: cfg.attnScale(layer: layer), reach: reach,
            softCap: cfg.attnScoresSoftCap.map { Float($0) },
            headNorms: cfg.useQKNorm ? HeadNorms(query: tensor(cfg.dHead) + 1, key: tensor(cfg.dHead) + 1) : nil)
    }

    mutating func mlp() -> any MLP {
        let (d, f) = (cfg.dModel, cfg.dMLP)
        if cfg.gatedMLP {
            return GatedMLP(
                gate: tensor(d, f), reading: tensor(d, f), readingBias: tensor(f), writing: tensor(f, d),
                writingBias: tensor(d))
        }
        if cfg.actFn == .soluLN {
            return SoLUMLP(
                reading: tensor(d, f), readingBias: tensor(f), norm: LayerNorm(gain: tensor(f) + 1, bias: tensor(f)),
                writing: tensor(f, d), writingBias: tensor(d))
        }
        return PlainMLP(reading: tensor(d, f), readingBias: tensor(f), writing: tensor(f, d), writingBias: tensor(d))
    }

    mutating func positions() -> any Positions {
        if cfg.positionalEmbeddingType == .shortformer { return ShortformerPositions(tensor(cfg.nCtx, cfg.dModel)) }
        guard cfg.positionalEmbeddingType == .rotary, let dim = cfg.rotaryDim else {
            return LearnedPositions(tensor(cfg.nCtx, cfg.dModel))
        }
        return RotaryPositions(frequencies: RotaryPositions.frequencies(dim: dim, base: 100))
    }
}
