/// Labels and tokens as they are written on axes.
package enum TokenLabel {
    static let longest = 16

    /// Spaces around it removed, line ends as ¶, blank ones as ␣, characters without a look by their number, long ones cut.
    package static func shown(_ text: String, longest: Int = longest) -> String {
        // Of a long text the beginning is enough to know what is shown.
        let text = text.prefix(4 * longest)
        let visible = text.map(visible).joined()
        let trimmed = visible.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        guard !trimmed.isEmpty else { return text.isEmpty ? "" : "␣" }
        return trimmed.count <= longest ? String(trimmed) : String(trimmed.prefix(longest - 1)) + "…"
    }

    /// Control characters, and those that turn the direction of what follows, as `\x01`.
    private static func visible(_ character: Character) -> String {
        if character.isNewline { return "¶" }
        if character == "\t" { return "→" }
        return character.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                let hex = String(scalar.value, radix: 16)
                return "\\x" + String(repeating: "0", count: max(0, 2 - hex.count)) + hex
            default: return String(scalar)
            }
        }.joined()
    }

    /// One line of at most `width`, cut where it is longer: for the names of axes.
    static func fitted(_ text: String, width: Double, _ style: TextStyle) -> String {
        guard style.width(of: text) > width else { return text }
        var (kept, taken) = ("", style.width(of: "…"))
        for character in text {
            taken += style.width(of: String(character))
            if taken > width { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// Words in lines of at most `width`, for titles.
    static func wrapped(_ text: String, width: Double, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        for word in text.prefix(1000).split(whereSeparator: \.isWhitespace) {
            let longer = (lines.last.map { $0 + " " } ?? "") + word
            if lines.isEmpty {
                lines.append(longer)
            } else if style.width(of: longer) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        let most = max(4, Int(width / style.size / 0.54))
        let cut = lines.map { $0.count <= most ? $0 : String($0.prefix(most - 1)) + "…" }
        return cut.count <= 4 ? cut : Array(cut.prefix(3)) + [cut[3] + " …"]
    }
}
