// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Plots; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension AttentionHeads: HostObject {}
extension BarChart: HostObject {}
extension HeatMap: HostObject {}
extension Histogram: HostObject {}
extension LinePlot: HostObject {}
extension PlotError: HostObject {}
extension ProgressBar: HostObject {}
extension ScatterPlot: HostObject {}
extension Table: HostObject {}

extension HostLibrary {
    /// What Plots offers to cells.
    func bindPlots() {
        bindPlots_AttentionHeads()
        bindPlots_BarChart()
        bindPlots_HeatMap()
        bindPlots_Histogram()
        bindPlots_LinePlot()
        bindPlots_PlotError()
        bindPlots_Plots_AttentionHeads()
        bindPlots_Plots_HeatMap()
        bindPlots_Plots_Scatter()
        bindPlots_Plots_Series()
        bindPlots_ProgressBar()
        bindPlots_ScatterPlot()
        bindPlots_Table_Text()
        bindPlots_Table()
    }

    private func bindPlots_AttentionHeads() {
        type(
            "AttentionHeads", AttentionHeads.self,
            doc: """
            Attention patterns of one or several heads: each small, one of them large with its tokens.

            ```swift
            attentionHeads(cache["pattern", 4][0], tokens: model.toStrTokens(prompt))
            ```
            In a notebook, pointing at a small picture shows it large and a click keeps it; a second click lets it go. Pointing
            into the large one names source, destination and value; dragging over a part of it zooms in, a double click out.
            """)
        bind(
            "mimeBundle", on: "AttentionHeads",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: AttentionHeads.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_BarChart() {
        type(
            "BarChart", BarChart.self,
            doc: """
            Bars from zero, side by side for several series.

            ```swift
            barChart(perHead, title: "Direct effect", xLabel: "Head", xTicks: names)
            ```
            In a notebook the values at a place show on hover; the arrow keys do the same.
            """)
        bind(
            "mimeBundle", on: "BarChart",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: BarChart.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_HeatMap() {
        type(
            "HeatMap", HeatMap.self,
            doc: """
            One or several matrices as coloured cells on one colour scale: red below the midpoint, blue above it.

            ```swift
            heatMap(patchedHeads, title: "Logit Difference From Patched Head Output", xLabel: "Head", yLabel: "Layer")
            ```
            In a notebook a cell's place and value show on hover; the arrow keys do the same.
            """)
        bind(
            "mimeBundle", on: "HeatMap",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: HeatMap.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_Histogram() {
        type(
            "Histogram", Histogram.self,
            doc: """
            How often values fall into each of several stretches of the same length.

            ```swift
            histogram(model.W_E.norm(dim: -1), bins: 40, title: "Lengths of embeddings")
            ```
            """)
        bind(
            "mimeBundle", on: "Histogram",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: Histogram.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_LinePlot() {
        type(
            "LinePlot", LinePlot.self,
            doc: """
            One or several lines over the same places, such as layers or positions.

            ```swift
            linePlot(accumulated, title: "Logit difference after each layer", xLabel: "Layer", yLabel: "Logit difference")
            ```
            In a notebook the values at a place show on hover; the arrow keys do the same. Values that aren't numbers are gaps.
            """)
        bind(
            "mimeBundle", on: "LinePlot",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: LinePlot.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_PlotError() {
        type(
            "PlotError", PlotError.self,
            doc: """
            What can be wrong with the values given to a picture.
            """,
            describe: { $0.description })
        bind(
            "badRank", on: "PlotError",
            """
            /// A tensor with another number of axes than the picture takes.
            static func badRank(picture: String, shape: [Int], expected: String) -> PlotError
            """
        ) { call in
            try PlotError.badRank(
                picture: call.value(0, as: String.self), shape: call.value(1, as: [Int].self), 
                expected: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badCount", on: "PlotError",
            """
            /// Another number of names than there are things to name.
            static func badCount(picture: String, argument: String, given: Int, expected: Int, shape: [Int]) -> PlotError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            let value4 = try call.value(4, as: [Int].self)
            return PlotError.badCount(
                picture: value0, argument: value1, given: value2, expected: value3, shape: value4).toCell()
        }
        bind(
            "tooLarge", on: "PlotError",
            """
            /// More values than a notebook can hold as one picture.
            static func tooLarge(picture: String, shape: [Int], limit: Int) -> PlotError
            """
        ) { call in
            try PlotError.tooLarge(
                picture: call.value(0, as: String.self), shape: call.value(1, as: [Int].self), 
                limit: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "tooMany", on: "PlotError",
            """
            /// More things side by side than anybody could tell apart.
            static func tooMany(picture: String, shape: [Int], limit: String) -> PlotError
            """
        ) { call in
            try PlotError.tooMany(
                picture: call.value(0, as: String.self), shape: call.value(1, as: [Int].self), 
                limit: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badBins", on: "PlotError",
            """
            /// A histogram of no bins, or of more than can be told apart.
            static func badBins(given: Int, limit: Int) -> PlotError
            """
        ) { call in
            try PlotError.badBins(given: call.value(0, as: Int.self), limit: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "PlotError",
            """
            /// What was given, what was expected, and the way out.
            var description: String
            """
        ) { call in
            try call.value(0, as: PlotError.self).description.toCell()
        }
    }

    private func bindPlots_Plots_AttentionHeads() {
        bind(
            "attentionHeads",
            """
            /// Attention patterns with their tokens: every head small, one of them large.
            ///
            /// ```swift
            /// attentionHeads(cache["pattern", 4][0], tokens: try model.toStrTokens(prompt))
            /// ```
            /// - Parameters:
            ///   - attention: [head, destination, source], [1, head, destination, source] or, for one head,
            ///     [destination, source].
            ///   - tokens: one per source position. With fewer destinations than sources, the destinations are the last tokens.
            ///   - headNames: one per head; `Head 0`, `Head 1`, … without them.
            ///
            /// A shape or count that doesn't fit ends the cell with a `PlotError`.
            func attentionHeads(_ attention: Tensor, tokens: [String], headNames: [String]? = nil, title: String = "") -> AttentionHeads
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: [String].self)
            let value2 = try call.value(2, as: [String]?.self)
            let value3 = try call.value(3, as: String.self)
            return attentionHeads(value0, tokens: value1, headNames: value2, title: value3).toCell()
        }
    }

    private func bindPlots_Plots_HeatMap() {
        bind(
            "heatMap",
            """
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
            /// Another number of axes or names ends the cell with a `PlotError`.
            func heatMap(_ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, yTicks: [String]? = nil, midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false) -> HeatMap
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: Double.self)
            let value7 = try call.value(7, as: ClosedRange<Double>?.self)
            let value8 = try call.value(8, as: Bool.self)
            return heatMap(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, yTicks: value5, 
                midpoint: value6, range: value7, showValues: value8).toCell()
        }
        bind(
            "heatMaps",
            """
            /// Several matrices side by side on one colour scale, so that they can be compared.
            ///
            /// ```swift
            /// heatMaps([("resample", resampled), ("zero", zeroed)], xLabel: "Head", yLabel: "Layer")
            /// ```
            /// The parameters are those of `heatMap(_:title:xLabel:yLabel:xTicks:yTicks:midpoint:range:showValues:)`.
            func heatMaps(_ maps: [(title: String, values: Tensor)], xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, yTicks: [String]? = nil, midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false) -> HeatMap
            """
        ) { call in
            let value0 = try call.value(0, as: [HostPair<String, Tensor>].self).map { (title: $0.first, values: $0.second) }
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: Double.self)
            let value6 = try call.value(6, as: ClosedRange<Double>?.self)
            let value7 = try call.value(7, as: Bool.self)
            return heatMaps(
                value0, xLabel: value1, yLabel: value2, xTicks: value3, yTicks: value4, midpoint: value5, 
                range: value6, showValues: value7).toCell()
        }
    }

    private func bindPlots_Plots_Scatter() {
        bind(
            "scatterPlot",
            """
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
            /// Another number of values or names ends the cell with a `PlotError`.
            func scatterPlot(x: Tensor, y: Tensor, names: [String]? = nil, groups: [String]? = nil, color: Tensor? = nil, title: String = "", xLabel: String = "", yLabel: String = "", diagonal: Bool = false, logX: Bool = false, logY: Bool = false) -> ScatterPlot
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: [String]?.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: Tensor?.self)
            let value5 = try call.value(5, as: String.self)
            let value6 = try call.value(6, as: String.self)
            let value7 = try call.value(7, as: String.self)
            let value8 = try call.value(8, as: Bool.self)
            let value9 = try call.value(9, as: Bool.self)
            let value10 = try call.value(10, as: Bool.self)
            return scatterPlot(
                x: value0, y: value1, names: value2, groups: value3, color: value4, title: value5, xLabel: value6, 
                yLabel: value7, diagonal: value8, logX: value9, logY: value10).toCell()
        }
        bind(
            "scatterPlot",
            """
            /// Points whose numbers are at hand as arrays.
            ///
            /// ```swift
            /// scatterPlot(x: [1, 2, 3], y: [0.2, 0.5, 0.4], names: ["a", "b", "c"])
            /// ```
            /// The parameters are those of the call with tensors.
            func scatterPlot(x: [Double], y: [Double], names: [String]? = nil, groups: [String]? = nil, color: [Double]? = nil, title: String = "", xLabel: String = "", yLabel: String = "", diagonal: Bool = false, logX: Bool = false, logY: Bool = false) -> ScatterPlot
            """
        ) { call in
            let value0 = try call.value(0, as: [Double].self)
            let value1 = try call.value(1, as: [Double].self)
            let value2 = try call.value(2, as: [String]?.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: [Double]?.self)
            let value5 = try call.value(5, as: String.self)
            let value6 = try call.value(6, as: String.self)
            let value7 = try call.value(7, as: String.self)
            let value8 = try call.value(8, as: Bool.self)
            let value9 = try call.value(9, as: Bool.self)
            let value10 = try call.value(10, as: Bool.self)
            return scatterPlot(
                x: value0, y: value1, names: value2, groups: value3, color: value4, title: value5, xLabel: value6, 
                yLabel: value7, diagonal: value8, logX: value9, logY: value10).toCell()
        }
        bind(
            "histogram",
            """
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
            /// More than 1,000 bins, or labels that don't fit, end the cell with a `PlotError`.
            func histogram(_ values: Tensor, bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = "", labels: [String]? = nil) -> Histogram
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: String.self)
            let value5 = try call.value(5, as: [String]?.self)
            return histogram(
                value0, bins: value1, title: value2, xLabel: value3, yLabel: value4, labels: value5).toCell()
        }
        bind(
            "histogram",
            """
            /// A histogram of numbers that are at hand as an array.
            func histogram(_ values: [Double], bins: Int = 20, title: String = "", xLabel: String = "", yLabel: String = "") -> Histogram
            """
        ) { call in
            let value0 = try call.value(0, as: [Double].self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: String.self)
            return histogram(value0, bins: value1, title: value2, xLabel: value3, yLabel: value4).toCell()
        }
        bind(
            "linePlot",
            """
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
            /// Another number of axes, places or names ends the cell with a `PlotError`.
            func linePlot(_ values: Tensor, x: [Double], title: String = "", xLabel: String = "", yLabel: String = "", logX: Bool = false, logY: Bool = false, labels: [String]? = nil) -> LinePlot
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: [Double].self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: String.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool.self)
            let value7 = try call.value(7, as: [String]?.self)
            return linePlot(
                value0, x: value1, title: value2, xLabel: value3, yLabel: value4, logX: value5, logY: value6, 
                labels: value7).toCell()
        }
    }

    private func bindPlots_Plots_Series() {
        bind(
            "linePlot",
            """
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
            /// Another number of axes or names ends the cell with a `PlotError`.
            func linePlot(_ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil, low: Tensor? = nil, high: Tensor? = nil) -> LinePlot
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let value7 = try call.value(7, as: Tensor?.self)
            return linePlot(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, labels: value5, low: value6, 
                high: value7).toCell()
        }
        bind(
            "linePlot",
            """
            /// A line through numbers.
            func linePlot(_ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil, low: [Double]? = nil, high: [Double]? = nil) -> LinePlot
            """
        ) { call in
            let value0 = try call.value(0, as: [Double].self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: [Double]?.self)
            let value7 = try call.value(7, as: [Double]?.self)
            return linePlot(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, labels: value5, low: value6, 
                high: value7).toCell()
        }
        bind(
            "linePlot",
            """
            /// One line per series.
            func linePlot(_ series: [[Double]], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil) -> LinePlot
            """
        ) { call in
            let value0 = try call.value(0, as: [[Double]].self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            return linePlot(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, labels: value5).toCell()
        }
        bind(
            "barChart",
            """
            /// Bars from zero, one per place; of several series, side by side.
            ///
            /// ```swift
            /// barChart(effects, title: "Direct effect", xLabel: "Head", xTicks: names)
            /// ```
            /// The parameters are those of `linePlot(_:title:xLabel:yLabel:xTicks:labels:)`.
            func barChart(_ values: Tensor, title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil, low: Tensor? = nil, high: Tensor? = nil) -> BarChart
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let value7 = try call.value(7, as: Tensor?.self)
            return barChart(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, labels: value5, low: value6, 
                high: value7).toCell()
        }
        bind(
            "barChart",
            """
            /// Bars for numbers.
            func barChart(_ values: [Double], title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil, low: [Double]? = nil, high: [Double]? = nil) -> BarChart
            """
        ) { call in
            let value0 = try call.value(0, as: [Double].self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: [Double]?.self)
            let value7 = try call.value(7, as: [Double]?.self)
            return barChart(
                value0, title: value1, xLabel: value2, yLabel: value3, xTicks: value4, labels: value5, low: value6, 
                high: value7).toCell()
        }
        bind(
            "table",
            """
            /// Rows of text under column names.
            ///
            /// ```swift
            /// table([["L9H9", "0.26"]], columns: ["head", "effect"])
            /// ```
            /// Short rows are filled up with empty cells. A long table is shown by its first and last rows; `Table/toCSV()` has
            /// them all.
            func table(_ rows: [[String]], columns: [String], title: String = "") -> Table
            """
        ) { call in
            try table(
                call.value(0, as: [[String]].self), columns: call.value(1, as: [String].self), 
                title: call.value(2, as: String.self)).toCell()
        }
    }

    private func bindPlots_ProgressBar() {
        type(
            "ProgressBar", ProgressBar.self,
            doc: """
            A bar that grows while work is done, for work that isn't a loop over a sequence.

            ```swift
            let bar = ProgressBar(total: 144, title: "Heads")
            for layer in 0..<12 { for head in 0..<12 { …; bar.advance() } }
            bar.finish()
            ```
            It shows itself at once and redraws at most ten times a second; `finish()` always does, and so does the end of a
            cell. A later cell may move it on. For loops there is `progress(_:title:total:)`.
            """,
            conforms: ["UnfinishedDisplay"],
            isReference: true)
        bind(
            "init", on: "ProgressBar",
            """
            /// Shows an empty bar. Without a `total` it counts.
            init(total: Int?, title: String = "")
            """
        ) { call in
            try ProgressBar(total: call.value(0, as: Int?.self), title: call.value(1, as: String.self)).toCell()
        }
        bind(
            "advance", on: "ProgressBar",
            """
            /// Says that `steps` more are done.
            func advance(by steps: Int = 1)
            """
        ) { call in
            try call.value(0, as: ProgressBar.self).advance(by: call.value(1, as: Int.self))
            return .void
        }
        bind(
            "finish", on: "ProgressBar",
            """
            /// Shows the last state, done or stopped early, without times. Further calls do nothing.
            func finish()
            """
        ) { call in
            try call.value(0, as: ProgressBar.self).finish()
            return .void
        }
    }

    private func bindPlots_ScatterPlot() {
        type(
            "ScatterPlot", ScatterPlot.self,
            doc: """
            Points by two numbers each, such as one ablation's effect against another's.

            ```swift
            scatterPlot(x: zero, y: resample, names: model.allHeadLabels, xLabel: "zero", yLabel: "resample", diagonal: true)
            ```
            In a notebook a point's name and numbers show on hover; the arrow keys do the same, from left to right.
            """)
        bind(
            "mimeBundle", on: "ScatterPlot",
            """
            /// HTML, PNG and text of the picture. The same values always give the same bytes.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: ScatterPlot.self).mimeBundle.toCell()
        }
    }

    private func bindPlots_Table_Text() {
        bind(
            "toCSV", on: "Table",
            """
            /// The table as comma-separated text, its columns' names first.
            ///
            /// ```swift
            /// try saveText(table(rows, columns: ["head", "effect"]).toCSV(), to: "heads.csv")
            /// ```
            func toCSV() -> String
            """
        ) { call in
            try call.value(0, as: Table.self).toCSV().toCell()
        }
        bind(
            "toJSON", on: "Table",
            """
            /// The table as a JSON array with an object per row; cells are strings.
            func toJSON() -> String
            """
        ) { call in
            try call.value(0, as: Table.self).toJSON().toCell()
        }
    }

    private func bindPlots_Table() {
        type(
            "Table", Table.self,
            doc: """
            Rows and columns of text, shown as a table.

            ```swift
            table([["L9H9", "0.26"], ["L10H7", "-0.48"]], columns: ["head", "effect"])
            ```
            Columns of numbers are aligned to the right. Of a long table the first and the last rows are shown.
            """)
        bind(
            "mimeBundle", on: "Table",
            """
            /// An HTML table that front ends style as their own, and aligned text.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: Table.self).mimeBundle.toCell()
        }
    }
}
