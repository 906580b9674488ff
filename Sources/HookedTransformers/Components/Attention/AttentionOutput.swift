internal import Hooks
internal import SessionSafety
internal import TensorCore

extension ForwardPass {
    /// Σ over heads of z · W_O, plus b_O: [batch, position, d_model]
    mutating func attentionOut(_ z: Tensor, _ layer: Int) throws -> Tensor {
        let attention = weights.blocks[layer].attention
        guard cfg.useAttnResult, listens(layer, .result) else {
            return try linear(z, attention.out, attention.outBias, shape: shape(cfg.dModel))
        }
        var result = try headResults(z, attention.out)
        try show(&result, layer, .result)
        var sum = try sumOverHeads(result)
        try addBias(attention.outBias, to: &sum)
        return sum
    }

    /// What each head writes: [batch, position, head, d_model]
    private func headResults(_ z: Tensor, _ matrix: Tensor) throws -> Tensor {
        if z.isTracked {
            let heads = try matrix.widened().reshaped([cfg.nHeads, cfg.dHead, cfg.dModel])
            return try Fault.catching { einsum("b p h d, h d m -> b p h m", z, heads) }
        }
        let (width, heads) = (cfg.dModel, cfg.nHeads)
        return try z.reading { z in
            try Tensor.making(shape(heads, width)) { out in
                for head in 0..<heads {
                    try MatrixBlock(matrix, rows: head * cfg.dHead..<(head + 1) * cfg.dHead).multiply(
                        z + head * cfg.dHead, cfg.dHeads, count: tokens.count, into: out + head * width,
                        heads * width)
                }
            }
        }
    }

    private func sumOverHeads(_ results: Tensor) throws -> Tensor {
        if results.isTracked { return try Fault.catching { results.sum(dim: 2) } }
        let (width, heads) = (cfg.dModel, cfg.nHeads)
        return try results.reading { results in
            try Tensor.making(shape(width)) { out in
                for row in 0..<tokens.count {
                    let (target, source) = (out + row * width, results + row * heads * width)
                    target.update(from: source, count: width)
                    for head in 1..<max(1, heads) {
                        Elementwise.add(target, source + head * width, into: target, count: width)
                    }
                }
            }
        }
    }
}
