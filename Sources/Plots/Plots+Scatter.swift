internal import SessionSafety
public import TensorCore

/// Points by two numbers each.
///
/// ```swift
/// scatterPlot(x: zero, y: resample, names: model.allHeadLabels, xLabel: "zero", yLabel: "resample", diagonal: true)
/// scatterPlot(x: estimated, y: patched, color: layers, groups: nil, title: "How good is the estimate?")
/// ```
/// - Parameters:
///   - x: of any shape, such as [layer, head]; `y` has as many elements.
///   - names: one per point; said when it is pointed at.
///   - groups: one per point; points of one group have one colour, and a legend names them.
///   - color: a value per point, shown by its colour in place of groups.
///   - diagonal: draws the line on which both numbers are equal, and gives both axes one scale.
///   - logX: an axis by powers of ten; what isn't above zero has no place on it. `logY` likewise.
///
/// Another number of values or names ends the cell with a ``PlotError``.
public func scatterPlot(
    x: Tensor, y: Tensor, names: [String]? = nil, groups: [String]? = nil, color: Tensor? = nil, title: String = "",
    xLabel: String = "", yLabel: String = "", diagonal: Bool = false, logX: Bool = false, logY: Bool = false
) -> ScatterPlot {
    let empty = ScatterPlot(figure: XYFigure(marks: .points, title: title, xLabel: xLabel, yLabel: yLabel, series: []))
    let counts = [("y", y.count), ("names", names?.count), ("groups", groups?.count), ("color", color?.count)]
    if let error = scatterError(x, counts) { return Fault.raise(error, returning: empty) }
    return scatterPlot(
        x: x.doubles, y: y.doubles, names: names, groups: groups, color: color?.doubles, title: title, xLabel: xLabel,
        yLabel: yLabel, diagonal: diagonal, logX: logX, logY: logY)
}

/// Points whose numbers are at hand as arrays.
///
/// ```swift
/// scatterPlot(x: [1, 2, 3], y: [0.2, 0.5, 0.4], names: ["a", "b", "c"])
/// ```
/// The parameters are those of the call with tensors.
public func scatterPlot(
    x: [Double], y: [Double], names: [String]? = nil, groups: [String]? = nil, color: [Double]? = nil,
    title: String = "", xLabel: String = "", yLabel: String = "", diagonal: Bool = false, logX: Bool = false,
    logY: Bool = false
) -> ScatterPlot {
    var figure = XYFigure(
        marks: .points, title: title, xLabel: xLabel, yLabel: yLabel, series: [], isXLogarithmic: logX,
        isYLogarithmic: logY, hasDiagonal: diagonal)
    let counts = [("y", y.count), ("names", names?.count), ("groups", groups?.count), ("color", color?.count)]
    if let error = scatterError(x.count, [x.count], counts) {
        return Fault.raise(error, returning: ScatterPlot(figure: figure))
    }
    figure.colors = color.map { ValueColors($0) }
    var places: [String: Int] = [:]
    for index in x.indices {
        let group = groups?[index] ?? ""
        let place = places[group] ?? figure.series.count
        if places[group] == nil {
            places[group] = place
            figure.series.append(XYFigure.Series(name: group, points: []))
        }
        figure.series[place].points.append(
            XYFigure.Mark(x: x[index], y: y[index], name: names?[index] ?? "", value: color?[index]))
    }
    return ScatterPlot(figure: figure)
}

/// How often values fall into each of `bins` stretches of the same length.
///
/// ```swift
/// histogram(scores, bins: 30, title: "Induction scores", xLabel: "Score")
/// histogram(stack([clean, ablated]), labels: ["clean", "ablated"])
/// ```
/// - Parameters:
///   - values: [value] or [series, value]; of more axes all values together. What isn't a finite number is left out.
///   - labels: a name per series.
///
/// More than 1,000 bins, or labels that don't fit, end the cell with a ``PlotError``.
public func histogram(
    _ values: Tensor, bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = "",
    labels: [String]? = nil
) -> Histogram {
    Fault.raising(returning: Histogram(figure: .histogram([], title: title, xLabel: xLabel, yLabel: yLabel))) {
        let isBySeries = values.shape.count == 2 && values.shape[0] <= SeriesFigure.mostInLegend
        let (count, all) = (isBySeries ? values.shape[0] : 1, values.toArray())
        let width = all.count / max(1, count)
        let series = (0..<count).map { all[$0 * width..<($0 + 1) * width] }
        let binning = try Binning(series, bins: bins, shape: values.shape, labels: labels)
        return Histogram(figure: .histogram(binning.series, title: title, xLabel: xLabel, yLabel: yLabel))
    }
}

