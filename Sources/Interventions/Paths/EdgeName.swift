internal import HookedTransformers
internal import Hooks
internal import NearestNames
internal import SessionSafety

/// A component that writes into the residual stream: `input`, `a5.h5`, `m3`.
enum EdgeSource: Hashable {
    /// The token embedding.
    case input
    case head(layer: Int, head: Int)
    case mlp(layer: Int)

    var name: String {
        switch self {
        case .input: "input"
        case .head(let layer, let head): "a\(layer).h\(head)"
        case .mlp(let layer): "m\(layer)"
        }
    }
}

/// What reads the residual stream: `a8.h6<v>`, `m5`, `logits`.
enum EdgeEnd: Hashable {
    case head(layer: Int, head: Int, part: BlockValue)
    case mlp(layer: Int)
    case logits

    var name: String {
        switch self {
        case .head(let layer, let head, let part): "a\(layer).h\(head)<\(part)>"
        case .mlp(let layer): "m\(layer)"
        case .logits: "logits"
        }
    }

    /// What reads there and writes in its turn; nothing for the logits.
    var component: EdgeSource? {
        switch self {
        case .head(let layer, let head, _): .head(layer: layer, head: head)
        case .mlp(let layer): .mlp(layer: layer)
        case .logits: nil
        }
    }
}

/// The edges of a model, by the names that EAP-IG gives them: `a5.h5->a8.h6<v>`.
struct EdgeNames {
    let sources: [EdgeSource]
    let ends: [EdgeEnd]
    /// The numbers of a source and an end.
    typealias Place = (source: Int, end: Int)

    private let sourcesByName: [String: Int]
    private let endsByName: [String: Int]
    /// For each end the number of the component that reads there; -1 for the logits.
    private let components: [Int]
    private let isParallel: Bool

    init(_ model: HookedTransformer) {
        let (cfg, layers) = (model.cfg, 0..<model.cfg.nLayers)
        let hasMLPs = model.hasHook(actName("mlp_out", 0))
        isParallel = cfg.parallelAttnMLP
        sources =
            [.input]
            + layers.flatMap { layer in
                (0..<cfg.nHeads).map { EdgeSource.head(layer: layer, head: $0) } + (hasMLPs ? [.mlp(layer: layer)] : [])
            }
        ends =
            layers.flatMap { layer in
                [BlockValue.q, .k, .v].flatMap { part in
                    (0..<(part == .q ? cfg.nHeads : cfg.keyHeads)).map {
                        EdgeEnd.head(layer: layer, head: $0, part: part)
                    }
                } + (hasMLPs ? [EdgeEnd.mlp(layer: layer)] : [])
            } + [.logits]
        sourcesByName = Dictionary(sources.enumerated().map { ($1.name, $0) }) { first, _ in first }
        endsByName = Dictionary(ends.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let numbers = Dictionary(sources.enumerated().map { ($1, $0) }) { first, _ in first }
        components = ends.map { end in end.component.flatMap { numbers[$0] } ?? -1 }
    }

    /// The edge of that name.
    /// - Throws: ``PathError/noEdge(_:nearest:)``, ``PathError/backwards(_:)``.
    func edge(_ name: String) throws -> (source: EdgeSource, end: EdgeEnd) {
        let place = try place(name)
        return (sources[place.source], ends[place.end])
    }

    /// Where the edge of that name begins and ends.
    /// - Throws: ``PathError/noEdge(_:nearest:)``, ``PathError/backwards(_:)``.
    func place(_ name: String) throws -> Place {
        let parts = name.split(separator: "->", omittingEmptySubsequences: false).map {
            String($0.filter { !$0.isWhitespace })
        }
        guard parts.count == 2, let source = sourcesByName[parts[0]], let end = endsByName[parts[1]] else {
            throw PathError.noEdge(name, nearest: nearest(parts))
        }
        guard exists(sources[source], ends[end]) else { throw PathError.backwards(name) }
        return (source, end)
    }

    /// `a5.h5->a8.h6<v>`
    func name(_ place: Place) -> String { "\(sources[place.source].name)->\(ends[place.end].name)" }

    /// Where an edge stands in lists of all pairs: source · ends + end
    func number(_ place: Place) -> Int { place.source * ends.count + place.end }

    /// The number of the head or MLP that reads at an end, nil for the logits.
    func component(ofEnd end: Int) -> Int? { components[end] < 0 ? nil : components[end] }

    /// Calls `body` with all edges, end by end, and looks at the stop flag.
    func forEachEdge(_ body: (Place) throws -> Void) throws {
        for end in ends.indices {
            try Interruption.check()
            for source in sources.indices where exists(sources[source], ends[end]) { try body((source, end)) }
        }
    }

    /// All edges, end by end.
    /// - Throws: `Interrupted`.
    func all() throws -> [Place] {
        var all: [Place] = []
        try forEachEdge { all.append($0) }
        return all
    }

    /// Whether the end reads what the source has written.
    func exists(_ source: EdgeSource, _ end: EdgeEnd) -> Bool { place(source) < place(end) }

    /// Where it stands in the model's order: attention reads, heads write, MLP reads, MLP writes.
    private func place(_ source: EdgeSource) -> Int {
        switch source {
        case .input: -1
        case .head(let layer, _): 4 * layer + 1
        case .mlp(let layer): 4 * layer + 3
        }
    }

    private func place(_ end: EdgeEnd) -> Int {
        switch end {
        case .head(let layer, _, _): 4 * layer
        // Where both read the stream as it comes in, the MLP does not see this layer's heads.
        case .mlp(let layer): isParallel ? 4 * layer : 4 * layer + 2
        case .logits: .max
        }
    }

    private func nearest(_ parts: [String]) -> [String] {
        let source = parts.first.flatMap { name in
            sourcesByName[name].map { sources[$0].name } ?? Spelling.nearest(to: name, in: sources.map(\.name)).first
        }
        let tail = parts.count > 1 ? parts[1] : ""
        let ends =
            endsByName[tail].map { [self.ends[$0].name] } ?? Spelling.nearest(to: tail, in: self.ends.map(\.name))
        return source.map { source in ends.map { "\(source)->\($0)" } } ?? []
    }
}
