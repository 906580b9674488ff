import Datasets
import HookedTransformers
import Hooks
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Scores of edges are the reference's, circuits made of them do what theirs do, and ACDC decides as theirs does.
struct EdgeAttributionTests {
    @Test("EAP and EAP-IG, logit difference and divergence", arguments: ["tiny", "small", "tiny-ioi"])
    func scores(_ name: String) throws {
        let it = try ScienceCase(name)
        let full = try it.model(it.clean)[0..., -1]
        let kl = { (logits: Tensor) in klDivergence(full, logits[0..., -1]) }
        let methods: [(String, EdgeMethod, (Tensor) throws -> Tensor)] = [
            ("edges.eap.ld", .eap, it.difference), ("edges.eap_ig5.ld", .eapIG(steps: 5), it.difference),
            ("edges.eap_ig5.kl", .eapIG(steps: 5), kl),
        ]
        for (key, method, metric) in methods where it.golden.keys.contains(key) {
            let edges = try edgeAttribution(it.model, it.clean, it.corrupted, method: method, metric: metric)
            let expected = try it.golden[key]
            expectClose(
                edges.values, expected, absolute: 1e-5 * expected.abs().max().item(), relative: 0, "\(name) \(key)")
            #expect(edges.warnings.isEmpty)
            #expect(try edges.count == it.model.edgeNames().count)
        }
        // The switches are as they were.
        #expect(!it.model.cfg.useSplitQKVInput && !it.model.cfg.useHookMLPIn)
        let blind = try edgeAttribution(it.model, it.clean, it.corrupted, method: .eap, metric: kl)
        #expect(blind.warnings.count == 1, "a divergence has no slope at its own reference")
    }

    @Test("Circuits of the best edges, with all other edges corrupted", arguments: ["tiny", "small"])
    func circuits(_ name: String) throws {
        let it = try ScienceCase(name)
        let edges = try edgeAttribution(it.model, it.clean, it.corrupted, metric: it.difference)
        let table = try it.golden["circuit.best_edges_by_eap_ig5"]
        for row in 0..<table.shape[0] {
            let circuit = try edges.circuit(top: Int(table[row, 0].item()))
            let report = try it.model.evaluateEdgeCircuit(circuit, it.data, ablation: .counterfactual, subsets: 0)
            expectClose(report.circuit.mean(), table[row, 1], absolute: 1e-4, relative: 1e-4, "\(name) \(circuit)")
            let others = try Set(it.model.edgeNames()).subtracting(circuit.edges)
            let logits = try it.model.runWithEdges(it.clean, corrupted: it.corrupted, patched: Array(others))
            expectClose(report.circuit, try it.data.logitDifference(logits), absolute: 1e-4, relative: 1e-4)
        }
    }

    @Test("ACDC decides as the reference does")
    func pruning() throws {
        let it = try ScienceCase("tiny")
        let found = try acdc(it.model, it.data, corruption: .swapped, threshold: 0.0007525613849653311)
        let (trace, real) = (try it.golden["acdc.trace"], try it.golden["acdc.kept"])
        #expect(found.steps.count == 110 && found.circuit.edges.count == 22)
        #expect(abs(found.divergence - 0.006737049) < 1e-5)
        for (index, step) in found.steps.enumerated() {
            #expect(step.isRemoved == (trace[index, 3].item() > 0.5), "\(step.edge)")
            #expect(abs(step.divergence - trace[index, 2].item()) < 1e-5, "\(step.edge)")
        }
        #expect(real.asType(.float32).sum().item() == 22)
        // Among those that are left, the same ones are left.
        let again = try acdc(
            it.model, it.data, corruption: .swapped, among: found.circuit.edges, threshold: 0.0007525613849653311)
        #expect(again.steps.count == 22 && Set(again.circuit.edges).isSubset(of: found.circuit.edges))
    }

