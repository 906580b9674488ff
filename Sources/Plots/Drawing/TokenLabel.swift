/// Labels and tokens as they are written on axes.
package enum TokenLabel {
    static let longest = 16

    /// Spaces around it removed, line ends as ¶, blank ones as ␣, long ones cut.
    package static func shown(_ text: String) -> String {
        let visible = text.map { $0.isNewline ? "¶" : $0 == "\t" ? "→" : String($0) }.joined()
        let trimmed = visible.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        guard !trimmed.isEmpty else { return text.isEmpty ? "" : "␣" }
        return trimmed.count <= longest ? String(trimmed) : String(trimmed.prefix(longest - 1)) + "…"
    }

    /// Words in lines of at most `width`, for titles.
    static func wrapped(_ text: String, width: Double, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
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
