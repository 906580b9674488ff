import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// What hooks keep at a point lasts from run to run, until it is cleared.
struct HookContextTests {
    @Test func aSumOverRuns() throws {
        let model = try RandomModel.load()
        let name = actName("mlp_out", 1)
        let sum = Hook(name) { out, hook in hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + out }
        var expected = Tensor(0.0)
        for tokens in [[1, 2, 3], [4, 5, 6], [1, 2, 3]] {
            _ = try model.runWithHooks(tokens, fwdHooks: [sum])
            expected = try expected + model.runWithCache(tokens).cache[name]
        }
        let point = try #require(model.hookDict[name])
        #expect(point.name == name && point.layer == 1 && point.ctx.keys == ["sum"])
        expectClose(try #require(point.ctx["sum"]), expected, absolute: 1e-5)
        #expect(model.hookDict[actName("mlp_out", 0)]?.ctx["sum"] == nil)
    }

    @Test func itStaysWhenPointsAreSwitchedAndGoesWithReset() throws {
        let model = try RandomModel.load()
        let point = try #require(model.hookDict["hook_embed"])
        point.ctx["a"] = Tensor([1])
        #expect(model.hookDict[actName("result", 0)] == nil)
        model.setUseAttnResult(true)
        #expect(model.hookDict[actName("result", 0)] != nil)
        #expect(model.hookDict["hook_embed"]?.ctx["a"] == Tensor([1]))
        model.resetHooks(clearContexts: false)
        #expect(point.ctx.keys == ["a"])
        model.resetHooks()
        #expect(point.ctx.keys == [] && point.ctx["a"] == nil)
        point.ctx["b"] = Tensor([2])
        point.ctx["b"] = nil
        #expect(point.ctx.keys == [])
        #expect(try RandomModel.load().hookDict["hook_embed"]?.ctx !== point.ctx)
    }
}
