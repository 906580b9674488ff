extension Tensor {
    /// The elements as comma-separated text, which spreadsheets and pandas read.
    ///
    /// ```swift
    /// let text = try patchedHeads.toCSV()                                     // a line per layer
    /// let text = try effects.toCSV(rowLabels: labels, columnLabels: ["effect"])
    /// ```
    /// Two axes are lines and columns; one axis is a line per element. With more, each line holds the indices and the
    /// value,
    /// under the header `axis0,axis1,axis2,value`.
    /// - Parameters:
    ///   - rowLabels: the first cell of each line; for one or two axes only.
    ///   - columnLabels: a header; for one or two axes only.
    /// - Throws: ``TensorError/badArgument(operation:argument:value:expected:)`` for labels that are not as many as
    ///   the lines or columns.
    public func toCSV(rowLabels: [String]? = nil, columnLabels: [String]? = nil) throws -> String {
        let (rows, columns) = (ndim == 0 ? 1 : shape[0], ndim < 2 ? 1 : shape[1])
        if let rowLabels { try check(rowLabels, "rowLabels", count: rows) }
        if let columnLabels { try check(columnLabels, "columnLabels", count: columns) }
        guard ndim <= 2 else { return longCSV() }
        let values = textElements
        var text = columnLabels.map { CSVText.line((rowLabels == nil ? [] : [""]) + $0) } ?? ""
        for row in 0..<rows {
            let label = rowLabels.map { [$0[row]] } ?? []
            text += CSVText.line(label + values[(row * columns)..<((row + 1) * columns)])
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
    private func longCSV() -> String {
        var text = CSVText.line(shape.indices.map { "axis\($0)" } + ["value"])
        var place = [Int](repeating: 0, count: ndim)
        for value in textElements {
            text += CSVText.line(place.map(String.init) + [value])
            var axis = ndim - 1
            while axis >= 0 {
                place[axis] += 1
                if place[axis] < shape[axis] { break }
                place[axis] = 0
                axis -= 1
            }
        }
        return text
    }

    /// Every element with as many digits as it takes to read the same number back.
    var textElements: [String] {
        switch dtype {
        case .float32: toArray().map { "\($0)" }
        case .int64: toIntArray().map(String.init)
        case .bool: toIntArray().map { $0 == 0 ? "false" : "true" }
        }
    }
}
