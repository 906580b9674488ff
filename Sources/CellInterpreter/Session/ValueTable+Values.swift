internal import CellHost
internal import CellMeaning
internal import CellValues

extension ValueTable {
    /// The table beside a value's text: of arrays, sets and dictionaries that hold something. Nil of anything else.
    ///
    /// An array's rows are its elements: an inner array's elements, a struct's fields or a tuple's parts side by side.
    /// Long ones are shown by their first and last rows and columns.
    init?(_ value: CellValue, _ library: HostLibrary) throws {
        let text = CellText(library: library)
        switch value {
        case .array(let box) where !box.elements.isEmpty: self = try ValueTable.table(box, text)
        case .set(let box) where !box.elements.isEmpty:
            let rows = try ValueTable.sorted(box.elements.map(\.value), text).map { [try text.of($0)] }
            self.init(header: ["element"], allRows: rows, "elements")
        case .dictionary(let box) where !box.elements.isEmpty:
            let rows = try ValueTable.sorted(box.elements.keys.map(\.value), text).map { key in
                [try text.of(key), try box.elements[HashableValue(key)].map(text.of) ?? ""]
            }
            self.init(header: ["key", "value"], allRows: rows, "entries")
        default: return nil
        }
    }

    private init(header: [String], allRows: [[String]], _ things: String) {
        let elision = Elision(allRows.count, Elision.rows)
        self.init(
            header: header,
            rows: elision.positions.map { $0.map { allRows[$0] } ?? header.map { _ in "…" } },
            note: elision.isShortened ? "\(allRows.count) \(things)" : nil)
    }

    /// In their order, or that of their texts when they have none.
    private static func sorted(_ values: [CellValue], _ text: CellText) throws -> [CellValue] {
        if let sorted = try? values.sorted(by: { try $0.isLess(than: $1) }) { return sorted }
        return try values.map { (try text.of($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: Arrays

    private static func table(_ box: ArrayBox, _ text: CellText) throws -> ValueTable {
        let parts = Parts(box.elements)
        let elision = Elision(box.elements.count, Elision.rows)
        let columns = Elision(parts.header.count, Elision.columns)
        let numbers = parts.isNumbered ? [""] : []
        let header = columns.positions.map { $0.map { parts.header[$0] } ?? "…" }
        let rows = try elision.positions.map { position -> [String] in
            guard let position else { return (numbers + header).map { _ in "…" } }
            let row = parts.of(box.elements[position])
            let cells = try columns.positions.map { column in
                try column.map { $0 < row.count ? try text.of(row[$0]) : "" } ?? "…"
            }
            return numbers.map { _ in "\(box.start + position)" } + cells
        }
        let note = elision.isShortened ? "\(box.elements.count) elements" : nil
        return ValueTable(header: numbers + header, rows: rows, note: note)
    }

    /// What stands side by side in the row of an array's element.
    private struct Parts {
        let header: [String]
        /// Whether a row begins with the element's index.
        var isNumbered = true

        init(_ elements: [CellValue]) {
            switch elements.first {
            case .structure(let first)? where first.type.customDescription == nil && elements.allSatisfy(first.isAlike):
                header = first.type.fieldNames
                isNumbered = false
            case .tuple(let first)?:
                header = first.elements.indices.map { index in
                    (index < first.labels.count ? first.labels[index] : nil) ?? "\(index)"
                }
                isNumbered = false
            case .array?: header = (0..<elements.reduce(0) { max($0, $1.width) }).map { "\($0)" }
            default: header = ["value"]
            }
        }

        func of(_ element: CellValue) -> [CellValue] {
            switch element {
            case .structure(let box) where !isNumbered: box.fields
            case .tuple(let box): box.elements
            case .array(let box): box.elements
            default: [element]
            }
        }
    }
}

/// The text of one cell of a table, of a bounded length.
private struct CellText {
    let library: HostLibrary
    /// In bytes.
    private static let longest = 300
    private static let mostElements = 100

    init(library: HostLibrary) { self.library = library }

    func of(_ value: CellValue) throws -> String {
        switch value {
        case .host: return ValueSummary(library: library, width: 120).text(of: value)
        case .array(let box) where box.elements.count > CellText.mostElements: return "\(box.elements.count) elements"
        case .set(let box) where box.elements.count > CellText.mostElements: return "\(box.elements.count) elements"
        case .dictionary(let box) where box.elements.count > CellText.mostElements:
            return "\(box.elements.count) entries"
        default:
            let printer = CellPrinter(library: library)
            let (text, isCut) = try printer.beginning(of: value, longest: CellText.longest, isDebug: false)
            return isCut ? text + "…" : text
        }
    }
}

/// Which of many are shown: the first and the last, with nil where some are left out.
private struct Elision {
    let positions: [Int?]
    let isShortened: Bool

    static let rows = (most: 100, first: 50, last: 3)
    static let columns = (most: 20, first: 10, last: 3)

    init(_ count: Int, _ limit: (most: Int, first: Int, last: Int)) {
        isShortened = count > limit.most
        positions =
            isShortened
            ? (0..<limit.first).map { $0 } + [nil] + (count - limit.last..<count).map { $0 } : (0..<count).map { $0 }
    }
}

extension CellValue {
    /// The elements of an inner array.
    fileprivate var width: Int { if case .array(let box) = self { box.elements.count } else { 1 } }
}

extension StructureBox {
    fileprivate func isAlike(_ value: CellValue) -> Bool {
        if case .structure(let box) = value { box.type == type } else { false }
    }
}