    @Test("All edges are the whole model and none the corrupted run, in every family", arguments: GoldenFamily.all)
    func families(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        model.tokenizer = nil
        let tokens = try family["tokens"]
        let corrupted = tokens.flipped(dim: 0)
        let data = try PromptDataset(
            tokens: tokens, answerTokens: Tensor([0, 1, 1, 0], shape: [2, 2]), counterfactual: corrupted)
        let metric = { (logits: Tensor) in try data.logitDifference(logits).sum() }
        guard model.weights.blocks.allSatisfy({ $0.ln1Post == nil }) else {
            #expect(throws: PathError.self) { try edgeAttribution(model, tokens, corrupted, metric: metric) }
            return
        }
        let names = try model.edgeNames()
        let all = try EdgeCircuit(model, names)
        let report = try model.evaluateEdgeCircuit(all, data, subsets: 0)
        expectClose(report.circuit, report.whole, absolute: 1e-5, relative: 1e-4, "\(name)")
        expectClose(
            report.complement, try data.logitDifference(model(corrupted)), absolute: 1e-4, relative: 1e-4, "\(name)")
        // What a few edges do by name, they do here.
        let few = [names[0], names[names.count / 2], names[names.count - 1]]
        let rest = try EdgeCircuit(model, names.filter { !few.contains($0) })
        if model.cfg.attentionDir == .causal {
            let logits = try model.runWithEdges(tokens, corrupted: corrupted, patched: few)
            expectClose(
                try model.evaluateEdgeCircuit(rest, data, subsets: 0).circuit, try data.logitDifference(logits),
                absolute: 1e-4, relative: 1e-4, "\(name)")
        }
        // A small change of an edge is what its slope says.
        let near = try edgeAttribution(model, tokens, tokens, method: .eap, metric: metric)
        #expect(near.values.abs().max().item() < 1e-6)
        let scores = try edgeAttribution(model, tokens, corrupted, method: .eap, metric: metric)
        let single = try edgeAttribution(model, tokens, corrupted, method: .eapIG(steps: 1), metric: metric)
        let both = try edgeAttribution(model, tokens, corrupted, method: .cleanCorrupted, metric: metric)
        expectClose(both.values, (scores.values + single.values) / 2, absolute: 1e-5, relative: 1e-4, "\(name)")
    }

    @Test("Along its own outputs, the only edge of a component is worth what patching it gives")
    func activations() throws {
        let it = try ScienceCase("tiny")
        let edges = try edgeAttribution(
            it.model, it.clean, it.corrupted, method: .eapIGActivations(steps: 100), metric: it.difference)
        let clean = try it.difference(it.model(it.clean)).item()
        let cache = try it.model.runWithCache(it.corrupted).cache
        let hook = Hook("blocks.1.hook_mlp_out") { out, _ in out = try cache["blocks.1.hook_mlp_out"] }
        let patched = try it.difference(it.model.runWithHooks(it.clean, fwdHooks: [hook])).item()
        #expect(abs(try edges["m1->logits"] - (patched - clean)) < 0.02 * abs(patched - clean))
        #expect(edges.values[0].abs().max().item() > 0 && edges.method == .eapIGActivations(steps: 100))
    }

    @Test("Edges that lead nowhere are left out")
    func dangling() throws {
        let it = try ScienceCase("tiny")
        let circuit = try EdgeCircuit(
            it.model, ["input->a0.h1<v>", "a0.h1->m1", "m1->logits", "a0.h2->m1", "input->a1.h3<q>", "input->m0"])
        #expect(circuit.components == ["a0.h1", "a0.h2", "m0", "a1.h3", "m1"])
        #expect(circuit.withoutDanglingEdges.edges == ["input->a0.h1<v>", "a0.h1->m1", "m1->logits"])
        let report = try it.model.evaluateEdgeCircuit(circuit, it.data, ablation: .zero, subsets: 3)
        #expect(report.heads == circuit.components && report.minimality.count == 5 && report.completeness.count == 3)
        #expect("\(report)".hasPrefix("6 edges, the others by zero, on 4 prompts"))
        // What leads nowhere changes no logit.
        let pruned = try it.model.evaluateEdgeCircuit(
            EdgeCircuit(it.model, circuit.edges.filter { $0 != "input->a1.h3<q>" && $0 != "input->m0" }), it.data,
            ablation: .zero, subsets: 0, minimality: false)
        expectClose(pruned.circuit, report.circuit, absolute: 1e-6)
        #expect(pruned.minimality.isEmpty && pruned.completeness.isEmpty)
    }

