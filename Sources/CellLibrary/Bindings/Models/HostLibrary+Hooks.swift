internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindHooks() {
        declare(
            """
            /// A hook at the activation of that name: `Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }`.
            ///
            /// The activation may be changed in place or replaced by one of the same shape.
            init(_ name: String, _ body: (inout Tensor, HookPoint) throws -> Void)
            """, on: "Hook"
        ) { (name: String, body: CellFunction) in
            Hook(name) { activation, hook in try body.callInOut(&activation, hook) }
        }
        declare(
            """
            /// A hook at every activation whose name passes: `Hook({ $0.hasSuffix("hook_z") }) { z, hook in … }`.
            init(_ filter: (String) throws -> Bool, _ body: (inout Tensor, HookPoint) throws -> Void)
            """, on: "Hook"
        ) { (filter: CellFunction, body: CellFunction) in
            Hook({ name in try filter(name) }) { activation, hook in try body.callInOut(&activation, hook) }
        }
        declare("/// The hook's name, such as `blocks.3.attn.hook_z`.\nvar name: String", on: "HookPoint") {
            (hook: HookPoint) in hook.name
        }
        declare("/// The layer in the name, nil outside the blocks.\nvar layer: Int?", on: "HookPoint") {
            (hook: HookPoint) in hook.layer
        }
        declare(
            """
            /// A hook's full name from its short one: `actName("z", 3)` is `blocks.3.attn.hook_z`.
            func actName(_ name: String, _ layer: Int? = nil, _ layerType: String? = nil) -> String
            """
        ) { (name: String, layer: Int?, layerType: String?) in actName(name, layer, layerType) }
        declare(
            "/// Adds a hook that stays until `resetHooks()`.\nfunc addHook(_ hook: Hook, isPermanent: Bool = false, prepend: Bool = false) throws",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, hook: Hook, isPermanent: Bool, prepend: Bool) in
            try model.addHook(hook, isPermanent: isPermanent, prepend: prepend)
        }
        declare(
            "/// Removes the hooks that were added.\nfunc resetHooks(includingPermanent: Bool = false)", on: "HookedTransformer"
        ) { (model: HookedTransformer, permanent: Bool) in model.resetHooks(includingPermanent: permanent) }
        declare("/// The names of all hook points that fire.\nvar hookNames: [String]", on: "HookedTransformer") {
            (model: HookedTransformer) in model.hookNames
        }
        completions(of: "Hook.init", argument: 0) { request in
            guard let model = request.variable("model"), let model = try? HookedTransformer.fromCell(model) else { return [] }
            return model.hookNames.filter { $0.hasPrefix(request.text) }
        }
        let switches: [(String, String, (HookedTransformer, Bool) -> Void)] = [
            ("setUseAttnResult", "what each head writes, `attn.hook_result`", { $0.setUseAttnResult($1) }),
            ("setUseSplitQKVInput", "the inputs of queries, keys and values per head", { $0.setUseSplitQKVInput($1) }),
            ("setUseAttnIn", "the attention's input per head, `hook_attn_in`", { $0.setUseAttnIn($1) }),
            ("setUseHookMLPIn", "the neurons' input, `hook_mlp_in`", { $0.setUseHookMLPIn($1) }),
        ]
        for (name, words, body) in switches {
            declare("/// Switches on or off \(words).\nfunc \(name)(_ isOn: Bool)", on: "HookedTransformer") {
                (model: HookedTransformer, isOn: Bool) in body(model, isOn)
            }
        }
    }

    func bindCaches() {
        declare(
            """
            /// An activation by its hook name or a short one: `try cache["blocks.3.attn.hook_z"]`.
            subscript(_ name: String) -> Tensor { get throws }
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, name: String) in try cache[name] }
        declare(
            """
            /// An activation by short name and layer, −1 for the last: `try cache["attn", -1]`.
            subscript(_ name: String, _ layer: Int, _ layerType: String? = nil) -> Tensor { get throws }
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, name: String, layer: Int, type: String?) in try cache[name, layer, type] }
        declare("/// The hook names in firing order.\nvar keys: [String]", on: "ActivationCache") {
            (cache: ActivationCache) in cache.keys
        }
        declare("/// The number of activations.\nvar count: Int", on: "ActivationCache") { (cache: ActivationCache) in cache.count }
        declare("/// The memory of all activations, in bytes.\nvar byteCount: Int", on: "ActivationCache") {
            (cache: ActivationCache) in cache.byteCount
        }
        declare("/// Whether an activation of that name was kept.\nfunc contains(_ name: String) -> Bool", on: "ActivationCache") {
            (cache: ActivationCache, name: String) in cache.contains(name)
        }
        declare(
            "/// The same activations without the batch axis; refused for more than one prompt.\nfunc removingBatchDim() throws -> ActivationCache",
            on: "ActivationCache"
        ) { (cache: ActivationCache) in try cache.removingBatchDim() }
        declare("/// Writes all activations into a safetensors file.\nfunc save(to path: String) throws", on: "ActivationCache") {
            (cache: ActivationCache, path: String) in try cache.save(to: path)
        }
        completions(of: "ActivationCache.subscript", argument: 0) { request in
            guard let receiver = request.receiver, let cache = try? ActivationCache.fromCell(receiver) else { return [] }
            return cache.keys.filter { $0.hasPrefix(request.text) }
        }
    }

    func bindWeights() {
        let weights: [(String, String, KeyPath<HookedTransformer, Tensor>)] = [
            ("W_E", "The embedding [d_vocab, d_model].", \.W_E), ("W_pos", "The position embedding [n_ctx, d_model].", \.W_pos),
            ("W_U", "The unembedding [d_model, d_vocab].", \.W_U), ("b_U", "The unembedding's bias [d_vocab].", \.b_U),
            ("W_Q", "All query matrices [layer, head, d_model, d_head].", \.W_Q),
            ("W_K", "All key matrices [layer, head, d_model, d_head].", \.W_K),
            ("W_V", "All value matrices [layer, head, d_model, d_head].", \.W_V),
            ("W_O", "All output matrices [layer, head, d_head, d_model].", \.W_O),
            ("b_Q", "All query biases [layer, head, d_head].", \.b_Q), ("b_K", "All key biases [layer, head, d_head].", \.b_K),
            ("b_V", "All value biases [layer, head, d_head].", \.b_V), ("b_O", "All output biases [layer, d_model].", \.b_O),
            ("W_in", "All matrices into the neurons [layer, d_model, d_mlp].", \.W_in),
            ("b_in", "All biases of the neurons [layer, d_mlp].", \.b_in),
            ("W_out", "All matrices out of the neurons [layer, d_mlp, d_model].", \.W_out),
            ("b_out", "All biases after the neurons [layer, d_model].", \.b_out),
        ]
        for (name, sentence, path) in weights {
            declare("/// \(sentence)\nvar \(name): Tensor", on: "HookedTransformer") { (model: HookedTransformer) in
                model[keyPath: path]
            }
        }
    }
}
