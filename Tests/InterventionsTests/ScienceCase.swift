import Datasets
import HookedTransformers
import TensorCore
import TestSupport

/// A model and prompts, clean and corrupted, of which the float64 reference has estimates, patches, edges and paths.
struct ScienceCase {
    let golden: Golden
    let model: HookedTransformer
    let clean: Tensor
    let corrupted: Tensor
    let data: PromptDataset

    /// - Parameter name: `tiny`, `small` or `tiny-ioi`.
    init(_ name: String, _ setting: GoldenModel.Setting = .raw) throws {
        golden = try Golden("science", name)
        model = try name == "tiny-ioi" ? ScienceGolden.tinyIOI() : GoldenModel.load(name, setting)
        clean = try golden["clean_tokens"].asType(.int64)
        corrupted = try golden["corrupted_tokens"].asType(.int64)
        data = try PromptDataset(
            tokens: clean, answerTokens: try golden["answer_tokens"].asType(.int64), swapped: corrupted,
            counterfactual: corrupted)
    }

    func difference(_ logits: Tensor) throws -> Tensor { try data.logitDifference(logits).mean() }

    /// 0 on the corrupted run, 1 on the clean one.
    func normalized() throws -> (Tensor) throws -> Tensor {
        let (high, low) = try (difference(model(clean)).item(), difference(model(corrupted)).item())
        return { logits in (try difference(logits) - low) / (high - low) }
    }
}
