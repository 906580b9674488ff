/// How a text of a scene looks and where it lies relative to its point, which is on the baseline.
struct TextStyle: Sendable {
    enum Anchor: String, Sendable { case start, middle, end }

    var size: Double = 12
    var anchor: Anchor = .start
    var color: Color = .ink
    var isBold = false
    /// Turned by a quarter, to be read from below to above.
    var isUpright = false

    static let title = TextStyle(size: 15)
    static let axis = TextStyle(size: 12.5, anchor: .middle)
    static let tick = TextStyle(size: 11)

    func anchored(_ anchor: Anchor) -> TextStyle {
        var copy = self
        copy.anchor = anchor
        return copy
    }

    func upright() -> TextStyle {
        var copy = self
        copy.isUpright = true
        return copy
    }

    /// The width of the widest of `count` texts.
    func widest(_ count: Int, _ text: (Int) -> String) throws -> Double {
        var widest = 0.0
        try Blocks.forEach(0..<count, of: 1024) { block in
            for place in block { widest = max(widest, width(of: text(place))) }
        }
        return widest
    }

    /// About how wide `text` is in the sans-serif fonts of browsers and in the project's own.
    func width(of text: String) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.54 : 0.95) } * size
    }
}
