/// Where the parts of a line plot or bar chart lie.
struct SeriesLayout: Sendable {
    let frame: Rectangle
    let width: Double
    let height: Double
    let extent: ClosedRange<Double>
    let ticks: Ticks
    let titleLines: [String]
    let turnsXTicks: Bool
    let xTickSpace: Double
    let yTickSpace: Double
    let legendWidth: Double
    private let places: Int
    private let marks: SeriesFigure.Marks

    init(_ figure: SeriesFigure) throws {
        let style = TextStyle.tick
        (places, marks) = (figure.places, figure.marks)
        extent = figure.extent
        ticks = Ticks(in: extent, about: 6)
        titleLines = TokenLabel.wrapped(figure.title, width: 620, .title)
        let widest = try style.widest(places) { figure.xTick($0) }
        let step = 560 / Double(max(1, places))
        turnsXTicks = figure.xTicks != nil && widest + 6 > step
        xTickSpace = turnsXTicks ? widest + 8 : 18
        yTickSpace = (ticks.labels.map { style.width(of: $0) }.max() ?? 0) + 8
        let names = try style.widest(min(figure.series.count, SeriesFigure.mostInLegend)) { figure.legend($0) }
        legendWidth = names > 0 ? names + 40 : 0
        let left = 14 + yTickSpace + (figure.yLabel.isEmpty ? 0 : 20)
        frame = Rectangle(left, 14 + Double(titleLines.count) * 19 + 6, 560, 300)
        width = frame.right + 16 + legendWidth
        height = frame.bottom + xTickSpace + (figure.xLabel.isEmpty ? 8 : 30)
    }

    /// The horizontal middle of a place. Bars stand between the edges, lines run from edge to edge with a little air.
    func x(_ place: Int) -> Double {
        if marks == .bars { return frame.x + (Double(place) + 0.5) * frame.width / Double(max(1, places)) }
        guard places > 1 else { return frame.middle.x }
        return frame.x + 10 + Double(place) * (frame.width - 20) / Double(places - 1)
    }

    func y(_ value: Double) -> Double {
        // Halved, because the distance between two large numbers can be more than a Double holds.
        let length = extent.upperBound / 2 - extent.lowerBound / 2
        return frame.bottom - (value / 2 - extent.lowerBound / 2) / length * frame.height
    }

    /// The distance between neighbouring places.
    var step: Double { marks == .bars ? frame.width / Double(max(1, places)) : places > 1 ? x(1) - x(0) : frame.width }
}
