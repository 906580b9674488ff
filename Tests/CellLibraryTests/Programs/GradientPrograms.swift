import SwiftLens

extension Programs {
    static func gradientsOfTensors() throws {
        let a = Tensor([0.5, -1.5, 2.0])
        let b = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        let (loss, slopes) = try valueAndGradient(at: [a, b]) { t in ((t[0] - t[1]) * (t[0] - t[1])).mean() }
        print(loss, slopes[0], slopes[1].shape)
        let (value, slope) = try valueAndGradient(at: a) { a in
            var z = Tensor.zeros([2, 3])
            z[0..., 1...] = a[..<2]
            return (z.softmax(dim: -1) * z.detach()).sum()
        }
        print(value, slope)
        do {
            _ = try valueAndGradient(at: a) { a in a * 2 }
        } catch {
            print("\(error)")
        }
    }

    static func gradientsOfRuns() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let tokens = try model.toTokens(["When John and Mary went to the shops, John gave a drink to"])
        let metric = { (logits: Tensor) in logits[0, -1, 20] - logits[0, -1, 30] }
        let (value, cache, grads) = try model.runWithGradients(tokens, of: metric)
        print(grads.count == cache.count, value.shape)
        let attribution = (try cache["z", 9] * grads["z", 9]).sum(dim: [0, 1, 3])
        print(attribution.shape)
        let stopped = try model.runWithGradients(
            tokens, of: metric, namesFilter: ["blocks.3.hook_mlp_out", "blocks.3.mlp.hook_post"],
            fwdHooks: [Hook(actName("z", 1)) { z, hook in z[0..., -1, 2] = 0 }],
            bwdHooks: [Hook(actName("mlp_out", 3)) { g, hook in g = g * 0 }])
        print(stopped.grads.keys, try stopped.grads["mlp_out", 3].abs().max())
        let z = try cache["z", 5][0, -1, 3]
        let (_, slope) = try valueAndGradient(at: z) { z in
            metric(try model.runWithHooks(tokens, fwdHooks: [Hook(actName("z", 5)) { x, hook in x[0..., -1, 3] = z }]))
        }
        print(slope.allClose(try grads["z", 5][0, -1, 3], atol: 1e-4))
    }

    static func optimizers() throws {
        let target = Tensor([1.0, -2.0])
        var a = Tensor([0.0, 0.0])
        var adam = Adam(lr: 0.1, betas: (0.8, 0.99))
        for _ in 0..<20 { try adam.step(&a) { a in ((a - target) * (a - target)).sum() } }
        print(a)
        var pair = [Tensor([1.0]), Tensor([2.0, 3.0])]
        var sgd = SGD(lr: 0.1, momentum: 0.9)
        let loss = try sgd.step(&pair) { t in (t[0] * t[1]).sum() }
        print(loss, pair[0], pair[1])
        var lbfgs = LBFGS(maxIter: 20, lineSearch: .strongWolfe)
        try lbfgs.step(&a) { a in klDivergence(target, a) }
        print((a - a.mean() - target + target.mean()).abs().max() .< 0.01)
        print(crossEntropy(Tensor([[1.0, 2.0, 0.5]]), Tensor([1])))
    }

    static func attribution() throws {
        let model = try HookedTransformer.fromPretrained(weights)
        let clean = try model.toTokens(["When John and Mary went to the shops, John gave a drink to"])
        let corrupted = try model.toTokens(["When John and Mary went to the shops, Mary gave a drink to"])
        let (_, cache) = try model.runWithCache(clean)
        let metric = { (logits: Tensor) in logits[0, -1, 20] - logits[0, -1, 30] }
        let scores = try attributionPatch(
            model, corrupted, cache, sites: PatchSite.attnHeadAllPosEvery, qkFix: true, metric: metric)
        print(scores.values.shape, scores.corrupted.shape, scores.sites.count)
        let check = try scores.verified(top: 3, random: 4)
        print(check.places.count, check.residuals.count, check.pearson > -1.5, check.missedShare < 1)
        let patched = try activationPatch(model, corrupted, cache, site: .attnHeadOutAllPos, metric: metric)
        print(patched.shape)
    }
}
