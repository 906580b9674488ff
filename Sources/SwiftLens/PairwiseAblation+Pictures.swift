public import Interventions
public import Plots
internal import TensorCore

extension PairwiseAblation {
    /// The interactions of all heads as a map, one row and column per head.
    ///
    /// `pairs.heatMap()`
    public func heatMap() -> HeatMap {
        Plots.heatMap(
            interaction, title: "Interaction of two heads by \(method.rawValue), logit difference", xLabel: "Head",
            yLabel: "Head", xTicks: components, yTicks: components)
    }

    /// The strongest interactions as a table: `try pairs.table(10)`.
    public func table(_ count: Int = 10) throws -> Table {
        let rows = try top(count).map { pair in
            [
                pair.first, pair.second, Self.text(pair.interaction),
                pair.low.flatMap { low in pair.high.map { "\(Self.text(low)) … \(Self.text($0))" } } ?? "",
                Self.text(pair.together), Self.text(pair.firstAlone), Self.text(pair.secondAlone),
                pair.layerNormPart.map(Self.text) ?? "",
            ]
        }
        return Plots.table(
            rows,
            columns: ["first", "second", "interaction", "95 %", "together", "first", "second", "last norm alone"])
    }

    private static func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
