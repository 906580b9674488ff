package import TensorCore

extension HookedTransformer {
    /// The logits of what ``RunVariants/finish(_:)`` leaves, or of any normalised residual stream [..., d_model].
    package func logits(ofNormalized normalized: Tensor) throws -> Tensor {
        try Tensor.lazyProduct(
            normalized, weights.unembedding, shape: normalized.shape.dropLast() + [cfg.dVocabOut])
    }

    /// What each head adds to its output whatever it looks at, in the basis of z: b_V + b_ln1 · W_V, [layer, head, d_head].
    ///
    /// Folding layer norm and value biases moves it out of z into b_O, so that a zero there is this vector here; nothing in a
    /// folded model.
    package func foldedZero() throws -> Tensor {
        let (biases, values) = (b_V, W_V)
        let perHead = cfg.nHeads / cfg.keyHeads
        var rows: [Tensor] = []
        for layer in 0..<cfg.nLayers {
            for head in 0..<cfg.nHeads {
                let own = biases.shape[1] == cfg.nHeads ? head : head / perHead
                var bias = biases[layer, own]
                if let norm = weights.blocks[layer].ln1?.bias { bias = bias + norm.matmul(values[layer, own]) }
                rows.append(bias)
            }
        }
        return Tensor.stack(rows).reshaped([cfg.nLayers, cfg.nHeads, cfg.dHead])
    }
}
