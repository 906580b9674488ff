internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// The residual stream before the first block, W_E[token] and what says where it stands: [batch, position, d_model]
    mutating func embed(_ ids: [Int]) throws {
        var words = try embedding(of: ids, in: weights.embedding)
        if weights.embeddingScale != 1 {
            try words.editing {
                Elementwise.scale($0, by: weights.embeddingScale, into: $0, count: ids.count * cfg.dModel)
            }
        }
        try show(&words, at: BlockPlan.embed)
        values.residual = words
        try weights.positions.add(in: &self)
    }

    /// The rows of `table` that `ids` name; zeros for nil. Made anew per run, so that editing it never edits weights.
    func embedding(of ids: [Int?], in table: Tensor) throws -> Tensor {
        let width = cfg.dModel
        return try Tensor.making(shape(width)) { out in
            for (row, id) in ids.enumerated() {
                if let id {
                    table.copyRow(id, to: out + row * width)
                } else {
                    (out + row * width).update(repeating: 0, count: width)
                }
            }
        }
    }
}
