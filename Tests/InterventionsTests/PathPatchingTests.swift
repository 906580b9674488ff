import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Paths from heads, and edges by name, give the reference's numbers.
struct PathPatchingTests {
    private let golden: Golden

    init() throws { golden = try Golden("science", "paths") }

    private func tokens(_ name: String, _ key: String) throws -> Tensor {
        try golden["\(name).\(key)_tokens"].asType(.int64)
    }

    private func metric(_ name: String) throws -> (Tensor) throws -> Tensor {
        let answers = try tokens(name, "answer")
        return { logits in
            let chosen = logits[0..., -1].gather(dim: -1, index: answers)
            return (chosen[0..., 0] - chosen[0..., 1]).mean()
        }
    }

    @Test("From every head to every head's queries, keys and values", arguments: [true, false])
    func everyPair(_ throughMLPs: Bool) throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (clean, corrupted, metric) = (
            try tokens("tiny", "clean"), try tokens("tiny", "corrupted"), try metric("tiny")
        )
        let way = throughMLPs ? "through_mlps" : "direct"
        let parts: [(String, (Int, Int) -> PathReceiver)] = [
            ("q", { .q($0, $1) }), ("k", { .k($0, $1) }), ("v", { .v($0, $1) }),
        ]
        for (part, receiver) in parts {
            for end in 0..<8 {
                let map = try pathPatch(
                    model, clean, corrupted, to: [receiver(end / 4, end % 4)], throughMLPs: throughMLPs, metric: metric)
                expectClose(map.flattened(), try golden["tiny.path.\(way).\(part)"][0..., end], "\(way) \(part) \(end)")
            }
        }
        let logits = try pathPatch(model, clean, corrupted, to: .logits, throughMLPs: throughMLPs, metric: metric)
        expectClose(logits.flattened(), try golden["tiny.path.\(way).logits"])
    }

    @Test("To several receivers at once, on the model that comes with the project")
    func severalReceivers() throws {
        let model = try ScienceGolden.tinyIOI()
        let (clean, corrupted, metric) = (try tokens("ioi", "clean"), try tokens("ioi", "corrupted"), try metric("ioi"))
        let movers = [(9, 9), (9, 6), (10, 0)]
        let inhibitors = [(7, 3), (7, 9), (8, 6), (8, 10)]
        let maps: [(String, [PathReceiver], Bool)] = [
            ("through_mlps.logits", [.logits], true), ("direct.logits", [.logits], false),
            ("through_mlps.name_movers.q", movers.map { .q($0.0, $0.1) }, true),
            ("through_mlps.s_inhibition.v", inhibitors.map { .v($0.0, $0.1) }, true),
            ("through_mlps.s_inhibition.q", inhibitors.map { .q($0.0, $0.1) }, true),
        ]
        for (key, receivers, throughMLPs) in maps {
            let map = try pathPatch(model, clean, corrupted, to: receivers, throughMLPs: throughMLPs, metric: metric)
            expectClose(map, try golden["ioi.path.\(key)"], absolute: 1e-4, relative: 1e-5, "\(key)")
        }
    }

    @Test(
        "Freezing heads by hooks gives the same in every family",
        arguments: ["neox", "llama2", "llama3", "neox-serial", "gpt-neo"])
    func byHooks(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        model.tokenizer = nil
        let clean = try family["tokens"]
        let corrupted = clean.flipped(dim: 0)
        let metric = { (logits: Tensor) in logits[0..., -1, 3] - logits[0..., -1, 5] }
        let (own, other) = (try model.runWithCache(clean).cache, try model.runWithCache(corrupted).cache)
        let map = try pathPatch(model, clean, corrupted, to: [.q(1, 1), .v(1, 0)], metric: metric)
        for head in 0..<model.cfg.nHeads {
            var freezing: [Hook] = []
            for layer in 0..<model.cfg.nLayers {
                freezing.append(
                    Hook(actName("z", layer)) { z, _ in
                        z = try own[actName("z", layer)]
                        if layer == 0 { z[0..., 0..., head] = try other[actName("z", 0)][0..., 0..., head] }
                    })
            }
            let seen = try model.runWithCache(clean, fwdHooks: freezing).cache
            let overwriting = [
                Hook(actName("q", 1)) { q, _ in q[0..., 0..., 1] = try seen[actName("q", 1)][0..., 0..., 1] },
                Hook(actName("v", 1)) { v, _ in v[0..., 0..., 0] = try seen[actName("v", 1)][0..., 0..., 0] },
            ]
            let logits = try model.runWithHooks(clean, fwdHooks: overwriting, recompute: .everything)
            expectClose(map[0, head], metric(logits), absolute: 1e-4, relative: 1e-4, "\(name) head \(head)")
        }
        // A receiver before its sender changes nothing.
        expectClose(map[1, 0], metric(try model(clean)), absolute: 1e-5)
    }

    @Test func everyEdgeByName() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (clean, corrupted, metric) = (
            try tokens("tiny", "clean"), try tokens("tiny", "corrupted"), try metric("tiny")
        )
        let names = try model.edgeNames()
        #expect(names.count == 110 && Set(names).count == 110)
        let exact = try golden["tiny.edges.exact.ld"]
        let sources = ["input", "a0.h0", "a0.h1", "a0.h2", "a0.h3", "m0", "a1.h0", "a1.h1", "a1.h2", "a1.h3", "m1"]
        let parts = ["q", "k", "v"]
        func heads(_ layer: Int) -> [String] { parts.flatMap { part in (0..<4).map { "a\(layer).h\($0)<\(part)>" } } }
        let ends = heads(0) + ["m0"] + heads(1) + ["m1", "logits"]
        for name in names {
            let halves = name.split(separator: "->").map(String.init)
            let place = (sources.firstIndex(of: halves[0]) ?? -1, ends.firstIndex(of: halves[1]) ?? -1)
            let value = try metric(try model.runWithEdges(clean, corrupted: corrupted, patched: [name]))
            expectClose(value, exact[place.0, place.1], "\(name)")
        }
        expectClose(try model.runWithEdges(clean, corrupted: corrupted, patched: names), try model(corrupted))
        expectClose(try model.runWithEdges(clean, corrupted: corrupted, patched: []), try model(clean))
    }

    @Test("All edges are the corrupted run in every family", arguments: GoldenFamily.all)
    func allEdges(_ name: String) throws {
        let model = try GoldenFamily(name).load(.raw)
        model.tokenizer = nil
        let clean = try GoldenFamily(name)["tokens"]
        let corrupted = clean.flipped(dim: 0)
        guard model.weights.blocks.allSatisfy({ $0.ln1Post == nil }) else {
            #expect(throws: PathError.headsWriteTogether("a0.h0->logits")) {
                try model.runWithEdges(clean, corrupted: corrupted, patched: ["a0.h0->logits"])
            }
            return
        }
        let all = try model.runWithEdges(clean, corrupted: corrupted, patched: model.edgeNames())
        expectClose(all, try model(corrupted), "\(name)")
    }

    @Test func whatDoesNotExistIsToldWithWhatIsNear() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (clean, corrupted) = (try tokens("tiny", "clean"), try tokens("tiny", "corrupted"))
        func edge(_ name: String) throws { _ = try model.runWithEdges(clean, corrupted: corrupted, patched: [name]) }
        #expect(throws: PathError.backwards("a1.h0->a0.h0<q>")) { try edge("a1.h0->a0.h0<q>") }
        #expect(throws: PathError.noEdge("a0.h9->m1", nearest: ["a0.h0->m1"])) { try edge("a0.h9->m1") }
        #expect(throws: PathError.self) { try edge("a0.h0") }
        let wrong = #expect(throws: PathError.self) { try edge("a0.h0->a1.h1<w>") }
        #expect(wrong?.description.contains("\"a0.h0->a1.h1<q>\"") ?? false)
        #expect(throws: PathError.noHead(".q(9, 9)", layers: 2, heads: 4)) {
            try pathPatch(model, clean, corrupted, to: [.q(9, 9)]) { $0[0, -1, 0] }
        }
        #expect(throws: PathError.badReceivers) { try pathPatch(model, clean, corrupted, to: []) { $0[0, -1, 0] } }
        #expect(throws: PathError.badReceivers) {
            try pathPatch(model, clean, corrupted, to: [.logits, .q(1, 1)]) { $0[0, -1, 0] }
        }
        #expect(throws: PathError.shapeMismatch(clean: [4, 12], corrupted: [4, 11])) {
            try pathPatch(model, clean, corrupted[0..., 1...], to: .logits) { $0[0, -1, 0] }
        }
    }

    @Test func aStopIsNoticed() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (clean, corrupted, metric) = (
            try tokens("tiny", "clean"), try tokens("tiny", "corrupted"), try metric("tiny")
        )
        let (_, looks) = try Interruption.countingLooks {
            try pathPatch(model, clean, corrupted, to: [.q(1, 1)], metric: metric)
        }
        #expect(looks > 20)
    }
}
