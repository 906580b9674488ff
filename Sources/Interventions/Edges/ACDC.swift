public import Datasets
public import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// Takes edges away one by one, from the logits down, as long as the answers hardly change: ACDC.
///
/// ```swift
/// let edges = try edgeAttribution(model, test, test.corrupted(.counterfactual), metric: metric)
/// let found = try acdc(model, test, among: edges.top(1000), threshold: 0.01)
/// found.circuit.edges
/// ```
/// An edge goes when the divergence from the whole model's answers grows by less than the threshold without it. Edges that are not
/// among the candidates are gone from the start. Conmy et al. (2304.14997).
/// - Parameters:
///   - corruption: which version of the prompts edges outside the circuit carry.
///   - candidates: names of edges; all of them unless given, at one run for each.
///   - threshold: in nats, 0 or more. At 0, an edge goes only when the divergence shrinks without it.
/// - Throws: ``PathError``; `DatasetError` where the prompts have no such version; `Interrupted`.
public func acdc(
    _ model: HookedTransformer, _ prompts: PromptDataset, corruption: Corruption = .counterfactual,
    among candidates: [String]? = nil, threshold: Double
) throws -> ACDCResult {
    guard threshold >= 0, threshold.isFinite else { throw PathError.badThreshold(threshold) }
    let other = try ComponentOutputs.of(model, prompts.corrupted(corruption))
    let patching = try EdgePatching(model, prompts, other)
    let names = patching.names
    let width = names.ends.count
    var isPatched = [Bool](repeating: candidates != nil, count: names.sources.count * width)
    for candidate in candidates ?? [] {
        try Interruption.check()
        isPatched[names.number(try names.place(candidate))] = false
    }
    let reference = try Fault.catching { try model(prompts)[0..., -1] }
    func divergence() throws -> Double {
        let logits = try patching.logits(isPatched)
        return try Fault.catching { klDivergence(reference, logits[0..., -1]).item() }
    }
    let order = try names.fromTheEnd().filter { !isPatched[names.number($0)] }
    let work = LongWork("ACDC", total: order.count)
    defer { work.finish() }
    var current = try divergence()
    var steps: [ACDCResult.Step] = []
    var kept: [EdgeNames.Place] = []
    for edge in order {
        let place = names.number(edge)
        isPatched[place] = true
        let value = try divergence()
        let isRemoved = value - current < threshold
        if isRemoved {
            current = value
        } else {
            isPatched[place] = false
            kept.append(edge)
        }
        steps.append(.init(edge: names.name(edge), divergence: value, isRemoved: isRemoved))
        work.say("ACDC, KL \(PanelText.number(Float(current)))")
        work.advance()
    }
    return ACDCResult(circuit: try EdgeCircuit(kept, names), divergence: current, steps: steps)
}

/// What ACDC has left of a model, and every decision on the way.
///
/// `let found = try acdc(model, test, among: edges.top(200), threshold: 0.01)`
public struct ACDCResult: Sendable, CustomStringConvertible {
    /// The edges that are left.
    public let circuit: EdgeCircuit
    /// The divergence of the circuit's answers from the whole model's, in nats.
    public let divergence: Double
    /// The edges in the order in which they were tried.
    public let steps: [ACDCResult.Step]

    /// A decision: the edge, what the divergence was without it, and whether it went.
    public struct Step: Sendable, Hashable {
        /// `a5.h5->a8.h6<v>`
        public let edge: String
        /// The divergence without it, in nats.
        public let divergence: Double
        /// Whether it was removed.
        public let isRemoved: Bool
    }

    public var description: String {
        "\(circuit.edges.count) of \(steps.count) edges are left, KL \(PanelText.number(Float(divergence)))"
    }
}

extension EdgeNames {
    /// All edges from the logits down: of a layer the MLP, then values, keys and queries of the heads from last to first; of each end
    /// the sources from last to first.
    fileprivate func fromTheEnd() throws -> [Place] {
        try ends.indices.reversed().flatMap { end in
            try Interruption.check()
            return sources.indices.reversed().filter { exists(sources[$0], ends[end]) }.map { (source: $0, end: end) }
        }
    }
}
