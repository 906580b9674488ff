internal import TensorCore

extension TransformerWeights {
    /// Checks every shape against `cfg`, so that the forward pass need not.
    /// - Throws: ``ModelError/wrongWeightShape(name:expected:found:)`` or ``ModelError/badConfig(_:)``.
    func check(against cfg: HookedTransformerConfig) throws {
        try cfg.check()
        if blocks.count != cfg.nLayers {
            throw ModelError.badConfig("\(blocks.count) blocks of weights for nLayers = \(cfg.nLayers)")
        }
        try check(embedding, "embed.W_E", [cfg.dVocab, cfg.dModel])
        try check(positions, "pos_embed.W_pos", [cfg.nCtx, cfg.dModel])
        try check(unembedding.table, "unembed.W_U (by token)", [cfg.dVocab, cfg.dModel])
        try check(finalNorm, "ln_final", cfg)
        for (layer, block) in blocks.enumerated() { try check(block, "blocks.\(layer).", cfg) }
    }

    private func check(_ block: BlockWeights, _ prefix: String, _ cfg: HookedTransformerConfig) throws {
        try check(block.ln1, prefix + "ln1", cfg)
        try check(block.qkv, prefix + "attn.W_Q, W_K, W_V", [cfg.dModel, 3 * cfg.dHeads])
        try check(block.qkvBias, prefix + "attn.b_Q, b_K, b_V", [3 * cfg.dHeads])
        try check(block.out, prefix + "attn.W_O", [cfg.dHeads, cfg.dModel])
        try check(block.outBias, prefix + "attn.b_O", [cfg.dModel])
        try check(block.ln2, prefix + "ln2", cfg)
        try check(block.mlpIn, prefix + "mlp.W_in", [cfg.dModel, cfg.dMLP])
        try check(block.mlpInBias, prefix + "mlp.b_in", [cfg.dMLP])
        try check(block.mlpOut, prefix + "mlp.W_out", [cfg.dMLP, cfg.dModel])
        try check(block.mlpOutBias, prefix + "mlp.b_out", [cfg.dModel])
    }

    private func check(_ norm: NormWeights?, _ name: String, _ cfg: HookedTransformerConfig) throws {
        guard let norm else {
            if cfg.normalizationType == .layerNorm { throw ModelError.badConfig("\(name).w and .b are missing") }
            return
        }
        try check(norm.gain, name + ".w", [cfg.dModel])
        try check(norm.bias, name + ".b", [cfg.dModel])
    }

    private func check(_ tensor: Tensor, _ name: String, _ shape: [Int]) throws {
        guard tensor.shape == shape, tensor.dtype == .float32 else {
            throw ModelError.wrongWeightShape(name: name, expected: shape, found: tensor.shape)
        }
    }
}

extension HookedTransformerConfig {
    /// Checks that every size is one that a model can have.
    func check() throws {
        let sizes = [
            ("nLayers", nLayers), ("nHeads", nHeads), ("dModel", dModel), ("dHead", dHead), ("dMLP", dMLP),
            ("nCtx", nCtx), ("dVocab", dVocab),
        ]
        for (name, size) in sizes where !(1...(1 << 30)).contains(size) {
            throw ModelError.badConfig("\(name) is \(size); it has to be at least 1")
        }
        guard eps >= 0, eps.isFinite else { throw ModelError.badConfig("eps is \(eps); it has to be at least 0") }
    }
}
