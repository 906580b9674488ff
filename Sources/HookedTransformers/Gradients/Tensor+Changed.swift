internal import TensorCore

// Components compute on raw memory, which has no gradient by itself: reading the elements of a tracked tensor is an error.
// What a component computes so goes through `Tensor.differentiated` with its rule, or through `changed` where it works in place.

extension Tensor {
    /// What a change in place makes of a tensor that is tracked, with the rule for its gradient.
    func changed(
        _ operation: String, _ change: (inout Tensor) throws -> Void, rule: @escaping (_ g: Tensor) throws -> Tensor
    ) throws -> Tensor {
        try Tensor.differentiated(
            operation, [self],
            { inputs in
                var result = inputs[0]
                try change(&result)
                return result
            }
        ) { _, _ in [rule] }
    }
}

extension ForwardPass {
    /// g · matrixᵀ, in the shape `shape`.
    func product(_ g: Tensor, transposed matrix: Tensor, shape: [Int]) throws -> Tensor {
        let (inner, width) = (matrix.shape[0], matrix.shape[1])
        let rows = g.count / width
        return try g.reading { g in
            try Tensor.making(shape) { out in
                try MatrixBlock(matrix).multiplyTransposed(g, width, count: rows, into: out, inner)
            }
        }
    }
}
