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
        let (inner, products) = (cfg.dModel, ProjectionProducts(cfg, part, perHead: perHead))
        let (columns, width, inputs) = (products.columns, products.width, products.inputs)
        return try g.reading { g in
            let matrix = weights.blocks[layer].attention.qkv
            return try Tensor.making(shape) { out in
                out.update(repeating: 0, count: tokens.count * inputs * inner)
                for (number, start) in products.starts.enumerated() {
                    // One input that is read several times has the sum of what comes back.
                    try MatrixBlock(matrix, columns: start..<start + columns).multiplyTransposed(
                        g + number * columns, width, count: tokens.count,
                        addingTo: out + (inputs == 1 ? 0 : number * inner), inputs * inner)
                }
            }
        }
    }

    private func plainlyProject(
        _ x: Tensor, _ layer: Int, _ part: HeadColumns.Part, perHead: Bool
    ) throws -> Tensor {
        let attention = weights.blocks[layer].attention
        let (inner, products) = (cfg.dModel, ProjectionProducts(cfg, part, perHead: perHead))
        let (columns, width, inputs) = (products.columns, products.width, products.inputs)
        return try x.reading { x in
            try attention.qkvBias.reading { bias in
                try Tensor.making(shape(width / cfg.dHead, cfg.dHead)) { out in
                    for (number, start) in products.starts.enumerated() {
                        let target = out + number * columns
                        for row in 0..<tokens.count {
                            (target + row * width).update(from: bias + start, count: columns)
                        }
                        try MatrixBlock(attention.qkv, columns: start..<start + columns).multiply(
                            x + (inputs == 1 ? 0 : number * inner), inputs * inner, count: tokens.count,
                            addingTo: target, width)
                    }
                }
            }
        }
    }
}

/// The matrix products that make queries, keys or values: one of all heads, or one of each where heads have inputs of their own
/// or are shown what they share.
private struct ProjectionProducts {
    /// Where each product's columns begin among all columns of the matrix.
    let starts: [Int]
    /// The columns of each product.
    let columns: Int
    /// The columns of all products.
    let width: Int
    /// The number of inputs per token.
    let inputs: Int

    init(_ cfg: HookedTransformerConfig, _ part: HeadColumns.Part, perHead: Bool) {
        let layout = HeadColumns(cfg)
        let isShownPerHead = cfg.ungroupGroupedQueryAttention && part != .q
        let heads = part == .q || isShownPerHead ? cfg.nHeads : cfg.keyHeads
        let group = isShownPerHead || part == .q ? 1 : cfg.nHeads / cfg.keyHeads
        width = heads * cfg.dHead
        inputs = perHead ? heads : 1
        if perHead || isShownPerHead {
            starts = (0..<heads).map { layout[part, head: $0 * group].lowerBound }
            columns = cfg.dHead
        } else {
            (starts, columns) = ([layout[part].lowerBound], width)
        }
    }
}