    @Test func badInputIsToldWithItsName() throws {
        let it = try ScienceCase("tiny")
        #expect(throws: PathError.badSteps(0)) {
            try edgeAttribution(it.model, it.clean, it.corrupted, method: .eapIG(steps: 0), metric: it.difference)
        }
        #expect(throws: PathError.shapeMismatch(clean: [4, 12], corrupted: [4, 11])) {
            try edgeAttribution(it.model, it.clean, it.corrupted[0..., 0..<11], metric: it.difference)
        }
        #expect(throws: PathError.self) { try EdgeCircuit(it.model, ["a0.h9->logits"]) }
        #expect(throws: PathError.badThreshold(.infinity)) { try acdc(it.model, it.data, threshold: .infinity) }
        // Spaces do not matter, and a name that comes twice is one edge.
        #expect(try EdgeCircuit(it.model, ["m1 -> logits", "m1->logits"]).edges == ["m1->logits"])
        let circuit = try EdgeCircuit(it.model, ["m1->logits"])
        #expect(throws: PathError.badAblation("optimal")) {
            try it.model.evaluateEdgeCircuit(circuit, it.data, ablation: .optimal)
        }
        #expect(throws: PathError.badMetric(count: 1, prompts: 4)) {
            try it.model.evaluateEdgeCircuit(circuit, it.data, metric: it.difference)
        }
        let (_, looks) = try Interruption.countingLooks {
            try acdc(it.model, it.data, among: ["m1->logits", "m0->logits"], threshold: 0.1)
        }
        #expect(looks > 20)
    }

    @Test("A circuit of one model is looked for by its edges' names in another")
    func ofAnotherModel() throws {
        let (it, other) = (try ScienceCase("tiny"), try ScienceCase("small"))
        let circuit = try EdgeCircuit(other.model, ["m1->logits"])
        let own = try it.model.evaluateEdgeCircuit(EdgeCircuit(it.model, ["m1->logits"]), it.data, subsets: 0)
        let found = try it.model.evaluateEdgeCircuit(circuit, it.data, subsets: 0)
        expectClose(found.circuit, own.circuit, absolute: 0)
        let last = other.model.cfg.nLayers - 1
        let deep = try EdgeCircuit(other.model, ["m\(last)->logits"])
        #expect(throws: PathError.self) { try it.model.evaluateEdgeCircuit(deep, it.data, subsets: 0) }
    }

    @Test("A stop is heard within the edges of a model, of which there are tens of thousands")
    func looks() throws {
        let it = try ScienceCase("tiny-ioi")
        let names = try it.model.edgeNames()
        let (all, byName) = try Interruption.countingLooks { try EdgeCircuit(it.model, names) }
        #expect(byName >= names.count)
        let scores = try edgeAttribution(it.model, it.clean, it.corrupted, method: .eap, metric: it.difference)
        let (ranked, looks) = try Interruption.countingLooks { try scores.circuit(top: names.count) }
        #expect(Set(ranked.edges) == Set(all.edges) && looks >= names.count)
    }

    @Test("A stop is heard within the sets of edges that a circuit is judged by, of whatever kind")
    func looksOfRemovals() throws {
        let it = try ScienceCase("tiny-ioi")
        let circuit = try EdgeCircuit(it.model, it.model.edgeNames())
        let removals = try EdgeRemovals(circuit, subsets: 1, minimality: true, seed: 0)
        // Each head's query, key and value, each MLP and the logits are ends.
        let ends = it.model.cfg.nLayers * (3 * it.model.cfg.nHeads + 1) + 1
        for (number, kept) in removals.runs.enumerated() {
            let (_, looks) = try Interruption.countingLooks { try removals.patched(kept) }
            // All but the circuit are the circuit's own edges, which are at hand.
            #expect(looks > (number == 1 ? 0 : ends), "\(kept)")
        }
    }
}
