/// The rows and cells of an HTML table, whose contents are HTML themselves.
///
/// ```swift
/// let head = HTMLTable.row([HTMLTable.cell("head", .head), HTMLTable.cell("effect", .head)])
/// let row = HTMLTable.row([HTMLTable.cell("L9H9", .head), HTMLTable.cell("0.26", alignment: "right")])
/// ```
package enum HTMLTable {
    /// What a cell holds.
    package enum Kind: String {
        /// The name of a row or column.
        case head = "th"
        case value = "td"
    }

    /// - Parameter alignment: `left` or `right`; nil leaves it to whoever shows the table.
    package static func cell(_ content: String, _ kind: Kind = .value, alignment: String? = nil) -> String {
        let style = alignment.map { " style=\"text-align:\($0)\"" } ?? ""
        return "<\(kind.rawValue)\(style)>\(content)</\(kind.rawValue)>"
    }

    package static func row(_ cells: [String]) -> String { "<tr>" + cells.joined() + "</tr>" }
}
