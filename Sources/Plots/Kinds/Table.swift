public import Display
internal import SessionSafety

/// Rows and columns of text, shown as a table.
///
/// ```swift
/// table([["L9H9", "0.26"], ["L10H7", "-0.48"]], columns: ["head", "effect"])
/// ```
/// Columns of numbers are aligned to the right. Of a long table the first and the last rows are shown.
public struct Table: Displayable, Sendable {
    let title: String
    let columns: [String]
    /// Every row has one cell per column.
    let rows: [[String]]

    /// - Throws: `Interrupted` when a stop was asked for.
    init(title: String, columns: [String], rows: [[String]]) throws {
        var width = columns.count
        try Blocks.forEach(0..<rows.count) { width = max(width, rows[$0].map(\.count).max() ?? 0) }
        func filled(_ cells: [String]) -> [String] {
            cells.count == width ? cells : cells + [String](repeating: "", count: width - cells.count)
        }
        var all: [[String]] = []
        all.reserveCapacity(rows.count)
        try Blocks.forEach(0..<rows.count, of: 4096) { all += rows[$0].map(filled) }
        (self.title, self.columns, self.rows) = (title, filled(columns), all)
    }

    /// A table without rows.
    init(title: String, columns: [String]) { (self.title, self.columns, rows) = (title, columns, []) }

    /// An HTML table that front ends style as their own, and aligned text.
    public var mimeBundle: MIMEBundle {
        let shown = TableView(self)
        return MIMEBundle(plain: shown.plainText()).with(.html, shown.html())
    }
}
