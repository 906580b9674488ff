import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// Hooks of a scope are there inside it and gone behind it.
struct WithHooksTests {
    struct Stop: Error {}

    @Test func scopesNestAndEnd() throws {
        let model = try RandomModel.load()
        var fired: [String] = []
        func hook(_ name: String) -> Hook { Hook("hook_embed") { _, _ in fired.append(name) } }
        try model.withHooks([hook("outer")]) {
            try model.withHooks([hook("inner")]) {
                _ = try model([1, 2])
                try model.addHook(hook("added"))
            }
            _ = try model([1, 2])
        }
        #expect(fired == ["outer", "inner", "outer", "added"])
        _ = try model([1, 2])
        #expect(fired.last == "added" && fired.count == 5)
    }

    @Test func aScopeThatThrowsLeavesNothing() throws {
        let model = try RandomModel.load()
        let logits = try model([1, 2])
        let zero = Hook("hook_embed") { embed, _ in embed = embed * 0 }
        #expect(throws: Stop.self) { try model.withHooks([zero]) { throw Stop() } }
        #expect(try model([1, 2]).isIdentical(to: logits))
        #expect(throws: HookError.self) { try model.withHooks([zero, Hook("nowhere") { _, _ in }]) {} }
        #expect(try model([1, 2]).isIdentical(to: logits))
    }
}
