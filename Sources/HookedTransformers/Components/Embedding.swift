internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// residual = W_E[token] + W_pos[position]: [batch, position, d_model]
    mutating func embed(_ ids: [Int]) throws {
        var words = try embedding(of: ids, in: weights.embedding)
        try pass(&words, at: HookIndex.embed)
        var positions = try embedding(of: tokens.places, in: weights.positions)
        try pass(&positions, at: HookIndex.posEmbed)
        residual = try sum(words, positions)
    }

    private mutating func pass(_ activation: inout Tensor, at index: Int) throws {
        if hooks.listens(at: index) { try hooks.pass(&activation, at: index) }
    }

    /// The rows of `table` that `ids` name; zeros for nil. Made anew per run, so that editing it never edits weights.
    private func embedding(of ids: [Int?], in table: Tensor) throws -> Tensor {
        let width = cfg.dModel
        return try table.reading { table in
            try Tensor.making(shape(width)) { out in
                for (row, id) in ids.enumerated() {
                    if let id {
                        (out + row * width).update(from: table + id * width, count: width)
                    } else {
                        (out + row * width).update(repeating: 0, count: width)
                    }
                }
            }
        }
    }
}
