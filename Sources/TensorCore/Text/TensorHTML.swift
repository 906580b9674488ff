internal import TextFormats

/// A tensor as HTML: a line with its shape and type, and a table for each of its matrices.
struct TensorHTML {
    let tensor: Tensor
    private let format: TensorFormat
    private let elision: TensorElision
    /// At most this many matrices are shown.
    private static let mostTables = 4

    init(tensor: Tensor) {
        self.tensor = tensor
        format = TensorFormat(tensor)
        elision = TensorElision(tensor)
    }

    var text: String {
        let header = "<div style=\"font-family:monospace\">Tensor \(tensor.shape) \(tensor.dtype)</div>"
        guard tensor.count > 0 else { return header }
        return header + tables.joined()
    }

    private var rows: Int { tensor.ndim < 2 ? 1 : tensor.shape[tensor.ndim - 2] }
    private var columns: Int { tensor.shape.last ?? 1 }

    private var tables: [String] {
        let count = tensor.count / (rows * columns)
        let shown = (0..<min(count, Self.mostTables)).map { table($0, isOne: count == 1) }
        let rest = count - shown.count
        return rest == 0 ? shown : shown + ["<div>… and \(rest) more</div>"]
    }

    private func table(_ number: Int, isOne: Bool) -> String {
        let body = elision.positions(rows).map { row($0, start: number * rows * columns) }.joined()
        return (isOne ? "" : "<div>\(position(number))</div>") + "<table>" + head + body + "</table>"
    }

    private var head: String {
        HTMLTable.row(
            [HTMLTable.cell("", .head)]
                + elision.positions(columns).map { HTMLTable.cell($0.map { "\($0)" } ?? "…", .head) })
    }

    private func row(_ row: Int?, start: Int) -> String {
        let cells = elision.positions(columns).map { column in
            guard let row, let column else { return HTMLTable.cell("…") }
            return HTMLTable.cell(format.text(at: start + row * columns + column), alignment: "right")
        }
        let name = tensor.ndim < 2 ? "" : row.map { "\($0)" } ?? "…"
        return HTMLTable.row([HTMLTable.cell(name, .head)] + cells)
    }

    /// The leading indices of a matrix: `[0, 2, …]`.
    private func position(_ number: Int) -> String {
        let indices = Shape.indices(of: number, in: Array(tensor.shape.dropLast(2))).map { "\($0)" }
        return "[" + indices.joined(separator: ", ") + "]"
    }
}
