internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Lanes that wait until there are enough of them to keep all cores busy.
struct LaneBatch {
    /// Where a lane's scores belong: by method and component, or by two components.
    struct Place {
        var method: Int
        var component: Int
    }

    struct Head {
        var head: Int
        var place: Place
    }

    let base: LanesBase
    let scores: LastPositionScores
    let span: AblatedSpan
    private var waiting: [(lanes: RunLanes, places: [Place])] = []

    init(base: LanesBase, scores: LastPositionScores, span: AblatedSpan) {
        (self.base, self.scores, self.span) = (base, scores, span)
    }

    /// A core's products are fast from so many tokens on.
    private static let tokensEach = 256
    private static let enoughTokens = 2048

    /// How many lanes go into one run.
    private var lanesEach: Int { max(1, Self.tokensEach / max(1, base.rows * span.length)) }

    /// A lane for each head, whose output is replaced by its part of `values`, which broadcast to [batch, position, head, d_head].
    mutating func add(_ layer: Int, _ heads: [Head], _ values: Tensor) throws {
        for start in stride(from: 0, to: heads.count, by: lanesEach) {
            let part = heads[start..<min(heads.count, start + lanesEach)]
            var lanes = try base.lanes(part.count, from: span.first)
            try lanes.stand(at: layer, behind: .z)
            try lanes.edit(.z) { z in
                for (lane, head) in part.enumerated() {
                    z[lane, 0..., 0..<span.count, head.head, 0...] = values[.ellipsis, head.head, 0...]
                }
            }
            waiting.append((lanes, part.map(\.place)))
        }
    }

    /// A lane in which the MLP of `layer` writes `value`, which broadcasts to [batch, position, d_model].
    mutating func add(mlpOf layer: Int, _ value: Tensor, _ place: Place) throws {
        let without = try base.withoutMLP(layer, from: span.first)
        var lanes = try base.lanes(1, from: span.first)
        try lanes.stand(before: layer + 1)
        try lanes.edit(.residual) { residual in
            residual[0, 0..., 0..<span.count, 0...] = without[0..., 0..<span.count] + value
        }
        waiting.append((lanes, [place]))
    }

    /// Lanes that somebody has put where they differ, with a place for each.
    mutating func add(_ lanes: RunLanes, _ places: [Place]) { waiting.append((lanes, places)) }

    /// Carries what waits to its end, once there is enough of it or `all` is to be done.
    mutating func run(all: Bool, _ body: (Place, LastPositionScores.Scores) throws -> Void) throws {
        while !waiting.isEmpty {
            var (count, tokens) = (0, 0)
            while count < waiting.count, tokens < Self.enoughTokens {
                tokens += waiting[count].lanes.tokenCount
                count += 1
            }
            guard all || tokens >= Self.enoughTokens else { return }
            let now = waiting[..<count]
            for (part, end) in zip(now, try RunLanes.finish(now.map(\.lanes))) {
                for (place, scores) in zip(part.places, try scores.scores(end)) { try body(place, scores) }
            }
            waiting.removeFirst(count)
        }
    }
}
