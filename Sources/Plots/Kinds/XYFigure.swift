/// What a picture with numbers on both axes shows: points, lines through points, or columns over stretches of an axis.
struct XYFigure: Sendable {
    enum Marks: Sendable { case points, lines, columns }

    /// Points that belong together.
    struct Series: Sendable {
        var name: String
        var points: [Mark]
    }

    /// One point, or one column.
    struct Mark: Sendable {
        var x: Double
        var y: Double
        /// Of a column, where it ends; it begins at `x`.
        var end: Double?
        /// What is said of it beside its numbers.
        var name = ""
        /// What its colour stands for, where colours stand for values.
        var value: Double?
    }

    var marks: Marks
    var title: String
    var xLabel: String
    var yLabel: String
    var series: [Series]
    var isXLogarithmic = false
    var isYLogarithmic = false
    /// Whether the line is drawn on which both numbers are equal.
    var hasDiagonal = false
    /// What the colours stand for, where they stand for values.
    var colors: ValueColors?

    /// More would be megabytes in the notebook.
    static let mostMarks = SeriesFigure.mostValues

    var count: Int { series.reduce(0) { $0 + $1.points.count } }

    func color(of mark: Mark, in index: Int) -> Color {
        if let colors { return mark.value.map { colors.color(of: $0) } ?? .missing }
        return Color.series[index % Color.series.count]
    }

    /// Columns stand on zero; a diagonal wants the same numbers on both axes.
    func axes() -> (x: NumberAxis, y: NumberAxis) {
        let all = series.flatMap(\.points)
        var (xs, ys) = (all.flatMap { [$0.x, $0.end ?? $0.x] }, all.map(\.y))
        if hasDiagonal { (xs, ys) = (xs + ys, xs + ys) }
        if marks == .columns { ys.append(0) }
        return (
            NumberAxis(xs, isLogarithmic: isXLogarithmic, about: 8, air: marks == .columns ? 0 : 0.04),
            NumberAxis(ys, isLogarithmic: isYLogarithmic)
        )
    }
}

/// Colours that stand for values: red over white to blue around zero, or light to dark where all have one sign.
struct ValueColors: Sendable {
    let range: ClosedRange<Double>
    private let scale: ColorScale

    init(_ values: [Double]) {
        let finite = values.filter(\.isFinite)
        let (least, most) = (finite.min() ?? 0, finite.max() ?? 1)
        if least < 0, most > 0 {
            let reach = max(-least, most)
            (range, scale) = (-reach...reach, .redBlue)
        } else {
            (range, scale) = (least < most ? least...most : least...(least + 1), .greenBlue)
        }
    }

    func color(of value: Double) -> Color {
        guard value.isFinite else { return .missing }
        return scale.color(at: (value - range.lowerBound) / (range.upperBound - range.lowerBound))
    }

    /// The scale from its low to its high end.
    var palette: [Color] { (0..<256).map { scale.color(at: Double($0) / 255) } }
}

extension ColorScale {
    /// From a yellow that is seen on white to a dark blue, each step darker than the one before.
    static let greenBlue = ColorScale(stops: [
        Color(226, 205, 74), Color(118, 190, 98), Color(42, 152, 132), Color(38, 104, 146), Color(58, 48, 110),
    ])
}
