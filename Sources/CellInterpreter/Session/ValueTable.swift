/// Rows of texts under a header, as text and as HTML.
struct ValueTable {
    let header: [String]
    let rows: [[String]]
    /// Below the HTML table: how much there is when some is left out.
    let note: String?

    init(header: [String], rows: [[String]], note: String? = nil) {
        self.header = header
        self.rows = rows
        self.note = note
    }

    /// Columns side by side, each as wide as its widest text.
    var plain: String {
        let widths = header.indices.map { column in min(40, ([header] + rows).map { $0[column].count }.max() ?? 0) }
        return ([header] + rows).map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            let line = cells.joined(separator: "  ")
            return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
        }.joined(separator: "\n")
    }

    var html: String {
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\(ValueTable.escaped($0))</\(tag)>" }.joined() + "</tr>"
        }
        var text =
            "<table class=\"\(Self.asItIs)\"><thead>\(row(header, "th"))</thead><tbody>\(rows.map { row($0, "td") }.joined())</tbody></table>"
        if let note { text += "<p>\(ValueTable.escaped(note))</p>" }
        return text
    }

    /// The classes by which MathJax leaves text alone, or JupyterLab would set what stands between two `$` as mathematics.
    private static let asItIs = "tex2jax_ignore mathjax_ignore"

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
