internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Variants that wait until there are enough of them to keep all cores busy.
struct VariantBatch {
    /// Where a variant's scores belong: by method and component, or by two components.
    struct Place {
        var method: Int
        var component: Int
    }

    struct Head {
        var head: Int
        var place: Place
    }

    let base: VariantsBase
    let scores: LastPositionScores
    let span: AblatedSpan
    private var waiting: [(variants: RunVariants, places: [Place])] = []

    init(base: VariantsBase, scores: LastPositionScores, span: AblatedSpan) {
        (self.base, self.scores, self.span) = (base, scores, span)
    }

    /// A core's products are fast from so many tokens on.
    private static let tokensEach = 256
    private static let enoughTokens = 2048

    /// How many variants go into one run.
    private var variantsEach: Int { max(1, Self.tokensEach / max(1, base.rows * span.length)) }

    /// A variant for each head, whose output is replaced by its part of `values`, which broadcast to [batch, position, head, d_head].
    mutating func add(_ layer: Int, _ heads: [Head], _ values: Tensor) throws {
        for start in stride(from: 0, to: heads.count, by: variantsEach) {
            let part = heads[start..<min(heads.count, start + variantsEach)]
            var variants = try base.variants(part.count, from: span.first)
            try variants.stand(at: layer, behind: .z)
            try variants.edit(.z) { z in
                for (variant, head) in part.enumerated() {
                    z[variant, 0..., 0..<span.count, head.head, 0...] = values[.ellipsis, head.head, 0...]
                }
            }
            waiting.append((variants, part.map(\.place)))
        }
    }

    /// A variant in which the MLP of `layer` writes `value`, which broadcasts to [batch, position, d_model].
    mutating func add(mlpOf layer: Int, _ value: Tensor, _ place: Place) throws {
        let without = try base.withoutMLP(layer, from: span.first)
        var variants = try base.variants(1, from: span.first)
        try variants.stand(before: layer + 1)
        try variants.edit(.residual) { residual in
            residual[0, 0..., 0..<span.count, 0...] = without[0..., 0..<span.count] + value
        }
        waiting.append((variants, [place]))
    }

    /// Variants that somebody has put where they differ, with a place for each.
    mutating func add(_ variants: RunVariants, _ places: [Place]) { waiting.append((variants, places)) }

    /// Carries what waits to its end, once there is enough of it or `all` is to be done.
    mutating func run(all: Bool, _ body: (Place, LastPositionScores.Scores) throws -> Void) throws {
        while !waiting.isEmpty {
            var (count, tokens) = (0, 0)
            while count < waiting.count, tokens < Self.enoughTokens {
                tokens += waiting[count].variants.tokenCount
                count += 1
            }
            guard all || tokens >= Self.enoughTokens else { return }
            let now = waiting[..<count]
            for (part, end) in zip(now, try RunVariants.finish(now.map(\.variants))) {
                for (place, scores) in zip(part.places, try scores.scores(end)) { try body(place, scores) }
            }
            waiting.removeFirst(count)
        }
    }
}
