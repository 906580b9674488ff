public import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

/// Estimates what ``activationPatch(_:_:_:site:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)`` would measure at every place,
/// from one run and one gradient: (clean − corrupted) · ∂metric/∂activation at the corrupted run.
///
/// ```swift
/// let scores = try attributionPatch(model, corruptedTokens, cleanCache, site: .attnHeadOutAllPos, qkFix: true) { logits in
///     averageLogitDifference(logits, answerTokens)
/// }
/// scores.values                                     // [layer, head]: patched − corrupted, about
/// try scores.verified(top: 20, random: 50)          // really patched there: how far off it was
/// ```
/// Exact where the metric is linear in the activation. Nanda (2023), "Attribution patching".
/// - Parameters:
///   - cleanCache: holds the site's activation at every layer, from a run of the same shape; for `qkFix` with rotary positions
///     also `rot_q` and `rot_k`.
///   - site: which activation, and along which axes its places lie.
///   - qkFix: at queries and keys, compute the attention pattern exactly and go on linearly from there (AtP*, Kramár et al. 2024).
///     It mostly helps queries, and may hurt keys: verify.
///   - gradDrop: let the gradient skip one layer after the other, and give the mean size of what remains, so that effects that
///     cancel are seen; without a sign (AtP*, Kramár et al. 2024). One run more for each layer.
///   - metric: one number from the logits [batch, position, d_vocab], by operations that have a derivative.
/// - Throws: ``ActivationPatchingError``, `GradientError`; what a run, the cache or the metric throws.
public func attributionPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite,
    qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: @escaping (Tensor) throws -> Tensor
) throws -> AttributionScores {
    try attributionPatch(
        model, corruptedTokens, cleanCache, sites: [[site]], qkFix: qkFix, gradDrop: gradDrop, prependBOS: prependBOS,
        paddingSide: paddingSide, attentionMask: attentionMask, metric: metric)[0].ofOnlySite()
}

/// Several sites from the same run and gradient, their grids stacked in front: [site, …].
///
/// ```swift
/// let scores = try attributionPatch(
///     model, corruptedTokens, cleanCache, sites: PatchSite.attnHeadAllPosEvery, qkFix: true, metric: metric)
/// ```
public func attributionPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite],
    qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: @escaping (Tensor) throws -> Tensor
) throws -> AttributionScores {
    try attributionPatch(
        model, corruptedTokens, cleanCache, sites: [sites], qkFix: qkFix, gradDrop: gradDrop, prependBOS: prependBOS,
        paddingSide: paddingSide, attentionMask: attentionMask, metric: metric)[0]
}

