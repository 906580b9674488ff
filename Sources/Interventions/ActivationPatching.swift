public import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

/// Patches a clean run's activation into a corrupted run, place by place, and measures what the logits say then.
///
/// ```swift
/// let grid = try activationPatch(model, corruptedTokens, cache, site: .attnHeadOutByPos) { logits in
///     averageLogitDifference(logits, answerTokens)
/// }
/// ```
/// The same as TransformerLens's `get_act_patch_…` functions, which differ in the site alone. One run for each element, many at a time.
/// What is too much for one machine is divided as a sweep is, and ``HeadSweep/init(mergingPartsOf:)`` puts the parts together.
/// - Parameters:
///   - cleanCache: holds the site's activation at every layer, from a run of the same shape.
///   - site: which activation, and along which axes its places lie.
///   - layers, heads: which are gone through; nil for all. The grid is NaN at the others.
///   - prompts: the prompts that are patched; nil for all. The metric has to give a number for each prompt then, and the grid is
///     NaN at the others.
///   - shard: which part of all that this process computes; nil for all.
///   - savingTo: where a part is saved: `parts/z` becomes `parts/z-3-of-16.safetensors`.
///   - recompute: how far the grid's last digits may depend on its division and on the cores, as ``Recompute`` says.
///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
/// - Returns: the metric for each place: [layer, position], [layer, head], … as the site's axes say, and behind them the
///   axes of what the metric gives.
/// - Throws: ``ActivationPatchingError``; ``SweepPartError``; what a run, the cache or the metric throws.
public func activationPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    let run = SweepRun(
        model: model, input: corruptedTokens, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, recompute: recompute)
    let choice = SweepChoice(layers: layers, prompts: prompts, shard: shard, name: name)
    let patch = CleanPatch(cache: cleanCache, site: site, prompts: prompts)
    return try patch.grid(run, choice, heads, metric)
}

/// Several sites, one grid each, stacked in front: [site, …]. Their grids must have the same shape.
///
/// ```swift
/// let every = try activationPatch(model, corruptedTokens, cache, sites: PatchSite.attnHeadAllPosEvery, metric: metric)
/// ```
public func activationPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite],
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    let grids = try sites.map { site in
        try activationPatch(
            model, corruptedTokens, cleanCache, site: site, layers: layers, heads: heads, prompts: prompts,
            shard: shard, savingTo: name.map { "\($0)-\(site.activation)" }, recompute: recompute,
            prependBOS: prependBOS,
            paddingSide: paddingSide, attentionMask: attentionMask, metric: metric)
    }
    return try Fault.catching { Tensor.stack(grids) }
}

/// A clean run's activation at every place of a site.
private struct CleanPatch {
    let cache: ActivationCache
    let site: PatchSite
    let prompts: [Int]?

    func grid(
        _ run: SweepRun, _ choice: SweepChoice, _ heads: [Int]?, _ metric: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        let first = actName(site.activation, 0)
        let shape = try cache[first].shape
        let lengths = try site.lengths(of: shape, first)
        let places = try heads.map { try site.places(of: $0, in: lengths) }
        let settings = ["site": "\(site.activation) along axes \(site.axes)"]
        let last = try cache[actName(site.activation, run.model.cfg.nLayers - 1)]
        let sweep = try run.sweep(
            choice, over: lengths, heads: places, names: [site.activation], settings, references: [last],
            metric: { try read(metric($0)) }
        ) { layer, place in
            let name = actName(site.activation, layer)
            let (clean, place) = (try cache[name], Shape.indices(of: place, in: lengths))
            return [[Hook(name) { activation, _ in try patch(&activation, clean, at: place, name) }]]
        }
        return try site.swapsAxes ? Fault.catching { sweep.maps[0].transposed(1, 2) } : sweep.maps[0]
    }

    /// Read at once, so that the logits of many places need not wait in memory.
    private func read(_ value: Tensor) throws -> Tensor {
        try value.computeNow()
        return value
    }

    private func patch(_ activation: inout Tensor, _ clean: Tensor, at place: [Int], _ name: String) throws {
        guard activation.shape == clean.shape else {
            throw ActivationPatchingError.shapeMismatch(hook: name, run: activation.shape, cache: clean.shape)
        }
        var indices = site.indices(place, rank: clean.ndim)
        guard let prompts else { return activation[indices: indices] = clean[indices: indices] }
        for prompt in prompts {
            indices[0] = .pick(prompt)
            activation[indices: indices] = clean[indices: indices]
        }
    }
}
