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
        let end = try CacheReader.end(layer, of: layerCount)
        let activations = try (0..<end).map { try self[name, $0, layerType] }
        return try Fault.catching { activations.isEmpty ? Tensor.zeros([0]) : Tensor.stack(activations) }
    }
}
