import Datasets
import HookedTransformers
import PretrainedModels
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Sentences about two people, of the words that the loaded tokenizer has.
struct IOIDatasetTests {
    let model: HookedTransformer

    init() throws { model = try HookedTransformer.fromPretrainedNoProcessing(Weights.tinyIOI) }

    @Test func everyPromptNamesTheReceiverOnceAndTheGiverTwice() throws {
        let data = try IOIDataset(model, count: 200, seed: 3)
        #expect(data.count == 200 && data.tokens.shape == [200, data.length] && data.answerTokens.shape == [200, 2])
        #expect(Set(data.prompts).count == 200)
        let (io, s1, s2) = (try roles(data, "IO"), try roles(data, "S1"), try roles(data, "S2"))
        for row in 0..<200 {
            let ids = data.tokens[row].toIntArray()
            #expect(ids[io[row]] == data.rightAnswers[row][0])
            #expect(ids[s1[row]] == data.wrongAnswers[row][0] && ids[s2[row]] == data.wrongAnswers[row][0])
            #expect(ids.count { $0 == data.rightAnswers[row][0] } == 1 && s1[row] < s2[row] && io[row] < s2[row])
        }
        #expect(try data.positions["END"].toIntArray() == Array(repeating: data.length - 1, count: 200))
        #expect(try data.positions["S1+1"].toIntArray() == s1.map { $0 + 1 })
        // Both orders occur, about as often.
        #expect((60...140).contains(zip(io, s1).count { $0 < $1 }))
    }

    @Test func corruptedVersionsChangeWhatTheySay() throws {
        let data = try IOIDataset(model, count: 64, seed: 1)
        let (swapped, other, resampled) = (
            try data.corrupted(.swapped), try data.corrupted(.counterfactual), try data.corrupted(.resampled)
        )
        let (io, s2) = (try roles(data, "IO"), try roles(data, "S2"))
        let names = Set((data.rightAnswers + data.wrongAnswers).map { $0[0] })
        for row in 0..<64 {
            let (clean, changed) = (data.tokens[row].toIntArray(), swapped.tokens[row].toIntArray())
            let different = clean.indices.filter { clean[$0] != changed[$0] }
            #expect(different == [s2[row]] && changed[s2[row]] == data.rightAnswers[row][0])
            let about = other.tokens[row].toIntArray()
            #expect(!about.contains(data.rightAnswers[row][0]) && !about.contains(data.wrongAnswers[row][0]))
            #expect(Set([about[io[row]], about[s2[row]]]).count == 2)
            #expect(clean.indices.allSatisfy { clean[$0] == about[$0] || names.contains(clean[$0]) })
            #expect(resampled.tokens[row].toIntArray() != clean)
        }
        #expect(resampled.tokens.shape == data.tokens.shape && Set(resampled.prompts) == Set(data.prompts))
        #expect(try data.corrupted(.resampled, seed: 1).prompts != resampled.prompts)
    }

    @Test func theModelAnswersThem() throws {
        let data = try IOIDataset(model, count: 24, seed: 0)
        let differences = try data.logitDifference(try model(data))
        #expect(differences.shape == [24] && differences.toArray().count { $0 > 0 } > 20)
        let turned = try data.logitDifference(try model(data.corrupted(.swapped).tokens)[0..., -1])
        #expect(turned.toArray().count { $0 < 0 } > 20)
        #expect(try data.probabilityDifference(try model(data)).mean().item() > 0.5)
    }

    @Test func theSameSeedGivesTheSamePrompts() throws {
        let first = try IOIDataset(model, count: 20, seed: 7)
        #expect(try IOIDataset(model, count: 20, seed: 7).prompts == first.prompts)
        #expect(try IOIDataset(model, count: 20, seed: 8).prompts != first.prompts)
    }

    @Test func whatFallsOutIsSaid() throws {
        let data = try IOIDataset(
            model, count: 4,
            templates: [
                "When {A} and {B} went to the {place}, {S} gave the {object} to",
                "After {A} and {B} walked to the {place}, {S} sold the {object} to",
                "Later, when {A} and {B} went out, {S} gave the old {object} to their friend or to",
            ], names: ["Mary", "John", "Bartholomew", "Mary"])
        #expect(
            data.notes.contains { $0.hasPrefix("1 of 4 names are not a single token here and fell out: Bartholomew") })
        #expect(data.notes.contains { $0.hasPrefix("1 of 3 templates have another length") })
        #expect(data.notes.contains { $0.contains("counterfactual prompts, which need 5") })
        #expect(data.description.contains("4 prompts of 15 tokens"))
        #expect(
            throws: DatasetError.noCorruption(.counterfactual, of: "indirect objects", known: [.swapped, .resampled])
        ) {
            try data.corrupted(.counterfactual)
        }
    }

    @Test func everySentenceThatTheWordsMakeAndNotOneMore() throws {
        func make(_ count: Int) throws -> PromptDataset {
            try IOIDataset(
                model, count: count, templates: ["When {A} and {B} came, {S} gave the {object} to"],
                names: ["Mary", "John", "Tom"], objects: ["bag", "ball"])
        }
        #expect(Set(try make(24).prompts).count == 24)
        #expect(throws: DatasetError.badCount(25, possible: 24)) { try make(25) }
        #expect(throws: DatasetError.badCount(0, possible: 24)) { try make(0) }
    }

    @Test func tooFewWordsOrTemplatesAreErrors() throws {
        #expect(throws: DatasetError.tooFewWords("names", found: 1, needed: 2, given: 2)) {
            try IOIDataset(model, count: 4, names: ["Mary", "Bartholomew"])
        }
        #expect(throws: DatasetError.self) { try IOIDataset(model, count: 4, templates: []) }
        #expect(throws: DatasetError.self) { try IOIDataset(model, count: 4, templates: ["{A} and {B} met"]) }
        // At the beginning of a text there is no space before a name, so that it is another token.
        #expect(throws: DatasetError.self) {
            try IOIDataset(model, count: 4, templates: ["{A} met {B}, and{S} gave it to"])
        }
        let bare = try GoldenModel.load("tiny", .raw)
        bare.tokenizer = nil
        #expect(throws: ModelError.self) { try IOIDataset(bare, count: 4) }
    }

    @Test func aStopIsNoticed() throws {
        let (_, looks) = try Interruption.countingLooks { try IOIDataset(model, count: 50) }
        #expect(looks > 150)
    }

    private func roles(_ data: PromptDataset, _ role: String) throws -> [Int] { try data.positions[role].toIntArray() }
}
