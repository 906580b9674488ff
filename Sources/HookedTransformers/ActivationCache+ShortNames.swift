public import Hooks
public import TensorCore

extension ActivationCache {
    /// The activation that `actName(name, layer, layerType)` names; a negative layer counts from the last one.
    ///
    /// ```swift
    /// try cache["z", 3]                   // blocks.3.attn.hook_z
    /// try cache["attn", -1]               // the last layer's attention pattern
    /// try cache["scale", 0, "ln1"]        // blocks.0.ln1.hook_scale
    /// ```
    /// - Throws: ``HookError`` for a layer that there is not, or a name that the cache does not hold.
    public subscript(_ name: String, _ layer: Int, _ layerType: String? = nil) -> Tensor {
        get throws {
            let index = try Self.layer(layer, of: layerCount)
            let asked = "\(name), \(layer)" + (layerType.map { ", \($0)" } ?? "")
            return try activation(at: actName(name, index, layerType), asked: asked)
        }
    }

    /// The model that the activations were recorded from; nil when the cache was put together by hand.
    package var model: HookedTransformer? { source as? HookedTransformer }

    /// The model's number of layers, or one more than the largest layer in the cache.
    package var layerCount: Int {
        model?.cfg.nLayers ?? (keys.compactMap { HookPoint($0).layer }.max() ?? -1) + 1
    }
}