/// A histogram of numbers that are at hand as an array.
public func histogram(
    _ values: [Double], bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = ""
) -> Histogram {
    Fault.raising(returning: Histogram(figure: .histogram([], title: title, xLabel: xLabel, yLabel: yLabel))) {
        let binning = try Binning([values.map { Float($0) }[...]], bins: bins, shape: [values.count], labels: nil)
        return Histogram(figure: .histogram(binning.series, title: title, xLabel: xLabel, yLabel: yLabel))
    }
}

/// Lines through points whose places on the axis are numbers, each of them at its own.
///
/// ```swift
/// linePlot(losses, x: steps, logX: true, logY: true, xLabel: "Step", yLabel: "Loss")
/// ```
/// - Parameters:
///   - values: [place] or [series, place].
///   - x: a number per place.
///   - logX: an axis by powers of ten; what isn't above zero has no place on it. `logY` likewise.
///   - labels: a name per series.
///
/// Another number of axes, places or names ends the cell with a ``PlotError``.
public func linePlot(
    _ values: Tensor, x: [Double], title: String = "", xLabel: String = "", yLabel: String = "", logX: Bool = false,
    logY: Bool = false, labels: [String]? = nil
) -> LinePlot {
    var figure = XYFigure(
        marks: .lines, title: title, xLabel: xLabel, yLabel: yLabel, series: [], isXLogarithmic: logX,
        isYLogarithmic: logY)
    if let error = linesError(values.shape, x.count, labels) {
        return Fault.raise(error, returning: LinePlot(figure: .byNumber(figure)))
    }
    let (numbers, width) = (values.doubles, x.count)
    // A stop ends the conversion, and is raised.
    guard numbers.count == values.count else { return LinePlot(figure: .byNumber(figure)) }
    for row in 0..<(values.shape.count == 1 ? 1 : values.shape[0]) {
        let points = x.indices.map { XYFigure.Mark(x: x[$0], y: numbers[row * width + $0]) }
        let name = labels?[row] ?? (values.shape.count > 1 && values.shape[0] > 1 ? "series \(row)" : "")
        figure.series.append(XYFigure.Series(name: name, points: points))
    }
    return LinePlot(figure: .byNumber(figure))
}

private func linesError(_ shape: [Int], _ places: Int, _ labels: [String]?) -> PlotError? {
    guard (1...2).contains(shape.count) else {
        return .badRank(picture: "linePlot", shape: shape, expected: "[place] or [series, place]")
    }
    guard shape.last == places else {
        return .badCount(picture: "linePlot", argument: "x", given: places, expected: shape.last ?? 0, shape: shape)
    }
    let series = shape.count == 1 ? 1 : shape[0]
    if let labels, labels.count != series {
        return .badCount(picture: "linePlot", argument: "labels", given: labels.count, expected: series, shape: shape)
    }
    guard series <= XYFigure.mostMarks, series * places <= XYFigure.mostMarks else {
        return .tooLarge(picture: "linePlot", shape: shape, limit: XYFigure.mostMarks)
    }
    return nil
}

private func scatterError(_ x: Tensor, _ counts: [(String, Int?)]) -> PlotError? {
    scatterError(x.count, x.shape, counts)
}

private func scatterError(_ count: Int, _ shape: [Int], _ counts: [(String, Int?)]) -> PlotError? {
    guard count <= XYFigure.mostMarks else {
        return .tooLarge(picture: "scatterPlot", shape: shape, limit: XYFigure.mostMarks)
    }
    for (argument, given) in counts {
        guard let given, given != count else { continue }
        return .badCount(
            picture: "scatterPlot", argument: argument, given: given, expected: count, shape: shape)
    }
    return nil
}

extension Tensor {
    fileprivate var doubles: [Double] { toArray().map { Double($0) } }
}
