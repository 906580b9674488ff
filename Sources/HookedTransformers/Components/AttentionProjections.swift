internal import Hooks
internal import TensorCore

/// Queries, keys and values of all heads, each [batch, position, head, d_head].
struct AttentionVectors {
    var q: Tensor
    var k: Tensor
    var v: Tensor
}

extension ForwardPass {
    /// input · W + b for queries, keys and values, shown to their hooks.
    mutating func projections(_ inputs: AttentionInputs, _ layer: Int) throws -> AttentionVectors {
        var vectors = try project(inputs, weights.blocks[layer])
        try pass(&vectors.q, layer, .q)
        try pass(&vectors.k, layer, .k)
        try pass(&vectors.v, layer, .v)
        return vectors
    }

    private func project(_ inputs: AttentionInputs, _ block: BlockWeights) throws -> AttentionVectors {
        switch inputs {
        case .shared(let x):
            AttentionVectors(
                q: try project(x, block, part: 0, perHead: false), k: try project(x, block, part: 1, perHead: false),
                v: try project(x, block, part: 2, perHead: false))
        case .separate(let q, let k, let v):
            AttentionVectors(
                q: try project(q, block, part: 0, perHead: false), k: try project(k, block, part: 1, perHead: false),
                v: try project(v, block, part: 2, perHead: false))
        case .perHead(let q, let k, let v):
            AttentionVectors(
                q: try project(q, block, part: 0, perHead: true), k: try project(k, block, part: 1, perHead: true),
                v: try project(v, block, part: 2, perHead: true))
        }
    }

    /// One of the three by itself; `perHead` when every head has an input of its own.
    private func project(_ x: Tensor, _ block: BlockWeights, part: Int, perHead: Bool) throws -> Tensor {
        let (inner, width) = (cfg.dModel, cfg.dHeads)
        return try x.reading { x in
            try block.qkv.reading { matrix in
                try block.qkvBias.reading { bias in
                    try Tensor.making(shape(cfg.nHeads, cfg.dHead)) { out in
                        for row in 0..<tokens.count {
                            (out + row * width).update(from: bias + part * width, count: width)
                        }
                        let columns = perHead ? cfg.dHead : width
                        for head in 0..<(perHead ? cfg.nHeads : 1) {
                            try MatrixProduct.multiply(
                                x + head * inner, perHead ? cfg.nHeads * inner : inner,
                                matrix + part * width + head * columns, 3 * width, into: out + head * columns, width,
                                m: tokens.count, n: columns, k: inner, beta: 1)
                        }
                    }
                }
            }
        }
    }
}
