internal import TensorCore

extension ForwardPass {
    /// x · matrix + bias, where x is [..., in] and matrix [in, out].
    func linear(_ x: Tensor, _ matrix: Tensor, _ bias: Tensor, shape: [Int]) throws -> Tensor {
        try Tensor.differentiated("linear", [x], { try product($0[0], matrix, bias, shape) }) { inputs, _ in
            [{ g in try product(g, transposed: matrix, shape: inputs[0].shape) }]
        }
    }

    private func product(_ x: Tensor, _ matrix: Tensor, _ bias: Tensor, _ shape: [Int]) throws -> Tensor {
        let (inner, width) = (matrix.shape[0], matrix.shape[1])
        let rows = x.count / inner
        return try x.reading { x in
            try bias.reading { bias in
                try Tensor.making(shape) { out in
                    for row in 0..<rows { (out + row * width).update(from: bias, count: width) }
                    try MatrixBlock(matrix).multiply(x, inner, count: rows, addingTo: out, width)
                }
            }
        }
    }

    /// Adds `bias` to every row of `x`.
    func addBias(_ bias: Tensor, to x: inout Tensor) throws {
        if x.isTracked { return x = try x.changed("addBias", { try addBias(bias, to: &$0) }) { $0 } }
        let width = bias.count
        let rows = x.count / width
        try bias.reading { bias in
            try x.editing { x in
                try inShares(rows, elementsEach: width / 4) { rows in
                    RowKernels.addBias(bias, to: x + rows.lowerBound * width, rows: rows.count, width: width)
                }
            }
        }
    }

    /// a + b
    func sum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try Tensor.differentiated("sum", [a, b], { try plainSum($0[0], $0[1]) }) { _, _ in [{ $0 }, { $0 }] }
    }

    private func plainSum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try a.reading { x in
            try b.reading { y in
                try Tensor.making(a.shape) { Elementwise.add(x, y, into: $0, count: a.count) }
            }
        }
    }
}
