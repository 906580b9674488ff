#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
            VectorLoops.map(x + start, into: out + start, count: $0.count) { VectorMath.exp($0 - top) }
            total += Double(VectorLoops.sum(out + start, count: $0.count))
        }
        let factor = Float(1 / total)
        try forEachPiece(width) {
            VectorLoops.map(out + $0.lowerBound, into: out + $0.lowerBound, count: $0.count) { $0 * factor }
        }
    }

    /// Logarithm of the softmax.
    static func logSoftmax(_ x: Input, into out: Output, width: Int) throws {
        let top = try largest(x, width) ?? -.infinity
        var total = 0.0
        try forEachPiece(width) {
            let lanes = VectorLoops.fold(x + $0.lowerBound, count: $0.count, SIMD16(), padding: -.infinity) {
                $0 + VectorMath.exp($1 - top)
            }
            total += Double(lanes.sum())
        }
        let shift = top + Float(log(total))
        try forEachPiece(width) {
            VectorLoops.map(x + $0.lowerBound, into: out + $0.lowerBound, count: $0.count) { $0 - shift }
        }
    }

    /// The largest value, NaN where there is any; nil of nothing but −∞.
    private static func largest(_ x: Input, _ width: Int) throws -> Float? {
        var (top, hasNaN) = (-Float.infinity, false)
        try forEachPiece(width) {
            top = Swift.max(top, VectorLoops.max(x + $0.lowerBound, count: $0.count))
            for i in $0 where x[i].isNaN { hasNaN = true }
        }
        return hasNaN ? .nan : top == -.infinity ? nil : top
    }
}