/// Several maps from the same run and gradient, for sites whose grids differ in shape: the scores of each list, in order.
///
/// ```swift
/// let maps = try attributionPatch(
///     model, corruptedTokens, cleanCache, sites: [PatchSite.blockEvery, PatchSite.attnHeadByPosEvery], metric: metric)
/// maps[0].values                    // [site, layer, position]
/// maps[1].values                    // [site, layer, position, head]
/// ```
public func attributionPatch(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [[PatchSite]],
    qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: @escaping (Tensor) throws -> Tensor
) throws -> [AttributionScores] {
    let run = AttributedRun(
        model: model, tokens: corruptedTokens, clean: cleanCache, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
    return try run.scores(at: sites, qkFix: qkFix, gradDrop: gradDrop)
}

/// The corrupted run whose gradient is taken, and the clean one that is compared with it.
struct AttributedRun {
    let model: HookedTransformer
    let tokens: any ModelInput
    let clean: ActivationCache
    let prependBOS: Bool?
    let paddingSide: PaddingSide?
    let attentionMask: Tensor?
    let metric: (Tensor) throws -> Tensor

    private var layers: Range<Int> { 0..<model.cfg.nLayers }

    /// The scores of each list of sites.
    func scores(at lists: [[PatchSite]], qkFix: Bool, gradDrop: Bool) throws -> [AttributionScores] {
        guard !lists.isEmpty else { return [] }
        let names = layers.flatMap { layer in
            lists.joined().flatMap { site in activations(of: site, qkFix).map { actName($0, layer) } }
        }
        let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let found = try gradients(distinct, qkFix)
        let estimate = { (sites: [PatchSite], found: ContinuedGradients) in
            let grids = try sites.map { try grid($0, found, qkFix) }
            return try Fault.catching { Tensor.stack(grids) }
        }
        // By layer, the estimates of each list without it.
        var dropped: [[Tensor]] = []
        for layer in gradDrop ? layers : 0..<0 {
            let found = try gradients(distinct, qkFix, dropping: layer, like: found)
            dropped.append(try lists.map { try estimate($0, found) })
        }
        return try lists.enumerated().map { number, sites in
            let each = try dropped.isEmpty ? nil : Fault.catching { Tensor.stack(dropped.map { $0[number] }) }
            let values = try each.map(meanSize) ?? estimate(sites, found)
            return AttributionScores(
                values: values, corrupted: found.value, dropped: each, sites: sites, isList: true, run: self)
        }
    }

    /// The mean size over layers that were dropped; a layer's own estimates are 0 then and don't count.
    private func meanSize(_ dropped: Tensor) throws -> Tensor {
        try Fault.catching { dropped.abs().sum(dim: 0) / Swift.max(1, model.cfg.nLayers - 1) }
    }

    /// The activations whose gradients a site's scores take.
    private func activations(of site: PatchSite, _ qkFix: Bool) -> [String] {
        guard qkFix, ["q", "k"].contains(site.activation) else { return [site.activation] }
        return [site.activation, "pattern", "attn_scores"] + rotated(["q", "k"])
    }

    /// The names of queries and keys as scores are made of them.
    private func rotated(_ names: [String]) -> [String] {
        model.hasHook(actName("rot_q", 0)) ? names.map { "rot_\($0)" } : names
    }

    /// Of prompts that begin as the clean ones do, only where they go on differently: before that, clean and corrupted
    /// activations are the same, and every estimate is 0.
    private func gradients(
        _ names: [String], _ qkFix: Bool, dropping layer: Int? = nil, like found: ContinuedGradients? = nil
    ) throws -> ContinuedGradients {
        let writing = layer.map { layer in
            ["attn_out", "mlp_out"].map { actName($0, layer) }.filter(model.hasHook).map { name in
                Hook(name) { gradient, _ in gradient = Tensor.zeros(gradient.shape) }
            }
        }
        // The fix needs the keys of all positions.
        if !qkFix,
            let found = try model.runWithGradients(
                tokens, after: clean, of: metric, names: names, bwdHooks: writing ?? [], found: found,
                prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
        {
            return found
        }
        let (value, cache, grads) = try model.runWithGradients(
            tokens, of: metric, namesFilter: names, bwdHooks: writing ?? [], prependBOS: prependBOS,
            paddingSide: paddingSide, attentionMask: attentionMask)
        return ContinuedGradients(value: value, earlier: clean, cache: cache, grads: grads)
    }

    /// A site's scores at every layer: [layer, …]
    private func grid(_ site: PatchSite, _ found: ContinuedGradients, _ qkFix: Bool) throws -> Tensor {
        let isFixed = qkFix && ["q", "k"].contains(site.activation)
        let rows = try layers.map { layer in
            let name = actName(site.activation, layer)
            let (clean, base) = (try found.earlier[name], try found.cache[name])
            guard clean.shape == base.shape else {
                throw ActivationPatchingError.shapeMismatch(hook: name, run: base.shape, cache: clean.shape)
            }
            let whole = try self.clean[name].shape
            _ = try site.lengths(of: whole, name)
            if isFixed {
                return try QueryKeyFix(
                    attention: model.weights.blocks[layer].attention, names: rotated(["q", "k"]), layer: layer,
                    clean: self.clean,
                    corrupted: found.cache, gradient: try found.grads[actName("pattern", layer)]
                ).scores(site, name)
            }
            return try Fault.catching {
                // Scores that a mask hides are −∞ in both.
                let isOfScores = name == actName("attn_scores", layer)
                let change = isOfScores ? Tensor.where(clean .== base, 0, clean - base) : clean - base
                let product = change * (try found.grads[name])
                let sum = product.sum(dim: (0..<base.ndim).filter { !site.axes.contains($0) })
                let row = withAlikePositions(sum, site, base.shape, whole)
                return site.swapsAxes ? row.transposed(0, 1) : row
            }
        }
        return try Fault.catching { Tensor.stack(rows) }
    }

    /// With the 0 of the positions at which the prompts are alike, where a site goes through positions.
    private func withAlikePositions(_ row: Tensor, _ site: PatchSite, _ computed: [Int], _ whole: [Int]) -> Tensor {
        guard let axis = whole.indices.first(where: { computed[$0] != whole[$0] }),
            let place = site.axes.firstIndex(of: axis)
        else { return row }
        var shape = row.shape
        shape[place] = whole[axis] - computed[axis]
        return Tensor.cat([Tensor.zeros(shape), row], dim: place)
    }
}
