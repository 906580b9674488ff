internal import SessionSafety
public import TensorCore

/// A matrix as coloured cells: the first row on top, red below the midpoint, blue above it, with a colour bar.
///
/// ```swift
/// heatMap(patchedHeads, title: "Logit Difference From Patched Head Output", xLabel: "Head", yLabel: "Layer")
/// ```
/// - Parameters:
///   - values: [row, column]. Cells that aren't numbers are grey.
///   - xTicks: a name per column in place of its index, `yTicks` one per row.
///   - midpoint: the value of the colour in the middle.
///   - range: what the colour bar spans; by default as far as the farthest value on both sides of the midpoint.
///   - showValues: writes the numbers into the cells.
///
/// Another number of axes or names ends the cell with a ``PlotError``.
public func heatMap(
    _ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    yTicks: [String]? = nil, midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false
) -> HeatMap {
    heatMaps(
        [(title: title, values: values)], xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, yTicks: yTicks,
        midpoint: midpoint, range: range, showValues: showValues)
}

/// Several matrices side by side on one colour scale, so that they can be compared.
///
/// ```swift
/// heatMaps([("resample", resampled), ("zero", zeroed)], xLabel: "Head", yLabel: "Layer")
/// ```
/// The parameters are those of ``heatMap(_:title:xLabel:yLabel:xTicks:yTicks:midpoint:range:showValues:)``.
public func heatMaps(
    _ maps: [(title: String, values: Tensor)], xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil,
    yTicks: [String]? = nil, midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false
) -> HeatMap {
    var figure = HeatMapFigure(
        panels: [], xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, yTicks: yTicks, midpoint: midpoint, range: range,
        showsValues: showValues)
    for (title, values) in maps {
        let soFar = figure.panels.reduce(0) { $0 + $1.grid.values.count }
        if let error = heatMapError(values.shape, xTicks, yTicks, soFar) {
            return Fault.raise(error, returning: HeatMap(figure: figure))
        }
        let numbers = values.toArray()
        guard numbers.count == values.count else { return HeatMap(figure: figure) }
        let grid = Grid(rows: values.shape[0], columns: values.shape[1], values: numbers)
        figure.panels.append(HeatMapFigure.Panel(title: title, grid: grid))
    }
    return HeatMap(figure: figure)
}

private func heatMapError(_ shape: [Int], _ xTicks: [String]?, _ yTicks: [String]?, _ soFar: Int) -> PlotError? {
    guard shape.count == 2 else { return .badRank(picture: "heatMap", shape: shape, expected: "[row, column]") }
    if shape.contains(0), max(shape[0], shape[1]) > 1000 {
        return .badRank(picture: "heatMap", shape: shape, expected: "[row, column] with at least one cell")
    }
    for (argument, labels, expected) in [("xTicks", xTicks, shape[1]), ("yTicks", yTicks, shape[0])] {
        guard let labels, labels.count != expected else { continue }
        return .badCount(
            picture: "heatMap", argument: argument, given: labels.count, expected: expected, shape: shape)
    }
    guard !shape.contains(where: { $0 > HeatMapFigure.longestSide }),
        shape[0] * shape[1] + soFar <= HeatMapFigure.mostCells
    else {
        return .tooLarge(picture: "heatMap", shape: shape, limit: HeatMapFigure.mostCells)
    }
    return nil
}
