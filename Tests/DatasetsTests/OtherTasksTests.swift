import Datasets
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Repeated tokens and years.
struct OtherTasksTests {
    @Test(arguments: [2, 3])
    func inductionRepeatsAndTheAnswerFollows(_ repeats: Int) throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(Weights.tinyIOI)
        let data = try InductionDataset(model, count: 12, length: 10, repeats: repeats, seed: 2)
        #expect(data.tokens.shape == [12, 1 + 10 * repeats])
        let swapped = try data.corrupted(.swapped).tokens
        for row in 0..<12 {
            let ids = data.tokens[row].toIntArray()
            #expect(ids[0] == model.tokenizer?.bosTokenID)
            #expect(Array(ids[1...10]) == Array(ids[11...20]) && Set(ids[1...10]).count == 10)
            let target = try data.positions["target"].toIntArray()[row]
            #expect(ids[target - 1] == ids.last && ids[target] == data.rightAnswers[row][0])
            #expect(swapped[row, target].item() == Double(data.wrongAnswers[row][0]))
            let other = try data.corrupted(.counterfactual).tokens[row].toIntArray()
            #expect(Set(other[1...]).isDisjoint(with: ids[1...]))
        }
        let right = try data.logitDifference(try model(data)).toArray().count { $0 > 0 }
        #expect(right >= 10, "a model with induction heads says what followed")
    }

    @Test func withoutATokenizerThereAreTokensAlone() throws {
        let model = try GoldenModel.load("tiny", .raw)
        model.tokenizer = nil
        let data = try InductionDataset(model, count: 2, length: 3)
        #expect(data.tokens.shape == [2, 6] && data.prompts == ["", ""])
        #expect(throws: DatasetError.self) { try InductionDataset(model, length: model.cfg.nCtx) }
        #expect(throws: DatasetError.self) { try InductionDataset(model, length: 1) }
        #expect(throws: DatasetError.self) { try InductionDataset(model, count: 0, length: 3) }
    }

    @Test func yearsAreACenturyAndTwoDigits() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(Weights.tinyIOI)
        model.tokenizer = Years()
        let data = try GreaterThanDataset(model, count: 40, seed: 1, events: ["war", "siege"], prependBOS: false)
        let places = try data.positions["YY"].toIntArray()
        for row in 0..<40 {
            let ids = data.tokens[row].toIntArray()
            let year = ids[places[row]] - 200
            #expect((1...98).contains(year))
            #expect(data.rightAnswers[row] == ((year + 1)...99).map { 200 + $0 })
            #expect(Set(data.wrongAnswers[row]) == Set((0...year).map { 200 + $0 }))
            #expect(try data.corrupted(.counterfactual).tokens[row, places[row]].item() == 201)
            #expect((111...117).contains(ids[data.length - 1]) && ids[data.length - 1] == ids[places[row] - 1])
        }
    }

    @Test func aTokenizerWithoutYearsIsAnError() throws {
        let model = try HookedTransformer.fromPretrainedNoProcessing(Weights.tinyIOI)
        #expect(throws: DatasetError.noYears) { try GreaterThanDataset(model, count: 4, events: ["shop"]) }
        #expect(throws: DatasetError.self) { try GreaterThanDataset(model, count: 4, events: ["Constantinople"]) }
    }
}

/// Words by spaces, and years as two tokens: 100 + century, 200 + year.
private struct Years: TextTokenizer {
    let bosTokenID: Int? = 0
    let padTokenID: Int? = 0
    let vocabularySize = 300

    func encode(_ text: String) throws -> [Int] {
        text.split(separator: " ").flatMap { word -> [Int] in
            guard let number = Int(word) else { return [1 + word.utf8.reduce(0) { $0 + Int($1) } % 90] }
            return number < 100 ? [100 + number] : [100 + number / 100, 200 + number % 100]
        }
    }

    func decode(_ ids: [Int]) throws -> String { ids.map { "\($0)" }.joined(separator: " ") }
}
