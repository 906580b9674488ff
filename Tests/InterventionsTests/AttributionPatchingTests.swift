import HookedTransformers
import Hooks
import Interventions
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Attribution patching agrees with the float64 reference computation, and with patching where that is linear.
struct AttributionPatchingTests {
    private static let sites: [(String, PatchSite)] = [
        ("resid_pre.by_pos", .residPre), ("resid_mid.by_pos", .residMid), ("attn_out.by_pos", .attnOut),
        ("mlp_out.by_pos", .mlpOut), ("z.by_pos", .attnHeadOutByPos), ("z.all_pos", .attnHeadOutAllPos),
        ("q.by_pos", .attnHeadQByPos), ("q.all_pos", .attnHeadQAllPos), ("k.by_pos", .attnHeadKByPos),
        ("k.all_pos", .attnHeadKAllPos), ("v.by_pos", .attnHeadVByPos), ("v.all_pos", .attnHeadVAllPos),
        ("pattern.by_pos", .attnHeadPatternByPos), ("pattern.all_pos", .attnHeadPatternAllPos),
    ]

    @Test(
        "Every site, with and without the fix for queries and keys", arguments: ["tiny", "small"], ["raw", "notebook"])
    func goldens(_ name: String, _ setting: String) throws {
        let it = try ScienceCase(name, setting == "raw" ? .raw : .notebook)
        let model = it.model
        let metric = try it.normalized()
        let (_, cache) = try model.runWithCache(it.clean)
        let tolerance = name == "tiny" ? 1e-5 : 2e-4
        for (key, site) in Self.sites {
            let scores = try attributionPatch(model, it.corrupted, cache, site: site, metric: metric)
            let expected = try it.golden["attribution.\(setting).\(key)"]
            expectClose(scores.values, expected, absolute: tolerance, relative: tolerance, "\(key)")
            guard ["q", "k"].contains(site.activation) else { continue }
            let fixed = try attributionPatch(model, it.corrupted, cache, site: site, qkFix: true, metric: metric)
            let wanted = try it.golden["atp_star.\(setting).\(key)"]
            expectClose(fixed.values, wanted, absolute: tolerance, relative: tolerance, "fixed \(key)")
        }
    }

    @Test("Gradients that skip a layer")
    func gradDrop() throws {
        let it = try ScienceCase("tiny")
        let model = it.model
        let (_, cache) = try model.runWithCache(it.clean)
        let scores = try attributionPatch(
            model, it.corrupted, cache, site: .attnHeadOutByPos, gradDrop: true,
            metric: it.normalized())
        let expected = try it.golden["grad_drop.raw.z.by_pos"]
        #expect(scores.dropped != nil)
        expectClose(scores.dropped ?? Tensor(), expected, absolute: 1e-5, relative: 1e-5)
        expectClose(scores.values, expected.abs().sum(dim: 0) / 1, absolute: 1e-5, relative: 1e-5)
    }

    @Test("Several maps of one run and gradient are what each gives alone", arguments: [false, true])
    func severalMaps(gradDrop: Bool) throws {
        let it = try ScienceCase("tiny")
        let model = it.model
        let metric = try it.normalized()
        let (_, cache) = try model.runWithCache(it.clean)
        let lists = [PatchSite.blockEvery, PatchSite.attnHeadByPosEvery]
        let maps = try attributionPatch(
            model, it.corrupted, cache, sites: lists, gradDrop: gradDrop, metric: metric)
        #expect(maps.map(\.values.ndim) == [3, 4])
        for (map, sites) in zip(maps, lists) {
            let alone = try attributionPatch(
                model, it.corrupted, cache, sites: sites, gradDrop: gradDrop, metric: metric)
            expectClose(map.values, alone.values, absolute: 1e-6, relative: 1e-5)
            #expect(map.sites.map(\.activation) == sites.map(\.activation))
            #expect(map.dropped?.shape == alone.dropped?.shape)
        }
        #expect(try attributionPatch(model, it.corrupted, cache, sites: [[PatchSite]](), metric: metric).isEmpty)
    }

    @Test("Several sites at once, and what verifying them says")
    func verifying() throws {
        let it = try ScienceCase("tiny")
        let model = it.model
        let metric = try it.normalized()
        let (_, cache) = try model.runWithCache(it.clean)
        let sites = PatchSite.attnHeadAllPosEvery
        let scores = try attributionPatch(model, it.corrupted, cache, sites: sites, metric: metric)
        let patched = try activationPatch(model, it.corrupted, cache, sites: sites, metric: metric)
        #expect(scores.values.shape == patched.shape && abs(scores.corrupted.item()) < 1e-5)
        let check = try scores.verified(top: 10, random: 30)
        #expect(check.places.count == 40 && check.missedShare == 0 && check.pearson > 0.5)
        let sorted = zip(check.places, check.patched)
        for (number, activation) in ["z", "q", "k", "v", "pattern"].enumerated() {
            for (place, effect) in sorted where place.contains("hook_\(activation)[") {
                let (layer, head) = (place.contains("blocks.0.") ? 0 : 1, Int(place.dropLast().suffix(1)) ?? 0)
                let expected = patched[number, layer, head].item()
                #expect(abs(effect - expected) < 1e-5, "\(place)")
            }
        }
        #expect("\(check)".contains("Pearson"))
        let few = try scores.verified(top: 2, random: 3, seed: 4)
        #expect(few.places.count == 5 && abs(few.missedShare - 0.6316) < 1e-3)
    }

    @Test("Last-layer sites of a model without norms are linear: the estimate is what patching gives")
    func exactWhereLinear() throws {
        let it = try ScienceCase("tiny")
        let model = it.model
        let (_, cache) = try model.runWithCache(it.clean)
        // The final norm's scale is held at the clean run's, so that everything behind the last MLP is linear.
        let scale = try cache["ln_final.hook_scale"]
        try model.addHook(Hook("ln_final.hook_scale") { x, _ in x = scale })
        defer { model.resetHooks() }
        let metric = { (logits: Tensor) in try it.difference(logits) }
        let site = PatchSite("mlp_out", axes: [1])
        let scores = try attributionPatch(model, it.corrupted, cache, site: site, metric: metric)
        let patched = try activationPatch(model, it.corrupted, cache, site: site, metric: metric)
        expectClose(scores.values[-1], patched[-1] - scores.corrupted, absolute: 1e-5, relative: 1e-4)
    }

    @Test("Wrong shapes and cut vectors are named")
    func mistakes() throws {
        let it = try ScienceCase("tiny")
        let model = it.model
        let (_, cache) = try model.runWithCache(it.clean[0..., 1...])
        let metric = { (logits: Tensor) in logits[0..., -1, 0].sum() }
        #expect(throws: ActivationPatchingError.self) {
            try attributionPatch(model, it.corrupted, cache, site: .residPre, metric: metric)
        }
        let (_, whole) = try model.runWithCache(it.clean)
        #expect(throws: ActivationPatchingError.splitVector(hook: "blocks.0.attn.hook_q")) {
            try attributionPatch(
                model, it.corrupted, whole, site: PatchSite("q", axes: [2, 3]), qkFix: true, metric: metric)
        }
    }
}
