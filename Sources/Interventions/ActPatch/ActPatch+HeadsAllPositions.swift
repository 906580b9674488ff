public import HookedTransformers
public import Hooks
public import TensorCore

// TransformerLens's `get_act_patch_…` functions for attention heads at all positions at once. Each puts a clean run's
// activation into the corrupted run, place by place, and gives the metric of the logits [batch, position, d_vocab] for every
// place. They differ in the site alone, and are written out because a name, its labels and its defaults are what a program
// and a cell call; nothing else may stand in them.
// `layers`, `heads`, `prompts`, `shard`, `savingTo` and `recompute` divide the work as in
// ``activationPatch(_:_:_:site:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)``, whose errors
// they throw.

/// Patches the output z of each head: [layer, head]
///
/// ```swift
/// let grid = try actPatchAttnHeadOutAllPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
/// ```
public func actPatchAttnHeadOutAllPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadOutAllPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's queries at all positions: [layer, head].
///
/// `let map = try actPatchAttnHeadQAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadQAllPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadQAllPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's keys at all positions: [layer, head].
///
/// `let map = try actPatchAttnHeadKAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadKAllPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadKAllPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's values at all positions: [layer, head].
///
/// `let map = try actPatchAttnHeadVAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadVAllPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadVAllPos, layers: layers, heads: heads, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each head's pattern at all positions: [layer, head].
///
/// `let map = try actPatchAttnHeadPatternAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadPatternAllPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadPatternAllPos, layers: layers, heads: heads,
        prompts: prompts, shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Output, query, key, value, pattern: [5, layer, head].
///
/// `let map = try actPatchAttnHeadAllPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnHeadAllPosEvery(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, sites: PatchSite.attnHeadAllPosEvery, layers: layers, heads: heads,
        prompts: prompts, shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}
