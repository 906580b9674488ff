import Foundation
import HookedTransformers
import Hooks
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Gradients of runs: at all hook points, through hooks, and what is wrong with what was asked.
struct ModelGradientTests {
    private let tokens = Tensor([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3]])

    @Test(
        "Central differences at every hook point of random models of every kind", arguments: RandomModel.Kind.allCases,
        [false, true])
    func centralDifferences(_ kind: RandomModel.Kind, hasSwitchesOn: Bool) throws {
        let cfg = RandomModel.cfg(kind, scaleByLayer: hasSwitchesOn)
        let model = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg, seed: 5))
        if hasSwitchesOn { switchOn(model) }
        let metric = { (logits: Tensor) in (logits * 0.3).logSoftmax(dim: -1)[0..., 0..., 2].sum() }
        let (_, cache, grads) = try model.runWithGradients(tokens, of: metric)
        #expect(grads.keys == cache.keys && Set(grads.keys) == Set(model.hookNames))
        var (compared, noticed) = (0, 0)
        for (name, gradient) in grads {
            #expect(try gradient.shape == cache[name].shape)
            // Inputs of queries and of keys that heads share are shown under one name in two shapes.
            if hasSwitchesOn, kind == .grouped, name.contains("ln1") { continue }
            let differences = try CentralDifferences(
                model, tokens, at: name, shape: gradient.shape, seed: 11
            ) { Self.preciseMetric($0, width: cfg.dVocabOut) }
            let (apart, size, rounding) = differences.compared(gradient)
            // The law is 1e-4; what rounding makes of the runs themselves is measured beside it, and stays below.
            let bar = (1e-8 * size * size + 4 * rounding * rounding).squareRoot()
            #expect(apart < bar && rounding < 1.5e-4 * size, "\(name): \(apart) of \(size), rounding \(rounding)")
            compared += 1
            if differences.compared(gradient * 1.0002).apart > bar { noticed += 1 }
        }
        // A rule that is off by 2e-4 is off at every point before it: some are too weak to tell, few.
        #expect(noticed >= compared * 9 / 10, "\(noticed) of \(compared) points would show an error of 2e-4")
    }

    /// The sum over a prompt's positions of the log-probability of token 2, from logits times 0.3.
    private static func preciseMetric(_ logits: ArraySlice<Float>, width: Int) -> Double {
        stride(from: logits.startIndex, to: logits.endIndex, by: width).reduce(0) { sum, start in
            let values = logits[start..<(start + width)].map { Double($0) * 0.3 }
            return sum + values[2] - log(values.map { exp($0) }.reduce(0, +))
        }
    }

    @Test(
        "A gradient is the same whether or not somebody looks at the points on its way",
        arguments: RandomModel.Kind.allCases, [false, true])
    func unseen(_ kind: RandomModel.Kind, hasSwitchesOn: Bool) throws {
        let cfg = RandomModel.cfg(kind, scaleByLayer: false)
        let model = try HookedTransformer(cfg: cfg, weights: RandomModel.weights(cfg, seed: 7))
        if hasSwitchesOn { switchOn(model) }
        let metric = { (logits: Tensor) in (logits * 0.3).logSoftmax(dim: -1)[0..., -1, 2].sum() }
        let all = try model.runWithGradients(tokens, of: metric).grads
        let alone = try model.runWithGradients(tokens, of: metric, namesFilter: ["hook_embed"]).grads
        expectClose(try alone["hook_embed"], try all["hook_embed"], absolute: 1e-6, relative: 1e-4)
    }

    private func switchOn(_ model: HookedTransformer) {
        model.setUseAttnResult(true)
        model.setUseSplitQKVInput(true)
        model.setUseHookMLPIn(!model.cfg.attnOnly)
        model.setUseHookUnembed(true)
    }

    @Test("What hooks change is differentiated, and a constant that they put in is fitted as if it were a weight")
    func throughHooks() throws {
        let model = try RandomModel.load()
        let metric = { (logits: Tensor) in logits[0..., -1, 3].sum() }
        let a = Tensor([0.1, -0.2, 0.3, 0.05] as [Float], shape: [4])
        let use = { (a: Tensor) in Hook("blocks.0.attn.hook_z") { z, _ in z[0..., -1, 1, 0...] = a } }
        let run = { (a: Tensor) in try metric(model.runWithHooks(tokens, fwdHooks: [use(a)])) }
        let (value, slope) = try valueAndGradient(at: a, run)
        #expect(abs(value.item() - (try run(a).item())) < 1e-5)
        for place in 0..<4 {
            var (up, down) = (a, a)
            up[place] = up[place] + 1e-2
            down[place] = down[place] - 1e-2
            let expected = try (run(up).item() - run(down).item()) / 2e-2
            #expect(abs(slope[place].item() - expected) < 2e-3 * max(1, abs(expected)))
        }
        let (_, _, grads) = try model.runWithGradients(
            tokens, of: metric, namesFilter: ["blocks.0.attn.hook_v", "blocks.0.attn.hook_z"], fwdHooks: [use(a)])
        #expect(grads.keys == ["blocks.0.attn.hook_v", "blocks.0.attn.hook_z"])
        // The metric is the last position's alone: what is overwritten there takes no value.
        #expect(try grads["v", 0][0..., 0..., 1].abs().max().item() > 0)
        let onlyLast = try model.runWithGradients(
            tokens, of: metric, namesFilter: "blocks.1.attn.hook_v",
            fwdHooks: [Hook("blocks.1.attn.hook_z") { z, _ in z[0..., -1] = Tensor.zeros([3, 4]) }])
        #expect(try onlyLast.grads["v", 1].abs().max().item() == 0)
    }

    @Test("Backward hooks read gradients and replace them")
    func backwardHooks() throws {
        let model = try RandomModel.load()
        let metric = { (logits: Tensor) in logits[0..., -1, 3].sum() }
        let plain = try model.runWithGradients(tokens, of: metric).grads
        var seen = Tensor()
        let stopped = try model.runWithGradients(
            tokens, of: metric,
            bwdHooks: [
                Hook("blocks.1.hook_mlp_out") { g, _ in
                    seen = g
                    g = g * 0
                }, Hook("blocks.1.hook_attn_out") { g, _ in g = g * 0 },
            ]
        ).grads
        expectClose(seen, try plain["mlp_out", 1], absolute: 1e-6)
        #expect(try stopped["mlp_out", 1].abs().max().item() == 0)
        #expect(try stopped["blocks.1.mlp.hook_post"].abs().max().item() == 0)
        // Nothing but the stream itself is left of layer 1.
        expectClose(try stopped["resid_pre", 1], try stopped["resid_post", 1], absolute: 1e-6)
        #expect(throws: HookError.self) {
            try model.runWithGradients(
                tokens, of: metric, bwdHooks: [Hook("hook_embed") { g, _ in g = Tensor.zeros([1]) }])
        }
        #expect(throws: HookError.self) { try model.runWithGradients(tokens, of: metric, namesFilter: "hook_emed") }
    }

    @Test(
        "The gradient at a norm before attention is the total over queries, keys and values, however often it is made")
    func totalsOverPaths() throws {
        let model = try RandomModel.load()
        let metric = { (logits: Tensor) in logits[0..., -1, 3].sum() }
        let names = ["blocks.1.ln1.hook_normalized", "blocks.1.ln1.hook_scale"]
        let once = try model.runWithGradients(tokens, of: metric, namesFilter: names).grads
        let thrice = try model.runWithGradients(
            tokens, of: metric, namesFilter: names,
            fwdHooks: [Hook("blocks.1.ln1.hook_normalized") { x, _ in x = x * 1 }]
        ).grads
        for name in names { expectClose(try thrice[name], try once[name], absolute: 1e-5) }
    }

    @Test("Padding and the loss of predicting the next token")
    func lossAndPadding() throws {
        let model = try RandomModel.load()
        let mask = Tensor([[1, 1, 1, 1, 1], [0, 0, 1, 1, 1]])
        let metric = { (logits: Tensor) in try lmCrossEntropyLoss(logits, tokens, attentionMask: mask) }
        let (value, _, grads) = try model.runWithGradients(
            tokens, of: metric, namesFilter: "hook_embed", attentionMask: mask)
        let plain = try model(tokens, returnType: .loss, attentionMask: mask)
        #expect(abs(value.item() - plain.item()) < 1e-5)
        #expect(try grads["hook_embed"][1, 0..<2].abs().max().item() == 0)
        #expect(try grads["hook_embed"][1, 2...].abs().max().item() > 0)
    }

    @Test("What can't be differentiated is said")
    func mistakes() throws {
        let model = try RandomModel.load()
        #expect(throws: GradientError.notOneNumber(shape: [2, 5, 17])) {
            try model.runWithGradients(tokens, of: { $0 })
        }
        #expect(throws: GradientError.doesNotDepend) { try model.runWithGradients(tokens, of: { _ in Tensor(1.0) }) }
        #expect(throws: GradientError.notANumber) {
            try model.runWithGradients(tokens, of: { ($0 * 0 - 1).log().sum() })
        }
    }

    @Test("Nothing is tracked afterwards, and later runs are as before")
    func nothingStays() throws {
        let model = try RandomModel.load()
        let before = try model(tokens)
        let (_, cache, _) = try model.runWithGradients(tokens, of: { $0.sum() })
        expectClose(
            try model.runWithHooks(tokens, fwdHooks: [Hook("blocks.0.hook_resid_pre") { x, _ in x = x * 1 }]), before)
        #expect(try cache["z", 0].cumprod(dim: 0).count == cache["z", 0].count)
    }
}
