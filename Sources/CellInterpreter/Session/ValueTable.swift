/// A table of an array of structs or tuples, or of a dictionary.
struct ValueTable {
    /// More rows are left out, and the table says so.
    private static let mostRows = 100

    private let header: [String]
    private let rows: [[String]]
    private let omitted: Int

    init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
        omitted = 0
    }

    /// Nil when the value is nothing that a table would help.
    init?(_ value: CellValue, _ library: HostLibrary) throws {
        let printer = CellPrinter(library: library)
        switch value {
        case .array(let box):
            guard let header = ValueTable.header(box.elements) else { return nil }
            self.header = header
            rows = try box.elements.prefix(ValueTable.mostRows).map { element in
                try ValueTable.parts(element).map(printer.description)
            }
            omitted = box.elements.count - rows.count
        case .dictionary(let box):
            guard !box.elements.isEmpty else { return nil }
            header = ["key", "value"]
            let all = try box.elements.map {
                [try printer.description($0.key.value), try printer.description($0.value)]
            }
            rows = Array(all.sorted { $0[0] < $1[0] }.prefix(ValueTable.mostRows))
            omitted = box.elements.count - rows.count
        default: return nil
        }
    }

    /// The columns, when all elements have the same.
    private static func header(_ elements: [CellValue]) -> [String]? {
        switch elements.first {
        case .structure(let first)?:
            let isUniform = elements.allSatisfy {
                if case .structure(let box) = $0 { box.type === first.type } else { false }
            }
            return isUniform && first.type.customDescription == nil ? first.type.fields.map(\.name) : nil
        case .tuple(let first)?:
            let count = first.elements.count
            return (0..<count).map { index in
                (index < first.labels.count ? first.labels[index] : nil) ?? "\(index)"
            }
        default: return nil
        }
    }

    private static func parts(_ element: CellValue) -> [CellValue] {
        switch element {
        case .structure(let box): box.fields
        case .tuple(let box): box.elements
        default: [element]
        }
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
            "<table><thead>\(row(header, "th"))</thead><tbody>\(rows.map { row($0, "td") }.joined())</tbody></table>"
        if omitted > 0 { text += "<p>and \(omitted) more</p>" }
        return text
    }

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
