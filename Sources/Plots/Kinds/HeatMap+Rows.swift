extension HeatMap {
    /// Maps of numbers that are at hand as rows; a short row is filled up with NaN.
    package init(
        _ maps: [(title: String, rows: [[Float]])], xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
        yTicks: [String]? = nil, midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false
    ) {
        figure = HeatMapFigure(
            panels: maps.map { HeatMapFigure.Panel(title: $0.title, grid: Grid(filling: $0.rows)) },
            xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, yTicks: yTicks, midpoint: midpoint, range: range,
            showsValues: showValues)
    }
}

extension Grid {
    /// A grid as wide as the longest row.
    init(filling rows: [[Float]]) {
        let columns = rows.map(\.count).max() ?? 0
        let filled = rows.flatMap { $0 + [Float](repeating: .nan, count: columns - $0.count) }
        self.init(rows: rows.count, columns: columns, values: filled)
    }
}
