internal import Hooks
internal import TensorCore

/// Queries [batch, position, head, d_head], keys and values [batch, position, key/value head, d_head].
struct AttentionVectors {
    var q: Tensor
    var k: Tensor
    var v: Tensor
}

extension ForwardPass {
    /// input · W + b for queries, keys and values.
    func projections(_ inputs: AttentionInputs, _ layer: Int) throws -> AttentionVectors {
        switch inputs {
        case .shared(let x): try projections(x, x, x, layer, perHead: false)
        case .separate(let q, let k, let v): try projections(q, k, v, layer, perHead: false)
        case .perHead(let q, let k, let v): try projections(q, k, v, layer, perHead: true)
        }
    }

    private func projections(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, _ layer: Int, perHead: Bool
    ) throws -> AttentionVectors {
        AttentionVectors(
            q: try project(q, layer, .q, perHead: perHead), k: try project(k, layer, .k, perHead: perHead),
            v: try project(v, layer, .v, perHead: perHead))
    }

    /// One of the three by itself; `perHead` when every head has an input of its own.
    private func project(_ x: Tensor, _ layer: Int, _ part: HeadColumns.Part, perHead: Bool) throws -> Tensor {
        try Tensor.differentiated("projection", [x], { try plainlyProject($0[0], layer, part, perHead: perHead) }) {
            inputs, _ in [{ g in try projectBack(g, layer, part, perHead: perHead, shape: inputs[0].shape) }]
        }
    }

    /// The gradient of an input [batch, position, (head,) d_model] for that of its projection.
    private func projectBack(
        _ g: Tensor, _ layer: Int, _ part: HeadColumns.Part, perHead: Bool, shape: [Int]
    ) throws -> Tensor {
        let (all, range) = (HeadColumns(cfg).count, HeadColumns(cfg)[part])
        let (inner, width, heads) = (cfg.dModel, range.count, range.count / cfg.dHead)
        let (columns, inputs) = perHead ? (cfg.dHead, heads) : (width, 1)
        return try g.reading { g in
            try weights.blocks[layer].attention.qkv.reading { matrix in
                try Tensor.making(shape) { out in
                    for head in 0..<inputs {
                        try MatrixProduct.multiply(
                            g + head * columns, width, matrix + range.lowerBound + head * columns, all,
                            transposeB: true, into: out + head * inner, inputs * inner, m: tokens.count, n: inner,
                            k: columns)
                    }
                }
            }
        }
    }

    private func plainlyProject(
        _ x: Tensor, _ layer: Int, _ part: HeadColumns.Part, perHead: Bool
    ) throws -> Tensor {
        let attention = weights.blocks[layer].attention
        let (all, range) = (HeadColumns(cfg).count, HeadColumns(cfg)[part])
        let (inner, width, heads) = (cfg.dModel, range.count, range.count / cfg.dHead)
        let (columns, inputs) = perHead ? (cfg.dHead, heads) : (width, 1)
        return try x.reading { x in
            try attention.qkv.reading { matrix in
                try attention.qkvBias.reading { bias in
                    try Tensor.making(shape(heads, cfg.dHead)) { out in
                        let bias = bias + range.lowerBound
                        for row in 0..<tokens.count { (out + row * width).update(from: bias, count: width) }
                        for head in 0..<inputs {
                            try MatrixProduct.multiply(
                                x + head * inner, inputs * inner, matrix + range.lowerBound + head * columns, all,
                                into: out + head * columns, width, m: tokens.count, n: columns, k: inner, beta: 1)
                        }
                    }
                }
            }
        }
    }
}
