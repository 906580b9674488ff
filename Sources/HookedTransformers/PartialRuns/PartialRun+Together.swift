internal import Hooks
internal import TensorCore

extension PartialRun {
    /// The same run with nobody watching from now on.
    func withoutHooks() -> PartialRun {
        var run = self
        run.full.hooks = silence
        return run
    }

    /// Carries several runs of one base to their end as one, in the order of their progress; each is past its hooks.
    ///
    /// The first goes on to where the second stands, then both to where the third does, and so on.
    /// - Returns: each run's residual stream after the final layer norm, [token, 1, d_model].
    static func finishingTogether(_ runs: [PartialRun]) throws -> [Tensor] {
        guard var all = runs.first else { return [] }
        var rest = runs.dropFirst()
        while let next = rest.first {
            while all.progress < next.progress { try all.advance() }
            let here = rest.prefix { $0.progress == all.progress }
            rest = rest.dropFirst(here.count)
            all = try joined([all] + here)
        }
        try all.runBlocks()
        return try all.normalizedFinally().stretches(runs.map(\.changed.tokenCount))
    }

    /// Several runs of one base, all equally far and past their hooks, as one run.
    private static func joined(_ runs: [PartialRun]) throws -> PartialRun {
        var all = runs[0]
        let starts = runs.flatMap { $0.changed.spans.map { (row: $0.row, first: $0.first) } }
        all.changed = ChangedTokens(
            starts, positions: all.changed.positions, reachesBack: all.changed.reachesBack)
        for value in BlockValue.allCases {
            all.values[value].changed = try .packed(runs.map { $0.values[value].changed })
        }
        return all
    }
}

extension Tensor {
    /// The values of several runs' changed tokens, one run after the other: [token, 1, …]; nothing where there is nothing.
    fileprivate static func packed(_ values: [Tensor]) throws -> Tensor {
        let filled = values.filter { $0.count > 0 }
        guard let first = filled.first else { return Tensor() }
        let tokens = filled.reduce(0) { $0 + $1.shape[0] }
        return try making([tokens] + first.shape.dropFirst()) { out in
            var target = out
            for run in filled {
                try run.reading { target.update(from: $0, count: run.count) }
                target += run.count
            }
        }
    }

    /// Stretches of so many tokens each, copied, so that none keeps the others alive.
    fileprivate func stretches(_ tokenCounts: [Int]) throws -> [Tensor] {
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
