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
///
/// Another number of axes or names is reported through ``Fault`` as a ``PlotError``.
public func linePlot(
    _ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> LinePlot {
    linePlot(
        rows(of: values, "linePlot"), title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels)
}

/// A line through numbers.
public func linePlot(
    _ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> LinePlot {
    linePlot([values], title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels)
}

/// One line per series.
public func linePlot(
    _ series: [[Double]], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> LinePlot {
    let figure = SeriesFigure(
        marks: .lines, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: series)
    return checked(figure, "linePlot", returning: LinePlot(figure: figure))
}

/// Bars from zero, one per place; of several series, side by side.
///
/// ```swift
/// barChart(effects, title: "Direct effect", xLabel: "Head", xTicks: names)
/// ```
/// The parameters are those of ``linePlot(_:title:xLabel:yLabel:xTicks:labels:)``.
public func barChart(
    _ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> BarChart {
    let figure = SeriesFigure(
        marks: .bars, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: rows(of: values, "barChart"))
    return checked(figure, "barChart", returning: BarChart(figure: figure))
}

/// Bars for numbers.
public func barChart(
    _ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    labels: [String]? = nil
) -> BarChart {
    let figure = SeriesFigure(
        marks: .bars, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels ?? [],
        series: [values])
    return checked(figure, "barChart", returning: BarChart(figure: figure))
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

private func checked<Plot>(_ figure: SeriesFigure, _ picture: String, returning plot: Plot) -> Plot {
    let shape = [figure.series.count, figure.places]
    let most = SeriesFigure.mostValues
    guard figure.series.count <= most, figure.series.reduce(0, { $0 + $1.count }) <= most else {
        return Fault.raise(PlotError.tooLarge(picture: picture, shape: shape, limit: most), returning: plot)
    }
    if let ticks = figure.xTicks, ticks.count != figure.places, !figure.series.isEmpty {
        let error = PlotError.badCount(
            picture: picture, argument: "xTicks", given: ticks.count, expected: figure.places, shape: shape)
        return Fault.raise(error, returning: plot)
    }
    if !figure.labels.isEmpty, figure.labels.count != figure.series.count {
        let error = PlotError.badCount(
            picture: picture, argument: "labels", given: figure.labels.count, expected: figure.series.count,
            shape: shape)
        return Fault.raise(error, returning: plot)
    }
    return plot
}
