public import HookedTransformers
internal import SessionSafety
public import TensorCore

/// Patches the path from each head to some receivers: what the receivers read changes only by what the sender writes into
/// the residual stream, and by what MLPs between them make of it, while all other heads stay as they are on the clean prompts.
///
/// ```swift
/// let map = try pathPatch(model, tokens, corruptedTokens, to: [.q(9, 9), .q(9, 6), .q(10, 0)]) { logits in
///     averageLogitDifference(logits, answerTokens)
/// }
/// ```
/// The receivers then stand in an otherwise clean run, all of them at once (Wang et al., 2211.00593, appendix B).
/// - Parameters:
///   - throughMLPs: whether MLPs between sender and receiver hand on what changes; the direct path alone otherwise.
///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
/// - Returns: the metric for each sender: [layer, head], and behind them the axes of what the metric gives. A sender that comes
///   after all receivers leaves the clean metric.
/// - Throws: ``PathError``; what a run or the metric throws.
public func pathPatch(
    _ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput,
    to receivers: [PathReceiver],
    throughMLPs: Bool = true, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try PathRun(model, tokens, corruptedTokens, receivers, throughMLPs).grid(metric)
}

/// The same for one receiver, such as the logits.
///
/// ```swift
/// let direct = try pathPatch(model, tokens, corruptedTokens, to: .logits, throughMLPs: false, metric: metric)
/// ```
public func pathPatch(
    _ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput, to receiver: PathReceiver,
    throughMLPs: Bool = true, metric: (Tensor) throws -> Tensor
) throws -> Tensor {
    try pathPatch(
        model, tokens, corruptedTokens, to: [receiver], throughMLPs: throughMLPs, metric: metric)
}
