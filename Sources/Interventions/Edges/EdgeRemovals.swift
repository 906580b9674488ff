internal import SessionSafety
internal import TensorCore

/// Which edges are kept in each of the runs that a circuit is judged by.
///
/// Edges are numbers here and sets of them are made when they are run: a model of a thousand heads has millions of edges.
package struct EdgeRemovals {
    /// What a run keeps; components are numbers of sources.
    package enum Kept {
        case circuit
        case allButCircuit
        case circuitWithout([Int])
        case allWithout([Int])
    }

    let components: [Int]
    /// The parts of its components that completeness is tried on.
    let parts: [[Int]]
    /// The circuit; all but it; it without each component; then for every part, it without the part, and all without the part.
    package let runs: [Kept]
    private let circuit: EdgeCircuit

    /// - Throws: `Interrupted`; an error for more parts than there is memory for.
    package init(_ circuit: EdgeCircuit, subsets: Int, seed: Int) throws {
        let components = circuit.componentNumbers
        (self.circuit, self.components) = (circuit, components)
        parts = try RandomParts(of: components, count: subsets, seed: seed).all
        runs =
            [.circuit, .allButCircuit] + components.map { .circuitWithout([$0]) }
            + parts.flatMap { [.circuitWithout($0), .allWithout($0)] }
    }

    func label(_ component: Int) -> String { circuit.names.sources[component].name }

    /// All edges but those that are kept: [source · ends + end]
    /// - Throws: `Interrupted`.
    package func patched(_ kept: Kept) throws -> [Bool] {
        try Interruption.check()
        let names = circuit.names
        var patched = [Bool](repeating: false, count: names.sources.count * names.ends.count)
        switch kept {
        case .circuit, .circuitWithout: try names.forEachEdge { patched[names.number($0)] = true }
        case .allButCircuit: for place in circuit.places { patched[names.number(place)] = true }
        case .allWithout(let part):
            let touches = touching(part)
            try names.forEachEdge { patched[names.number($0)] = touches($0) }
        }
        if case .circuit = kept { for place in circuit.places { patched[names.number(place)] = false } }
        if case .circuitWithout(let part) = kept {
            let touches = touching(part)
            for place in circuit.places where !touches(place) { patched[names.number(place)] = false }
        }
        return patched
    }

    /// Whether an edge begins or ends at one of some components.
    private func touching(_ part: [Int]) -> (EdgeNames.Place) -> Bool {
        var isIn = [Bool](repeating: false, count: circuit.names.sources.count)
        for component in part { isIn[component] = true }
        return { place in
            isIn[place.source] || circuit.names.component(ofEnd: place.end).map { isIn[$0] } ?? false
        }
    }
}
