#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
            let mean = VectorLoops.sum(x + row * width, count: width) / Float(max(1, width))
            VectorLoops.map(x + row * width, into: out + row * width, count: width) { $0 - mean }
        }
    }

    /// scales[row] = √(mean of squares + eps)
    package static func scales(_ centered: Input, into scales: Output, rows: Int, width: Int, eps: Float) {
        for row in 0..<rows {
            let lanes = VectorLoops.fold(centered + row * width, count: width, SIMD16(), padding: 0) { $0 + $1 * $1 }
            scales[row] = (lanes.sum() / Float(max(1, width)) + eps).squareRoot()
        }
    }

    /// out = x / the row's scale
    package static func divideRows(_ x: Input, by scales: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let scale = scales[row]
            VectorLoops.map(x + row * width, into: out + row * width, count: width) { $0 / scale }
        }
    }

    /// out = x · weight + bias, both per column
    package static func scaleAndShift(
        _ x: Input, weight: Input, bias: Input, into out: Output, rows: Int, width: Int
    ) {
        for row in 0..<rows {
            let start = row * width
            VectorLoops.zip(x + start, weight, into: out + start, count: width) { $0 * $1 }
            VectorLoops.zip(out + start, bias, into: out + start, count: width) { $0 + $1 }
        }
    }

    /// data[row] += bias
    package static func addBias(_ bias: Input, to data: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            VectorLoops.zip(data + row * width, bias, into: data + row * width, count: width) { $0 + $1 }
        }
    }

    /// Softmax of each row; −∞ gets no weight, and a row of nothing but −∞ becomes zeros, as in TransformerLens.
    package static func softmax(_ x: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let (source, target) = (x + row * width, out + row * width)
            let top = VectorLoops.max(source, count: width)
            guard top > -.infinity else {
                fillDegenerate(source, target, width)
                continue
            }
            VectorLoops.map(source, into: target, count: width) { VectorMath.exp($0 - top) }
            let factor = 1 / VectorLoops.sum(target, count: width)
            VectorLoops.map(target, into: target, count: width) { $0 * factor }
        }
    }

    /// Logarithm of the softmax of each row.
    package static func logSoftmax(_ x: Input, into out: Output, rows: Int, width: Int) {
        for row in 0..<rows {
            let (source, target) = (x + row * width, out + row * width)
            let top = VectorLoops.max(source, count: width)
            let lanes = VectorLoops.fold(source, count: width, SIMD16(), padding: -.infinity) {
                $0 + VectorMath.exp($1 - top)
            }
            let shift = top + logf(lanes.sum())
            VectorLoops.map(source, into: target, count: width) { $0 - shift }
        }
    }

    /// A row without a largest value is all −∞, which becomes zeros, or holds NaN, which stays visible.
    private static func fillDegenerate(_ source: Input, _ target: Output, _ width: Int) {
        var hasNaN = false
        for i in 0..<width where source[i].isNaN { hasNaN = true }
        for i in 0..<width { target[i] = hasNaN ? .nan : 0 }
    }
}
