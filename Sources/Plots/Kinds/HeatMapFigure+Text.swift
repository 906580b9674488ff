extension HeatMapFigure {
    /// Title, shape, extent and the cells that stand out: what a console shows, and what a reader without a picture needs.
    func plainText() throws -> String {
        try panels.map { try plainText(of: $0) }.joined(separator: "\n\n")
    }

    /// One line per map for screen readers.
    func alternative() -> String {
        panels.map { panel in
            let title = panel.title.isEmpty ? "Heat map" : "Heat map: \(panel.title)"
            return "\(title) (\(panel.grid.rows) × \(panel.grid.columns))"
        }.joined(separator: "; ")
    }

    private func plainText(of panel: Panel) throws -> String {
        let grid = panel.grid
        let finite = try Extremes.summary(of: grid.values)
        let shape = "\(grid.rows) × \(grid.columns)" + axes
        var lines = [panel.title.isEmpty ? "Heat map, \(shape)" : panel.title + "\nheat map, \(shape)"]
        guard let range = finite.range else { return lines[0] + ", no finite values" }
        let largest = NumberText.largest(of: [Double(range.lowerBound), Double(range.upperBound)])
        func short(_ value: Float) -> String { NumberText.significant(Double(value), 3, besides: largest) }
        lines[0] += ", from \(short(range.lowerBound)) to \(short(range.upperBound))"
        let missing = grid.values.count - finite.count
        if missing > 0 { lines.append("not finite: \(NumberText.counted(missing, "cell"))") }
        let extremes = try grid.extremes(from: midpoint, limit: 10)
        let named = extremes.map { "\(cellName($0.row, $0.column)) \(short($0.value))" }
        let measure = midpoint == 0 ? "largest by magnitude" : "farthest from \(NumberText.significant(midpoint))"
        lines.append("\(measure): " + named.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }

    private var axes: String {
        xLabel.isEmpty || yLabel.isEmpty ? "" : " (\(yLabel) × \(xLabel))"
    }

    /// `L9H6` for maps of layers and heads; the labels in brackets for others.
    private func cellName(_ row: Int, _ column: Int) -> String {
        let isByHead = xLabel.lowercased() == "head" && yLabel.lowercased() == "layer"
        if isByHead, xTicks == nil, yTicks == nil { return "L\(row)H\(column)" }
        return "[\(yTick(row)), \(xTick(column))]"
    }
}
