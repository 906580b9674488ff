/// Estimates beside what patching really gives.
///
/// ```swift
/// let check = try scores.verified(top: 20, random: 50)
/// print(check)                      // the largest errors, the correlation, and how much may have been missed
/// ```
public struct AttributionCheck: Sendable {
    /// The places that were patched: `blocks.9.attn.hook_z[6]`, the largest estimates first.
    public let places: [String]
    /// What was estimated for each.
    public let estimates: [Double]
    /// What patching gave: the metric's change.
    public let patched: [Double]

    private let topCount: Int
    private let untestedCount: Int

    init(places: [String], estimates: [Double], patched: [Double], topCount: Int, untestedCount: Int) {
        (self.places, self.estimates, self.patched) = (places, estimates, patched)
        (self.topCount, self.untestedCount) = (topCount, untestedCount)
    }

    /// How far each estimate was off: `check.residuals[0]`.
    public var residuals: [Double] { zip(estimates, patched).map { $0 - $1 } }

    /// The correlation of estimates and what patching gave; NaN of fewer than two places, or where one does not vary.
    public var pearson: Double {
        let count = Double(estimates.count)
        let (a, b) = (estimates.reduce(0, +) / count, patched.reduce(0, +) / count)
        var (both, left, right) = (0.0, 0.0, 0.0)
        for (x, y) in zip(estimates, patched) {
            both += (x - a) * (y - b)
            left += (x - a) * (x - a)
            right += (y - b) * (y - b)
        }
        return both / (left * right).squareRoot()
    }

    /// The largest effect among the places that were drawn at random; 0 when none was.
    public var largestMissed: Double { patched.dropFirst(topCount).map { abs($0) }.max() ?? 0 }

    /// The share of the places that were not patched which may have a larger effect than ``largestMissed``, with 95 % confidence:
    /// 1 − 0.05^(1/n) of n drawn at random; 1 when none was, and 0 when no place is left.
    public var missedShare: Double {
        let drawn = patched.count - topCount
        if untestedCount == 0 { return 0 }
        return drawn == 0 ? 1 : 1 - root(0.05, drawn)
    }

    /// The n-th root of a number between 0 and 1, by halving.
    private func root(_ value: Double, _ n: Int) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let power = (0..<n).reduce(1.0) { product, _ in product * middle }
            if power < value { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

extension AttributionCheck: CustomStringConvertible {
    /// The places with the largest errors, and what may be believed: `print(check)`.
    public var description: String {
        let residuals = residuals
        let worst = residuals.indices.sorted { abs(residuals[$0]) > abs(residuals[$1]) }.prefix(5)
        let lines = worst.map { "  \(places[$0]): \(short(estimates[$0])), patched \(short(patched[$0]))" }
        let share = short(100 * missedShare)
        return
            (["\(places.count) places patched, Pearson correlation \(short(pearson)); the largest errors:"] + lines + [
                "of the \(untestedCount) others, with 95 % confidence at most \(share) % have a larger effect than "
                    + short(largestMissed)
            ]).joined(separator: "\n")
    }

    private func short(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
        return "\((value * 10_000).rounded() / 10_000)"
    }
}
