internal import HookedTransformers
internal import SessionSafety
public import TensorCore

/// What edge attribution estimates for every edge of a model.
///
/// ```swift
/// let edges = try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)
/// edges                                             // the largest scores
/// try edges["a9.h9->logits"]
/// let circuit = try edges.circuit(top: 400)
/// ```
/// A score above 0: patching the edge from the corrupted run raises the metric.
public struct EdgeScores: Sendable {
    /// The scores, 0 where there is no edge: [source, end], in the order of ``sources`` and ``ends``: `edges.values.abs().max()`.
    public let values: Tensor
    /// `input`, `a0.h0`, …, `m11`.
    public let sources: [String]
    /// `a0.h0<q>`, …, `m11`, `logits`.
    public let ends: [String]
    /// How the scores were computed.
    public let method: EdgeMethod
    /// The number of edges.
    public let count: Int
    /// What whoever reads the numbers should know.
    public let warnings: [String]
    let names: EdgeNames
}

extension EdgeScores {
    /// The score of an edge: `try edges["a5.h5->a8.h6<v>"]`.
    /// - Throws: ``PathError`` for a name that is no edge, with the nearest ones.
    public subscript(_ name: String) -> Double {
        get throws {
            let (source, end) = try names.place(name)
            return Double(values[source, end].item())
        }
    }

    /// The edges with the largest scores by size, the largest first: `edges.top(10)`.
    public func top(_ count: Int) -> [String] {
        Fault.raising(returning: []) { try circuit(top: count).edges }
    }

    /// The edges with the largest scores by size, as what is kept of the model.
    ///
    /// `let circuit = try edges.circuit(top: 400)`
    /// - Throws: `Interrupted`.
    public func circuit(top count: Int) throws -> EdgeCircuit { try EdgeCircuit(ranked(count), names) }

    private func ranked(_ most: Int) throws -> [EdgeNames.Place] {
        let scores = values.toArray()
        let all = try names.all().map { (place: $0, score: scores[names.number($0)]) }
        let ordered = try all.sortedWithLooks { a, b in
            let (x, y) = (abs(a.score), abs(b.score))
            return x == y || x.isNaN || y.isNaN ? a.place < b.place : x > y
        }
        return ordered.prefix(max(0, most)).map(\.place)
    }

    fileprivate func largest(_ count: Int) throws -> [String] {
        try ranked(count).map { place in
            "  \(names.name(place)): \(PanelText.number(Float(values[place.source, place.end].item())))"
        }
    }
}

extension EdgeScores: CustomStringConvertible {
    public var description: String {
        let lines = ["\(count) edges by \(method); the largest scores:"]
        let first = Fault.raising(returning: []) { try largest(10) }
        return (lines + first + warnings.map { "warning: \($0)" }).joined(separator: "\n")
    }
}
