/// The font of the PNGs: strokes derived from dot drawings, so that it scales and turns without a font file.
enum StrokeFont {
    /// A straight piece of a glyph, in units of the dot grid; y is 0 on the baseline and negative above it.
    struct Stroke: Sendable, Equatable {
        var from: Point
        var to: Point
    }

    struct Glyph: Sendable {
        var strokes: [Stroke]
        /// To the origin of the next glyph.
        var advance: Double
    }

    /// How many grid units make one unit of font size.
    static let unitsPerSize = 9.6

    /// The glyphs of `text`: printable ASCII and a few signs as they are, typographic punctuation by its ASCII
    /// relative, anything else as an empty box.
    static func glyphs(of text: String) -> [Glyph] {
        text.flatMap { character in
            if let glyph = all[character] { return [glyph] }
            if let relative = relatives[character] { return relative.compactMap { all[$0] } }
            return [box]
        }
    }

    /// The width of `text` in grid units.
    static func width(of text: String) -> Double { glyphs(of: text).reduce(0) { $0 + $1.advance } }

    private static let all: [Character: Glyph] = drawings.mapValues { glyph(drawn: $0) }
    private static let box = glyph(drawn: "##### #---# #---# #---# #---# #---# #####")
    private static let relatives: [Character: String] = [
        "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "…": "...", "→": "->", "←": "<-",
        "\u{A0}": " ", "•": "·", "≈": "~", "≤": "<=", "≥": ">=",
    ]

    private static func glyph(drawn drawing: String) -> Glyph {
        let rows = drawing.split(separator: " ").map { $0.map { $0 == "#" } }
        let width = rows.map(\.count).max() ?? 0
        return Glyph(strokes: strokes(joining: rows), advance: Double(width) + 1.1)
    }

    /// Joins each dot with its right, lower and diagonal neighbours; a diagonal only where no corner does the same.
    private static func strokes(joining rows: [[Bool]]) -> [Stroke] {
        func isDot(_ x: Int, _ y: Int) -> Bool { rows.indices.contains(y) && rows[y].indices.contains(x) && rows[y][x] }
        func place(_ x: Int, _ y: Int) -> Point { Point(Double(x) + 0.5, Double(y) - 6.5) }
        var strokes: [Stroke] = []
        for (y, row) in rows.enumerated() {
            for x in row.indices where row[x] {
                var ends: [Point] = []
                if isDot(x + 1, y) { ends.append(place(x + 1, y)) }
                if isDot(x, y + 1) { ends.append(place(x, y + 1)) }
                if isDot(x + 1, y + 1), !isDot(x + 1, y), !isDot(x, y + 1) { ends.append(place(x + 1, y + 1)) }
                if isDot(x - 1, y + 1), !isDot(x - 1, y), !isDot(x, y + 1) { ends.append(place(x - 1, y + 1)) }
                let isLonely = ends.isEmpty && !touches(x, y, isDot)
                strokes += ends.map { Stroke(from: place(x, y), to: $0) }
                if isLonely { strokes.append(Stroke(from: place(x, y), to: place(x, y))) }
            }
        }
        return strokes
    }

    private static func touches(_ x: Int, _ y: Int, _ isDot: (Int, Int) -> Bool) -> Bool {
        isDot(x - 1, y) || isDot(x, y - 1) || isDot(x - 1, y - 1) || isDot(x + 1, y - 1)
    }
}
