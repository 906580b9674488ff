public import CellInterpreter
internal import SwiftLens

extension HeatMap: HostObject {}
extension AttentionHeads: HostObject {}
extension LinePlot: HostObject {}
extension BarChart: HostObject {}
extension ScatterPlot: HostObject {}
extension Histogram: HostObject {}
extension Table: HostObject {}
extension MIMEBundle: HostObject {}
extension MIMEType: HostObject {}

extension HostLibrary {
    /// Pictures, tables, progress, and showing them.
    func bindPlots() {
        type("HeatMap", HeatMap.self, doc: "A picture of a matrix: red below the midpoint, blue above.")
        type(
            "AttentionHeads", AttentionHeads.self, doc: "Attention patterns: heads as thumbnails, one of them enlarged."
        )
        type("LinePlot", LinePlot.self, doc: "Lines over a common axis.")
        type("BarChart", BarChart.self, doc: "Bars over a common axis.")
        type("ScatterPlot", ScatterPlot.self, doc: "Points by two numbers each.")
        type("Histogram", Histogram.self, doc: "How often values fall into stretches of the same length.")
        type("Table", Table.self, doc: "Rows under column headings.")
        type(
            "MIMEBundle", MIMEBundle.self,
            doc: "One thing in several representations, of which a front end shows the richest.")
        type("MIMEType", MIMEType.self, doc: "The format of a representation: `.html`, `.markdown`, `.svg`, ….")
        bindHeatMaps()
        bindCharts()
        bindScatterPlots()
        bindShowing()
        bindProgress()
    }

    private func bindHeatMaps() {
        let options = """
            xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, yTicks: [String]? = nil, \
            midpoint: Double = 0, range: ClosedRange<Double>? = nil, showValues: Bool = false
            """
        declare(
            """
            /// A picture of a matrix of shape [row, column], row 0 on top: `heatMap(scores, title: "Scores", xLabel: "Head", yLabel: "Layer")`.
            ///
            /// Red below `midpoint`, blue above, as plotly's RdBu; the value shows when the pointer rests on a cell.
            func heatMap(_ values: Tensor, title: String = "", \(options)) -> HeatMap
            """
        ) {
            (
                values: Tensor, title: String, xLabel: String, yLabel: String, xTicks: [String]?, yTicks: [String]?,
                midpoint: Double, range: ClosedRange<Double>?, showValues: Bool
            ) in
            heatMap(
                values, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, yTicks: yTicks,
                midpoint: midpoint, range: range, showValues: showValues)
        }
        declare(
            """
            /// Several matrices of shape [row, column] side by side on one colour scale: `heatMaps([("zero", a), ("mean", b)])`.
            func heatMaps(_ maps: [(title: String, values: Tensor)], \(options)) -> HeatMap
            """
        ) {
            (
                maps: [HostPair<String, Tensor>], xLabel: String, yLabel: String, xTicks: [String]?, yTicks: [String]?,
                midpoint: Double, range: ClosedRange<Double>?, showValues: Bool
            ) in
            heatMaps(
                maps.map { (title: $0.first, values: $0.second) }, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks,
                yTicks: yTicks, midpoint: midpoint, range: range, showValues: showValues)
        }
        declare(
            """
            /// Attention patterns of shape [head, position (destination), position (source)] to look at: `attentionHeads(pattern, tokens: labels)`.
            func attentionHeads(_ attention: Tensor, tokens: [String], headNames: [String]? = nil, title: String = "") -> AttentionHeads
            """
        ) { (attention: Tensor, tokens: [String], headNames: [String]?, title: String) in
            attentionHeads(attention, tokens: tokens, headNames: headNames, title: title)
        }
    }

