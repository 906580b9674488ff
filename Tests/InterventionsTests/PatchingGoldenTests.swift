import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// What really patching gives, gradients along a line of embeddings, and paths of a larger model: the float64 reference's numbers.
struct PatchingGoldenTests {
    private static let sites: [(key: String, site: PatchSite)] = [
        ("resid_pre.by_pos", .residPre), ("resid_mid.by_pos", .residMid), ("attn_out.by_pos", .attnOut),
        ("mlp_out.by_pos", .mlpOut), ("z.by_pos", .attnHeadOutByPos), ("z.all_pos", .attnHeadOutAllPos),
        ("q.by_pos", .attnHeadQByPos), ("q.all_pos", .attnHeadQAllPos), ("k.by_pos", .attnHeadKByPos),
        ("k.all_pos", .attnHeadKAllPos), ("v.by_pos", .attnHeadVByPos), ("v.all_pos", .attnHeadVAllPos),
        ("pattern.by_pos", .attnHeadPatternByPos), ("pattern.all_pos", .attnHeadPatternAllPos),
    ]

    @Test("Every site really patched", arguments: ["tiny", "small", "tiny-ioi"])
    func patching(_ name: String) throws {
        let it = try ScienceCase(name)
        let (_, cache) = try it.model.runWithCache(it.clean)
        let (high, low) = try (it.difference(it.model(it.clean)), it.difference(it.model(it.corrupted)))
        let metric = { (logits: Tensor) in (try it.difference(logits) - low) / (high - low) }
        // 1e-4 of a logit difference, on the scale on which the two runs are 0 and 1.
        let tolerance = max(1e-5, 1e-4 / abs((high - low).item()))
        var compared = 0
        for (key, site) in Self.sites where it.golden.keys.contains("exact.raw.\(key)") {
            let patched = try activationPatch(it.model, it.corrupted, cache, site: site, metric: metric)
            expectClose(patched, try it.golden["exact.raw.\(key)"], absolute: tolerance, relative: 0, "\(name) \(key)")
            compared += 1
        }
        #expect(compared == (name == "tiny-ioi" ? 5 : 14))
    }

    @Test("Integrated gradients, as a loop with a hook computes them", arguments: ["tiny", "small", "tiny-ioi"])
    func integratedGradients(_ name: String) throws {
        let it = try ScienceCase(name)
        let embeddings = try [it.clean, it.corrupted].map { try it.model.runWithCache($0).cache["hook_embed"] }
        let way = embeddings[0] - embeddings[1]
        for steps in [5, 20, 100] {
            var total = Tensor.zeros(way.shape)
            for step in 0..<steps {
                let point = embeddings[1] + way * ((Double(step) + 0.5) / Double(steps))
                let grads = try it.model.runWithGradients(
                    it.corrupted, of: it.difference, namesFilter: "hook_embed",
                    fwdHooks: [Hook("hook_embed") { x, _ in x = point }]
                ).grads
                total = total + (try grads["hook_embed"]) / Double(steps)
            }
            let expected = try it.golden["integrated_gradients.\(steps)"]
            expectClose(
                (way * total).sum(dim: -1), expected, absolute: 1e-4 * expected.abs().max().item(), relative: 0,
                "\(name) \(steps)")
        }
    }

    @Test("Paths between all heads of a larger model", arguments: [true, false])
    func paths(_ throughMLPs: Bool) throws {
        let it = try ScienceCase("small")
        let heads = it.model.cfg.nHeads
        let parts: [(String, (Int, Int) -> PathReceiver)] = [
            ("q", { .q($0, $1) }), ("k", { .k($0, $1) }), ("v", { .v($0, $1) }),
        ]
        let way = throughMLPs ? "through_mlps" : "direct"
        for (part, receiver) in parts {
            let expected = try it.golden["path.\(way).\(part)"]
            for end in stride(from: 1, to: it.model.cfg.nLayers * heads, by: 5) {
                let map = try pathPatch(
                    it.model, it.clean, it.corrupted, to: [receiver(end / heads, end % heads)],
                    throughMLPs: throughMLPs, metric: it.difference)
                expectClose(
                    map.flattened(), expected[0..., end], absolute: 1e-4, relative: 1e-4, "\(way) \(part) \(end)")
            }
        }
        let logits = try pathPatch(
            it.model, it.clean, it.corrupted, to: .logits, throughMLPs: throughMLPs, metric: it.difference)
        expectClose(logits.flattened(), try it.golden["path.\(way).logits"], absolute: 1e-4, relative: 1e-4)
    }
}
