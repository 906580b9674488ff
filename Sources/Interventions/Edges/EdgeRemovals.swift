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
    /// The circuit; all but it; it without each component, if that is asked for; then for every part, it without the part, and all without the part.
    package let runs: [Kept]
    private let circuit: EdgeCircuit
    /// The circuit's edges: [source · ends + end]
    private let isInCircuit: [Bool]

    /// - Parameter minimality: whether the circuit is run without each of its components.
    /// - Throws: `Interrupted`; an error for more parts than there is memory for.
    package init(_ circuit: EdgeCircuit, subsets: Int, minimality: Bool, seed: Int) throws {
        let (names, components) = (circuit.names, circuit.componentNumbers)
        (self.circuit, self.components) = (circuit, components)
        parts = try RandomParts(of: components, count: subsets, seed: seed).all
        runs =
            [.circuit, .allButCircuit] + (minimality ? components.map { .circuitWithout([$0]) } : [])
            + parts.flatMap { [.circuitWithout($0), .allWithout($0)] }
        var isInCircuit = [Bool](repeating: false, count: names.sources.count * names.ends.count)
        for place in circuit.places { isInCircuit[names.number(place)] = true }
        self.isInCircuit = isInCircuit
    }

    func label(_ component: Int) -> String { circuit.names.sources[component].name }

    /// All edges but those that are kept: [source · ends + end]
    /// - Throws: `Interrupted`.
    package func patched(_ kept: Kept) throws -> [Bool] {
        try Interruption.check()
        switch kept {
        case .circuit: return try edges { number, _ in !isInCircuit[number] }
        case .allButCircuit: return isInCircuit
        case .circuitWithout(let part):
            let touches = touching(part)
            return try edges { number, place in !isInCircuit[number] || touches(place) }
        case .allWithout(let part):
            let touches = touching(part)
            return try edges { _, place in touches(place) }
        }
    }

    private func edges(_ isPatched: (_ number: Int, EdgeNames.Place) -> Bool) throws -> [Bool] {
        var patched = [Bool](repeating: false, count: isInCircuit.count)
        try circuit.names.forEachEdge { place in
            let number = circuit.names.number(place)
            patched[number] = isPatched(number, place)
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
