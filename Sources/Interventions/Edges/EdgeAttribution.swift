public import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

/// Estimates for every edge of a model what patching it alone from the corrupted run does to a metric.
///
/// ```swift
/// let metric = { (logits: Tensor) in averageLogitDifference(logits, answerTokens) }
/// let edges = try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)
/// try edges["a5.h5->a8.h6<v>"]
/// let circuit = try edges.circuit(top: 400)
/// ```
/// (corrupted − clean output of the source) · ∂metric/∂(what the end reads), summed over prompts and positions. Names and order of
/// edges are EAP-IG's.
/// - Parameters:
///   - method: where the gradients are taken.
///   - metric: one number from the logits [batch, position, d_vocab], by operations that have a derivative.
/// - Throws: ``PathError`` for prompts of different shapes, and for models whose heads write through a norm together;
///   `GradientError`; what a run or the metric throws.
public func edgeAttribution(
    _ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput,
    method: EdgeMethod = .eapIG(steps: 5), metric: (Tensor) throws -> Tensor
) throws -> EdgeScores {
    try EdgeAttributionRun(model, tokens, corruptedTokens).scores(method, metric)
}

/// Runs whose gradients are multiplied with the differences of outputs as they come back, so that none has to be kept.
private final class EdgeAttributionRun {
    private let model: HookedTransformer
    private let tokens: any ModelInput
    private let names: EdgeNames
    private let points: ReadingPoints
    private let clean: ActivationCache
    private let corrupted: ActivationCache
    /// Corrupted − clean outputs: [source, batch · position · d_model]
    private let differences: Tensor
    /// [source, end]
    private var sums: Tensor

    init(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput) throws {
        (self.model, self.tokens, names) = (model, tokens, EdgeNames(model))
        try EdgePatching.check(model)
        points = ReadingPoints(model, names)
        let sites = ComponentOutputs.names(model)
        clean = try model.runWithCache(tokens, namesFilter: sites).cache
        corrupted = try model.runWithCache(corruptedTokens, namesFilter: sites).cache
        let (own, other) = (try ComponentOutputs(model, clean), try ComponentOutputs(model, corrupted))
        guard own.shape == other.shape else {
            throw PathError.shapeMismatch(clean: Array(own.shape.dropLast()), corrupted: Array(other.shape.dropLast()))
        }
        differences = try Fault.catching { other.values - own.values }
        sums = Tensor.zeros([names.sources.count, names.ends.count])
    }

    func scores(_ method: EdgeMethod, _ metric: (Tensor) throws -> Tensor) throws -> EdgeScores {
        let runs = try runs(method)
        let work = LongWork("Edges", total: runs.count)
        defer { work.finish() }
        try ReadingPoints.switchedOn(model) {
            try TensorMemory.keepingMore {
                for run in runs {
                    try add(run, metric)
                    work.advance()
                }
            }
        }
        var values = [Float](repeating: 0, count: sums.count)
        let found = sums.toArray()
        var count = 0
        try names.forEachEdge { edge in
            values[names.number(edge)] = found[names.number(edge)]
            count += 1
        }
        let isFlat = method == .eap && values.allSatisfy { abs($0) < 1e-4 }
        let warning =
            "every score is about 0: at its own reference a divergence has no slope; use .eapIG(steps: 5), or another metric"
        return EdgeScores(
            values: Tensor(values, shape: sums.shape), sources: names.sources.map(\.name), ends: names.ends.map(\.name),
            method: method, count: count, warnings: isFlat ? [warning] : [], names: names)
    }

    /// A run whose gradients count: what is put where, by which share they count, and for which sources.
    private struct Run {
        var inputs: [(name: String, share: Double)]
        var weight: Double
        var sources: Range<Int>
    }

    private func runs(_ method: EdgeMethod) throws -> [Run] {
        let all = names.sources.indices
        switch method {
        case .eap: return [Run(inputs: [], weight: 1, sources: all)]
        case .cleanCorrupted:
            return [0.0, 1].map { Run(inputs: [("hook_embed", $0)], weight: 0.5, sources: all) }
        case .eapIG(let steps):
            try check(steps)
            return try (0..<steps).map { step in
                try Interruption.check()
                return Run(
                    inputs: [("hook_embed", Double(step) / Double(steps))], weight: 1 / Double(steps), sources: all)
            }
        case .eapIGActivations(let steps):
            try check(steps)
            var (runs, first): ([Run], Int) = ([], 0)
            for name in ComponentOutputs.names(model) {
                let count = name.hasSuffix("hook_z") ? model.cfg.nHeads : 1
                for step in 0..<steps {
                    try Interruption.check()
                    runs.append(
                        Run(
                            inputs: [(name, Double(step) / Double(steps))], weight: 1 / Double(steps),
                            sources: first..<(first + count)))
                }
                first += count
            }
            return runs
        }
    }

    private func check(_ steps: Int) throws {
        guard (1...1_000_000).contains(steps) else { throw PathError.badSteps(steps) }
    }

    /// A run from corrupted + share · (clean − corrupted) at its inputs, and its gradients times the sources' differences.
    private func add(_ run: Run, _ metric: (Tensor) throws -> Tensor) throws {
        let edits = try run.inputs.map { name, share in
            let (own, other) = (try clean[name], try corrupted[name])
            let point = try Fault.catching { other + (own - other) * share }
            return Hook(name) { activation, _ in activation = point }
        }
        let watched = points.all.filter { run.sources.lowerBound < $0.sources }
        let backward = watched.map { point in
            Hook(point.name) { [self] gradient, _ in try take(gradient, point, run) }
        }
        _ = try model.runWithGradients(
            tokens, of: metric, namesFilter: NamesSelection.names([]), fwdHooks: edits, bwdHooks: backward)
    }

    private func take(_ gradient: Tensor, _ point: ReadingPoints.Point, _ run: Run) throws {
        let sources = run.sources.clamped(to: 0..<point.sources)
        guard !sources.isEmpty else { return }
        let product = try Fault.catching {
            let own = point.count == 1 && gradient.ndim == 3 ? gradient.unsqueezed(dim: 2) : gradient
            let byEnd = own.permuted(2, 0, 1, 3).reshaped([point.count, differences.shape[1]])
            return differences[sources].matmul(byEnd.T) * run.weight
        }
        sums[sources, point.first..<(point.first + point.count)] =
            sums[sources, point.first..<(point.first + point.count)] + product
    }
}
