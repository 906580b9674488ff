import SwiftLens

/// A model loaded as the ablation notebook loads it: all five processing steps.
public func notebookModel(_ folder: String) throws -> HookedTransformer {
    try HookedTransformer.fromPretrained(
        folder, centerUnembed: true, centerWritingWeights: true, foldLN: true, foldValueBiases: true,
        refactorFactoredAttnMatrices: true)
}

/// The notebook's measure for each prompt [batch]: the right answer's logit at the last position, less the wrong one's.
public func logitDifferences(_ logits: Tensor, _ answerTokens: Tensor) -> Tensor {
    let answers = logits[0..., -1, 0...].gather(dim: -1, index: answerTokens)
    return answers[0..., 0] - answers[0..., 1]
}

/// The mean over the prompts.
public func averageLogitDifference(_ logits: Tensor, _ answerTokens: Tensor) -> Tensor {
    logitDifferences(logits, answerTokens).mean()
}
