internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// The same cache with some of its prompts: an integer takes one and removes the batch axis, a range or a list
    /// takes several.
    ///
    /// ```swift
    /// let first = try cache.slicingBatchDim(0)             // ["z", 0] is [position, head, d_head]
    /// let some = try cache.slicingBatchDim([0, 2, 4])
    /// ```
    /// - Throws: `TensorError` for a prompt that there is not.
    public func slicingBatchDim(_ slice: any TensorIndex) throws -> ActivationCache {
        var result = ActivationCache()
        (result.expand, result.source) = (expand, source)
        for (name, activation) in self { result.record(try Fault.catching { activation[slice] }, as: name) }
        return result
    }

    /// The bytes of each activation, in the order of ``keys``.
    ///
    /// ```swift
    /// try cache.byteCounts.max { $0.bytes < $1.bytes }        // what takes most
    /// ```
    public var byteCounts: [(name: String, bytes: Int)] { map { ($0.name, $0.activation.byteCount) } }
}
