/// Values counted by stretches of the same length, over all series the same ones.
struct Binning {
    let series: [XYFigure.Series]
    static let mostBins = 1000

    /// - Throws: ``PlotError``, and `Interrupted` when a stop was asked for.
    init(_ series: [ArraySlice<Float>], bins: Int, shape: [Int], labels: [String]?) throws {
        guard (1...Self.mostBins).contains(bins) else { throw PlotError.badBins(given: bins, limit: Self.mostBins) }
        if let labels, labels.count != series.count {
            throw PlotError.badCount(
                picture: "histogram", argument: "labels", given: labels.count, expected: series.count, shape: shape)
        }
        var (least, most) = (Float.infinity, -Float.infinity)
        for values in series {
            try Blocks.forEach(values.indices) { block in
                for value in values[block] where value.isFinite {
                    (least, most) = (min(least, value), max(most, value))
                }
            }
        }
        guard least <= most else {
            self.series = []
            return
        }
        // One value alone has a stretch around it.
        let (low, high) = least < most ? (Double(least), Double(most)) : (Double(least) - 0.5, Double(most) + 0.5)
        let length = high / Double(bins) - low / Double(bins)
        self.series = try series.enumerated().map { index, values in
            var counts = [Int](repeating: 0, count: bins)
            try Blocks.forEach(values.indices) { block in
                for value in values[block] where value.isFinite {
                    counts[min(bins - 1, max(0, Int((Double(value) - low) / length)))] += 1
                }
            }
            let columns = counts.indices.map { bin in
                XYFigure.Mark(
                    x: low + Double(bin) * length, y: Double(counts[bin]), end: low + Double(bin + 1) * length)
            }
            return XYFigure.Series(name: labels?[index] ?? (series.count > 1 ? "series \(index)" : ""), points: columns)
        }
    }
}

extension XYFigure {
    static func histogram(_ series: [Series], title: String, xLabel: String, yLabel: String) -> XYFigure {
        XYFigure(
            marks: .columns, title: title, xLabel: xLabel, yLabel: yLabel.isEmpty ? "count" : yLabel, series: series)
    }
}
