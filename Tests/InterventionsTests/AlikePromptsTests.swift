import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// Attribution of prompts that begin as the clean ones do is computed where they go on differently, and says the same.
struct AlikePromptsTests {
    private static let sites: [PatchSite] = [
        .residPre, .attnOut, .mlpOut, .attnHeadOutByPos, .attnHeadKByPos, .attnHeadVAllPos, .attnHeadPatternByPos,
        .attnHeadPatternDestSrcPos, .attnHeadPatternAllPos, PatchSite("attn_scores", axes: [2]),
        PatchSite("z", axes: [0, 1]),
    ]

    private func metric(_ logits: Tensor) -> Tensor { (logits[0..., -1, 1] - logits[0..., 2, 0]).sum() }

    /// The same activations, of which nobody knows any more what run they are of.
    private func strange(_ cache: ActivationCache) -> ActivationCache {
        ActivationCache(cache.map { ($0.name, $0.activation) })
    }

    @Test(
        "In every family, with caches that are kept and that are computed when they are read",
        arguments: GoldenFamily.all)
    func families(_ name: String) throws {
        let family = try GoldenFamily(name)
        for isKept in [true, false] {
            let model = try family.load(.raw)
            model.reuse.wholeCacheByteLimit = isKept ? .max : 0
            let clean = try family["tokens"]
            let length = clean.shape[1]
            let first = length - 3
            let other = Tensor.cat([clean[0..., ..<first], clean[0..., first...].flipped(dim: 0)], dim: 1)
            let cache = try model.runWithCache(clean).cache
            for site in Self.sites where model.hasHook(actName(site.activation, 0)) {
                let label = "\(name), \(site.activation) \(isKept)"
                let scores = try attributionPatch(model, other, cache, site: site, metric: metric)
                let whole = try attributionPatch(model, other, strange(cache), site: site, metric: metric)
                let size = max(whole.values.abs().max().item(), 1e-3)
                #expect(size.isFinite, "\(label)")
                expectClose(scores.values, whole.values, absolute: 1e-5 * size, relative: 0, "\(label)")
                expectClose(scores.corrupted, whole.corrupted, absolute: 1e-5, relative: 1e-5, "\(label)")
            }
        }
    }

    @Test("Padding, layers that are dropped, and a metric that is of an alike position")
    func padding() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let clean = try Golden("science", "tiny")["clean_tokens"].asType(.int64)
        let other = Tensor.cat([clean[0..., ..<4], clean[0..., 4...].flipped(dim: 0)], dim: 1)
        var mask = Tensor.ones(clean.shape)
        mask[0, 0] = 0
        let cache = try model.runWithCache(clean, attentionMask: mask).cache
        let run = { (cache: ActivationCache) in
            try attributionPatch(
                model, other, cache, sites: [.attnHeadOutByPos, .attnHeadKByPos], gradDrop: true, attentionMask: mask,
                metric: { ($0[0..., -1, 3] * $0[0..., 1, 5]).sum() })
        }
        let (found, whole) = (try run(cache), try run(strange(cache)))
        expectClose(found.values, whole.values, absolute: 1e-5, relative: 1e-5)
        #expect(found.values[0..., 0..., ..<4].abs().max().item() == 0)
        // Another padding is another run.
        let unmasked = try attributionPatch(model, other, cache, site: .attnHeadOutByPos, metric: metric)
        #expect(unmasked.values[0..., ..<4].abs().max().item() > 0)
    }

    @Test("It costs the positions that differ, forwards and backwards")
    func costs() throws {
        let model = try GoldenModel.load("small", .notebook)
        let clean = try Golden("science", "small")["clean_tokens"].asType(.int64)
        let last = clean.shape[1] - 1
        let other = Tensor.cat([clean[0..., ..<last], clean[0..., last...].flipped(dim: 0)], dim: 1)
        let cache = try model.runWithCache(clean).cache
        let count = { (cache: ActivationCache) in
            try MultiplyAdds.counting {
                try attributionPatch(model, other, cache, site: .attnHeadOutByPos) { $0[0..., -1, 3].sum() }
            }.count
        }
        let (some, all) = (try count(cache), try count(strange(cache)))
        #expect(Double(some) < 2.0 / Double(last + 1) * Double(all), "\(some) of \(all)")
    }

    @Test("Hooks that were added, the same prompts, and prompts that differ from the start")
    func others() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let clean = try Golden("science", "tiny")["clean_tokens"].asType(.int64)
        let cache = try model.runWithCache(clean).cache
        let same = try attributionPatch(model, clean, cache, site: .attnHeadOutByPos, metric: metric)
        #expect(same.values.abs().max().item() < 1e-5)
        let other = ((clean + 1) % Double(model.cfg.dVocab)).asType(.int64)
        let (a, b) = (
            try attributionPatch(model, other, cache, site: .residPre, metric: metric),
            try attributionPatch(model, other, strange(cache), site: .residPre, metric: metric)
        )
        expectClose(a.values, b.values, absolute: 0, relative: 0)
        try model.addHook(Hook(actName("z", 0)) { z, _ in z = z * 2 })
        defer { model.resetHooks() }
        let late = Tensor.cat([clean[0..., ..<4], clean[0..., 4...].flipped(dim: 0)], dim: 1)
        let (hooked, whole) = (
            try attributionPatch(model, late, cache, site: .residPre, metric: metric),
            try attributionPatch(model, late, strange(cache), site: .residPre, metric: metric)
        )
        expectClose(hooked.values, whole.values, absolute: 0, relative: 0)
    }
}
