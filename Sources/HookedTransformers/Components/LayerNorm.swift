internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// Layer norm: (x − mean) / scale, then · w + b unless these are folded; scale = √(variance + eps).
    ///
    /// `scale` and `normalized` are the hook points to pass; an edited scale is the one that divides.
    mutating func normalize(
        _ x: Tensor, _ norm: NormWeights?, scale: Int, normalized: Int
    ) throws -> Tensor {
        var scales = Tensor()
        var result = try centered(x, scales: &scales)
        if hooks.listens(at: scale) { try hooks.pass(&scales, at: scale) }
        try divide(&result, by: scales)
        if let norm { try scaleAndShift(&result, norm) }
        if hooks.listens(at: normalized) { try hooks.pass(&result, at: normalized) }
        return result
    }

    /// x − mean per row, and the rows' scales: [..., 1]
    private func centered(_ x: Tensor, scales: inout Tensor) throws -> Tensor {
        let (width, rows) = (cfg.dModel, x.count / cfg.dModel)
        let result = try x.reading { x in
            try Tensor.making([rows, width]) { out in
                try inShares(rows, elementsEach: width / 4) { rows in
                    let start = rows.lowerBound * width
                    RowKernels.center(x + start, into: out + start, rows: rows.count, width: width)
                }
            }
        }
        scales = try result.reading { centered in
            try Tensor.making(x.shape.dropLast() + [1]) { out in
                RowKernels.scales(centered, into: out, rows: rows, width: width, eps: cfg.eps)
            }
        }
        return result.reshaped(x.shape)
    }

    private func divide(_ x: inout Tensor, by scales: Tensor) throws {
        let (width, rows) = (cfg.dModel, x.count / cfg.dModel)
        try scales.reading { scales in
            try x.editing { RowKernels.divideRows($0, by: scales, into: $0, rows: rows, width: width) }
        }
    }

    private func scaleAndShift(_ x: inout Tensor, _ norm: NormWeights) throws {
        let (width, rows) = (cfg.dModel, x.count / cfg.dModel)
        try norm.gain.reading { gain in
            try norm.bias.reading { bias in
                try x.editing {
                    RowKernels.scaleAndShift($0, weight: gain, bias: bias, into: $0, rows: rows, width: width)
                }
            }
        }
    }
}
