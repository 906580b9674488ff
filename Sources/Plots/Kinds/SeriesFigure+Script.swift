extension SeriesFigure {
    /// Hover and arrow keys: all series at the nearest place.
    func script(_ layout: SeriesLayout) throws -> String {
        let frame = layout.frame
        let values = series.map { "[" + $0.map(Self.number).joined(separator: ",") + "]" }.joined(separator: ",")
        let names = series.indices.map { label($0).isEmpty ? (yLabel.isEmpty ? "y" : yLabel) : label($0) }
        let fields = try [
            "\"x\":\(Markup.script(xLabel.isEmpty ? "x" : xLabel))",
            "\"names\":\(try Markup.script(names))",
            xTicks.map { "\"ticks\":\(try Markup.script($0))" },
            "\"w\":\(NumberText.coordinate(layout.width.rounded(.up)))",
            "\"h\":\(NumberText.coordinate(layout.height.rounded(.up)))",
            "\"first\":\(NumberText.significant(layout.x(0), 8))", "\"step\":\(NumberText.significant(layout.step, 8))",
            "\"top\":\(NumberText.coordinate(frame.y))", "\"bottom\":\(NumberText.coordinate(frame.bottom))",
            "\"n\":\(places)", "\"v\":[\(values)]", intervalsText,
        ].compactMap { $0 }
        return "const D={\(fields.joined(separator: ","))};\n" + Script.tooltip + Script.keyboard + Script.series
    }

    /// Nil where there are none: `"i":[[[0.1,0.3],…],…]`.
    private var intervalsText: String? {
        guard let intervals else { return nil }
        let rows = series.indices.map { index in
            let pairs = series[index].indices.map { place in
                let (low, high) = intervals.at(index, place)
                return "[\(Self.number(low)),\(Self.number(high))]"
            }
            return "[\(pairs.joined(separator: ","))]"
        }
        return "\"i\":[\(rows.joined(separator: ","))]"
    }

    private static func number(_ value: Double) -> String {
        let text = NumberText.significant(value)
        return value.isFinite ? text : "\"\(text)\""
    }
}
