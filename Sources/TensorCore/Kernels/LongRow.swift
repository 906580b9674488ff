internal import CVectorKernels
internal import Platform

/// Functions of one row that is so long that a stop request can't wait for its end; those of many short ones are in
/// ``RowKernels``.
enum LongRow {
    /// Shorter rows take less than a few milliseconds.
    static let shortest = 1 << 20

    typealias Input = UnsafePointer<Float>
    typealias Output = UnsafeMutablePointer<Float>

    /// Softmax; −∞ gets no weight, and a row of nothing but −∞ becomes zeros.
    static func softmax(_ x: Input, into out: Output, width: Int) throws {
        guard let top = try largest(x, width) else { return try forEachPiece(width) { for i in $0 { out[i] = 0 } } }
        var total = 0.0
        try forEachPiece(width) {
            let start = $0.lowerBound
            vk_exp_shifted(x + start, top, out + start, $0.count)
            total += Double(vk_sum(out + start, $0.count))
        }
        let factor = Float(1 / total)
        try forEachPiece(width) {
            vk_scale(out + $0.lowerBound, factor, out + $0.lowerBound, $0.count)
        }
    }

    /// Logarithm of the softmax.
    static func logSoftmax(_ x: Input, into out: Output, width: Int) throws {
        let top = try largest(x, width) ?? -.infinity
        var total = 0.0
        try forEachPiece(width) {
            total += Double(vk_sum_of_exp(x + $0.lowerBound, top, $0.count))
        }
        let shift = top + Float(log(total))
        try forEachPiece(width) {
            vk_shift(x + $0.lowerBound, -shift, out + $0.lowerBound, $0.count)
        }
    }

    /// The largest value, NaN where there is any; nil of nothing but −∞.
    private static func largest(_ x: Input, _ width: Int) throws -> Float? {
        var (top, hasNaN) = (-Float.infinity, false)
        try forEachPiece(width) {
            top = Swift.max(top, vk_max(x + $0.lowerBound, $0.count))
            for i in $0 where x[i].isNaN { hasNaN = true }
        }
        return hasNaN ? .nan : top == -.infinity ? nil : top
    }
}
