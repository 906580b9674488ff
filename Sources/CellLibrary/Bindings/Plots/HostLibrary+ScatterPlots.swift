internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Pictures with numbers on both axes.
    func bindScatterPlots() {
        let options = """
            title: String = "", xLabel: String = "", yLabel: String = "", diagonal: Bool = false, logX: Bool = false, \
            logY: Bool = false
            """
        declare(
            """
            /// Points by two numbers each, of tensors of any one shape: `scatterPlot(x: zero, y: resample, names: model.allHeadLabels, diagonal: true)`.
            ///
            /// A point's name shows when it is pointed at; `groups` gives points of one group one colour, `color` shows a value by it.
            func scatterPlot(x: Tensor, y: Tensor, names: [String]? = nil, groups: [String]? = nil, color: Tensor? = nil, \(options)) -> ScatterPlot
            """
        ) {
            (
                x: Tensor, y: Tensor, names: [String]?, groups: [String]?, color: Tensor?, title: String,
                xLabel: String,
                yLabel: String, diagonal: Bool, logX: Bool, logY: Bool
            ) in
            scatterPlot(
                x: x, y: y, names: names, groups: groups, color: color, title: title, xLabel: xLabel, yLabel: yLabel,
                diagonal: diagonal, logX: logX, logY: logY)
        }
        declare(
            """
            /// Points by two numbers each, of tensors of any one shape: `scatterPlot(x: zero, y: resample, names: model.allHeadLabels, diagonal: true)`.
            ///
            /// A point's name shows when it is pointed at; `groups` gives points of one group one colour, `color` shows a value by it.
            func scatterPlot(x: [Double], y: [Double], names: [String]? = nil, groups: [String]? = nil, color: [Double]? = nil, \(options)) -> ScatterPlot
            """
        ) {
            (
                x: [Double], y: [Double], names: [String]?, groups: [String]?, color: [Double]?, title: String,
                xLabel: String,
                yLabel: String, diagonal: Bool, logX: Bool, logY: Bool
            ) in
            scatterPlot(
                x: x, y: y, names: names, groups: groups, color: color, title: title, xLabel: xLabel, yLabel: yLabel,
                diagonal: diagonal, logX: logX, logY: logY)
        }
        bindHistograms()
        declare(
            """
            /// Lines through values of shape [place] or [series, place], each at its own number on the axis: `linePlot(losses, x: steps, logX: true)`.
            func linePlot(_ values: Tensor, x: [Double], title: String = "", xLabel: String = "", yLabel: String = "", logX: Bool = false, logY: Bool = false, labels: [String]? = nil) -> LinePlot
            """
        ) {
            (
                values: Tensor, x: [Double], title: String, xLabel: String, yLabel: String, logX: Bool, logY: Bool,
                labels: [String]?
            ) in
            linePlot(
                values, x: x, title: title, xLabel: xLabel, yLabel: yLabel, logX: logX, logY: logY, labels: labels)
        }
    }

    private func bindHistograms() {
        declare(
            """
            /// How often values fall into each of `bins` stretches, of shape [value] or [series, value]: `histogram(scores, bins: 30)`.
            func histogram(_ values: Tensor, bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = "", labels: [String]? = nil) -> Histogram
            """
        ) { (values: Tensor, bins: Int, title: String, xLabel: String, yLabel: String, labels: [String]?) in
            histogram(values, bins: bins, title: title, xLabel: xLabel, yLabel: yLabel, labels: labels)
        }
        declare(
            """
            /// How often values fall into each of `bins` stretches: `histogram([0.1, 0.2, 0.2])`.
            func histogram(_ values: [Double], bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = "") -> Histogram
            """
        ) { (values: [Double], bins: Int, title: String, xLabel: String, yLabel: String) in
            histogram(values, bins: bins, title: title, xLabel: xLabel, yLabel: yLabel)
        }
    }
}
