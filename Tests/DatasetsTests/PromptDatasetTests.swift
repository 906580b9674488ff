import Datasets
import HookedTransformers
import PretrainedModels
import SessionSafety
import TensorCore
import Testing

/// One's own prompts, parts of them, and what does not fit.
struct PromptDatasetTests {
    let model: HookedTransformer
    let prompts = [
        "When John and Mary went to the shops, John gave the bag to",
        "When John and Mary went to the shops, Mary gave the bag to",
    ]
    let answers = [(" Mary", " John"), (" John", " Mary")]

    init() throws { model = try HookedTransformer.fromPretrainedNoProcessing(Weights.tinyIOI) }

    @Test func ownPromptsHaveTheSameShape() throws {
        let data = try PromptDataset(
            model, prompts, answers: answers, swapped: prompts.reversed(), positions: ["S2": [10], "END": [-1, -1]])
        #expect(data.tokens.shape == [2, 15])
        #expect(try data.positions["S2"].toIntArray() == [10, 10] && data.positions["END"].toIntArray() == [14, 14])
        #expect(try data.corrupted(.swapped).prompts == prompts.reversed())
        let (john, mary) = (try model.toSingleToken(" John"), try model.toSingleToken(" Mary"))
        #expect(data.answerTokens.toIntArray() == [mary, john, john, mary])
        let same = try PromptDataset(
            tokens: data.tokens, answerTokens: data.answerTokens, resampled: data.tokens.flipped(dim: 0))
        #expect(try same.corrupted(.resampled).tokens.toIntArray() == data.corrupted(.swapped).tokens.toIntArray())
    }

    @Test func partsKeepEverything() throws {
        let data = try IOIDataset(model, count: 30, seed: 5)
        let (train, test) = data.split(test: 0.2)
        #expect(train.count == 24 && test.count == 6 && train.sharedPrompts(with: test) == 0)
        #expect(test.prompts == Array(data.prompts[24...]))
        #expect(test.rightAnswers == Array(data.rightAnswers[24...]))
        #expect(try test.positions["IO"].toIntArray() == Array(data.positions["IO"].toIntArray()[24...]))
        #expect(try test.corrupted(.swapped).prompts == Array(data.corrupted(.swapped).prompts[24...]))
        #expect(data.split(test: 7).test.count == 7 && data[3..<5].prompts == Array(data.prompts[3..<5]))
        #expect(data.sharedPrompts(with: train) == 24)
    }

    @Test func whatDoesNotFitIsToldWithItsName() throws {
        let data = try PromptDataset(model, prompts, answers: answers)
        #expect(throws: DatasetError.noRole("S3", known: [])) { try data.positions["S3"] }
        #expect(throws: DatasetError.badSplit("1.0", of: 2)) { try Fault.catching { data.split(test: 1.0) } }
        #expect(throws: DatasetError.badSplit("nan", of: 2)) { try Fault.catching { data.split(test: .nan) } }
        #expect(throws: DatasetError.badRange(0, 3, of: 2)) { try Fault.catching { data[0..<3] } }
        #expect(throws: DatasetError.badLogits([1, 15, 9], count: 2)) { try data.logitDifference(.zeros([1, 15, 9])) }
        #expect(throws: DatasetError.unequalCounts("answers", given: 1, prompts: 2)) {
            try PromptDataset(model, prompts, answers: [(" Mary", " John")])
        }
        #expect(throws: DatasetError.unequalLengths("swapped", prompt: 0, clean: 15, corrupted: 3)) {
            try PromptDataset(model, prompts, answers: answers, swapped: ["the shops", "the bag"])
        }
        #expect(throws: ModelError.unequalLengths([15, 3])) {
            try PromptDataset(model, [prompts[0], "the shops"], answers: answers)
        }
        #expect(throws: DatasetError.badTokens([3], dtype: "int64")) {
            try PromptDataset(tokens: Tensor([1, 2, 3]), answerTokens: Tensor([[1, 2]]))
        }
        #expect(throws: ModelError.self) {
            try PromptDataset(model, prompts, answers: [(" Mary", " no such word"), (" a", " b")])
        }
        #expect(throws: DatasetError.badPosition(role: "S2", position: 15, length: 15)) {
            try PromptDataset(model, prompts, answers: answers, positions: ["S2": [15]])
        }
        #expect(throws: DatasetError.tooFewToResample(1)) { try data[0..<1].corrupted(.resampled) }
    }
}
