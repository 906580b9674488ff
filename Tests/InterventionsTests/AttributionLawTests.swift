import Datasets
import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// What holds of estimates from gradients whatever the model: where they are exact, and how they fail elsewhere.
struct AttributionLawTests {
    private let model: HookedTransformer
    private let clean: Tensor
    private let corrupted: Tensor
    private let data: PromptDataset

    init() throws {
        let it = try ScienceCase("tiny")
        (model, clean, corrupted, data) = (it.model, it.clean, it.corrupted, it.data)
    }

    private func metric(_ logits: Tensor) throws -> Tensor { try data.logitDifference(logits).mean() }

    @Test("A patch of half the size is estimated four times as well", arguments: ["z", "v", "k", "q", "mlp_out"])
    func theErrorIsOfSecondOrder(_ activation: String) throws {
        let site = PatchSite(activation, axes: activation == "mlp_out" ? [1] : [2])
        let (target, base) = (try model.runWithCache(clean).cache, try model.runWithCache(corrupted).cache)
        let errors = try [0.4, 0.2].map { size in
            let names = (0..<model.cfg.nLayers).map { actName(activation, $0) }
            let partway = ActivationCache(
                try names.map { ($0, try base[$0] + (target[$0] - base[$0]) * size) })
            let scores = try attributionPatch(model, corrupted, partway, site: site, metric: metric)
            let patched = try activationPatch(model, corrupted, partway, site: site, metric: metric)
            return (patched - scores.corrupted - scores.values).norm().item()
        }
        #expect(errors[0] > 1e-4 && (3.0...5.5).contains(errors[0] / errors[1]), "\(activation): \(errors)")
    }

    @Test("With the fix, queries and keys are exact where the metric is linear in the pattern")
    func theFixIsExact() throws {
        let family = try GoldenFamily("attn-only")
        let model = try family.load(.raw)
        model.tokenizer = nil
        let tokens = try family["tokens"]
        let others = tokens.flipped(dim: 0)
        let (cache, own) = (try model.runWithCache(tokens).cache, try model.runWithCache(others).cache)
        // Behind the last layer's patterns there is nothing but sums when the final norm's scale is held.
        let scale = try own["ln_final.hook_scale"]
        try model.addHook(Hook("ln_final.hook_scale") { x, _ in x = scale })
        defer { model.resetHooks() }
        let metric = { (logits: Tensor) in (logits[0..., -1, 3] - logits[0..., -1, 5]).sum() }
        for site in [PatchSite.attnHeadQAllPos, .attnHeadKAllPos, .attnHeadQByPos, .attnHeadKByPos] {
            let scores = try attributionPatch(model, others, cache, site: site, qkFix: true, metric: metric)
            let patched = try activationPatch(model, others, cache, site: site, metric: metric)
            let (found, exact) = (scores.values[-1], patched[-1] - scores.corrupted)
            #expect(exact.abs().max().item() > 1e-4)
            expectClose(found, exact, absolute: 1e-5 + 1e-4 * exact.abs().max().item(), relative: 0, "\(site)")
            let plain = try attributionPatch(model, others, cache, site: site, metric: metric)
            #expect((plain.values[-1] - exact).norm().item() > 10 * (found - exact).norm().item(), "\(site)")
        }
    }

    @Test("Integrated gradients of the embeddings sum to what the two prompts differ by")
    func gradientsIntegrate() throws {
        // All that reads the embeddings reads them through an edge.
        let whole = try metric(model(corrupted)).item() - (try metric(model(clean)).item())
        let errors = try [4, 16].map { steps in
            let edges = try edgeAttribution(model, clean, corrupted, method: .eapIG(steps: steps), metric: metric)
            return abs(edges.values[0].sum().item() - whole)
        }
        // A sum over points on the way: the more there are, the nearer.
        #expect(errors[1] < errors[0] / 3 && errors[1] < 0.02 * abs(whole), "\(errors) of \(whole)")
    }

    @Test("A divergence has no slope at its own reference")
    func flatAtTheReference() throws {
        let full = try model(clean)[0..., -1]
        let kl = { (logits: Tensor) in klDivergence(full, logits[0..., -1]) }
        let there = try model.runWithGradients(clean, of: kl).grads
        let elsewhere = try model.runWithGradients(corrupted, of: kl).grads
        for (name, gradient) in there {
            let size = try elsewhere[name].abs().max().item()
            #expect(gradient.abs().max().item() < 1e-5 * max(size, 1), "\(name)")
        }
    }

    @Test(
        "Folding weights leaves the gradients of residual streams and scores, and of patterns but for a constant of each row"
    )
    func foldingLeavesGradients() throws {
        let folded = try GoldenModel.load("tiny", .notebook)
        let (raw, other) = (
            try model.runWithGradients(clean, of: metric).grads, try folded.runWithGradients(clean, of: metric).grads
        )
        for layer in 0..<model.cfg.nLayers {
            for name in ["resid_pre", "resid_mid"] {
                let (a, b) = (try raw[name, layer], try other[name, layer])
                let centred = { (x: Tensor) in x - x.mean(dim: -1, keepdim: true) }
                expectClose(
                    centred(b), centred(a), absolute: 1e-4 * a.abs().max().item(), relative: 0, "\(name) \(layer)")
            }
            let scores = (try raw["attn_scores", layer], try other["attn_scores", layer])
            expectClose(
                scores.1, scores.0, absolute: 1e-4 * scores.0.abs().max().item(), relative: 0, "scores \(layer)")
            let patterns = (try raw["pattern", layer], try other["pattern", layer])
            for query in 1..<clean.shape[1] {
                let rows = [patterns.0, patterns.1].map { grads -> Tensor in
                    let seen = grads[0..., 0..., query, 0...query]
                    return seen - seen.mean(dim: -1, keepdim: true)
                }
                expectClose(
                    rows[1], rows[0], absolute: 1e-4 * patterns.0.abs().max().item(), relative: 0,
                    "pattern \(layer) \(query)")
            }
        }
    }
}