    private func bindCharts() {
        let options = """
            title: String = "", xLabel: String = "", yLabel: String = "", xTicks: [String]? = nil, labels: [String]? = nil
            """
        // From where to where each value may lie.
        func ends(_ type: String) -> String { ", low: \(type)? = nil, high: \(type)? = nil" }
        declare(
            """
            /// Lines through values of shape [x] or [series, x]: `linePlot(differences, xTicks: labels)`.
            func linePlot(_ values: Tensor, \(options)\(ends("Tensor"))) -> LinePlot
            """
        ) {
            (
                values: Tensor, title: String, xLabel: String, yLabel: String, xTicks: [String]?, labels: [String]?,
                low: Tensor?, high: Tensor?
            ) in
            linePlot(
                values, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels, low: low,
                high: high)
        }
        declare(
            "/// A line through values: `linePlot([0.2, 0.5, 0.4])`.\nfunc linePlot(_ values: [Double], \(options)\(ends("[Double]"))) -> LinePlot"
        ) {
            (
                values: [Double], title: String, xLabel: String, yLabel: String, xTicks: [String]?, labels: [String]?,
                low: [Double]?, high: [Double]?
            ) in
            linePlot(
                values, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels, low: low,
                high: high)
        }
        declare(
            "/// A line for each row of values: `linePlot([[1, 2], [3, 4]], labels: [\"a\", \"b\"])`.\nfunc linePlot(_ series: [[Double]], \(options)) -> LinePlot"
        ) {
            (
                series: [[Double]], title: String, xLabel: String, yLabel: String, xTicks: [String]?, labels: [String]?
            ) in
            linePlot(series, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels)
        }
        declare(
            "/// Bars for values of shape [x] or [series, x]: `barChart(attributions, xTicks: model.allHeadLabels)`.\nfunc barChart(_ values: Tensor, \(options)\(ends("Tensor"))) -> BarChart"
        ) {
            (
                values: Tensor, title: String, xLabel: String, yLabel: String, xTicks: [String]?, labels: [String]?,
                low: Tensor?, high: Tensor?
            ) in
            barChart(
                values, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels, low: low,
                high: high)
        }
        declare(
            "/// Bars for values: `barChart([0.2, 0.5, 0.4])`.\nfunc barChart(_ values: [Double], \(options)\(ends("[Double]"))) -> BarChart"
        ) {
            (
                values: [Double], title: String, xLabel: String, yLabel: String, xTicks: [String]?, labels: [String]?,
                low: [Double]?, high: [Double]?
            ) in
            barChart(
                values, title: title, xLabel: xLabel, yLabel: yLabel, xTicks: xTicks, labels: labels, low: low,
                high: high)
        }
        declare(
            """
            /// Rows under column headings: `table([["L9H9", "0.41"]], columns: ["head", "score"])`.
            func table(_ rows: [[String]], columns: [String], title: String = "") -> Table
            """
        ) { (rows: [[String]], columns: [String], title: String) in table(rows, columns: columns, title: title) }
        declare(
            "/// The table as comma-separated text, its columns' names first: `try saveText(sheet.toCSV(), to: \"heads.csv\")`.\nfunc toCSV() -> String",
            on: "Table"
        ) {
            (table: Table) in table.toCSV()
        }
        declare(
            "/// The table as a JSON array with an object per row: `try saveText(sheet.toJSON(), to: \"heads.json\")`.\nfunc toJSON() -> String",
            on: "Table"
        ) {
            (table: Table) in table.toJSON()
        }
    }

    private func bindShowing() {
        declare(
            "/// Shows a picture, a table or a tensor now: `display(heatMap(scores))`.\nfunc display(_ value: any Displayable)"
        ) { (value: HostAny<any Displayable>) in display(value.value) }
        bindBundles()
        declare(
            "/// Removes what this cell has shown so far: `clearOutput(wait: true)` does so when the next output comes.\nfunc clearOutput(wait: Bool = false)"
        ) { (wait: Bool) in clearOutput(wait: wait) }
    }

    /// Representations of one's own: `display(MIMEBundle(plain: "bold").with(.html, "<b>bold</b>"))`.
    private func bindBundles() {
        let types: [(String, MIMEType)] = [
            ("plain", .plain), ("html", .html), ("markdown", .markdown), ("png", .png), ("svg", .svg),
            ("latex", .latex),
        ]
        for (name, type) in types {
            declare("/// The format `\(type.rawValue)`.\nstatic let \(name): MIMEType", on: "MIMEType") { type }
        }
        declare("/// The type's name: \"text/html\".\nvar rawValue: String", on: "MIMEType") { (type: MIMEType) in
            type.rawValue
        }
        declare("/// Something to show, as text: `MIMEBundle(plain: \"done\")`.\ninit(plain: String)", on: "MIMEBundle")
        { (plain: String) in
            MIMEBundle(plain: plain)
        }
        declare("/// The text form.\nvar plain: String", on: "MIMEBundle") { (bundle: MIMEBundle) in bundle.plain }
        declare(
            """
            /// The same with one more representation: `MIMEBundle(plain: "bold").with(.html, "<b>bold</b>")`.
            func with(_ type: MIMEType, _ content: String, metadata json: String? = nil) -> MIMEBundle
            """, on: "MIMEBundle"
        ) { (bundle: MIMEBundle, type: MIMEType, content: String, json: String?) in
            bundle.with(type, content, metadata: json)
        }
        for name in [
            "HeatMap", "AttentionHeads", "LinePlot", "BarChart", "ScatterPlot", "Histogram", "Table", "Tensor",
        ] {
            declare(
                "/// What front ends are given to show: `value.mimeBundle.plain`.\nvar mimeBundle: MIMEBundle", on: name
            ) {
                (value: HostAny<any Displayable>) in value.value.mimeBundle
            }
        }
    }
}
