extension XYFigure {
    private var kind: String { marks == .points ? "scatter plot" : marks == .lines ? "line plot" : "histogram" }
    private var size: String {
        "\(NumberText.counted(count, marks == .columns ? "bin" : "point")) in \(series.count) series"
    }

    func alternative() -> String {
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        return (title.isEmpty ? name : "\(name): \(title)") + " (\(size))"
    }

    /// The marks themselves where they are few; else the extent, and those that stand out.
    func plainText() throws -> String {
        var lines = [(title.isEmpty ? "" : title + "\n") + "\(kind), \(size)"]
        for one in series.prefix(SeriesFigure.mostInLegend) {
            let points = one.points.filter { $0.x.isFinite && $0.y.isFinite }
            let name = one.name.isEmpty ? "" : one.name + ": "
            if points.count <= 16 {
                lines.append(name + points.map(short).joined(separator: ", "))
            } else {
                let highest = points.sorted { abs($0.y) > abs($1.y) }.prefix(5)
                lines.append(name + "farthest from zero: " + highest.map(short).joined(separator: ", "))
            }
        }
        return lines.joined(separator: "\n")
    }

    private func short(_ mark: Mark) -> String {
        func number(_ value: Double) -> String { NumberText.significant(value, 3) }
        if let end = mark.end { return "\(number(mark.x)) to \(number(end)): \(number(mark.y))" }
        return (mark.name.isEmpty ? "" : mark.name + " ") + "(\(number(mark.x)), \(number(mark.y)))"
    }

    /// What is said of a mark that is pointed at.
    func said(of mark: Mark, in index: Int) -> String {
        func number(_ value: Double) -> String { NumberText.significant(value) }
        let (x, y) = (xLabel.isEmpty ? "x" : xLabel, yLabel.isEmpty ? (marks == .columns ? "count" : "y") : yLabel)
        var lines = [mark.name, series.count > 1 ? series[index].name : ""].filter { !$0.isEmpty }
        lines.append("\(x): \(number(mark.x))" + (mark.end.map { " to \(number($0))" } ?? ""))
        lines.append("\(y): \(number(mark.y))")
        if let value = mark.value { lines.append("colour: \(number(value))") }
        return lines.joined(separator: "\n")
    }
}
