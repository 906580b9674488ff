internal import SessionSafety
public import TensorCore

/// How well some heads, with all MLPs, do what the whole model does.
///
/// ```swift
/// let report = try model.evaluateHeadCircuit(circuit, test, train: train, ablation: .counterfactual)
/// print(report)
/// report.faithfulness.value                       // F(C) / F(M)
/// report.minimality.filter { abs($0.value) < 0.1 }
/// ```
public struct HeadCircuitEvaluation: Sendable {
    /// A measured number with its 95 % interval over prompts.
    public struct Figure: Sendable, Hashable, CustomStringConvertible {
        /// The heads that it is about: `L9H9`, or several.
        public let heads: [String]
        /// The number.
        public let value: Double
        /// The interval's lower end.
        public let low: Double
        /// The interval's upper end.
        public let high: Double

        public var description: String {
            let name = heads.isEmpty ? "" : heads.joined(separator: " ") + ": "
            return "\(name)\(PanelText.fixed(value, 3)) [\(PanelText.fixed(low, 3)), \(PanelText.fixed(high, 3))]"
        }
    }

    /// What all other heads are replaced by.
    public let ablation: AblationKind
    /// The heads that are kept; of a circuit of edges, the heads and MLPs that they begin or end at.
    public let heads: [String]
    /// The logit difference of the whole model for each prompt, [prompt]: F(M) is its mean.
    ///
    /// `report.whole.mean()`
    public let whole: Tensor
    /// That of the circuit alone, [prompt]: F(C).
    ///
    /// `report.circuit - report.whole`
    public let circuit: Tensor
    /// That of all but the circuit, [prompt]: F(M ∖ C).
    ///
    /// `report.complement.mean()`
    public let complement: Tensor
    /// F(C) / F(M): 1 where the circuit alone does what the model does.
    public let faithfulness: Figure
    /// For each part K that was tried, F(C ∖ K) − F(M ∖ K), the largest first: 0 where the circuit lacks nothing that stands in for K.
    public let completeness: [Figure]
    /// For each head v of the circuit, F(C) − F(C ∖ v), the largest first: what is lost without it. Empty where it was not asked for.
    public let minimality: [Figure]

    /// What is kept, in words.
    private let what: String

    init(
        ablation: AblationKind, full: [Float], removals: HeadCircuitRemovals, differences: [[Float]], seed: Int
    ) throws {
        try self.init(
            ablation: ablation, full: full, labels: removals.circuit.map(\.label),
            parts: removals.parts.map { $0.map(\.label).sorted() }, minimality: removals.minimality,
            differences: differences, seed: seed,
            what: "\(removals.circuit.count) heads and all MLPs")
    }

    /// - Parameter differences: of the circuit, all but it, with `minimality` it without each of its `labels`, then for each of `parts`
    ///   it without the part and the whole model without the part.
    init(
        ablation: AblationKind, full: [Float], labels: [String], parts: [[String]], minimality isMinimalityAsked: Bool,
        differences: [[Float]], seed: Int, what: String
    ) throws {
        (self.ablation, self.what) = (ablation, what)
        heads = labels
        (whole, circuit, complement) = (Self.tensor(full), Self.tensor(differences[0]), Self.tensor(differences[1]))
        let figures = try Figures(prompts: full.count, seed: seed)
        faithfulness = try figures.ratio(differences[0], full)
        let removed = isMinimalityAsked ? labels : []
        minimality = try removed.indices.map { index in
            try figures.difference(differences[0], differences[2 + index], [removed[index]])
        }.sorted { $0.value > $1.value }
        completeness = try parts.indices.map { index in
            let start = 2 + removed.count + 2 * index
            return try figures.difference(
                differences[start], differences[start + 1], parts[index])
        }.sorted { abs($0.value) > abs($1.value) }
    }

    private static func tensor(_ values: [Float]) -> Tensor { Tensor(values, shape: [values.count]) }

    /// Means and ratios of means with their intervals.
    private struct Figures {
        let bootstrap: Bootstrap?

        init(prompts: Int, seed: Int) throws {
            bootstrap = prompts > 1 ? try Bootstrap(prompts: prompts, resamples: 2000, seed: seed) : nil
        }

        func difference(_ a: [Float], _ b: [Float], _ heads: [String]) throws -> Figure {
            let own = zip(a, b).map { $0 - $1 }
            let value = AblationPanel.mean(own)
            let interval = try bootstrap?.intervals([own])[0] ?? value...value
            return Figure(
                heads: heads, value: Double(value), low: Double(interval.lowerBound), high: Double(interval.upperBound))
        }

        func ratio(_ a: [Float], _ b: [Float]) throws -> Figure {
            let value = AblationPanel.mean(a) / AblationPanel.mean(b)
            let means = try bootstrap?.means([a, b])
            let interval =
                try means.map { means in try Bootstrap.middle(zip(means[0], means[1]).map { $0 / $1 }) }
                ?? value...value
            return Figure(
                heads: [], value: Double(value), low: Double(interval.lowerBound), high: Double(interval.upperBound))
        }
    }
}

extension HeadCircuitEvaluation: CustomStringConvertible {
    public var description: String {
        func mean(_ tensor: Tensor) -> String { PanelText.fixed(tensor.mean().item(), 3) }
        var lines = [
            "\(what), the others by \(ablation.rawValue), on \(whole.count) prompts",
            "F(M) \(mean(whole)), F(C) \(mean(circuit)), F(M ∖ C) \(mean(complement))",
            "faithfulness F(C)/F(M) \(faithfulness)",
        ]
        if let worst = completeness.first {
            lines.append("completeness, worst of \(completeness.count): without \(worst)")
        }
        if let least = minimality.last { lines.append("minimality: the least is lost without \(least)") }
        return lines.joined(separator: "\n")
    }
}
