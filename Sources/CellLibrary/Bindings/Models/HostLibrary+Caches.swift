internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// What a run kept, and how to look into it.
    func bindCaches() {
        bindCacheEntries()
        bindCacheParts()
        bindCacheFiles()
    }

    private func bindCacheEntries() {
        declare(
            """
            /// An activation by its hook name or a short one: `try cache["blocks.3.attn.hook_z"]` is [batch, position, head, d_head].
            subscript(_ name: String) -> Tensor { get throws }
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, name: String) in try cache[name] }
        declare(
            """
            /// An activation by short name and layer, −1 for the last: `try cache["pattern", -1]` is [batch, head, position, position].
            subscript(_ name: String, _ layer: Int, _ layerType: String? = nil) -> Tensor { get throws }
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, name: String, layer: Int, type: String?) in try cache[name, layer, type] }
        declare(
            "/// The hook names in firing order: `cache.keys.filter { $0.hasSuffix(\"hook_z\") }`.\nvar keys: [String]",
            on: "ActivationCache"
        ) {
            (cache: ActivationCache) in cache.keys
        }
        declare(
            "/// The activations, in the order of `keys`: `cache.values[0].shape`.\nvar values: [Tensor]",
            on: "ActivationCache"
        ) {
            (cache: ActivationCache) in cache.values
        }
        declare("/// The number of activations.\nvar count: Int", on: "ActivationCache") { (cache: ActivationCache) in
            cache.count
        }
        declare("/// Whether nothing was kept.\nvar isEmpty: Bool", on: "ActivationCache") { (cache: ActivationCache) in
            cache.isEmpty
        }
        declare(
            "/// Whether an activation of that full name was kept: `cache.contains(actName(\"z\", 9))`.\nfunc contains(_ name: String) -> Bool",
            on: "ActivationCache"
        ) {
            (cache: ActivationCache, name: String) in cache.contains(name)
        }
        // `for (name, activation) in cache`
        sequence(on: "ActivationCache", element: "(name: String, activation: Tensor)") { (cache: ActivationCache) in
            cache.lazy.map { HostPair($0.name, $0.activation) }
        }
    }

    private func bindCacheParts() {
        declare("/// The memory of all activations, in bytes.\nvar byteCount: Int", on: "ActivationCache") {
            (cache: ActivationCache) in cache.byteCount
        }
        declare(
            """
            /// The memory of each activation, in the order of `keys`: `cache.byteCounts.max { $0.bytes < $1.bytes }`.
            var byteCounts: [(name: String, bytes: Int)]
            """, on: "ActivationCache"
        ) { (cache: ActivationCache) in cache.byteCounts.map { HostPair($0.name, $0.bytes) } }
        declare(
            """
            /// The same activations without the batch axis: `try cache.removingBatchDim()["z", 0]` is [position, head, d_head].
            ///
            /// Refused for more than one prompt.
            func removingBatchDim() throws -> ActivationCache
            """, on: "ActivationCache"
        ) { (cache: ActivationCache) in try cache.removingBatchDim() }
        declare(
            """
            /// Some of the prompts: `try cache.slicingBatchDim(0..<2)`; an integer takes one and removes the batch axis.
            func slicingBatchDim(_ slice: any TensorIndex) throws -> ActivationCache
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, slice: HostAny<any TensorIndex>) in try cache.slicingBatchDim(slice.value) }
    }

    private func bindCacheFiles() {
        declare(
            """
            /// A cache of activations of one's own, by name: `ActivationCache([("mine", z)])`; any shapes.
            init(_ activations: [(String, Tensor)] = [])
            """, on: "ActivationCache"
        ) { (pairs: [HostPair<String, Tensor>]) in ActivationCache(pairs.map { ($0.first, $0.second) }) }
        declare(
            "/// Writes all activations into a safetensors file: `try cache.save(to: \"cache.safetensors\")`.\nfunc save(to path: String) throws",
            on: "ActivationCache"
        ) { (cache: ActivationCache, path: String) in try cache.save(to: path) }
        declare(
            """
            /// Reads the activations of a safetensors file: `try ActivationCache(contentsOf: "cache.safetensors", model: model)`.
            ///
            /// The model is needed for what reads its weights, such as attributions.
            init(contentsOf path: String, model: HookedTransformer? = nil) throws
            """, on: "ActivationCache"
        ) { (path: String, model: HookedTransformer?) in try ActivationCache(contentsOf: path, model: model) }
    }
}
