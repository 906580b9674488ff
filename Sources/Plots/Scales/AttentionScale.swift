/// How attention becomes levels and colours. Patterns (0 to 1) run from white to blue; scores with signs from red over
/// white to blue.
package struct AttentionScale: Sendable {
    /// Whether there are negative values, or values above 1: scores rather than probabilities.
    var isSigned: Bool
    /// The value at which the colour is full.
    var largest: Double

    static let maskedLevel = UInt8(254)
    static let missingLevel = UInt8(255)

    package init(_ values: [Float]) throws {
        var (least, most) = (Float(0), Float(0))
        try Blocks.forEach(0..<values.count) { block in
            for value in values[block] where value.isFinite && abs(value) < 1e4 {
                (least, most) = (min(least, value), max(most, value))
            }
        }
        isSigned = least < 0 || most > 1.001
        largest = isSigned ? Double(max(-least, most)) : 1
    }

    /// Levels go by the square root: 254 of them then tell 0.00002 from 0, and 0.98 from 0.99.
    package func level(of value: Float) -> UInt8 {
        guard !value.isNaN else { return Self.missingLevel }
        let root = (min(1, abs(Double(value)) / largest)).squareRoot()
        return UInt8(isSigned ? 126 + (value < 0 ? -root : root) * 126 : (root * 253).rounded())
    }

    /// Colours go by the value itself, as in other viewers.
    var palette: [Color] {
        let levels = (0..<254).map { level in
            if !isSigned { return Self.blues.color(at: (Double(level) / 253) * (Double(level) / 253)) }
            let root = (min(252, Double(level)) - 126) / 126
            return Self.redWhiteBlue.color(at: 0.5 + root * abs(root) / 2)
        }
        return levels + [.masked, .missing]
    }

    static let blues = ColorScale(stops: [
        .white, Color(196, 218, 246), Color(112, 164, 230), Color(44, 100, 200), Color(16, 44, 132),
    ])
    static let redWhiteBlue = ColorScale(stops: [
        Color(132, 16, 28), Color(206, 60, 52), Color(244, 178, 160), .white, Color(160, 196, 240),
        Color(44, 100, 200), Color(16, 44, 132),
    ])
}
