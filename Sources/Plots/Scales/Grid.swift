internal import SessionSafety

/// A matrix of numbers to be drawn, row by row.
struct Grid: Sendable {
    let rows: Int
    let columns: Int
    let values: [Float]

    /// An empty grid when the count of `values` doesn't fit.
    init(rows: Int, columns: Int, values: [Float]) {
        let fits = rows >= 0 && columns >= 0 && rows.multipliedReportingOverflow(by: columns) == (values.count, false)
        (self.rows, self.columns, self.values) = fits ? (rows, columns, values) : (0, 0, [])
    }

    subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

    /// The places whose values are farthest from `midpoint`, the farthest first; equals in reading order.
    func extremes(from midpoint: Double, limit: Int) throws -> [(row: Int, column: Int, value: Float)] {
        let places = try Extremes.places(in: values[...], from: midpoint, limit: limit)
        return places.map { ($0 / columns, $0 % columns, values[$0]) }
    }

    /// The same map with at most `limit` rows and columns: each cell is the value of its block that is farthest from
    /// `midpoint`, so that a single strong cell stays visible.
    func pooled(limit: Int, midpoint: Double) throws -> (grid: Grid, rowBlock: Int, columnBlock: Int) {
        let rowBlock = max(1, (rows + limit - 1) / limit)
        let columnBlock = max(1, (columns + limit - 1) / limit)
        guard rowBlock > 1 || columnBlock > 1 else { return (self, 1, 1) }
        let (height, width) = ((rows + rowBlock - 1) / rowBlock, (columns + columnBlock - 1) / columnBlock)
        var pooled = [Float](repeating: .nan, count: height * width)
        for row in 0..<rows {
            try Interruption.check()
            for column in 0..<columns {
                let (value, place) = (self[row, column], row / rowBlock * width + column / columnBlock)
                let isFarther = abs(Double(value) - midpoint) > abs(Double(pooled[place]) - midpoint)
                if pooled[place].isNaN || isFarther { pooled[place] = value }
            }
        }
        return (Grid(rows: height, columns: width, values: pooled), rowBlock, columnBlock)
    }
}
