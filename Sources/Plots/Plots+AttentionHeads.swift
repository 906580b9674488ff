internal import SessionSafety
public import TensorCore

/// Attention patterns with their tokens: every head small, one of them large.
///
/// ```swift
/// attentionHeads(cache["pattern", 4][0], tokens: try model.toStrTokens(prompt))
/// ```
/// - Parameters:
///   - attention: [head, destination, source], [1, head, destination, source] or, for one head,
///     [destination, source].
///   - tokens: one per source position. With fewer destinations than sources, the destinations are the last tokens.
///   - headNames: one per head; `Head 0`, `Head 1`, … without them.
///
/// A shape or count that doesn't fit ends the cell with a ``PlotError``.
public func attentionHeads(
    _ attention: Tensor, tokens: [String], headNames: [String]? = nil, title: String = ""
) -> AttentionHeads {
    let shape = attention.shape
    let axes = shape.count == 2 ? [1] + shape : shape.count == 4 && shape[0] == 1 ? Array(shape[1...]) : shape
    let heads = min(axes.first ?? 0, 100_000)
    let names = headNames ?? (0..<heads).map { "Head \($0)" }
    if let error = attentionError(shape, axes, tokens, names) {
        let empty = AttentionFigure(title: title, headNames: [], tokens: [], destinations: 0, values: [])
        return Fault.raise(error, returning: AttentionHeads(figure: empty))
    }
    let values = attention.toArray()
    let isWhole = values.count == attention.count
    return AttentionHeads(
        figure: AttentionFigure(
            title: title, headNames: isWhole ? names : [], tokens: isWhole ? tokens : [],
            destinations: isWhole ? axes[1] : 0, values: values))
}

private func attentionError(_ shape: [Int], _ axes: [Int], _ tokens: [String], _ names: [String]) -> PlotError? {
    let picture = "attentionHeads"
    guard axes.count == 3, axes[1] <= axes[2] else {
        return .badRank(
            picture: picture, shape: shape, expected: "[head, destination, source] or [destination, source]")
    }
    guard tokens.count == axes[2] else {
        return .badCount(
            picture: picture, argument: "tokens", given: tokens.count, expected: axes[2], shape: shape)
    }
    guard names.count == axes[0] else {
        return .badCount(
            picture: picture, argument: "headNames", given: names.count, expected: axes[0], shape: shape)
    }
    guard axes[0] <= AttentionFigure.mostHeads, axes[2] <= AttentionFigure.mostTokens else {
        return .tooMany(
            picture: picture, shape: shape,
            limit: "\(AttentionFigure.mostHeads) heads and \(AttentionFigure.mostTokens) tokens")
    }
    guard axes.reduce(1, *) <= AttentionFigure.mostCells else {
        return .tooLarge(picture: picture, shape: shape, limit: AttentionFigure.mostCells)
    }
    return nil
}
