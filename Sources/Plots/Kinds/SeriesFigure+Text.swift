extension SeriesFigure {
    private var kind: String { marks == .bars ? "bar chart" : "line plot" }

    private var size: String { "\(series.count) series, \(NumberText.counted(places, "place"))" }

    func alternative() -> String {
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        return (title.isEmpty ? name : "\(name): \(title)") + " (\(size))"
    }

    /// The values themselves where they are few; else each series' extent and where it peaks.
    func plainText() -> String {
        var lines = [(title.isEmpty ? "" : title + "\n") + "\(kind), \(size)"]
        for index in series.indices.prefix(16) {
            let name = label(index).isEmpty ? (yLabel.isEmpty ? "y" : yLabel) : label(index)
            lines.append("\(name): " + summary(of: series[index]))
        }
        if series.count > 16 { lines.append("… and \(series.count - 16) more series") }
        return lines.joined(separator: "\n")
    }

    private func summary(of values: [Double]) -> String {
        func short(_ value: Double) -> String { NumberText.significant(value, 3) }
        if values.count <= 16 {
            return values.enumerated().map { "\(xTick($0)) \(short($1))" }.joined(separator: ", ")
        }
        let finite = values.indices.filter { values[$0].isFinite }
        guard let least = finite.min(by: { values[$0] < values[$1] }),
            let most = finite.max(by: { values[$0] < values[$1] })
        else { return "no finite values" }
        return "from \(short(values[least])) at \(xTick(least)) to \(short(values[most])) at \(xTick(most))"
    }
}
