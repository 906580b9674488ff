public import Interventions
public import Plots
internal import TensorCore

extension HeadSweep {
    /// The maps of all methods side by side, on one colour scale: layers downwards, heads across. Of a metric per
    /// prompt the mean over the prompts is shown.
    ///
    /// ```swift
    /// try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)], metric: metric).heatMaps()
    /// ```
    public func heatMaps(title: String = "") -> HeatMap {
        let titles = methods.map { title.isEmpty ? $0 : "\(title): \($0)" }
        return Plots.heatMaps(
            zip(titles, maps).map { (title: $0, values: Self.mean($1)) }, xLabel: "Head", yLabel: "Layer")
    }

    private static func mean(_ map: Tensor) -> Tensor {
        map.ndim <= 2 ? map : map.reshaped(map.shape.prefix(2) + [-1]).mean(dim: -1)
    }
}
