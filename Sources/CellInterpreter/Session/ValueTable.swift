internal import TextFormats

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
        func row(_ cells: [String], _ kind: HTMLTable.Kind) -> String {
            HTMLTable.row(cells.map { HTMLTable.cell(HTMLText.escaped($0), kind) })
        }
        let body = rows.map { row($0, .value) }.joined()
        let below = note.map { "<p>\(HTMLText.escaped($0))</p>" } ?? ""
        return "<table class=\"\(HTMLText.asItIs)\"><thead>\(row(header, .head))</thead><tbody>\(body)</tbody></table>"
            + below
    }
}
