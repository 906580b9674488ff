public import TensorCore

/// What a sweep over all heads measured: one map [layer, head] for each method.
///
/// ```swift
/// sweep.maps[0][9, 6]        // the metric with head L9H6 replaced by the first method
/// ```
public struct HeadSweep: Sendable {
    /// The names of the methods, in the order in which they were given.
    public let methods: [String]
    /// The metric for each method, [layer, head].
    public internal(set) var maps: [Tensor]

    init(methods: [String], layers: Int, heads: Int) {
        self.methods = methods
        maps = methods.map { _ in Tensor.zeros([layers, heads]) }
    }

    /// The map of the method called `method`; nil when there is none.
    public subscript(method: String) -> Tensor? {
        methods.firstIndex(of: method).map { maps[$0] }
    }
}
