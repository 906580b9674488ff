internal import Hooks
internal import TensorCore

extension LanePass {
    /// Carries the run on as long as hooks are to come.
    mutating func runHooks() throws {
        try embed()
        guard let last = LanePlace.lastWatched(full.hooks, full.cfg) else { return }
        while layer < full.cfg.nLayers, place <= last { try advance() }
    }

    /// Whether there are hooks at the final layer norm.
    var isWatchedAtTheEnd: Bool {
        [HookIndex.finalScale(full.cfg), HookIndex.finalNormalized(full.cfg)].contains(where: full.hooks.listens)
    }

    var place: LanePlace { LanePlace(layer: layer, step: step) }

    /// The lanes of several runs of one base, all at the same place and past their hooks, as one run.
    static func joined(_ passes: [LanePass]) throws -> LanePass? {
        guard var all = passes.first else { return nil }
        all.full.hooks = all.silence
        all.lanes = Lanes(
            passes.flatMap { $0.lanes.all.map { (row: $0.row, first: $0.first) } }, positions: all.lanes.positions)
        for path in [\LanePass.residual, \.vectors.q, \.vectors.k, \.vectors.v, \.z] {
            all[keyPath: path].values = try packed(passes.map { $0[keyPath: path].values })
        }
        return all
    }

    /// The values of all lanes, one after the other: [token, 1, …]; nothing where there is nothing.
    private static func packed(_ values: [Tensor]) throws -> Tensor {
        let filled = values.filter { $0.count > 0 }
        guard let first = filled.first else { return Tensor() }
        let tokens = filled.reduce(0) { $0 + $1.shape[0] }
        return try Tensor.making([tokens] + first.shape.dropFirst()) { out in
            var target = out
            for part in filled {
                try part.reading { target.update(from: $0, count: part.count) }
                target += part.count
            }
        }
    }
}
