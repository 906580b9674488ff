/// Where the parts of a picture with numbers on both axes lie.
struct XYLayout: Sendable {
    let frame: Rectangle
    let width: Double
    let height: Double
    let x: NumberAxis
    let y: NumberAxis
    let titleLines: [String]
    let yTickSpace: Double
    let colorBar: Rectangle?
    let colorTicks: Ticks
    let hasLegend: Bool

    init(_ figure: XYFigure) throws {
        let style = TextStyle.tick
        let (x, y) = figure.axes()
        (self.x, self.y) = (x, y)
        titleLines = TokenLabel.wrapped(figure.title, width: 620, .title)
        yTickSpace = (y.ticks.labels.map { style.width(of: $0) }.max() ?? 0) + 8
        let left = 14 + yTickSpace + (figure.yLabel.isEmpty ? 0 : 20)
        // With a diagonal both axes have the same scale, so that it is one.
        let size = figure.hasDiagonal ? (420.0, 420.0) : (560.0, 340.0)
        let frame = Rectangle(left, 14 + Double(titleLines.count) * 19 + 6, size.0, size.1)
        self.frame = frame
        let shown = min(figure.series.count, SeriesFigure.mostInLegend)
        let names = try style.widest(shown) { figure.legend($0) }
        hasLegend = names > 0 && figure.colors == nil
        colorTicks = figure.colors.map { Ticks(in: $0.range, about: 6) } ?? Ticks(values: [], labels: [])
        colorBar = figure.colors == nil ? nil : Rectangle(frame.right + 18, frame.y, 14, frame.height)
        let beside =
            colorBar == nil
            ? (hasLegend ? names + 40 : 0) : 44 + (colorTicks.labels.map { style.width(of: $0) }.max() ?? 0)
        width = frame.right + 16 + beside
        height = frame.bottom + 18 + (figure.xLabel.isEmpty ? 8 : 30)
    }

    func place(_ x: Double, _ y: Double) -> Point {
        Point(frame.x + self.x.fraction(x) * frame.width, frame.bottom - self.y.fraction(y) * frame.height)
    }
}

extension XYFigure {
    func legend(_ index: Int) -> String { TokenLabel.shown(series[index].name, longest: 32) }
}
