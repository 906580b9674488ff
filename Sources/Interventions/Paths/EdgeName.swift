internal import HookedTransformers
internal import Hooks
internal import NearestNames

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
}

/// The edges of a model, by the names that EAP-IG gives them: `a5.h5->a8.h6<v>`.
struct EdgeNames {
    let sources: [EdgeSource]
    let ends: [EdgeEnd]
    private let sourcesByName: [String: EdgeSource]
    private let endsByName: [String: EdgeEnd]
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
        sourcesByName = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
        endsByName = Dictionary(ends.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The edge of that name.
    /// - Throws: ``PathError/noEdge(_:nearest:)``, ``PathError/backwards(_:)``.
    func edge(_ name: String) throws -> (source: EdgeSource, end: EdgeEnd) {
        let parts = name.split(separator: "->", omittingEmptySubsequences: false).map {
            String($0.filter { !$0.isWhitespace })
        }
        guard parts.count == 2, let source = sourcesByName[parts[0]], let end = endsByName[parts[1]] else {
            throw PathError.noEdge(name, nearest: nearest(parts))
        }
        guard exists(source, end) else { throw PathError.backwards(name) }
        return (source, end)
    }

    /// The numbers of an edge's source and end.
    /// - Throws: ``PathError``.
    func places(_ name: String) throws -> (source: Int, end: Int) {
        let (source, end) = try edge(name)
        return (sources.firstIndex(of: source) ?? 0, ends.firstIndex(of: end) ?? 0)
    }

    /// All edges by the numbers of their sources and ends, end by end.
    var all: [(source: Int, end: Int)] {
        ends.indices.flatMap { end in
            sources.indices.filter { exists(sources[$0], ends[end]) }.map { (source: $0, end: end) }
        }
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
        let source = parts.first.flatMap {
            sourcesByName[$0]?.name ?? Spelling.nearest(to: $0, in: sources.map(\.name)).first
        }
        let tail = parts.count > 1 ? parts[1] : ""
        let ends = endsByName[tail].map { [$0.name] } ?? Spelling.nearest(to: tail, in: self.ends.map(\.name))
        return source.map { source in ends.map { "\(source)->\($0)" } } ?? []
    }
}
