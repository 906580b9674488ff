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
/// - Parameters:
///   - cleanCache: holds the site's activation at every layer, from a run of the same shape.
///   - site: which activation, and along which axes its places lie.
///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
/// - Returns: the metric for each place: [layer, position], [layer, head], … as the site's axes say, and behind them the
///   axes of what the metric gives.
/// - Throws: ``ActivationPatchingError``; what a run, the cache or the metric throws.
public func activationPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    let run = CorruptedRun(
        model: model, tokens: corruptedTokens, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask)
    let layers = try (0..<model.cfg.nLayers).map { layer in
        let name = actName(site.activation, layer)
        let patch = LayerPatch(name: name, clean: try cleanCache[name], site: site)
        return try patch.results(run, metric)
    }
    return try Fault.catching { Tensor.stack(layers) }
}

/// Several sites, one grid each, stacked in front: [site, …]. Their grids must have the same shape.
///
/// ```swift
/// let every = try activationPatch(model, corruptedTokens, cache, sites: PatchSite.attnHeadAllPosEvery, metric: metric)
/// ```
public func activationPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite],
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    let grids = try sites.map {
        try activationPatch(
            model, corruptedTokens, cleanCache, site: $0, prependBOS: prependBOS, paddingSide: paddingSide,
            attentionMask: attentionMask, metric: metric)
    }
    return try Fault.catching { Tensor.stack(grids) }
}

/// What is patched into, and how its tokens are meant.
private struct CorruptedRun {
    let model: HookedTransformer
    let tokens: any ModelInput
    let prependBOS: Bool?
    let paddingSide: PaddingSide?
    let attentionMask: Tensor?
}

/// All places of one layer's activation.
private struct LayerPatch {
    let name: String
    let clean: Tensor
    let site: PatchSite

    func results(_ run: CorruptedRun, _ metric: (Tensor) throws -> Tensor) throws -> Tensor {
        let lengths = try site.lengths(of: clean.shape, name)
        let variants = (0..<lengths.reduce(1, *)).map { number in
            [Hook(name) { activation, _ in try patch(&activation, at: place(number, lengths)) }]
        }
        var results = MetricGrid(lengths)
        try run.model.runVariants(
            run.tokens, variants, prependBOS: run.prependBOS, paddingSide: run.paddingSide,
            attentionMask: run.attentionMask
        ) { number, logits in
            try results.set(place(number, lengths)) { try read(metric(logits)) }
        }
        let grid = try results.settled()
        return try site.swapsAxes ? Fault.catching { grid.transposed(0, 1) } : grid
    }

    /// Read at once, so that the logits of many places need not wait in memory.
    private func read(_ value: Tensor) throws -> Tensor {
        try value.settle()
        return value
    }

    private func patch(_ activation: inout Tensor, at place: [Int]) throws {
        guard activation.shape == clean.shape else {
            throw ActivationPatchingError.shapeMismatch(hook: name, run: activation.shape, cache: clean.shape)
        }
        let indices = site.indices(place, rank: clean.ndim)
        activation[indices: indices] = clean[indices: indices]
    }

    /// The indices of a place from its number in row-major order.
    private func place(_ number: Int, _ lengths: [Int]) -> [Int] {
        var rest = number
        return lengths.reversed().map { length in
            defer { rest /= length }
            return rest % length
        }.reversed()
    }
}
