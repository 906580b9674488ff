internal import SessionSafety
public import TensorCore

// The weights under TransformerLens's names and in its shapes, stacked over layers. Each is a copy.

extension HookedTransformer {
    /// Queries: [layer, head, d_model, d_head]
    public var W_Q: Tensor { stackedHeads(part: 0) }
    /// Keys: [layer, head, d_model, d_head]
    public var W_K: Tensor { stackedHeads(part: 1) }
    /// Values: [layer, head, d_model, d_head]
    public var W_V: Tensor { stackedHeads(part: 2) }
    /// [layer, head, d_head]
    public var b_Q: Tensor { stackedHeadBiases(part: 0) }
    /// [layer, head, d_head]
    public var b_K: Tensor { stackedHeadBiases(part: 1) }
    /// [layer, head, d_head]
    public var b_V: Tensor { stackedHeadBiases(part: 2) }
    /// What heads write: [layer, head, d_head, d_model]
    public var W_O: Tensor { stacked([cfg.nHeads, cfg.dHead, cfg.dModel], \.out) }
    /// [layer, d_model]
    public var b_O: Tensor { stacked([cfg.dModel], \.outBias) }
    /// What neurons read: [layer, d_model, d_mlp]
    public var W_in: Tensor { stacked([cfg.dModel, cfg.dMLP], \.mlpIn) }
    /// [layer, d_mlp]
    public var b_in: Tensor { stacked([cfg.dMLP], \.mlpInBias) }
    /// What neurons write: [layer, d_mlp, d_model]
    public var W_out: Tensor { stacked([cfg.dMLP, cfg.dModel], \.mlpOut) }
    /// [layer, d_model]
    public var b_out: Tensor { stacked([cfg.dModel], \.mlpOutBias) }
    /// Embedding: [d_vocab, d_model]
    public var W_E: Tensor { weights.embedding }
    /// Positions: [n_ctx, d_model]
    public var W_pos: Tensor { weights.positions }
    /// Unembedding: [d_model, d_vocab]
    public var W_U: Tensor { weights.unembedding.weights }
    /// [d_vocab]
    public var b_U: Tensor { weights.unembedding.bias ?? Tensor.zeros([cfg.dVocab]) }

    private func stacked(_ shape: [Int], _ part: KeyPath<BlockWeights, Tensor>) -> Tensor {
        let size = shape.reduce(1, *)
        return filled([cfg.nLayers] + shape) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try block[keyPath: part].reading { (out + layer * size).update(from: $0, count: size) }
            }
        }
    }

    /// The columns of queries, keys or values, moved to [head, d_model, d_head] per layer.
    private func stackedHeads(part: Int) -> Tensor {
        let (heads, width, dHead) = (cfg.nHeads, cfg.dModel, cfg.dHead)
        return filled([cfg.nLayers, heads, width, dHead]) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try block.qkv.reading { matrix in
                    for head in 0..<heads {
                        let columns = matrix + part * cfg.dHeads + head * dHead
                        let target = out + (layer * heads + head) * width * dHead
                        for row in 0..<width {
                            (target + row * dHead).update(from: columns + row * 3 * cfg.dHeads, count: dHead)
                        }
                    }
                }
            }
        }
    }

    private func stackedHeadBiases(part: Int) -> Tensor {
        let size = cfg.dHeads
        return filled([cfg.nLayers, cfg.nHeads, cfg.dHead]) { out in
            for (layer, block) in weights.blocks.enumerated() {
                try block.qkvBias.reading { (out + layer * size).update(from: $0 + part * size, count: size) }
            }
        }
    }

    /// Not throwing, as a property must not: what goes wrong (no memory) is reported through `Fault`.
    private func filled(_ shape: [Int], _ fill: (UnsafeMutablePointer<Float>) throws -> Void) -> Tensor {
        Tensor.orFault { try Tensor.making(shape, fill) }
    }
}
