public import Interventions
public import Plots

extension HeadSweep {
    /// The maps of all methods side by side, on one colour scale: layers downwards, heads across.
    ///
    /// ```swift
    /// try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)], metric: metric).heatMaps()
    /// ```
    public func heatMaps(title: String = "") -> HeatMap {
        let titles = methods.map { title.isEmpty ? $0 : "\(title): \($0)" }
        return Plots.heatMaps(
            zip(titles, maps).map { (title: $0, values: $1) }, xLabel: "Head", yLabel: "Layer")
    }
}
