// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Hooks; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension ActivationCache: HostObject {}
extension Hook: HostObject {}
extension HookContext: HostObject {}
extension HookError: HostObject {}
extension HookPoint: HostObject {}
extension NamesSelection: HostObject {}

extension HostLibrary {
    /// What Hooks offers to cells.
    func bindHooks() {
        bindHooks_ActivationCache_Batch()
        bindHooks_ActivationCache()
        bindHooks_Hook()
        bindHooks_HookContext()
        bindHooks_HookError()
        bindHooks_HookPoint()
        bindHooks_NamesFilter()
    }

    private func bindHooks_ActivationCache_Batch() {
        bind(
            "slicingBatchDim", on: "ActivationCache",
            """
            /// The same cache with some of its prompts: an integer takes one and removes the batch axis, a range or a list
            /// takes several.
            ///
            /// ```swift
            /// let first = try cache.slicingBatchDim(0)             // ["z", 0] is [position, head, d_head]
            /// let some = try cache.slicingBatchDim([0, 2, 4])
            /// ```
            /// - Throws: `TensorError` for a prompt that there is not.
            func slicingBatchDim(_ slice: any TensorIndex) throws -> ActivationCache
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).slicingBatchDim(call.value(1, as: HostAny<any TensorIndex>.self).value).toCell()
        }
        bind(
            "byteCounts", on: "ActivationCache",
            """
            /// The bytes of each activation, in the order of `keys`.
            ///
            /// ```swift
            /// try cache.byteCounts.max { $0.bytes < $1.bytes }        // what takes most
            /// ```
            var byteCounts: [(name: String, bytes: Int)]
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).byteCounts.map { HostPair($0.0, $0.1) }.toCell()
        }
    }

    private func bindHooks_ActivationCache() {
        type(
            "ActivationCache", ActivationCache.self,
            doc: """
            The activations that a run passed by, by the name of their hook point.

            ```swift
            let (logits, cache) = try model.runWithCache(tokens)
            let pattern = try cache["blocks.0.attn.hook_pattern"]     // [batch, head, position, position]
            cache.byteCount                                           // what it holds in memory
            ```
            A cache is a value: what happens to a model or to other tensors later does not change it.
            """,
            describe: { $0.description })
        bind(
            "keys", on: "ActivationCache",
            """
            /// The names, in the order in which the activations were computed.
            var keys: [String]
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).keys.toCell()
        }
        bind(
            "init", on: "ActivationCache",
            """
            /// A cache of `activations`, in this order: `ActivationCache([("mine", z)])`; any shapes.
            init(_ activations: [(String, Tensor)] = [])
            """
        ) { call in
            try ActivationCache(call.value(0, as: [HostPair<String, Tensor>].self).map { ($0.first, $0.second) }).toCell()
        }
        bind(
            "subscript", on: "ActivationCache",
            """
            /// The activation called `name`: a full name, or a short one as `actName` understands it.
            ///
            /// `try cache["blocks.3.attn.hook_z"]` is [batch, position, head, d_head].
            /// - Throws: `HookError/notInCache(_:asked:nearest:)` with the nearest names.
            subscript(_ name: String) -> Tensor { get throws }
            """
        ) { call in
            try call.value(0, as: ActivationCache.self)[call.value(1, as: String.self)].toCell()
        }
        bind(
            "contains", on: "ActivationCache",
            """
            /// Whether there is an activation with the full name `name`.
            func contains(_ name: String) -> Bool
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).contains(call.value(1, as: String.self)).toCell()
        }
        bind(
            "count", on: "ActivationCache",
            """
            /// The number of activations.
            var count: Int
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).count.toCell()
        }
        bind(
            "isEmpty", on: "ActivationCache",
            """
            /// Whether nothing was recorded.
            var isEmpty: Bool
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).isEmpty.toCell()
        }
        bind(
            "values", on: "ActivationCache",
            """
            /// The activations, in the order of `keys`: `cache.values[0].shape`.
            var values: [Tensor]
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).values.toCell()
        }
        bind(
            "byteCount", on: "ActivationCache",
            """
            /// The bytes of all activations; memory that two of them share is counted twice.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).byteCount.toCell()
        }
        bind(
            "removingBatchDim", on: "ActivationCache",
            """
            /// The same cache with the batch axis of every activation removed.
            ///
            /// ```swift
            /// let (_, cache) = try model.runWithCache("one prompt")
            /// try cache.removingBatchDim()["z", 0]                   // [position, head, d_head]
            /// ```
            /// - Throws: `HookError/batchOfSeveral(_:)` when there is more than one prompt in it.
            func removingBatchDim() throws -> ActivationCache
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).removingBatchDim().toCell()
        }
        bind(
            "description", on: "ActivationCache",
            """
            /// The value as it prints: `activationCache.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).description.toCell()
        }
    }

    private func bindHooks_Hook() {
        type(
            "Hook", Hook.self,
            doc: """
            A closure that reads or changes an activation while a model runs, and where it does so.

            ```swift
            let ablation = Hook("blocks.9.attn.hook_z") { z, hook in
                z[0..., -1, 6, 0...] = 0                            // head 6 at the last position
            }
            let logits = try model.runWithHooks(tokens, fwdHooks: [ablation])
            ```
            The activation may be changed in place or replaced, by one of the same shape; nothing is broadcast.
            """)
        bind(
            "init", on: "Hook",
            """
            /// A hook at the hook point with the full name `name`; `actName("z", 9)` writes such names.
            ///
            /// `Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }`
            init(_ name: String, _ body: (inout Tensor, HookPoint) throws -> Void)
            """
        ) { call in
            let function1 = try call.value(1, as: CellFunction.self)
            return try Hook(
                call.value(0, as: String.self), 
                { (a0: inout Tensor, a1: HookPoint) throws -> Void in try function1.callInOut(&a0, a1, ifLost: Tensor(0)) }).toCell()
        }
        bind(
            "init", on: "Hook",
            """
            /// A hook at every hook point whose name `filter` accepts.
            ///
            /// ```swift
            /// Hook({ $0.hasSuffix("hook_pattern") }) { pattern, hook in … }
            /// ```
            init(_ filter: (String) throws -> Bool, _ body: (inout Tensor, HookPoint) throws -> Void)
            """
        ) { call in
            let function0 = try call.value(0, as: CellFunction.self)
            let function1 = try call.value(1, as: CellFunction.self)
            return Hook(
                { (a0: String) throws -> Bool in try function0(a0, returning: Bool.self) }, 
                { (a0: inout Tensor, a1: HookPoint) throws -> Void in try function1.callInOut(&a0, a1, ifLost: Tensor(0)) }).toCell()
        }
    }

    private func bindHooks_HookContext() {
        type(
            "HookContext", HookContext.self,
            doc: """
            What hooks at one hook point remember from run to run: tensors by name.

            ```swift
            let summing = Hook(actName("mlp_out", 3)) { out, hook in
                hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + out          // over all runs: [batch, position, d_model]
            }
            model.hookDict[actName("mlp_out", 3)]?.ctx["sum"]
            ```
            One for each hook point of a model, for all hooks there; it lasts until
            `resetHooks(includingPermanent:clearContexts:)` empties it.
            """,
            isReference: true,
            describe: { $0.description })
        bind(
            "subscript", on: "HookContext",
            """
            /// The tensor of that name; nil where none was kept. Assigning nil forgets it.
            ///
            /// `hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + z`
            subscript(_ name: String) -> Tensor? { get set }
            """
        ) { call in
            try call.value(0, as: HookContext.self)[call.value(1, as: String.self)].toCell()
        } set: { call in
            try call.value(0, as: HookContext.self)[call.value(1, as: String.self)] = call.value(2, as: Tensor?.self)
        }
        bind(
            "keys", on: "HookContext",
            """
            /// The names, in alphabetical order.
            var keys: [String]
            """
        ) { call in
            try call.value(0, as: HookContext.self).keys.toCell()
        }
        bind(
            "removeAll", on: "HookContext",
            """
            /// Forgets everything.
            func removeAll()
            """
        ) { call in
            try call.value(0, as: HookContext.self).removeAll()
            return .void
        }
        bind(
            "description", on: "HookContext",
            """
            /// The value as it prints: `hookContext.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HookContext.self).description.toCell()
        }
    }

    private func bindHooks_HookError() {
        type(
            "HookError", HookError.self,
            doc: """
            What can be wrong with a hook, or with a name that is looked up.
            """,
            describe: { $0.description })
        bind(
            "unknownHook", on: "HookError",
            """
            /// No hook point has this name.
            static func unknownHook(_ value: String, nearest: [String]) -> HookError
            """
        ) { call in
            try HookError.unknownHook(call.value(0, as: String.self), nearest: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "switchedOff", on: "HookError",
            """
            /// The hook point exists but does not fire as the model is set.
            static func switchedOff(_ value: String, remedy: String) -> HookError
            """
        ) { call in
            try HookError.switchedOff(call.value(0, as: String.self), remedy: call.value(1, as: String.self)).toCell()
        }
        bind(
            "filterMatchesNothing", on: "HookError",
            """
            /// A filter closure accepted none of the names.
            static let filterMatchesNothing: HookError
            """
        ) { _ in
            HookError.filterMatchesNothing.toCell()
        }
        bind(
            "shapeChanged", on: "HookError",
            """
            /// A hook left an activation of another shape.
            static func shapeChanged(hook: String, expected: [Int], found: [Int]) -> HookError
            """
        ) { call in
            try HookError.shapeChanged(
                hook: call.value(0, as: String.self), expected: call.value(1, as: [Int].self), 
                found: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "notANumber", on: "HookError",
            """
            /// A hook left NaN in an activation.
            static func notANumber(hook: String, index: [Int]) -> HookError
            """
        ) { call in
            try HookError.notANumber(hook: call.value(0, as: String.self), index: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "notInCache", on: "HookError",
            """
            /// The cache holds nothing under a name; `asked` is what the user wrote.
            static func notInCache(_ value: String, asked: String, nearest: [String]) -> HookError
            """
        ) { call in
            try HookError.notInCache(
                call.value(0, as: String.self), asked: call.value(1, as: String.self), 
                nearest: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "batchOfSeveral", on: "HookError",
            """
            /// The batch axis of more than one prompt cannot be removed.
            static func batchOfSeveral(_ value: Int) -> HookError
            """
        ) { call in
            try HookError.batchOfSeveral(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "layerOutOfRange", on: "HookError",
            """
            /// A layer that the model, or the cache, does not have.
            static func layerOutOfRange(_ value: Int, count: Int) -> HookError
            """
        ) { call in
            try HookError.layerOutOfRange(call.value(0, as: Int.self), count: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "HookError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HookError.self).description.toCell()
        }
    }

    private func bindHooks_HookPoint() {
        type(
            "HookPoint", HookPoint.self,
            doc: """
            A named place in a computation where an activation passes by, as a hook closure sees it.

            ```swift
            Hook("blocks.3.attn.hook_z") { z, hook in
                z = try cleanCache[hook.name]        // hook.name is "blocks.3.attn.hook_z", hook.layer is 3
            }
            ```
            """,
            describe: { $0.description })
        bind(
            "name", on: "HookPoint",
            """
            /// The full name, such as `blocks.3.attn.hook_z`.
            let name: String
            """
        ) { call in
            try call.value(0, as: HookPoint.self).name.toCell()
        }
        bind(
            "layer", on: "HookPoint",
            """
            /// The number that is the second part of the name; nil where there is none, as at `hook_embed`.
            let layer: Int?
            """
        ) { call in
            try call.value(0, as: HookPoint.self).layer.toCell()
        }
        bind(
            "ctx", on: "HookPoint",
            """
            /// What hooks remember here from run to run: `hook.ctx["sum"] = sum`.
            let ctx: HookContext
            """
        ) { call in
            try call.value(0, as: HookPoint.self).ctx.toCell()
        }
        bind(
            "init", on: "HookPoint",
            """
            /// A hook point called `name` that belongs to no model; a model's own are in its `hookDict`.
            init(_ name: String)
            """
        ) { call in
            try HookPoint(call.value(0, as: String.self)).toCell()
        }
        bind(
            "description", on: "HookPoint",
            """
            /// The value as it prints: `hookPoint.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HookPoint.self).description.toCell()
        }
    }

    private func bindHooks_NamesFilter() {
        conformance("NamesFilter", of: "String", "[String]")
        type(
            "NamesSelection", NamesSelection.self,
            doc: """
            A choice among the names of hook points.
            """,
            conforms: ["NamesFilter"])
        bind(
            "all", on: "NamesSelection",
            """
            /// Every hook point.
            static let all: NamesSelection
            """
        ) { _ in
            NamesSelection.all.toCell()
        }
        bind(
            "names", on: "NamesSelection",
            """
            /// These, by full name; an unknown one is an error.
            static func names(_ names: [String]) -> NamesSelection
            """
        ) { call in
            try NamesSelection.names(call.value(0, as: [String].self)).toCell()
        }
        bind(
            "matching", on: "NamesSelection",
            """
            /// Those that the closure accepts.
            static func matching(_ filter: (String) throws -> Bool) -> NamesSelection
            """
        ) { call in
            let function0 = try call.value(0, as: CellFunction.self)
            return NamesSelection.matching({ (a0: String) throws -> Bool in try function0(a0, returning: Bool.self) }).toCell()
        }
    }
}
