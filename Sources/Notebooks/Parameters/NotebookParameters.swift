/// What a notebook says can be given from outside: the declarations of its cell tagged `parameters`.
package struct NotebookParameters: Sendable {
    /// One declaration, such as `let layer = 5  // which layer`.
    package struct Parameter: Sendable, Equatable {
        package let name: String
        /// Nil when neither the declaration nor its value's literal says it.
        package let type: SwiftType?
        package let defaultText: String
        /// What the comment behind it says.
        package let help: String
        let isVariable: Bool
    }

    package let declared: [Parameter]
    /// Whether a cell is tagged `parameters`.
    package let hasCell: Bool

    package init(of notebook: Notebook) {
        let cell = notebook.cells.first { $0.kind == .code && $0.tags.contains("parameters") }
        hasCell = cell != nil
        declared = (cell?.source ?? "").split(separator: "\n").compactMap { Parameter(line: $0) }
    }

    /// A notebook with these values in a cell of its own, tagged `injected-parameters`.
    ///
    /// It stands behind the cell tagged `parameters`, in place of one from an earlier time, or first of all, as papermill
    /// puts it. The values have the types that the notebook declares.
    /// - Throws: ``NotebookError`` for a value that its type does not hold, and for a name that Swift has no variable of.
    package func injecting(_ values: [(name: String, value: ParameterValue)], into notebook: Notebook) throws
        -> Notebook
    {
        var lines = ["// Parameters"]
        for (name, value) in values {
            guard name.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*/) != nil else {
                throw NotebookError("\"\(name)\" is no name of a parameter")
            }
            let parameter = declared.first { $0.name == name }
            let (text, type) = try value.literal(parameter?.type, of: name)
            lines.append("\(parameter?.isVariable == true ? "var" : "let") \(name): \(type) = \(text)")
        }
        var notebook = notebook
        let ids = Set(notebook.cells.compactMap(\.id))
        let id = (0...ids.count).lazy.map { $0 == 0 ? "injected-parameters" : "injected-parameters-\($0)" }
            .first { !ids.contains($0) }
        let cell = NotebookCell(
            code: lines.joined(separator: "\n"), id: notebook.cellsHaveIDs ? id : nil, tags: ["injected-parameters"])
        if let old = notebook.cells.firstIndex(where: { $0.tags.contains("injected-parameters") }) {
            notebook.cells[old] = cell
        } else {
            let place = notebook.cells.firstIndex { $0.kind == .code && $0.tags.contains("parameters") }
            notebook.cells.insert(cell, at: place.map { $0 + 1 } ?? 0)
        }
        return notebook
    }
}

extension NotebookParameters.Parameter {
    fileprivate init?(line: Substring) {
        guard
            let found = line.wholeMatch(
                of: /\s*(let|var)\s+([\p{L}_][\p{L}\p{N}_]*)\s*(?::\s*([^=]+?)\s*)?=\s*(.+?)\s*/)
        else { return nil }
        let (value, comment) = Self.split(found.4)
        name = String(found.2)
        isVariable = found.1 == "var"
        defaultText = value
        help = comment
        type = found.3.map { SwiftType($0) } ?? SwiftType(ofLiteral: value)
    }

    /// A value and the comment behind it; `//` may stand in a text, too.
    private static func split(_ text: Substring) -> (String, String) {
        var isInText = false
        for index in text.indices {
            if text[index] == "\"" { isInText.toggle() }
            if !isInText, text[index...].hasPrefix("//") {
                return (text[..<index].trimmed, text[index...].drop { $0 == "/" }.trimmed)
            }
        }
        return (text.trimmed, "")
    }
}
