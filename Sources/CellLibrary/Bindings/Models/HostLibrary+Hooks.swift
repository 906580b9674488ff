internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindHooks() {
        declare(
            """
            /// A hook at the activation of that name: `Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }`.
            ///
            /// The activation, here [batch, position, head, d_head], may be changed in place or replaced by one of its shape.
            init(_ name: String, _ body: (inout Tensor, HookPoint) throws -> Void)
            """, on: "Hook"
        ) { (name: String, body: CellFunction) in
            Hook(name) { activation, hook in try body.callInOut(&activation, hook, ifLost: Tensor(0)) }
        }
        declare(
            """
            /// A hook at every activation whose name passes: `Hook({ $0.hasSuffix("hook_z") }) { z, hook in … }`.
            ///
            /// The activation, here [batch, position, head, d_head], may be changed in place or replaced by one of its shape.
            init(_ filter: (String) throws -> Bool, _ body: (inout Tensor, HookPoint) throws -> Void)
            """, on: "Hook"
        ) { (filter: CellFunction, body: CellFunction) in
            Hook({ name in try filter(name) }) { activation, hook in
                try body.callInOut(&activation, hook, ifLost: Tensor(0))
            }
        }
        declare("/// The hook's name, such as `blocks.3.attn.hook_z`.\nvar name: String", on: "HookPoint") {
            (hook: HookPoint) in hook.name
        }
        declare(
            "/// The hook point of that full name: `HookPoint(\"blocks.3.attn.hook_z\").layer` is 3.\ninit(_ name: String)",
            on: "HookPoint"
        ) {
            (name: String) in HookPoint(name)
        }
        declare("/// The layer in the name, nil outside the blocks.\nvar layer: Int?", on: "HookPoint") {
            (hook: HookPoint) in hook.layer
        }
        bindHookContexts()
        declare(
            """
            /// A hook's full name from its short one: `actName("z", 3)` is `blocks.3.attn.hook_z`.
            func actName(_ name: String, _ layer: Int? = nil, _ layerType: String? = nil) -> String
            """
        ) { (name: String, layer: Int?, layerType: String?) in actName(name, layer, layerType) }
        declare(
            "/// The names of all hook points that fire: `model.hookNames.filter { $0.hasSuffix(\"hook_z\") }`.\nvar hookNames: [String]",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer) in model.hookNames
        }
        bindStandingHooks()
        bindHookSwitches()
    }

    private func bindHookContexts() {
        declare(
            "/// What hooks remember at this point from run to run: `hook.ctx[\"sum\"] = sum`.\nvar ctx: HookContext",
            on: "HookPoint"
        ) { (hook: HookPoint) in hook.ctx }
        declare(
            """
            /// A tensor that a hook kept, nil where there is none: `hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + z`.
            subscript(_ name: String) -> Tensor? { get set }
            """, on: "HookContext", get: { (context: HookContext, name: String) in context[name] },
            set: { (context: inout HookContext, name: String, new: Tensor?) in context[name] = new })
        declare("/// The names of what was kept.\nvar keys: [String]", on: "HookContext") {
            (context: HookContext) in context.keys
        }
        declare(
            "/// Forgets everything that was kept: `hook.ctx.removeAll()`.\nfunc removeAll()", on: "HookContext"
        ) { (context: HookContext) in context.removeAll() }
        declare(
            "/// The hook points that fire, by name: `model.hookDict[\"hook_embed\"]?.ctx[\"sum\"]`.\nvar hookDict: [String: HookPoint]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer) in model.hookDict }
    }

    private func bindStandingHooks() {
        declare(
            "/// Adds a hook that fires in every run until `resetHooks()`: `try model.addHook(hook)`.\nfunc addHook(_ hook: Hook, isPermanent: Bool = false, prepend: Bool = false) throws",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, hook: Hook, isPermanent: Bool, prepend: Bool) in
            try model.addHook(hook, isPermanent: isPermanent, prepend: prepend)
        }
        declare(
            """
            /// Removes the hooks that were added, and what hooks kept in `ctx`: `model.resetHooks()`.
            func resetHooks(includingPermanent: Bool = false, clearContexts: Bool = true)
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, permanent: Bool, contexts: Bool) in
            model.resetHooks(includingPermanent: permanent, clearContexts: contexts)
        }
        declare(
            """
            /// Runs a closure with hooks that fire in every run inside it, and takes them away afterwards.
            ///
            /// `let (logits, cache) = try model.withHooks([ablation]) { try model.runWithCache(tokens) }`
            func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) throws -> Result
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, hooks: [Hook], body: CellFunction) -> CellValue in
            try model.withHooks(hooks) { try body.call() }
        }
    }

    private func bindHookSwitches() {
        let switches: [(String, String, (HookedTransformer, Bool) -> Void)] = [
            ("setUseAttnResult", "what each head writes, `attn.hook_result`", { $0.setUseAttnResult($1) }),
            ("setUseSplitQKVInput", "the inputs of queries, keys and values per head", { $0.setUseSplitQKVInput($1) }),
            ("setUseAttnIn", "the attention's input per head, `hook_attn_in`", { $0.setUseAttnIn($1) }),
            ("setUseHookMLPIn", "the neurons' input, `hook_mlp_in`", { $0.setUseHookMLPIn($1) }),
            ("setUseHookUnembed", "the point that shows the logits, `hook_unembed`", { $0.setUseHookUnembed($1) }),
        ]
        for (name, words, body) in switches {
            declare(
                "/// Switches on or off \(words): `model.\(name)(true)`.\nfunc \(name)(_ isOn: Bool)",
                on: "HookedTransformer"
            ) {
                (model: HookedTransformer, isOn: Bool) in body(model, isOn)
            }
        }
    }
}
