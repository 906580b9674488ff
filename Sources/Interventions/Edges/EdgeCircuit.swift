public import HookedTransformers

/// Some of a model's edges: what is kept while all others read corrupted outputs.
///
/// ```swift
/// let circuit = try edges.circuit(top: 400)
/// let own = try EdgeCircuit(model, ["a9.h9->logits", "a7.h3->a9.h9<q>"])
/// circuit.withoutDanglingEdges.edges.count
/// ```
public struct EdgeCircuit: Sendable, CustomStringConvertible {
    /// The names of the edges, `a5.h5->a8.h6<v>`.
    public let edges: [String]
    let names: EdgeNames

    /// Edges of one's own: `try EdgeCircuit(model, ["a9.h9->logits"])`.
    /// - Throws: ``PathError`` for a name that is no edge, with the nearest ones.
    public init(_ model: HookedTransformer, _ edges: [String]) throws {
        let names = EdgeNames(model)
        for edge in edges { _ = try names.edge(edge) }
        var seen: Set<String> = []
        self.init(checked: edges.filter { seen.insert($0).inserted }, names)
    }

    init(checked edges: [String], _ names: EdgeNames) { (self.edges, self.names) = (edges, names) }

    /// The heads and MLPs that an edge begins or ends at: `a9.h9`, `m3`.
    public var components: [String] {
        let all = Set(edges.flatMap { edge -> [String] in Self.ends(of: edge) })
        return names.sources.map(\.name).filter { all.contains($0) && $0 != "input" }
    }

    /// The same without edges that nothing leads to from the input, or that lead nowhere: where the others carry a corrupted run, they
    /// change no logit.
    ///
    /// `circuit.withoutDanglingEdges.edges.count`
    public var withoutDanglingEdges: EdgeCircuit {
        let ends = edges.map { Self.ends(of: $0) }
        let reached = Self.closure(from: ["input"], ends.map { ($0[0], $0[1]) })
        let leading = Self.closure(from: ["logits"], ends.map { ($0[1], $0[0]) })
        let kept = zip(edges, ends).filter { reached.contains($1[0]) && leading.contains($1[1]) }
        return EdgeCircuit(checked: kept.map(\.0), names)
    }

    /// The components at both ends: `["a5.h5", "a8.h6"]`.
    static func ends(of edge: String) -> [String] {
        let arrow = edge.firstRange(of: "->")
        let (source, end) = arrow.map { (edge[..<$0.lowerBound], edge[$0.upperBound...]) } ?? (edge[...], "")
        return [String(source), String(end.prefix { $0 != "<" })]
    }

    /// What can be reached from some components.
    private static func closure(from first: Set<String>, _ steps: [(String, String)]) -> Set<String> {
        var reached = first
        var isGrowing = true
        while isGrowing {
            let new = steps.filter { reached.contains($0.0) && !reached.contains($0.1) }.map(\.1)
            isGrowing = !new.isEmpty
            reached.formUnion(new)
        }
        return reached
    }

    public var description: String { "\(edges.count) edges among \(components.count) heads and MLPs" }
}
