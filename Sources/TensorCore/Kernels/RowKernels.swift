internal import CVectorKernels
internal import Platform

/// Functions of whole rows on raw memory of shape [rows, width], for engine code. `out` may be the input.
package enum RowKernels {
    package typealias Input = UnsafePointer<Float>
    package typealias Output = UnsafeMutablePointer<Float>

    /// out = (x − mean) / scale with scale = √(variance + eps), the scale kept per row.
    package static func layerNorm(
        _ x: Input, into out: Output, scales: Output, rows: Int, width: Int, eps: Float
    ) {
        center(x, into: out, rows: rows, width: width)
        self.scales(out, into: scales, rows: rows, width: width, eps: eps)
        divideRows(out, by: scales, into: out, rows: rows, width: width)
    }

    /// out = x − mean of its row
    package static func center(_ x: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let mean = vk_sum(x + row * width, width) / Float(max(1, width))
            vk_shift(x + row * width, -mean, out + row * width, width)
        }
    }

    /// scales[row] = √(mean of squares + eps)
    package static func scales(_ centered: Input, into scales: Output, rows: Int, width: Int, eps: Float) {
        for row in 0..<rows {
            let squares = vk_sum_of_squares(centered + row * width, width)
            scales[row] = (squares / Float(max(1, width)) + eps).squareRoot()
        }
    }

    /// out = x / the row's scale
    package static func divideRows(_ x: Input, by scales: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            vk_divide(x + row * width, scales[row], out + row * width, width)
        }
    }

    /// The gradient of x for that of y = x / scale, with each row's scale √(mean of squares + eps):
    /// (g − y · mean(g · y)) / scale
    package static func scalingGradient(
        _ g: Input, _ y: Input, scales: Input, into out: Output, rows: Int, width: Int
    ) {
        for row in 0..<rows {
            let (start, target) = (row * width, out + row * width)
            vk_scale(y + start, -vk_dot(g + start, y + start, width) / Float(max(1, width)), target, width)
            vk_add(target, g + start, target, width)
            vk_divide(target, scales[row], target, width)
        }
    }

    /// out = x · weight + bias, both per column
    package static func scaleAndShift(
        _ x: Input, weight: Input, bias: Input, into out: Output, rows: Int, width: Int
    ) {
        for row in 0..<rows {
            let start = row * width
            vk_multiply(x + start, weight, out + start, width)
            vk_add(out + start, bias, out + start, width)
        }
    }

    /// data[row] += bias
    package static func addBias(_ bias: Input, to data: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            vk_add(data + row * width, bias, data + row * width, width)
        }
    }

    /// Softmax of each row; −∞ gets no weight, and a row of nothing but −∞ becomes zeros, as in TransformerLens.
    package static func softmax(_ x: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let (source, target) = (x + row * width, out + row * width)
            let top = vk_max(source, width)
            guard top > -.infinity else {
                fillDegenerate(source, target, width)
                continue
            }
            vk_exp_shifted(source, top, target, width)
            vk_scale(target, 1 / vk_sum(target, width), target, width)
        }
    }

    /// Logarithm of the softmax of each row.
    package static func logSoftmax(_ x: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let (source, target) = (x + row * width, out + row * width)
            let top = vk_max(source, width)
            vk_shift(source, -(top + logf(vk_sum_of_exp(source, top, width))), target, width)
        }
    }

    /// A row without a largest value is all −∞, which becomes zeros, or holds NaN, which stays visible.
    private static func fillDegenerate(_ source: Input, _ target: Output, _ width: Int) {
        var hasNaN = false
        for i in 0..<width where source[i].isNaN { hasNaN = true }
        for i in 0..<width { target[i] = hasNaN ? .nan : 0 }
    }
}
