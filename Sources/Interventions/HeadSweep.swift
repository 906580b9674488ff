public import TensorCore

/// What a sweep over all heads measured: one map [layer, head] for each method, or [layer, head, batch] where the metric
/// gave a number for each prompt.
///
/// ```swift
/// sweep.maps[0][9, 6]        // the metric with head L9H6 replaced by the first method
/// ```
public struct HeadSweep: Sendable {
    /// The names of the methods, in the order in which they were given.
    public let methods: [String]
    /// The metric for each method: [layer, head], and behind them the axes of what the metric gives.
    ///
    /// `sweep.maps[0][9, 6].item()`
    public let maps: [Tensor]

    /// The map of the method called `method`; nil when there is none: `sweep["zero"]`.
    public subscript(method: String) -> Tensor? {
        methods.firstIndex(of: method).map { maps[$0] }
    }
}
