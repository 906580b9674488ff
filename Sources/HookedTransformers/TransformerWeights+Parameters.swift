package import TensorCore

extension TransformerWeights {
    /// All parameters with the shapes that they have to have, but for the unembedding.
    func parameters(_ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [ModelParameter("embed.W_E", embedding, [cfg.dVocab, cfg.dModel])] + positions.parameters("pos_embed", cfg)
            + blocks.enumerated().flatMap { $1.parameters("blocks.\($0).", cfg) }
            + (finalNorm?.parameters("ln_final", cfg) ?? [])
    }

    /// Checks every shape against `cfg`, so that the forward pass need not.
    /// - Throws: ``ModelError/wrongWeightShape(name:expected:found:)`` or ``ModelError/badConfig(_:)``.
    func check(against cfg: HookedTransformerConfig) throws {
        try cfg.check()
        if blocks.count != cfg.nLayers {
            throw ModelError.badConfig("\(blocks.count) blocks of weights for nLayers = \(cfg.nLayers)")
        }
        try ModelParameter("unembed.W_U (by token)", unembedding.table, [cfg.dVocabOut, cfg.dModel]).check()
        for parameter in parameters(cfg) { try parameter.check() }
    }
}

extension BlockWeights {
    func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        let norms = [("ln1", ln1), ("ln1_post", ln1Post), ("ln2", ln2), ("ln2_post", ln2Post)]
        return norms.flatMap { $1?.parameters(name + $0, cfg) ?? [] } + attention.parameters(name + "attn", cfg)
            + (mlp?.parameters(name + "mlp", cfg) ?? [])
    }
}

extension HookedTransformerConfig {
    /// Checks that every size is one that a model can have.
    func check() throws {
        let sizes = [
            ("nLayers", nLayers), ("nHeads", nHeads), ("dModel", dModel), ("dHead", dHead), ("nCtx", nCtx),
            ("dVocab", dVocab), ("dVocabOut", dVocabOut), ("nKeyValueHeads", keyHeads),
        ]
        for (name, size) in sizes + (attnOnly ? [] : [("dMLP", dMLP)]) where !(1...(1 << 30)).contains(size) {
            throw ModelError.badConfig("\(name) is \(size); it has to be at least 1")
        }
        guard nHeads % keyHeads == 0 else {
            throw ModelError.badConfig("nHeads is \(nHeads), which nKeyValueHeads = \(keyHeads) does not divide")
        }
        guard eps >= 0, eps.isFinite else { throw ModelError.badConfig("eps is \(eps); it has to be at least 0") }
    }
}

extension HookedTransformer {
    /// All parameters, in TransformerLens's order.
    package var parameterTensors: [Tensor] { weights.parameters(cfg).map(\.tensor) }
}
