import HookedTransformers
import Hooks
import TensorCore
import TestSupport

/// A golden model, its run on the clean prompts, and the reference numbers for it.
struct AnalysedRun {
    let model: HookedTransformer
    let golden: Golden
    let tokens, correct, incorrect, logits: Tensor
    let cache: ActivationCache

    init(_ name: String, _ setting: GoldenModel.Setting) throws {
        model = try GoldenModel.load(name, setting)
        golden = try Golden(name, setting.rawValue)
        tokens = try GoldenModel.tokens(name, "clean_tokens")
        let answers = try GoldenModel.tokens(name, "answer_tokens")
        (correct, incorrect) = (answers[0..., 0], answers[0..., 1])
        (logits, cache) = try model.runWithCache(tokens)
    }

    /// Σ over the last position: logit of the correct token − logit of the incorrect one, per prompt.
    var logitDifference: Tensor {
        let rows = logits[0..., -1, 0...]
        return
            (rows.gather(dim: -1, index: correct.unsqueezed(dim: 1))
            - rows.gather(dim: -1, index: incorrect.unsqueezed(dim: 1))).squeezed(dim: 1)
    }
}
