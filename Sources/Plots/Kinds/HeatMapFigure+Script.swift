extension HeatMapFigure {
    /// More cells than this are shown with the 253 levels of their colours instead of their own numbers.
    static let mostExactCells = 10_000

    /// Hover and arrow keys: the cell's place and value, as plotly says them.
    func script(_ layout: HeatMapLayout) throws -> String {
        let cells = layout.panels.reduce(0) { $0 + $1.drawn.values.count }
        let isExact = cells <= Self.mostExactCells
        return "const D=\(try data(layout, isExact: isExact));\n" + Script.tooltip + Script.keyboard
            + (isExact ? "" : Script.images) + Script.heatmap
    }

    private func data(_ layout: HeatMapLayout, isExact: Bool) throws -> String {
        let panels = layout.panels.map { placed in
            let frame = placed.frame
            var fields = [
                "\"x\":\(number(frame.x))", "\"y\":\(number(frame.y))", "\"w\":\(number(frame.width))",
                "\"h\":\(number(frame.height))", "\"r\":\(placed.drawn.rows)", "\"c\":\(placed.drawn.columns)",
                "\"rb\":\(placed.rowBlock)", "\"cb\":\(placed.columnBlock)",
                "\"R\":\(placed.panel.grid.rows)", "\"C\":\(placed.panel.grid.columns)",
            ]
            if isExact { fields.append("\"v\":[\(Self.numbers(placed.drawn.values))]") }
            return "{\(fields.joined(separator: ","))}"
        }
        let ticks = try [("xt", xTicks), ("yt", yTicks)].compactMap { name, labels in
            try labels.map { "\"\(name)\":\(try Markup.script($0)),\n" }
        }
        return
            "{\"x\":\(Markup.script(xLabel.isEmpty ? "x" : xLabel)),\"y\":\(Markup.script(yLabel.isEmpty ? "y" : yLabel)),"
            + ticks.joined() + "\"w\":\(number(layout.width.rounded(.up))),\"h\":\(number(layout.height.rounded(.up))),"
            + (isExact ? "" : ends(layout.scale)) + "\"p\":[\(panels.joined(separator: ","))]}"
    }

    private func number(_ value: Double) -> String { NumberText.coordinate(value) }

    /// What the levels of colours begin and end with.
    private func ends(_ scale: DivergingScale) -> String {
        "\"lo\":\(NumberText.significant(scale.midpoint - scale.reach, 5)),"
            + "\"hi\":\(NumberText.significant(scale.midpoint + scale.reach, 5)),"
    }

    private static func numbers(_ values: [Float]) -> String {
        let largest = NumberText.largest(of: values.lazy.map(Double.init))
        return values.map { value in
            let text = NumberText.significant(Double(value), besides: largest)
            return value.isFinite ? text : "\"\(text)\""
        }.joined(separator: ",")
    }
}
