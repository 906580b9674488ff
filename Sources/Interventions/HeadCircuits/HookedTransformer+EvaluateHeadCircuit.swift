public import Datasets
public import HookedTransformers
internal import SessionSafety
internal import TensorCore

extension HookedTransformer {
    /// Keeps some heads and all MLPs, replaces all other heads, and measures how much of the task is left: faithfulness,
    /// completeness and minimality, for each prompt.
    ///
    /// ```swift
    /// let circuit = [(9, 9), (9, 6), (10, 0), (7, 3), (7, 9), (8, 6), (8, 10)]
    /// let report = try model.evaluateHeadCircuit(circuit, test, train: train, ablation: .meanPerPosition)
    /// report                                  // F(M) 14.2, F(C) 12.9: 91 % is kept …
    /// report.minimality.first                 // what is lost without one of the heads
    /// ```
    /// F is the mean logit difference. The choice of ablation can decide the verdict (Miller et al., 2407.08734): compare several.
    /// - Parameters:
    ///   - heads: the circuit, (layer, head) each.
    ///   - train: the prompts that means come from; `test` itself unless given.
    ///   - subsets: how many random parts of the circuit completeness is tried on, beside the whole; `seed` for them.
    ///   - minimality: whether the circuit is run without each of its heads.
    ///   - position: where the other heads are replaced. `.all` leaves a BOS alone.
    /// - Throws: ``AblationPanelError``; `ModelError` for a head that there is not; `DatasetError` where the prompts have no
    ///   counterfactual version; `Interrupted`.
    public func evaluateHeadCircuit(
        _ heads: [(Int, Int)], _ test: PromptDataset, train: PromptDataset? = nil,
        ablation: AblationKind = .meanPerPosition, subsets: Int = 10, minimality: Bool = true,
        position: HeadPosition = .all, seed: Int = 0
    ) throws -> HeadCircuitEvaluation {
        let circuit = try heads.map { layer, head in
            try checkHead(layer, head)
            return AblatedComponent(layer: layer, head: head)
        }
        let span = try AblatedSpan(position, test, self)
        let train = train ?? test
        guard try AblatedSpan(position, train, self) == span else {
            throw AblationPanelError.unequalLengths(train: train.length, test: test.length)
        }
        let removals = try HeadCircuitRemovals(
            circuit: circuit, all: AblatedComponent.all(.heads, self), subsets: max(0, subsets),
            minimality: minimality, seed: seed)
        let run = HeadCircuitRun(
            model: self, test: test, span: span,
            replacements: try Replacements(self, train, span, [ablation], nil, .heads, seed: seed), ablation: ablation,
            corrupted: try corruptedPrompts(test, ablation, seed))
        let (full, differences) = try run.logitDifferences(removing: removals.sets)
        return try HeadCircuitEvaluation(
            ablation: ablation, full: full, removals: removals, differences: differences, seed: seed)
    }
}

/// Which heads are replaced in each of the runs that a circuit is judged by.
struct HeadCircuitRemovals {
    let circuit: [AblatedComponent]
    /// Whether there are sets without each of its heads.
    let minimality: Bool
    /// The parts K of the circuit that completeness is tried on.
    let parts: [Set<AblatedComponent>]
    /// All but the circuit; the circuit; all but the circuit and each of its heads, if asked for; then for every part, all but the circuit without
    /// it, and the part alone.
    let sets: [Set<AblatedComponent>]

    /// - Throws: `Interrupted`; an error for more sets than there is memory for.
    init(
        circuit heads: [AblatedComponent], all: [AblatedComponent], subsets: Int, minimality: Bool, seed: Int
    ) throws {
        var seen: Set<AblatedComponent> = []
        let circuit = heads.filter { seen.insert($0).inserted }
        (self.circuit, self.minimality) = (circuit, minimality)
        let others = Set(all).subtracting(circuit)
        parts = try RandomParts(of: circuit, count: subsets, seed: seed).all.map(Set.init)
        try MemoryBudget.check(circuit.count + parts.count, of: 2 * all.count * MemoryLayout<AblatedComponent>.stride)
        var sets = [others, Set(circuit)]
        for part in minimality ? circuit.map({ [$0] }) : [] {
            try Interruption.check()
            sets.append(others.union(part))
        }
        for part in parts {
            try Interruption.check()
            sets += [others.union(part), part]
        }
        self.sets = sets
    }
}

/// Runs the prompts with sets of heads replaced, several sets at a time.
struct HeadCircuitRun {
    let model: HookedTransformer
    let test: PromptDataset
    let span: AblatedSpan
    let replacements: Replacements
    let ablation: AblationKind
    let corrupted: [AblationKind: PromptDataset]

    /// The logit difference for each prompt, of the whole model and with each set replaced.
    func logitDifferences(removing sets: [Set<AblatedComponent>]) throws -> (full: [Float], sets: [[Float]]) {
        let work = LongWork("Circuit", total: PromptChunks(model, test).count * sets.count)
        defer { work.finish() }
        var (full, all) = ([Float](), sets.map { _ in [Float]() })
        try PromptChunks(model, test).forEach { chunk, start in
            let base = try model.variantsBase(chunk.tokens)
            let sources = try replacements.sources(test, corrupted, start..<(start + chunk.count))
            let values = try (0..<model.cfg.nLayers).map { try replacements.heads(ablation, $0, sources) }
            let scores = try LastPositionScores(model, base.lastLogits, chunk)
            full += scores.full
            let each = max(1, 1024 / max(1, base.rows * span.length))
            for first in stride(from: 0, to: sets.count, by: each) {
                let part = Array(sets[first..<min(sets.count, first + each)])
                let ends = try RunVariants.finish([try variants(base, part, values)])[0]
                for (variant, differences) in try scores.logitDifferences(ends).enumerated() {
                    all[first + variant] += differences
                }
                work.advance(by: part.count)
            }
        }
        return (full, all)
    }

    private func variants(_ base: VariantsBase, _ sets: [Set<AblatedComponent>], _ values: [Tensor]) throws
        -> RunVariants
    {
        var variants = try base.variants(sets.count, from: span.first)
        let first = sets.joined().map(\.layer).min() ?? 0
        try variants.stand(at: first, behind: .z)
        for layer in first..<model.cfg.nLayers {
            if layer > first { try variants.advance(to: layer, behind: .z) }
            try variants.edit(.z) { z in
                for (variant, set) in sets.enumerated() {
                    for component in set where component.layer == layer {
                        guard let head = component.head else { continue }
                        z[variant, 0..., 0..<span.count, head, 0...] = values[layer][.ellipsis, head, 0...]
                    }
                }
            }
        }
        return variants
    }
}
