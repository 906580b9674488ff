internal import FileSafety
internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// What a sweep changes, and how its tokens are meant.
struct SweepRun {
    let model: HookedTransformer
    let input: any ModelInput
    let prependBOS: Bool?
    let paddingSide: PaddingSide?
    let attentionMask: Tensor?
    var recompute = Recompute.changed
}

/// Which part of a sweep is asked for, and where it is saved.
struct SweepChoice {
    let layers: [Int]?
    let prompts: [Int]?
    let shard: Shard?
    let name: String?
}

extension SweepRun {
    /// Goes through the chosen places of every chosen layer, and measures what the logits say with the hooks of each.
    ///
    /// - Parameters:
    ///   - lengths: the axes of what is gone through in a layer: [head], or those of a site.
    ///   - heads: the chosen places, by their numbers in row-major order; nil for all.
    ///   - names: what the maps are called, one for each list of hooks.
    ///   - settings: what parts have to have in common beside the model and the prompts.
    ///   - references: activations of the runs that replacements come from.
    ///   - hooks: those of a place, a list for each map.
    func sweep(
        _ choice: SweepChoice, over lengths: [Int], heads: [Int]?, names: [String], _ settings: [String: String],
        references: @autoclosure () throws -> [Tensor], metric: (Tensor) throws -> Tensor,
        hooks: (_ layer: Int, _ place: Int) throws -> [[Hook]]
    ) throws -> HeadSweep {
        // The metric and the run without a replacement, too.
        try recompute.computing {
            try sweepOnItsCores(choice, lengths, heads, names, settings, references(), metric, hooks)
        }
    }

    private func sweepOnItsCores(
        _ choice: SweepChoice, _ lengths: [Int], _ heads: [Int]?, _ names: [String], _ settings: [String: String],
        _ references: @autoclosure () throws -> [Tensor], _ metric: (Tensor) throws -> Tensor,
        _ hooks: (_ layer: Int, _ place: Int) throws -> [[Hook]]
    ) throws -> HeadSweep {
        let (layerCount, name) = (model.cfg.nLayers, choice.name?.expandingHome)
        let clean = choice.prompts != nil || name != nil ? try cleanLogits() : nil
        if choice.prompts != nil { try checkMetric(metric, clean) }
        let share = try SweepShare(
            layers: choice.layers, of: layerCount, places: heads, of: lengths.reduce(1, *), prompts: choice.prompts,
            of: clean?.shape.first ?? 0, part: choice.shard?.place() ?? .everything)
        let experiment = try name.map { _ in
            try SweepExperiment(
                model, input, settings, logits: clean ?? Tensor(), references: references(), metric: metric)
        }
        if let name, let experiment, let done = try SweepPart.whole(at: share.path(name), share, experiment) {
            return done
        }
        let maps = try maps(share, lengths, names.count, metric, hooks)
        let sweep = HeadSweep(methods: names, maps: maps)
        if let name, let experiment {
            let path = share.path(name)
            try SweepPart(path: path, share: share, lengths: lengths, experiment: experiment, sweep: sweep).save()
        }
        return sweep
    }

    private func maps(
        _ share: SweepShare, _ lengths: [Int], _ count: Int, _ metric: (Tensor) throws -> Tensor,
        _ hooks: (_ layer: Int, _ place: Int) throws -> [[Hook]]
    ) throws -> [Tensor] {
        var grids = (0..<count).map { _ in MetricGrid([model.cfg.nLayers] + lengths, unset: .nan) }
        for layer in share.layers {
            let places = share.places(of: layer)
            try model.runVariants(
                input, try places.flatMap { try hooks(layer, $0) }, prependBOS: prependBOS, paddingSide: paddingSide,
                attentionMask: attentionMask, recompute: recompute
            ) { number, logits in
                let (index, map) = number.quotientAndRemainder(dividingBy: count)
                try grids[map].set([layer] + Shape.indices(of: places[index], in: lengths)) { try metric(logits) }
            }
        }
        return try grids.map { grid in try Self.only(share.prompts, grid.computed()) }
    }

    /// A map [layer, place…, batch] with NaN at the prompts that were not chosen.
    private static func only(_ prompts: [Int]?, _ map: Tensor) throws -> Tensor {
        guard let prompts, let batch = map.shape.last else { return map }
        let chosen = Set(prompts)
        let isChosen = Tensor((0..<batch).map { chosen.contains($0) ? 1 : 0 }, shape: [batch])
        return try Fault.catching { Tensor.where(isChosen .== 1, map, Double.nan) }
    }

    private func cleanLogits() throws -> Tensor {
        try model.runWithHooks(
            input, fwdHooks: [], prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
    }

    /// Of a mean over prompts, nobody could tell what the chosen ones did.
    private func checkMetric(_ metric: (Tensor) throws -> Tensor, _ logits: Tensor?) throws {
        guard let logits else { return }
        let value = try Fault.catching { try metric(logits) }
        guard value.shape == [logits.shape[0]] else {
            throw SweepPartError.metricOfAllPrompts(found: value.shape, batch: logits.shape[0])
        }
    }
}
