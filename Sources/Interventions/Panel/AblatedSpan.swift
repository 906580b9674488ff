internal import Datasets
internal import HookedTransformers
internal import TensorCore

/// The positions that an ablation replaces, and from which on a run can differ by it.
struct AblatedSpan: Equatable {
    /// The first one.
    let first: Int
    /// How many, one after the other.
    let count: Int
    /// The number of positions from the first one to the prompts' end.
    let length: Int

    /// - Throws: ``AblationPanelError/badPosition(_:length:)``.
    init(_ position: HeadPosition, _ data: PromptDataset, _ model: HookedTransformer) throws {
        let all = data.length
        switch position {
        case .last: (first, count) = (all - 1, 1)
        case .all:
            // What a BOS attends to is the BOS alone, so that its outputs say nothing about prompts.
            let bos = model.tokenizer?.bosTokenID
            let hasBOS = all > 1 && bos != nil && data.tokens[0..., 0].toIntArray().allSatisfy { $0 == bos }
            first = hasBOS ? 1 : 0
            count = all - first
        case .index(let index):
            let place = index < 0 ? index + all : index
            guard (0..<all).contains(place) else { throw AblationPanelError.badPosition(index, length: all) }
            (first, count) = (place, 1)
        }
        length = all - first
    }
}
