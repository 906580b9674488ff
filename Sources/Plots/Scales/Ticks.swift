internal import Platform

/// Round numbers along an axis.
package struct Ticks: Sendable {
    package var values: [Double]
    package var labels: [String]

    init(values: [Double], labels: [String]) { (self.values, self.labels) = (values, labels) }

    /// About `count` ticks inside `range`, at multiples of 1, 2 or 5 times a power of ten.
    package init(in range: ClosedRange<Double>, about count: Int) {
        let length = range.upperBound - range.lowerBound
        guard length > 0, length.isFinite, count > 0 else {
            values = [range.lowerBound].filter(\.isFinite)
            labels = values.map { NumberText.significant($0) }
            return
        }
        let step = Self.roundStep(length / Double(count))
        let first = (range.lowerBound / step - 1e-6).rounded(.up)
        let last = (range.upperBound / step + 1e-6).rounded(.down)
        values = last - first < 100 && first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
        labels = values.map { Self.label($0, step: step) }
    }

    private static func roundStep(_ rough: Double) -> Double {
        let power = pow(10, floor(log10(rough)))
        let digit = rough / power
        return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power
    }

    private static func label(_ value: Double, step: Double) -> String {
        guard abs(value) < 1e6, step >= 1e-5 else { return NumberText.significant(value, 3) }
        return NumberText.fixed(value, decimals: max(0, Int(-floor(log10(step) + 1e-9))))
    }

    /// How many cells apart labels of `length` stand on an axis with cells of `cell`, of 1, 2, 5, 10, 20, 50, …
    static func spacing(ofLabels length: Double, cell: Double) -> Int {
        var spacing = 1
        for factor in [2.0, 2.5, 2].repeated(times: 6) where Double(spacing) * cell < length {
            spacing = Int((Double(spacing) * factor).rounded())
        }
        return spacing
    }
}

extension Array {
    fileprivate func repeated(times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}
