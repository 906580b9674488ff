internal import CVectorKernels
internal import Platform

extension RowKernels {
    /// The logarithm of Σ eˣ, in double precision over blocks of single precision.
    package static func logSumExp(_ x: Input, width: Int) -> Double {
        let top = vk_max(x, width)
        guard top.isFinite else { return x.pointee.isNaN || top.isNaN ? .nan : Double(top) }
        let sum = inBlocks(width) { start, count in vk_sum_of_exp(x + start, top, count) }
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
            vk_dot_difference(probabilities + start, reference + start, x + start, count)
        }
        return shift + logSumExp(x, width: width) - referenceSum
    }

    /// The sum over blocks short enough for single precision.
    private static func inBlocks(_ width: Int, _ sum: (_ start: Int, _ count: Int) -> Float) -> Double {
        var total = 0.0
        for start in Swift.stride(from: 0, to: width, by: 256) { total += Double(sum(start, min(256, width - start))) }
        return total
    }
}
