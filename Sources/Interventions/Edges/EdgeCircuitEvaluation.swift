public import Datasets
public import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// Keeps the edges of a circuit, has all other edges read other outputs, and measures how much of the task is left:
    /// faithfulness, completeness and minimality, for each prompt.
    ///
    /// ```swift
    /// let circuit = try edges.circuit(top: 400)
    /// let report = try model.evaluateEdgeCircuit(circuit, test, ablation: .counterfactual)
    /// report                                      // F(M) 14.2, F(C) 12.9 …
    /// report.minimality.first                     // what is lost without one of the components
    /// ```
    /// F is the mean logit difference. The choice of ablation can decide the verdict (Miller et al., 2407.08734): compare several.
    /// - Parameters:
    ///   - train: the prompts that means come from; `test` itself unless given.
    ///   - subsets: how many random parts of the circuit's components completeness is tried on; `seed` for them.
    ///   - minimality: whether the circuit is run without each of its components, a run for each of them.
    /// - Throws: ``PathError``, ``AblationPanelError``; `DatasetError` where the prompts have no such version; `Interrupted`.
    public func evaluateEdgeCircuit(
        _ circuit: EdgeCircuit, _ test: PromptDataset, train: PromptDataset? = nil,
        ablation: AblationKind = .counterfactual, subsets: Int = 5, minimality: Bool = true, seed: Int = 0
    ) throws -> HeadCircuitEvaluation {
        try evaluateEdgeCircuit(
            circuit, test, train: train, ablation: ablation, subsets: subsets, minimality: minimality, seed: seed
        ) { try test.logitDifference($0) }
    }

    /// The same by a metric of one's own: a number for each prompt, [batch].
    ///
    /// ```swift
    /// let report = try model.evaluateEdgeCircuit(circuit, test, metric: { try test.probabilityDifference($0) })
    /// ```
    /// - Throws: ``PathError/badMetric(count:prompts:)`` for a metric that gives something else; what it throws.
    public func evaluateEdgeCircuit(
        _ circuit: EdgeCircuit, _ test: PromptDataset, train: PromptDataset? = nil,
        ablation: AblationKind = .counterfactual, subsets: Int = 5, minimality: Bool = true, seed: Int = 0,
        metric: (Tensor) throws -> Tensor
    ) throws -> HeadCircuitEvaluation {
        let source = EdgeReplacement(model: self, test: test, train: train ?? test, kind: ablation, seed: seed)
        let patching = try EdgePatching(self, test, source.outputs())
        let sets = try EdgeRemovals(
            circuit.of(self, patching.names), subsets: max(0, subsets), minimality: minimality, seed: seed)
        let work = LongWork("Circuit", total: sets.runs.count)
        defer { work.finish() }
        func values(_ logits: Tensor) throws -> [Float] {
            let values = try Fault.catching { try metric(logits).floats() }
            guard values.count == test.count else {
                throw PathError.badMetric(count: values.count, prompts: test.count)
            }
            return values
        }
        let full = try values(self(test))
        let differences = try sets.runs.map { kept in
            defer { work.advance() }
            return try values(patching.logits(sets.patched(kept)))
        }
        return try HeadCircuitEvaluation(
            ablation: ablation, full: full, labels: sets.components.map(sets.label),
            parts: sets.parts.map { $0.map(sets.label).sorted() },
            minimality: minimality, differences: differences, seed: seed, what: "\(circuit.edges.count) edges")
    }
}

/// What sources of edges outside a circuit write.
private struct EdgeReplacement {
    let model: HookedTransformer
    let test: PromptDataset
    let train: PromptDataset
    let kind: AblationKind
    let seed: Int

    func outputs() throws -> ComponentOutputs {
        switch kind {
        case .counterfactual: return try .of(model, test.corrupted(.counterfactual))
        case .resample: return try .of(model, test.corrupted(.resampled, seed: seed))
        case .zero:
            let own = try ComponentOutputs.of(model, test)
            return ComponentOutputs(values: own.values * 0, shape: own.shape)
        case .mean, .meanPerPosition: return try mean(isPerPosition: kind == .meanPerPosition)
        case .zeroFolded, .optimal: throw PathError.badAblation("\(kind)")
        }
    }

    private func mean(isPerPosition: Bool) throws -> ComponentOutputs {
        guard !isPerPosition || train.length == test.length else {
            throw AblationPanelError.unequalLengths(train: train.length, test: test.length)
        }
        let own = try ComponentOutputs.of(model, train)
        let width = model.cfg.dModel
        let count = own.values.shape[0]
        return try Fault.catching {
            let apart = own.values.reshaped([count, train.count, train.length, width])
            let mean = isPerPosition ? apart.mean(dim: 1, keepdim: true) : apart.mean(dim: [1, 2], keepdim: true)
            let all = mean.broadcast(to: [count, test.count, test.length, width])
            return ComponentOutputs(
                values: all.reshaped([count, test.count * test.length * width]),
                shape: [test.count, test.length, width])
        }
    }
}
