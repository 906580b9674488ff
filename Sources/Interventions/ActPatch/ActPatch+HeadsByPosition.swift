public import HookedTransformers
public import Hooks
public import TensorCore

// TransformerLens's `get_act_patch_…` functions for attention heads at one position. Each puts a clean run's
// activation into the corrupted run, place by place, and gives the metric of the logits [batch, position, d_vocab] for every
// place. They differ in the site alone, and are written out because a name, its labels and its defaults are what a program
// and a cell call; nothing else may stand in them.
// `layers`, `heads`, `prompts`, `shard`, `savingTo` and `recompute` divide the work as in
// ``activationPatch(_:_:_:site:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)``, whose errors
// they throw.

/// Patches the output z of each head at each position: [layer, position, head]
///
/// ```swift
/// let grid = try actPatchAttnHeadOutByPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
/// ```
public func actPatchAttnHeadOutByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadOutByPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's queries: [layer, position, head].
///
/// `let map = try actPatchAttnHeadQByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadQByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadQByPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's keys: [layer, position, head].
///
/// `let map = try actPatchAttnHeadKByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadKByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadKByPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's values: [layer, position, head].
///
/// `let map = try actPatchAttnHeadVByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadVByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadVByPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches rows of each head's pattern: [layer, head, position].
///
/// `let map = try actPatchAttnHeadPatternByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadPatternByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadPatternByPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches cells of each head's pattern: [layer, head, position (query), position (key)].
///
/// `let map = try actPatchAttnHeadPatternDestSrcPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadPatternDestSrcPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadPatternDestSrcPos, layers: layers, heads: heads,
        prompts: prompts, shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Output, query, key, value, pattern: [5, layer, position, head].
///
/// `let map = try actPatchAttnHeadByPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadByPosEvery(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, sites: PatchSite.attnHeadByPosEvery, layers: layers, heads: heads,
        prompts: prompts, shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}
