internal import TensorCore

extension IncrementalPass {
    /// x · matrix + bias, where x is [rows, in] and matrix [in, out].
    func linear(_ x: Tensor, _ matrix: Tensor, _ bias: Tensor) throws -> Tensor {
        let (inner, width) = (matrix.shape[0], matrix.shape[1])
        let rows = x.count / inner
        return try x.reading { x in
            try matrix.reading { matrix in
                try bias.reading { bias in
                    try Tensor.making([rows, width]) { out in
                        try MatrixProduct.multiply(
                            x, inner, matrix, width, into: out, width, m: rows, n: width, k: inner)
                        RowKernels.addBias(bias, to: out, rows: rows, width: width)
                    }
                }
            }
        }
    }

    /// Layer norm, with its gain and bias unless they are folded.
    func normalize(_ x: Tensor, _ norm: NormWeights?) throws -> Tensor {
        let width = cfg.dModel
        let rows = x.count / width
        var scales = [Float](repeating: 0, count: rows)
        var result = try x.reading { x in
            try Tensor.making([rows, width]) { out in
                RowKernels.layerNorm(x, into: out, scales: &scales, rows: rows, width: width, eps: cfg.eps)
            }
        }
        guard let norm else { return result }
        try norm.gain.reading { gain in
            try norm.bias.reading { bias in
                try result.editing {
                    RowKernels.scaleAndShift($0, weight: gain, bias: bias, into: $0, rows: rows, width: width)
                }
            }
        }
        return result
    }

    /// a + b
    func sum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try a.reading { x in
            try b.reading { y in try Tensor.making(a.shape) { Elementwise.add(x, y, into: $0, count: a.count) } }
        }
    }
}
