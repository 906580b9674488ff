import Datasets
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport

/// The reference numbers of ablations on the model that comes with the project, computed in double precision.
struct ScienceGolden {
    let golden: Golden
    let model: HookedTransformer

    init() throws {
        golden = try Golden("science", "panel")
        model = try Self.tinyIOI()
    }

    static func tinyIOI() throws -> HookedTransformer {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return try HookedTransformer.fromPretrainedNoProcessing(root + "/weights/tiny-ioi")
    }

    /// All 320 prompts with the corrupted versions of the reference.
    func prompts() throws -> PromptDataset {
        let clean = try golden["clean_tokens"].asType(.int64)
        let donors = try golden["resample_donor"].asType(.int64)
        return try PromptDataset(
            tokens: clean, answerTokens: try golden["answer_tokens"].asType(.int64),
            swapped: try golden["swapped_tokens"].asType(.int64),
            counterfactual: try golden["counterfactual_tokens"].asType(.int64),
            resampled: clean.indexSelect(dim: 0, index: donors))
    }
}
