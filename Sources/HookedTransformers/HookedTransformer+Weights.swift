internal import SessionSafety
public import TensorCore

// The weights under TransformerLens's names and in its shapes, stacked over layers. Each is a copy.

extension HookedTransformer {
    /// All query matrices [layer, head, d_model, d_head]: `model.W_Q`.
    public var W_Q: Tensor { stackedHeads(.q) }
    /// All key matrices [layer, head, d_model, d_head]: `model.W_K`.
    public var W_K: Tensor { stackedHeads(.k) }
    /// All value matrices [layer, head, d_model, d_head]: `model.W_V`.
    public var W_V: Tensor { stackedHeads(.v) }
    /// All query biases [layer, head, d_head]: `model.b_Q`.
    public var b_Q: Tensor { stackedHeadBiases(.q) }
    /// All key biases [layer, head, d_head]: `model.b_K`.
    public var b_K: Tensor { stackedHeadBiases(.k) }
    /// All value biases [layer, head, d_head]: `model.b_V`.
    public var b_V: Tensor { stackedHeadBiases(.v) }
    /// All output matrices [layer, head, d_head, d_model]: `model.W_O`.
    public var W_O: Tensor { stacked([cfg.nHeads, cfg.dHead, cfg.dModel], { $0.attention.out }) }
    /// All output biases [layer, d_model]: `model.b_O`.
    public var b_O: Tensor { stacked([cfg.dModel], { $0.attention.outBias }) }
    /// All matrices into the neurons [layer, d_model, d_mlp]: `model.W_in`.
    public var W_in: Tensor { stackedMLPs([cfg.dModel, cfg.dMLP], "W_in", { $0.reading }) }
    /// All biases of the neurons [layer, d_mlp]: `model.b_in`.
    public var b_in: Tensor { stackedMLPs([cfg.dMLP], "b_in", { $0.readingBias }) }
    /// All matrices out of the neurons [layer, d_mlp, d_model]: `model.W_out`.
    public var W_out: Tensor { stackedMLPs([cfg.dMLP, cfg.dModel], "W_out", { $0.writing }) }
    /// All biases after the neurons [layer, d_model]: `model.b_out`.
    public var b_out: Tensor { stackedMLPs([cfg.dModel], "b_out", { $0.writingBias }) }
    /// The embedding [d_vocab, d_model]: `model.W_E`.
    public var W_E: Tensor {
        let table = Tensor.orFault { try weights.embedding.widened() }
        return weights.embeddingScale == 1 ? table : table * Double(weights.embeddingScale)
    }
    /// The position embedding [n_ctx, d_model]: `model.W_pos`.
    public var W_pos: Tensor { weights.positions.table ?? missing("W_pos", "its positions have no vectors") }
    /// The unembedding [d_model, d_vocab]: `model.W_U`.
    public var W_U: Tensor { weights.unembedding.weights }
    /// The unembedding's bias [d_vocab]: `model.b_U`.
    public var b_U: Tensor { weights.unembedding.bias ?? Tensor.zeros([cfg.dVocabOut]) }

    private func stacked(_ shape: [Int], _ part: (BlockWeights) -> Tensor) -> Tensor {
        let size = shape.reduce(1, *)
        return filled([cfg.nLayers] + shape) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try part(block).reading { (out + layer * size).update(from: $0, count: size) }
            }
        }
    }

    private func stackedMLPs(_ shape: [Int], _ name: String, _ part: (any MLP) -> Tensor) -> Tensor {
        let mlps = weights.blocks.compactMap(\.mlp)
        guard mlps.count == cfg.nLayers else { return missing(name, TransformerWeights.noMLPs) }
        return Tensor.orFault { Tensor.stack(try mlps.map { try part($0).widened() }) }
    }

    /// The columns of queries, keys or values, moved to [head, d_model, d_head] per layer; heads that share theirs have
    /// a copy each.
    private func stackedHeads(_ part: HeadColumns.Part) -> Tensor {
        let (heads, width, dHead, columns) = (cfg.nHeads, cfg.dModel, cfg.dHead, HeadColumns(cfg))
        return filled([cfg.nLayers, heads, width, dHead]) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try block.attention.qkv.reading { matrix in
                    for head in 0..<heads {
                        let source = matrix + columns[part, head: head].lowerBound
                        let target = out + (layer * heads + head) * width * dHead
                        for row in 0..<width {
                            (target + row * dHead).update(from: source + row * columns.count, count: dHead)
                        }
                    }
                }
            }
        }
    }

    private func stackedHeadBiases(_ part: HeadColumns.Part) -> Tensor {
        let (heads, dHead, columns) = (cfg.nHeads, cfg.dHead, HeadColumns(cfg))
        return filled([cfg.nLayers, heads, dHead]) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try block.attention.qkvBias.reading { bias in
                    for head in 0..<heads {
                        (out + (layer * heads + head) * dHead)
                            .update(from: bias + columns[part, head: head].lowerBound, count: dHead)
                    }
                }
            }
        }
    }

    private func missing(_ name: String, _ reason: String) -> Tensor {
        Fault.raise(ModelError.noSuchWeight(name, reason: reason), returning: Tensor.zeros([0]))
    }

    /// Not throwing, as a property must not: what goes wrong (no memory) is reported through `Fault`.
    private func filled(_ shape: [Int], _ fill: (UnsafeMutablePointer<Float>) throws -> Void) -> Tensor {
        Tensor.orFault { try Tensor.making(shape, fill) }
    }
}
