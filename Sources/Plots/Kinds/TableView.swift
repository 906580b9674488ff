internal import TextFormats

/// What of a table is shown: all of a small one, of others as many of the first and last rows and columns as a page bears.
struct TableView {
    private let title: String
    private let columns: [String]
    /// Nil stands for the rows that are left out.
    private let rows: [[String]?]
    private let isNumber: [Bool]
    /// How large the table is, when some of it is left out.
    private let note: String?

    /// In characters. With the numbers of rows and columns this keeps a table below half a megabyte.
    private static let longestCell = 1000
    /// What is longer stands out of its column of the text.
    private static let widestColumn = 200
    private static let (mostColumns, firstColumns, lastColumns) = (100, 80, 19)
    private static let (mostRows, lastRows) = (1000, 20)
    private static let mostBytes = 320 << 10

    init(_ table: Table) {
        let isWide = table.columns.count > Self.mostColumns
        func cells(_ row: [String]) -> [String] {
            let shown = isWide ? row.prefix(Self.firstColumns) + ["…"] + row.suffix(Self.lastColumns) : row[...]
            return shown.map(Self.cut)
        }
        (title, columns) = (Self.cut(table.title), cells(table.columns))
        var left = Self.mostBytes
        func rowsWithRoom(_ rows: some Sequence<[String]>, _ most: Int) -> [[String]] {
            rows.lazy.prefix(most).map(cells).prefix { row in
                left -= row.reduce(16 * row.count) { $0 + $1.utf8.count }
                return left >= 0
            }
        }
        let last = table.rows.count > Self.mostRows ? Self.lastRows : 0
        let first = rowsWithRoom(table.rows, Self.mostRows - last)
        left = max(left, Self.mostBytes / 8)
        let isLong = first.count < table.rows.count
        let end = isLong ? rowsWithRoom(table.rows.suffix(Self.lastRows).reversed(), Self.lastRows).reversed() : []
        rows = first + (isLong ? [nil] : []) + end
        let shown = first + end
        isNumber = columns.indices.map { column in Self.isNumeric(shown.lazy.map { $0[column] }) }
        note =
            isLong || isWide
            ? "\(table.rows.count) rows × \(table.columns.count) columns, of which \(shown.count) × "
                + "\(columns.count - (isWide ? 1 : 0)) are shown; toCSV() has all of them"
            : nil
    }

    func html() -> String {
        let caption = title.isEmpty ? "" : "<caption>\(Markup.escape(title))</caption>"
        func row(_ cells: [String], _ kind: HTMLTable.Kind) -> String {
            HTMLTable.row(
                zip(cells, isNumber).map { cell, isNumber in
                    HTMLTable.cell(Markup.escape(cell), kind, alignment: isNumber ? "right" : "left")
                })
        }
        let gap = columns.map { _ in "…" }
        let body = rows.map { row($0 ?? gap, .value) }.joined(separator: "\n")
        let below = note.map { "<p class=\"\(HTMLText.asItIs)\">\(Markup.escape($0))</p>" } ?? ""
        return "<table class=\"dataframe \(HTMLText.asItIs)\">\(caption)<thead>\(row(columns, .head))</thead>\n"
            + "<tbody>\(body)</tbody></table>" + below
    }

    func plainText() -> String {
        let lines = ([columns] + rows.map { $0 ?? columns.map { _ in "…" } }).map { $0.map(Self.onOneLine) }
        let widths = columns.indices.map { column in
            min(Self.widestColumn, lines.map { $0[column].count }.max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            let parts = cells.indices.map { column in
                let padding = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
                return isNumber[column] ? padding + cells[column] : cells[column] + padding
            }
            return Self.trimmingEnd(parts.joined(separator: "  "))
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        let body = [line(lines[0]), rule] + lines.dropFirst().map(line)
        return ((title.isEmpty ? [] : [title]) + body + [note].compactMap { $0 }).joined(separator: "\n")
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count > longestCell ? text.prefix(longestCell) + "…" : text
    }

    private static func onOneLine(_ cell: String) -> String {
        cell.contains(where: \.isNewline) ? String(cell.map { $0.isNewline ? " " : $0 }) : cell
    }

    private static func isNumeric(_ cells: some Sequence<String>) -> Bool {
        let cells = cells.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { Double($0.hasSuffix("%") ? String($0.dropLast()) : $0) != nil }
    }

    private static func trimmingEnd(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
