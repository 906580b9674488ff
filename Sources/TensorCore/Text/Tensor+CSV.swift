internal import SessionSafety
internal import TextFormats

extension Tensor {
    /// The elements as comma-separated text, which spreadsheets and pandas read.
    ///
    /// ```swift
    /// let text = try patchedHeads.toCSV()                                     // a line per layer
    /// let text = try effects.toCSV(rowLabels: labels, columnLabels: ["effect"])
    /// ```
    /// Two axes are lines and columns; one axis is a line per element. With more, each line holds the indices and the
    /// value,
    /// under the header `axis0,axis1,axis2,value`. A tensor without columns gives no lines but those of its labels.
    /// - Parameters:
    ///   - rowLabels: the first cell of each line; for one or two axes only.
    ///   - columnLabels: a header; for one or two axes only.
    /// - Throws: ``TensorError/badArgument(operation:argument:value:expected:)`` for labels that are not as many as
    ///   the lines or columns.
    public func toCSV(rowLabels: [String]? = nil, columnLabels: [String]? = nil) throws -> String {
        let (rows, columns) = (ndim == 0 ? 1 : shape[0], ndim < 2 ? 1 : shape[1])
        if let rowLabels { try check(rowLabels, "rowLabels", count: rows) }
        if let columnLabels { try check(columnLabels, "columnLabels", count: columns) }
        // Ten letters are usual for a number.
        try TensorError.checkMemory(count, of: 10)
        guard ndim <= 2 else { return try longCSV() }
        var text = columnLabels.map { CSVText.line((rowLabels == nil ? [] : [""]) + $0) } ?? ""
        var pace = Pace()
        let cells = ElementText(self)
        try withExtendedLifetime(cells) {
            // Lines without cells or labels are left out.
            for row in 0..<(columns == 0 ? rowLabels?.count ?? 0 : rows) {
                if let rowLabels { text += CSVText.cell(rowLabels[row]) + (columns == 0 ? "" : ",") }
                for column in 0..<columns {
                    try pace.spend(16)
                    text += (column > 0 ? "," : "") + cells[row * columns + column]
                }
                text += "\n"
            }
        }
        return text
    }

    private func check(_ labels: [String], _ argument: String, count: Int) throws {
        guard ndim > 2 || labels.count != count else { return }
        let expected = ndim > 2 ? "none, for a tensor of \(ndim) axes" : "\(count)"
        throw TensorError.badArgument(
            operation: "toCSV", argument: argument, value: "\(labels.count) labels", expected: expected)
    }

    /// A line per element, with its indices.
    private func longCSV() throws -> String {
        var text = CSVText.line(shape.indices.map { "axis\($0)" } + ["value"])
        var place = [Int](repeating: 0, count: ndim)
        var pace = Pace()
        let cells = ElementText(self)
        try withExtendedLifetime(cells) {
            for number in 0..<count {
                try pace.spend(16)
                for index in place { text += "\(index)," }
                text += cells[number] + "\n"
                var axis = ndim - 1
                while axis >= 0 {
                    place[axis] += 1
                    if place[axis] < shape[axis] { break }
                    place[axis] = 0
                    axis -= 1
                }
            }
        }
        return text
    }
}
