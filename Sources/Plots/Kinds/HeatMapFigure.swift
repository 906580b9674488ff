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

    var scale: DivergingScale {
        DivergingScale(midpoint: midpoint, range: range, values: panels.lazy.flatMap(\.grid.values))
    }

    func xTick(_ column: Int) -> String { Self.tick(xTicks, column) }
    func yTick(_ row: Int) -> String { Self.tick(yTicks, row) }

    private static func tick(_ labels: [String]?, _ index: Int) -> String {
        guard let labels, labels.indices.contains(index) else { return String(index) }
        return TokenLabel.shown(labels[index])
    }
}
