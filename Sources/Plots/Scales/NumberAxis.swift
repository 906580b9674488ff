internal import Platform

/// An axis of numbers, evenly spaced or by powers of ten.
package struct NumberAxis: Sendable {
    package let range: ClosedRange<Double>
    package let isLogarithmic: Bool
    package let ticks: Ticks

    /// An axis that holds all finite `values` (those above zero, when it is logarithmic) with a little air around them.
    package init(_ values: some Sequence<Double>, isLogarithmic: Bool = false, about count: Int = 6, air: Double = 0.04)
    {
        self.isLogarithmic = isLogarithmic
        let usable = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
        let (least, most) = (usable.min() ?? (isLogarithmic ? 1 : 0), usable.max() ?? (isLogarithmic ? 10 : 1))
        if isLogarithmic {
            let (low, high) = (log10(least), log10(most))
            let margin = max(high - low, 0.2) * air
            range = pow(10, low - margin)...pow(10, high + margin)
            ticks = Self.powers(in: range)
        } else {
            // Halved, because the distance between two large numbers can be more than a Double holds.
            let half = most / 2 - least / 2
            let margin = half > 0 ? half * 2 * air : max(abs(most), 1) * air
            range = max(least - margin, -.greatestFiniteMagnitude)...min(most + margin, .greatestFiniteMagnitude)
            ticks = Ticks(in: range, about: count)
        }
    }

    /// Where `value` lies, from 0 to 1; not a number where it has no place.
    package func fraction(_ value: Double) -> Double {
        guard value.isFinite, !isLogarithmic || value > 0 else { return .nan }
        if isLogarithmic {
            return log10(value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
        }
        return (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    }

    /// Powers of ten, and their doubles and fivefolds where there are few.
    private static func powers(in range: ClosedRange<Double>) -> Ticks {
        let (first, last) = (Int(floor(log10(range.lowerBound))), Int(ceil(log10(range.upperBound))))
        let step = max(1, (last - first) / 8)
        let digits = last - first <= 3 ? [1.0, 2, 5] : [1]
        let values = stride(from: first, through: last, by: step).flatMap { power in
            digits.map { $0 * pow(10, Double(power)) }
        }
        let inside = values.filter { range.contains($0) }
        return Ticks(values: inside, labels: inside.map { NumberText.significant($0, 6) })
    }
}
