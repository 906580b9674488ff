internal import Hooks
internal import TensorCore

extension LanePass {
    /// Carries the run on as long as hooks are to come.
    mutating func runHooks() throws {
        try embed()
        guard let last = LanePlace.lastWatched(full.hooks, plan, full.cfg) else { return }
        while layer < full.cfg.nLayers, place <= last { try advance() }
    }

    /// Whether there are hooks at the final layer norm.
    var isWatchedAtTheEnd: Bool {
        plan.finalHooks.contains(where: full.hooks.listens)
    }

    var place: LanePlace { LanePlace(layer: layer, step: step) }

    /// The same run with nobody watching from now on.
    func withoutHooks() -> LanePass {
        var pass = self
        pass.full.hooks = silence
        return pass
    }

    /// Carries several runs of one base to their end as one, in the order of their places; each is past its hooks.
    ///
    /// The first goes on to the place of the second, then both to that of the third, and so on.
    /// - Returns: each run's residual stream after the final layer norm, [token, 1, d_model].
    static func finishingTogether(_ passes: [LanePass]) throws -> [Tensor] {
        guard var all = passes.first else { return [] }
        var rest = passes.dropFirst()
        while let next = rest.first {
            while all.place < next.place { try all.advance() }
            let here = rest.prefix { $0.place == all.place }
            rest = rest.dropFirst(here.count)
            all = try joined([all] + here)
        }
        try all.runBlocks()
        return try all.normalizedFinally().parts(passes.map(\.lanes.tokenCount))
    }

    /// The lanes of several runs of one base, all at the same place and past their hooks, as one run.
    private static func joined(_ passes: [LanePass]) throws -> LanePass {
        var all = passes[0]
        let starts = passes.flatMap { $0.lanes.all.map { (row: $0.row, first: $0.first) } }
        all.lanes = Lanes(starts, positions: all.lanes.positions)
        for value in BlockValue.allCases {
            all.values[value].values = try .packed(passes.map { $0.values[value].values })
        }
        return all
    }
}

extension Tensor {
    /// The values of several runs' lanes, one after the other: [token, 1, …]; nothing where there is nothing.
    fileprivate static func packed(_ values: [Tensor]) throws -> Tensor {
        let filled = values.filter { $0.count > 0 }
        guard let first = filled.first else { return Tensor() }
        let tokens = filled.reduce(0) { $0 + $1.shape[0] }
        return try making([tokens] + first.shape.dropFirst()) { out in
            var target = out
            for part in filled {
                try part.reading { target.update(from: $0, count: part.count) }
                target += part.count
            }
        }
    }

    /// Stretches of so many tokens each, copied, so that none keeps the others alive.
    fileprivate func parts(_ tokenCounts: [Int]) throws -> [Tensor] {
        var start = 0
        return try tokenCounts.map { tokens in
            guard tokens > 0 else { return Tensor() }
            let width = count / shape[0]
            defer { start += tokens * width }
            return try reading { source in
                try Tensor.making([tokens] + shape.dropFirst()) {
                    $0.update(from: source + start, count: tokens * width)
                }
            }
        }
    }
}
