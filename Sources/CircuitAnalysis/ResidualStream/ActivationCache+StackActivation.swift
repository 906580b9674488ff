internal import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

extension ActivationCache {
    /// One activation of every layer: [layer, …]
    ///
    /// ```swift
    /// let patterns = try cache.stackActivation("pattern")             // [layer, batch, head, position, position]
    /// let scales = try cache.stackActivation("scale", layerType: "ln1")
    /// ```
    /// - Parameters:
    ///   - name: a short name, as `actName` understands it.
    ///   - layer: only the layers before it; nil and −1 mean all.
    ///   - layerType: the sub-module, where the name alone does not say it.
    /// - Throws: ``CacheAnalysisError/layerOutOfRange(_:layers:)``; `HookError` for an activation that the cache does
    ///   not hold.
    public func stackActivation(_ name: String, layer: Int? = nil, layerType: String? = nil) throws -> Tensor {
        let count = layerCount
        let end = layer.flatMap { $0 == -1 ? nil : $0 } ?? count
        guard (0...count).contains(end) else { throw CacheAnalysisError.layerOutOfRange(end, layers: count) }
        let activations = try (0..<end).map { try self[name, $0, layerType] }
        return try Fault.catching { activations.isEmpty ? Tensor.zeros([0]) : Tensor.stack(activations) }
    }
}
