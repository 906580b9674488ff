public import HookedTransformers
public import Hooks
public import TensorCore

// TransformerLens's `get_act_patch_…` functions for the residual stream, or what a layer writes into it. Each puts a clean run's
// activation into the corrupted run, place by place, and gives the metric of the logits [batch, position, d_vocab] for every
// place. They differ in the site alone, and are written out because a name, its labels and its defaults are what a program
// and a cell call; nothing else may stand in them.
// `layers`, `prompts`, `shard`, `savingTo` and `recompute` divide the work as in
// ``activationPatch(_:_:_:site:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)``, whose errors
// they throw.

/// Patches the residual stream before each layer, position by position: [layer, position]
///
/// ```swift
/// let grid = try actPatchResidPre(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
/// ```
public func actPatchResidPre(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .residPre, layers: layers, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the residual stream between attention and MLP: [layer, position].
///
/// `let map = try actPatchResidMid(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchResidMid(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .residMid, layers: layers, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each attention layer's output: [layer, position].
///
/// `let map = try actPatchAttnOut(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchAttnOut(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnOut, layers: layers, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches each MLP's output: [layer, position].
///
/// `let map = try actPatchMLPOut(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchMLPOut(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .mlpOut, layers: layers, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Residual stream, attention, MLP: [3, layer, position].
///
/// `let map = try actPatchBlockEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
public func actPatchBlockEvery(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil,
    savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil,
    paddingSide: PaddingSide? = nil,
    attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, sites: PatchSite.blockEvery, layers: layers, prompts: prompts,
        shard: shard, savingTo: name, recompute: recompute, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}
