/// What one or several heat maps on one colour scale show.
struct HeatMapFigure: Sendable {
    struct Panel: Sendable {
        var title: String
        var grid: Grid
    }

    var panels: [Panel]
    var xLabel: String
    var yLabel: String
    var xTicks: [String]?
    var yTicks: [String]?
    var midpoint: Double
    var range: ClosedRange<Double>?
    var showsValues: Bool

    /// Maps of more rows or columns are drawn in blocks.
    static let largestSide = 480

    /// More than this would take too long to read through, and no more than a hundredth could be seen.
    static let mostCells = 16_777_216
    /// More rows or columns than this have no use for names.
    static let longestSide = 65_536

    func scale() throws -> DivergingScale {
        let midpoint = midpoint.isFinite ? midpoint : 0
        // Of each map the two cells that the ends of the scale can be, which is all that the scale wants to know.
        let farthest = try panels.compactMap { try Extremes.summary(of: $0.grid.values).range }
            .flatMap { [$0.lowerBound, $0.upperBound] }
        return DivergingScale(midpoint: midpoint, range: range, values: farthest)
    }

    func xTick(_ column: Int) -> String { Self.tick(xTicks, column) }
    func yTick(_ row: Int) -> String { Self.tick(yTicks, row) }

    private static func tick(_ labels: [String]?, _ index: Int) -> String {
        guard let labels, labels.indices.contains(index) else { return String(index) }
        return TokenLabel.shown(labels[index])
    }
}
