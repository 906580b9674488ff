internal import Hooks
package import TensorCore

/// What brings every position of the residual stream to one size before a layer reads it.
package protocol Norm: ModelPart {
    /// What the normalised stream is multiplied with: [d_model]; nil where it is folded into what follows.
    var gain: Tensor? { get }
    /// What is added then: [d_model]; nil where there is nothing to add.
    var bias: Tensor? { get }
    /// Whether the mean over d_model is taken off first.
    var takesMeanOff: Bool { get }
    /// The same norm once gain and bias are folded into what follows.
    var folded: Self { get }

    /// x [..., d_model] normalised, with `hooks` at its scale [..., 1] and at what it gives.
    func normalize(_ x: Tensor, in pass: inout ForwardPass, hooks: (scale: Int?, normalized: Int?)) throws -> Tensor
}

// What norms are made of.

extension ForwardPass {
    /// x − mean per row.
    func centered(_ x: Tensor) throws -> Tensor {
        // Of x − mean, the gradient is the gradient without its mean.
        try Tensor.differentiated("centered", [x], { try plainlyCentered($0[0]) }) { _, _ in
            [{ try plainlyCentered($0) }]
        }
    }

    private func plainlyCentered(_ x: Tensor) throws -> Tensor {
        let width = x.shape.last ?? 1
        let rows = x.count / max(1, width)
        return try x.reading { x in
            try Tensor.making([rows, width]) { out in
                try inShares(rows, elementsEach: width / 4) { rows in
                    let start = rows.lowerBound * width
                    RowKernels.center(x + start, into: out + start, rows: rows.count, width: width)
                }
            }
        }.reshaped(x.shape)
    }

    /// Divides `x` by its scale, √(mean of squares + eps), as hooks at the point `index` leave that: [..., 1]
    mutating func divideByScale(_ x: inout Tensor, hook index: Int?) throws {
        let width = x.shape.last ?? 1
        let rows = x.count / max(1, width)
        if x.isTracked, index.map(hooks.listens) != true { return x = try divided(x) }
        var scales = try scales(of: x)
        try show(&scales, at: index)
        if x.isTracked || scales.isTracked { return x = x / scales }
        try scales.reading { scales in
            try x.editing { RowKernels.divideRows($0, by: scales, into: $0, rows: rows, width: width) }
        }
    }

    /// x / scale where nobody sees the scale, so that the way back is one step.
    private func divided(_ x: Tensor) throws -> Tensor {
        let scales = try scales(of: x.detach())
        let width = x.shape.last ?? 1
        return try Tensor.differentiated("norm", [x]) { inputs in
            try inputs[0].reading { x in
                try inRowShares(of: inputs[0], scales) { rows, scales, out in
                    let start = rows.lowerBound * width
                    RowKernels.divideRows(x + start, by: scales, into: out, rows: rows.count, width: width)
                }
            }
        } _: { _, result in
            [
                { gradient in
                    try gradient.reading { g in
                        try result.reading { y in
                            try inRowShares(of: result, scales) { rows, scales, out in
                                let start = rows.lowerBound * width
                                RowKernels.scalingGradient(
                                    g + start, y + start, scales: scales, into: out, rows: rows.count, width: width)
                            }
                        }
                    }
                }
            ]
        }
    }

    /// A tensor of a shape with as many rows as there are scales, made of shares of the rows, their scales and where they go.
    private func inRowShares(
        of like: Tensor, _ scales: Tensor,
        _ body: (_ rows: Range<Int>, RowKernels.Input, RowKernels.Output) -> Void
    ) throws -> Tensor {
        let width = like.shape.last ?? 1
        return try scales.reading { scales in
            try Tensor.making(like.shape) { out in
                try inShares(like.count / max(1, width), elementsEach: width / 4) { rows in
                    body(rows, scales + rows.lowerBound, out + rows.lowerBound * width)
                }
            }
        }
    }

    /// √(mean of squares + eps) per row: [..., 1]
    private func scales(of x: Tensor) throws -> Tensor {
        let (width, eps) = (x.shape.last ?? 1, cfg.eps)
        let rows = x.count / max(1, width)
        let compute = { (x: Tensor) in
            try x.reading { x in
                try Tensor.making([rows]) { out in
                    try inShares(rows, elementsEach: width / 4) { rows in
                        RowKernels.scales(
                            x + rows.lowerBound * width, into: out + rows.lowerBound, rows: rows.count, width: width,
                            eps: eps)
                    }
                }
            }.reshaped(x.shape.dropLast() + [1])
        }
        return try Tensor.differentiated("scale", [x], { try compute($0[0]) }) { inputs, scales in
            [{ g in inputs[0] * (g / scales * (1 / Double(width))) }]
        }
    }
}
