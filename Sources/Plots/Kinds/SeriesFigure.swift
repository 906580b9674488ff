/// What a line plot or bar chart shows: one or several series over the same places.
struct SeriesFigure: Sendable {
    enum Marks: Sendable { case lines, bars }

    var marks: Marks
    var title: String
    var xLabel: String
    var yLabel: String
    /// One per place; the place's index where there is none.
    var xTicks: [String]?
    /// One per series; empty where there is none.
    var labels: [String]
    var series: [[Double]]
    /// From where to where each value may lie, in the shape of `series`; nil where nothing is known of that.
    var intervals: Intervals?

    struct Intervals: Sendable {
        var low: [[Double]]
        var high: [[Double]]

        func at(_ index: Int, _ place: Int) -> (low: Double, high: Double) { (low[index][place], high[index][place]) }
    }

    /// More would be megabytes in the notebook, and several in each pixel.
    static let mostValues = 20_000
    static let mostInLegend = 16
    /// Names of places and series are longer than those of a map's small cells.
    private static let longestName = 32

    var places: Int { series.map(\.count).max() ?? 0 }

    func xTick(_ place: Int) -> String {
        guard let xTicks, xTicks.indices.contains(place) else { return String(place) }
        return TokenLabel.shown(xTicks[place], longest: Self.longestName)
    }

    func legend(_ index: Int) -> String { TokenLabel.shown(label(index), longest: Self.longestName) }

    func label(_ index: Int) -> String {
        if labels.indices.contains(index) { return labels[index] }
        return series.count > 1 ? "series \(index)" : ""
    }

    func color(_ index: Int) -> Color { Color.series[index % Color.series.count] }

    /// The extent of the finite values; with zero in it for bars, and never empty.
    var extent: ClosedRange<Double> {
        let ends = (intervals?.low ?? []) + (intervals?.high ?? [])
        let finite = (series + ends).joined().filter(\.isFinite) + (marks == .bars ? [0] : [])
        guard let least = finite.min(), let most = finite.max() else { return 0...1 }
        guard (most - least).isFinite else { return -1e308...1e308 }
        let length = most > least ? most - least : max(abs(most), 1)
        let margin = length * 0.05
        let isOnZero = marks == .bars
        return (isOnZero && least == 0 ? 0 : least - margin)...(isOnZero && most == 0 ? 0 : most + margin)
    }
}
