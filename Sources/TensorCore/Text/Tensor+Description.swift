internal import SessionSafety

extension Tensor: CustomStringConvertible {
    /// The values as PyTorch shows them, rounded to four places, long axes shortened, under the shape.
    ///
    /// ```
    /// Tensor [2, 3] float32
    /// [[ 0.1000,  2.0000,  3.5000],
    ///  [-1.0000,  0.0000,  1.0000]]
    /// ```
    ///
    /// `t.description`
    public var description: String {
        guard ndim > 0 else { return "\(TensorFormat(self).text(at: 0))" }
        let head = "Tensor \(shape) \(dtype)\n"
        // Brackets of brackets without end would say no more than the shape does.
        guard count > 0 else { return head + "[]" }
        return Tensor.orFault(returning: head) { try head + TensorPrinter(tensor: self).text() }
    }

    /// The values as an HTML table; with more than two axes, one table after the other: `t.htmlTable`.
    public var htmlTable: String { TensorHTML(tensor: self).text }
}

/// Nested brackets, one line per row.
private struct TensorPrinter {
    let tensor: Tensor
    private let format: TensorFormat
    private let elision: TensorElision
    private let strides: [Int]

    init(tensor: Tensor) {
        self.tensor = tensor
        format = TensorFormat(tensor)
        elision = TensorElision(tensor)
        strides = Shape.strides(tensor.shape)
    }

    func text() throws -> String {
        var width = 0
        try visit(0, 0) { width = max(width, format.text(at: $0).count) }
        return try block(0, 0, " ", width)
    }

    /// Calls `body` with the place of each element that is shown.
    private func visit(_ axis: Int, _ place: Int, _ body: (Int) -> Void) throws {
        guard axis < tensor.ndim else { return body(place) }
        try Interruption.check()
        for case let position? in elision.positions(ofAxis: axis) {
            try visit(axis + 1, place + position * strides[axis], body)
        }
    }

    private func block(_ axis: Int, _ offset: Int, _ indent: String, _ width: Int) throws -> String {
        try Interruption.check()
        let isLast = axis == tensor.ndim - 1
        let parts = try elision.positions(ofAxis: axis).map { position in
            guard let position else { return "..." }
            let place = offset + position * strides[axis]
            return isLast ? padded(format.text(at: place), width) : try block(axis + 1, place, indent + " ", width)
        }
        let gap = String(repeating: "\n", count: tensor.ndim - axis - 1)
        return "[" + parts.joined(separator: isLast ? ", " : "," + gap + indent) + "]"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
