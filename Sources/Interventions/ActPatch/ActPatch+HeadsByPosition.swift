public import HookedTransformers
public import Hooks
public import TensorCore

// TransformerLens's `get_act_patch_…` functions for attention heads at one position. Each puts a clean run's activation
// into the corrupted run, place by place, and gives the metric of the logits [batch, position, d_vocab] for every
// place.
// They throw what ``activationPatch(_:_:_:site:prependBOS:paddingSide:attentionMask:metric:)`` throws.

/// Patches the output z of each head at each position: [layer, position, head]
///
/// ```swift
/// let grid = try actPatchAttnHeadOutByPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
/// ```
public func actPatchAttnHeadOutByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadOutByPos, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the query of each head at each position: [layer, position, head]
public func actPatchAttnHeadQByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadQByPos, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the key of each head at each position: [layer, position, head]
public func actPatchAttnHeadKByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadKByPos, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the value of each head at each position: [layer, position, head]
public func actPatchAttnHeadVByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadVByPos, prependBOS: prependBOS, paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the attention of each head at each query position: [layer, head, query position]
public func actPatchAttnHeadPatternByPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadPatternByPos, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches the attention of each head from each position to each other: [layer, head, query position, key position]
public func actPatchAttnHeadPatternDestSrcPos(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, site: .attnHeadPatternDestSrcPos, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}

/// Patches output, query, key, value and pattern row in turn: [5, layer, position, head]
public func actPatchAttnHeadByPosEvery(
    _ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache,
    prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
    metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try activationPatch(
        model, corruptedTokens, cleanCache, sites: PatchSite.attnHeadByPosEvery, prependBOS: prependBOS,
        paddingSide: paddingSide,
        attentionMask: attentionMask, metric: metric)
}
