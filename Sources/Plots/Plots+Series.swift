internal import SessionSafety
public import TensorCore

/// A line, or one line per row.
///
/// ```swift
/// linePlot(losses, title: "Loss", xLabel: "Step", yLabel: "Loss")
/// linePlot(perLayer, xLabel: "Layer", labels: ["clean", "corrupted"])
/// ```
/// - Parameters:
///   - values: [place] or [series, place].
///   - xTicks: a name per place in place of its index.
///   - labels: a name per series.
///   - low: with `high`, of the shape of `values`: from where to where each value may lie, drawn as a stroke.
///
/// Another number of axes or names ends the cell with a ``PlotError``.
public func linePlot(
    _ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil, low: Tensor? = nil, high: Tensor? = nil
) -> LinePlot {
    let figure = SeriesFigure(
        marks: .lines, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: rows(of: values, "linePlot"))
    return checked(figure, low.map { rows(of: $0, "linePlot") }, high.map { rows(of: $0, "linePlot") }, "linePlot") {
        LinePlot(figure: .byPlace($0))
    }
}

/// A line through numbers.
public func linePlot(
    _ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil, low: [Double]? = nil, high: [Double]? = nil
) -> LinePlot {
    let figure = SeriesFigure(
        marks: .lines, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: [values])
    return checked(figure, low.map { [$0] }, high.map { [$0] }, "linePlot") { LinePlot(figure: .byPlace($0)) }
}

/// One line per series.
public func linePlot(
    _ series: [[Double]], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> LinePlot {
    let figure = SeriesFigure(
        marks: .lines, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: series)
    return checked(figure, nil, nil, "linePlot") { LinePlot(figure: .byPlace($0)) }
}

/// Bars from zero, one per place; of several series, side by side.
///
/// ```swift
/// barChart(effects, title: "Direct effect", xLabel: "Head", xTicks: names)
/// ```
/// The parameters are those of ``linePlot(_:title:xLabel:yLabel:xTicks:labels:)``.
public func barChart(
    _ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil, low: Tensor? = nil, high: Tensor? = nil
) -> BarChart {
    let figure = SeriesFigure(
        marks: .bars, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: rows(of: values, "barChart"))
    return checked(figure, low.map { rows(of: $0, "barChart") }, high.map { rows(of: $0, "barChart") }, "barChart") {
        BarChart(figure: $0)
    }
}

/// Bars for numbers.
public func barChart(
    _ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil, low: [Double]? = nil, high: [Double]? = nil
) -> BarChart {
    let figure = SeriesFigure(
        marks: .bars, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: [values])
    return checked(figure, low.map { [$0] }, high.map { [$0] }, "barChart") { BarChart(figure: $0) }
}

/// Rows of text under column names.
///
/// ```swift
/// table([["L9H9", "0.26"]], columns: ["head", "effect"])
/// ```
/// Short rows are filled up with empty cells. A long table is shown by its first and last rows; ``Table/toCSV()`` has
/// them all.
public func table(_ rows: [[String]], columns: [String], title: String = "") -> Table {
    Fault.raising(returning: Table(title: title, columns: columns)) {
        try Table(title: title, columns: columns, rows: rows)
    }
}

private func rows(of values: Tensor, _ picture: String) -> [[Double]] {
    guard (1...2).contains(values.shape.count) else {
        let error = PlotError.badRank(picture: picture, shape: values.shape, expected: "[place] or [series, place]")
        return Fault.raise(error, returning: [])
    }
    guard values.count <= SeriesFigure.mostValues else {
        let error = PlotError.tooLarge(picture: picture, shape: values.shape, limit: SeriesFigure.mostValues)
        return Fault.raise(error, returning: [])
    }
    let (numbers, width) = (values.toArray().map { Double($0) }, values.shape.last ?? 0)
    let count = values.shape.count == 1 ? 1 : values.shape[0]
    guard numbers.count == values.count else { return [] }
    // Series without places say nothing; of very many of them none is kept.
    guard width > 0 else { return Array(repeating: [], count: count > 1000 ? 0 : count) }
    return (0..<count).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
}

/// The plot of a figure whose parts go with one another.
private func checked<Plot>(
    _ figure: SeriesFigure, _ low: [[Double]]?, _ high: [[Double]]?, _ picture: String, _ plot: (SeriesFigure) -> Plot
) -> Plot {
    var figure = figure
    if let error = seriesError(figure, low, high, picture) { return Fault.raise(error, returning: plot(figure)) }
    if let low, let high { figure.intervals = SeriesFigure.Intervals(low: low, high: high) }
    return plot(figure)
}

private func seriesError(
    _ figure: SeriesFigure, _ low: [[Double]]?, _ high: [[Double]]?, _ picture: String
) -> PlotError? {
    let (most, shape) = (SeriesFigure.mostValues, [figure.series.count, figure.places])
    guard figure.series.count <= most, figure.series.reduce(0, { $0 + $1.count }) <= most else {
        return .tooLarge(picture: picture, shape: shape, limit: most)
    }
    func badCount(_ argument: String, _ given: Int, _ expected: Int) -> PlotError {
        .badCount(picture: picture, argument: argument, given: given, expected: expected, shape: shape)
    }
    if let ticks = figure.xTicks, ticks.count != figure.places, !figure.series.isEmpty {
        return badCount("xTicks", ticks.count, figure.places)
    }
    if !figure.labels.isEmpty, figure.labels.count != figure.series.count {
        return badCount("labels", figure.labels.count, figure.series.count)
    }
    guard low != nil || high != nil else { return nil }
    for (argument, ends) in [("low", low), ("high", high)] where ends?.map(\.count) != figure.series.map(\.count) {
        return badCount(argument, ends?.joined().count ?? 0, figure.series.joined().count)
    }
    return nil
}
