#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension RowKernels {
    /// The logarithm of Σ eˣ, in double precision over blocks of single precision.
    package static func logSumExp(_ x: Input, width: Int) -> Double {
        let top = VectorLoops.max(x, count: width)
        guard top.isFinite else { return x.pointee.isNaN || top.isNaN ? .nan : Double(top) }
        let sum = inBlocks(width) { start, count in
            VectorLoops.fold(x + start, count: count, SIMD16(), padding: -.infinity) { $0 + VectorMath.exp($1 - top) }
        }
        return Double(top) + log(sum)
    }

    /// The Kullback–Leibler divergence Σ p · (log p − log q) in nats, of probabilities p = softmax(reference) from
    /// q = softmax(x).
    ///
    /// `probabilities` and `reference` (logits, whose log Σ exp is `referenceSum`) are one row of the same distribution.
    /// Differences of logits are summed, so that what hardly differs gives a number near 0 and not a difference of large ones.
    package static func divergence(
        _ probabilities: Input, reference: Input, _ referenceSum: Double, from x: Input, width: Int
    ) -> Double {
        let shift = inBlocks(width) { start, count in
            var total = SIMD16<Float>()
            var i = start
            while i + 16 <= start + count {
                total +=
                    VectorLoops.load(probabilities + i) * (VectorLoops.load(reference + i) - VectorLoops.load(x + i))
                i += 16
            }
            guard i < start + count else { return total }
            let rest = start + count - i
            return total + VectorLoops.load(probabilities + i, count: rest, padding: 0)
                * (VectorLoops.load(reference + i, count: rest, padding: 0)
                    - VectorLoops.load(x + i, count: rest, padding: 0))
        }
        return shift + logSumExp(x, width: width) - referenceSum
    }

    /// The sum over blocks short enough for single precision.
    private static func inBlocks(_ width: Int, _ body: (_ start: Int, _ count: Int) -> SIMD16<Float>) -> Double {
        var total = 0.0
        for start in Swift.stride(from: 0, to: width, by: 1024) {
            let lanes = body(start, min(1024, width - start))
            for lane in 0..<16 { total += Double(lanes[lane]) }
        }
        return total
    }
}
