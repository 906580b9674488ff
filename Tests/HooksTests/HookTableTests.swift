import Hooks
import SessionSafety
import TensorCore
import Testing

/// What a hook may do to an activation, and what it is told when it may not.
struct HookTableTests {
    private let registry = HookRegistry(
        names: ["hook_embed", "blocks.0.attn.hook_z", "blocks.0.attn.hook_result"],
        switchedOff: ["blocks.0.attn.hook_result": "model.setUseAttnResult(true)"])

    @Test("Hooks at one point fire in order, and each sees what the one before it left")
    func order() throws {
        let hooks = [Hook("hook_embed") { x, _ in x = x + 1 }, Hook("hook_embed") { x, _ in x = x * 10 }]
        #expect(try pass([1, 2], hooks).toArray() == [20, 30])
    }

    @Test("A filter in place of the name fires where it accepts the name")
    func filter() throws {
        var seen: [HookPoint] = []
        let hook = Hook({ $0.hasSuffix("hook_z") }) { _, point in seen.append(point) }
        var table = try HookTable(registry, hooks: [hook])
        var activation = Tensor([1, 2])
        try table.fire(&activation, at: 1)
        #expect(seen.map(\.name) == ["blocks.0.attn.hook_z"])
        #expect(seen.map(\.layer) == [0])
    }

    @Test("Another shape is refused even where it would broadcast")
    func shapes() {
        #expect(throws: HookError.shapeChanged(hook: "hook_embed", expected: [2], found: [1])) {
            try pass([1, 2], [Hook("hook_embed") { x, _ in x = Tensor([0.0]) }])
        }
    }

    @Test("NaN is refused, with the place where it stands")
    func notANumber() {
        #expect(throws: HookError.notANumber(hook: "hook_embed", index: [1])) {
            try pass([1, 2], [Hook("hook_embed") { x, _ in x[1] = Tensor(Float.nan) }])
        }
    }

    @Test("A bad index inside a hook is an error of the run, and the process lives")
    func faults() {
        #expect(throws: (any Error).self) { try pass([1, 2], [Hook("hook_embed") { x, _ in _ = x[99] }]) }
    }

    @Test("Unknown names are answered with near ones, switched-off points with the switch")
    func names() {
        #expect(throws: HookError.unknownHook("hook_embde", nearest: ["hook_embed"])) {
            try pass([1], [Hook("hook_embde") { _, _ in }])
        }
        #expect(throws: HookError.unknownHook("z", nearest: ["blocks.0.attn.hook_z"])) {
            try pass([1], [Hook("z") { _, _ in }])
        }
        #expect(throws: HookError.switchedOff("blocks.0.attn.hook_result", remedy: "model.setUseAttnResult(true)")) {
            try pass([1], [Hook("blocks.0.attn.hook_result") { _, _ in }])
        }
        #expect(throws: HookError.filterMatchesNothing) { try pass([1], [Hook({ _ in false }) { _, _ in }]) }
    }

    @Test("What was cached does not change when the activation is edited later")
    func cachesAreImmune() throws {
        var table = try HookTable(registry, hooks: [], recording: .all)
        var activation = Tensor([1.0, 2.0])
        try table.fire(&activation, at: 0)
        activation[0] = 5
        #expect(try table.cache["hook_embed"].toArray() == [1, 2])
        #expect(table.cache.keys == ["hook_embed"])
        #expect(table.cache.byteCount == 8)
    }

    private func pass(_ values: [Float], _ hooks: [Hook]) throws -> Tensor {
        var table = try HookTable(registry, hooks: hooks)
        var activation = Tensor(values, shape: [values.count])
        try table.fire(&activation, at: 0)
        return activation
    }
}
