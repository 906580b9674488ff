/// An opaque colour of 8-bit red, green and blue.
package struct Color: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `#rrggbb`: the notation that survives in an untrusted notebook, where names of CSS variables and hsl() do not.
    var hex: String {
        let digits = Array("0123456789abcdef")
        let nibbles = [red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "#" + String(nibbles)
    }

    /// The colour at `fraction` of the way to `other`.
    func mixed(with other: Color, _ fraction: Double) -> Color {
        func channel(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(min(255, max(0, (Double(from) + (Double(to) - Double(from)) * fraction).rounded())))
        }
        return Color(channel(red, other.red), channel(green, other.green), channel(blue, other.blue))
    }

    /// Whether white text reads better on it than black text does.
    var isDark: Bool { 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue) < 140 }
}

extension Color {
    static let white = Color(255, 255, 255)
    /// Titles and labels.
    static let ink = Color(42, 63, 95)
    /// Frames and axis lines.
    static let frame = Color(150, 160, 175)
    static let gridline = Color(229, 234, 242)
    /// Cells that hold no number.
    static let missing = Color(150, 150, 150)
    /// Cells that a causal model can't attend to.
    static let masked = Color(200, 200, 200)
    /// Series of a line plot or bar chart, in order.
    static let series = [
        Color(31, 98, 180), Color(210, 74, 44), Color(24, 138, 92), Color(136, 74, 180), Color(214, 138, 16),
        Color(16, 146, 170), Color(200, 62, 128), Color(98, 106, 118),
    ]
}
