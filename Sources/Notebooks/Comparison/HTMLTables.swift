/// The tables of a page, cell by cell, and the text around them.
struct HTMLTables: Equatable {
    /// [table][row][column]
    private(set) var tables: [[[String]]] = []
    private(set) var around = ""

    init(_ html: String) {
        var rest = Substring(html)
        var hidden: Substring?
        while let open = rest.firstIndex(of: "<") {
            if hidden == nil { add(rest[..<open]) }
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            let name = tag.prefix { $0.isLetter || $0 == "/" || $0.isNumber }.lowercased()
            rest = rest[rest.index(after: close)...]
            if let end = hidden {
                if name == "/" + end.lowercased() { hidden = nil }
            } else if name == "script" || name == "style" {
                hidden = Substring(name)
            } else {
                begin(name)
            }
        }
        if hidden == nil { add(rest) }
    }

    private var isInCell = false

    private mutating func begin(_ tag: String) {
        switch tag {
        case "table": tables.append([])
        case "tr" where !tables.isEmpty: tables[tables.count - 1].append([])
        case "td", "th":
            guard let table = tables.indices.last, let row = tables[table].indices.last else { return }
            tables[table][row].append("")
            isInCell = true
        case "/td", "/th", "/tr", "/table": isInCell = false
        case "br", "div", "p", "/div", "/p", "/caption": add(" ")
        default: break
        }
    }

    private mutating func add(_ text: Substring) {
        let plain = Self.unescaped(text)
        guard isInCell, let table = tables.indices.last, let row = tables[table].indices.last,
            let cell = tables[table][row].indices.last
        else {
            around += plain
            return
        }
        tables[table][row][cell] += plain
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = String(text)
        for (name, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
        ] {
            result = result.replacing(name, with: character)
        }
        return result
    }
}
