internal import Notebooks

/// What `--help-notebook` says: the parameters with their types and defaults.
struct NotebookHelp {
    private let name: String
    private let parameters: NotebookParameters

    init(_ file: NotebookFile) {
        name = file.name
        parameters = NotebookParameters(of: file.notebook)
    }

    var text: String {
        guard parameters.hasCell else { return "\(name): no cell is tagged parameters" }
        guard !parameters.declared.isEmpty else { return "\(name): the cell tagged parameters declares none" }
        let rows = parameters.declared.map { parameter in
            [
                "  \(parameter.name): \(parameter.type?.description ?? "(by its value)")", "= \(parameter.defaultText)",
                parameter.help,
            ]
        }
        let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return (cells + [row[2]]).joined(separator: "  ").reversed().drop { $0 == " " }.reversed()
        }
        return (["\(name): parameters, to be given with -p NAME VALUE"] + lines.map { String($0) }).joined(
            separator: "\n")
    }
}
