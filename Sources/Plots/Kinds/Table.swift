public import Display

/// Rows and columns of text, shown as a table.
///
/// ```swift
/// table([["L9H9", "0.26"], ["L10H7", "-0.48"]], columns: ["head", "effect"])
/// ```
/// Columns of numbers are aligned to the right.
public struct Table: Displayable, Sendable {
    let title: String
    let columns: [String]
    /// Every row has one cell per column.
    let rows: [[String]]

    init(title: String, columns: [String], rows: [[String]]) {
        let width = max(columns.count, rows.map(\.count).max() ?? 0)
        func filled(_ cells: [String]) -> [String] { cells + [String](repeating: "", count: width - cells.count) }
        self.title = title
        self.columns = filled(columns)
        self.rows = rows.map(filled)
    }

    /// An HTML table that front ends style as their own, and aligned text.
    public var mimeBundle: MIMEBundle {
        MIMEBundle(plain: plainText()).with(.html, html())
    }

    private func html() -> String {
        let isNumber = columns.indices.map(isNumeric)
        let caption = title.isEmpty ? "" : "<caption>\(Markup.escape(title))</caption>"
        func row(_ cells: [String], _ tag: String) -> String {
            let parts = zip(cells, isNumber).map { cell, isNumber in
                let look = isNumber ? "right" : "left"
                return "<\(tag) style=\"text-align:\(look)\">\(Markup.escape(cell))</\(tag)>"
            }
            return "<tr>\(parts.joined())</tr>"
        }
        let body = rows.map { row($0, "td") }.joined(separator: "\n")
        return
            "<table class=\"dataframe\">\(caption)<thead>\(row(columns, "th"))</thead>\n<tbody>\(body)</tbody></table>"
    }

    private func plainText() -> String {
        let isNumber = columns.indices.map(isNumeric)
        let widths = columns.indices.map { column in ([columns] + rows).map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            let parts = cells.indices.map { column in
                let cell = cells[column].map { $0.isNewline ? " " : String($0) }.joined()
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return isNumber[column] ? padding + cell : cell + padding
            }
            return trimmingEnd(parts.joined(separator: "  "))
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ((title.isEmpty ? [] : [title]) + [line(columns), rule] + rows.map(line)).joined(separator: "\n")
    }

    private func isNumeric(_ column: Int) -> Bool {
        let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { Double($0.hasSuffix("%") ? String($0.dropLast()) : $0) != nil }
    }

    private func trimmingEnd(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
