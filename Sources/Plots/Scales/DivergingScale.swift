/// How numbers become colours around a midpoint: the same distance on either side is equally strong.
package struct DivergingScale: Sendable {
    package var midpoint: Double
    /// The distance from the midpoint at which the colours end.
    package var reach: Double
    /// What the colour bar shows.
    package var range: ClosedRange<Double>

    /// The indices 0…252 are colours from `midpoint - reach` to `midpoint + reach`; an odd number, so that the
    /// midpoint has a colour of its own.
    static let levels = 253
    /// The index of cells without a number.
    static let missingLevel = UInt8(255)
    static let palette: [Color] =
        (0..<levels).map { ColorScale.redBlue.color(at: Double($0) / Double(levels - 1)) }
        + [Color](repeating: .missing, count: 256 - levels)

    /// With a range the ends are the range's; without one the largest finite distance in `values`.
    package init(midpoint: Double, range: ClosedRange<Double>?, values: some Sequence<Float>) {
        let midpoint = midpoint.isFinite ? midpoint : 0
        let given = range.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
        let largest =
            given.map { max(abs($0.lowerBound - midpoint), abs($0.upperBound - midpoint)) }
            ?? values.reduce(0.0) { $1.isFinite ? max($0, abs(Double($1) - midpoint)) : $0 }
        self.midpoint = midpoint
        reach = largest > 0 ? largest : 1
        self.range = given.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil } ?? midpoint - reach...midpoint + reach
    }

    func level(of value: Float) -> UInt8 {
        guard !value.isNaN else { return Self.missingLevel }
        let fraction = (Double(value) - midpoint) / reach / 2 + 0.5
        return UInt8((min(1, max(0, fraction)) * Double(Self.levels - 1)).rounded())
    }

    package func color(of value: Float) -> Color { Self.palette[Int(level(of: value))] }
}
