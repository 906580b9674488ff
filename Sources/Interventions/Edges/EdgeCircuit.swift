public import HookedTransformers
internal import SessionSafety

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
    /// Where each of them begins and ends.
    let places: [EdgeNames.Place]

    /// Edges of one's own: `try EdgeCircuit(model, ["a9.h9->logits"])`.
    /// - Throws: ``PathError`` for a name that is no edge, with the nearest ones; `Interrupted`.
    public init(_ model: HookedTransformer, _ edges: [String]) throws {
        let names = EdgeNames(model)
        var seen: Set<Int> = []
        var places: [EdgeNames.Place] = []
        for edge in edges {
            try Interruption.check()
            let place = try names.place(edge)
            if seen.insert(names.number(place)).inserted { places.append(place) }
        }
        try self.init(places, names)
    }

    init(_ places: [EdgeNames.Place], _ names: EdgeNames) throws {
        let edges = try places.map { place in
            try Interruption.check()
            return names.name(place)
        }
        self.init(edges: edges, places, names)
    }

    private init(edges: [String], _ places: [EdgeNames.Place], _ names: EdgeNames) {
        (self.edges, self.places, self.names) = (edges, places, names)
    }

    /// The same edges of another model.
    /// - Throws: ``PathError`` where that model has no such edge; `Interrupted`.
    func of(_ model: HookedTransformer, _ names: EdgeNames) throws -> EdgeCircuit {
        names.sources == self.names.sources && names.ends == self.names.ends ? self : try EdgeCircuit(model, edges)
    }

    /// The heads and MLPs that an edge begins or ends at: `a9.h9`, `m3`.
    public var components: [String] { componentNumbers.map { names.sources[$0].name } }

    /// The same as numbers of sources.
    var componentNumbers: [Int] {
        var isOwn = [Bool](repeating: false, count: names.sources.count)
        for place in places {
            isOwn[place.source] = true
            if let component = names.component(ofEnd: place.end) { isOwn[component] = true }
        }
        return names.sources.indices.filter { isOwn[$0] && names.sources[$0] != .input }
    }

    /// The same without edges that nothing leads to from the input, or that lead nowhere: where the others carry a corrupted run, they
    /// change no logit.
    ///
    /// `circuit.withoutDanglingEdges.edges.count`
    public var withoutDanglingEdges: EdgeCircuit {
        let logits = names.sources.count
        let steps = places.map { ($0.source, names.component(ofEnd: $0.end) ?? logits) }
        var (reached, leading) = (
            [Bool](repeating: false, count: logits + 1), [Bool](repeating: false, count: logits + 1)
        )
        (reached[0], leading[logits]) = (true, true)
        // Sources stand in the model's order, and no edge leads back: once along it and once against it is enough.
        for (source, end) in steps.sorted(by: { $0.0 < $1.0 }) where reached[source] { reached[end] = true }
        for (source, end) in steps.sorted(by: { $0.1 > $1.1 }) where leading[end] { leading[source] = true }
        let kept = steps.indices.filter { reached[steps[$0].0] && leading[steps[$0].1] }
        return EdgeCircuit(edges: kept.map { edges[$0] }, kept.map { places[$0] }, names)
    }

    public var description: String { "\(edges.count) edges among \(componentNumbers.count) heads and MLPs" }
}
