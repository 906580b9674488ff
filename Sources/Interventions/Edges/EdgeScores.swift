internal import HookedTransformers
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
            let (source, end) = try names.places(name)
            return Double(values[source, end].item())
        }
    }

    /// The edges with the largest scores by size, the largest first: `edges.top(10)`.
    public func top(_ count: Int) -> [String] { ranked(count).map(\.name) }

    /// The edges with the largest scores by size, as what is kept of the model.
    ///
    /// `let circuit = try edges.circuit(top: 400)`
    public func circuit(top count: Int) throws -> EdgeCircuit { EdgeCircuit(checked: top(count), names) }

    func ranked(_ most: Int) -> [(name: String, score: Float)] {
        let scores = values.toArray()
        let width = ends.count
        let all = names.all.sorted { a, b in
            let (x, y) = (abs(scores[a.source * width + a.end]), abs(scores[b.source * width + b.end]))
            return x == y || x.isNaN || y.isNaN ? (a.source, a.end) < (b.source, b.end) : x > y
        }
        return all.prefix(max(0, most)).map { edge in
            ("\(sources[edge.source])->\(ends[edge.end])", scores[edge.source * width + edge.end])
        }
    }
}

extension EdgeScores: CustomStringConvertible {
    public var description: String {
        let lines = ["\(count) edges by \(method); the largest scores:"]
        let largest = ranked(10).map { "  \($0.name): \(PanelText.number($0.score))" }
        return (lines + largest + warnings.map { "warning: \($0)" }).joined(separator: "\n")
    }
}
