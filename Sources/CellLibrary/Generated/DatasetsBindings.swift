// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Datasets; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension Corruption: HostObject {}
extension DatasetError: HostObject {}
extension PromptDataset: HostObject {}
extension RolePositions: HostObject {}

extension HostLibrary {
    /// What Datasets offers to cells.
    func bindDatasets() {
        bindDatasets_Corruption()
        bindDatasets_DatasetError()
        bindDatasets_GreaterThanDataset()
        bindDatasets_IOIDataset()
        bindDatasets_InductionDataset()
        bindDatasets_PromptDataset_Answers()
        bindDatasets_PromptDataset_OwnPrompts()
        bindDatasets_PromptDataset_Splitting()
        bindDatasets_PromptDataset()
        bindDatasets_RolePositions()
    }

    private func bindDatasets_Corruption() {
        type(
            "Corruption", Corruption.self,
            doc: """
            How a prompt is changed into one whose answer is another.
            """)
        bind(
            "allCases", on: "Corruption",
            """
            /// All cases, in their order: `Corruption.allCases`.
            static var allCases: [Corruption]
            """
        ) { _ in
            Corruption.allCases.toCell()
        }
        bind(
            "rawValue", on: "Corruption",
            """
            /// The text that stands for it: `Corruption.swapped.rawValue` is `"swapped"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: Corruption.self).rawValue.toCell()
        }
        bind(
            "init", on: "Corruption",
            """
            /// What a text stands for, nil when there is none: `Corruption(rawValue: "swapped")`.
            init?(rawValue: String)
            """
        ) { call in
            try Corruption(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "swapped", on: "Corruption",
            """
            /// The same words, so that the wrong answer becomes the right one.
            static let swapped: Corruption
            """
        ) { _ in
            Corruption.swapped.toCell()
        }
        bind(
            "counterfactual", on: "Corruption",
            """
            /// The same sentence about others: everything that says which answer is right is replaced.
            static let counterfactual: Corruption
            """
        ) { _ in
            Corruption.counterfactual.toCell()
        }
        bind(
            "resampled", on: "Corruption",
            """
            /// Another prompt of the same dataset, never its own.
            static let resampled: Corruption
            """
        ) { _ in
            Corruption.resampled.toCell()
        }
        bind(
            "corrupted", on: "PromptDataset",
            """
            /// The corrupted version of each prompt, under the answers and positions of the prompt itself.
            ///
            /// ```swift
            /// let (_, corruptedCache) = try model.runWithCache(data.corrupted(.swapped).tokens)
            /// ```
            /// - Parameter seed: which prompts `.resampled` takes; the other kinds don't depend on it.
            /// - Throws: `DatasetError` where the prompts have no version of that kind.
            func corrupted(_ kind: Corruption, seed: Int = 0) throws -> PromptDataset
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).corrupted(call.value(1, as: Corruption.self), seed: call.value(2, as: Int.self)).toCell()
        }
    }

    private func bindDatasets_DatasetError() {
        type(
            "DatasetError", DatasetError.self,
            doc: """
            What can be wrong with prompts, or with what is asked of them.
            """,
            describe: { $0.description })
        bind(
            "badCount", on: "DatasetError",
            """
            /// More prompts than there can be, or none.
            static func badCount(_ value: Int, possible: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.badCount(call.value(0, as: Int.self), possible: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "tooFewWords", on: "DatasetError",
            """
            /// Words of which too few are a single token.
            static func tooFewWords(_ value: String, found: Int, needed: Int, given: Int) -> DatasetError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            return DatasetError.tooFewWords(value0, found: value1, needed: value2, given: value3).toCell()
        }
        bind(
            "noTemplate", on: "DatasetError",
            """
            /// Templates of which none can be used, each with the reason.
            static func noTemplate(_ value: [String]) -> DatasetError
            """
        ) { call in
            try DatasetError.noTemplate(call.value(0, as: [String].self)).toCell()
        }
        bind(
            "badTemplate", on: "DatasetError",
            """
            /// A template without a place that it must have.
            static func badTemplate(_ value: String, missing: String) -> DatasetError
            """
        ) { call in
            try DatasetError.badTemplate(call.value(0, as: String.self), missing: call.value(1, as: String.self)).toCell()
        }
        bind(
            "noCorruption", on: "DatasetError",
            """
            /// A kind of corrupted prompts that the dataset does not have.
            static func noCorruption(_ value: Corruption, of: String, known: [Corruption]) -> DatasetError
            """
        ) { call in
            try DatasetError.noCorruption(
                call.value(0, as: Corruption.self), of: call.value(1, as: String.self), 
                known: call.value(2, as: [Corruption].self)).toCell()
        }
        bind(
            "tooFewToResample", on: "DatasetError",
            """
            /// A dataset too small to take other prompts from.
            static func tooFewToResample(_ value: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.tooFewToResample(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "noRole", on: "DatasetError",
            """
            /// A role that no position is known of.
            static func noRole(_ value: String, known: [String]) -> DatasetError
            """
        ) { call in
            try DatasetError.noRole(call.value(0, as: String.self), known: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "badSplit", on: "DatasetError",
            """
            /// A split that leaves a part without prompts.
            static func badSplit(_ value: String, of: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.badSplit(call.value(0, as: String.self), of: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badRange", on: "DatasetError",
            """
            /// A range that the prompts do not fill.
            static func badRange(_ value: Int, _ value: Int, of: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.badRange(
                call.value(0, as: Int.self), call.value(1, as: Int.self), of: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "unequalCounts", on: "DatasetError",
            """
            /// Lists that must be as long as the prompts.
            static func unequalCounts(_ value: String, given: Int, prompts: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.unequalCounts(
                call.value(0, as: String.self), given: call.value(1, as: Int.self), 
                prompts: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "unequalLengths", on: "DatasetError",
            """
            /// Corrupted prompts with another number of tokens.
            static func unequalLengths(_ value: String, prompt: Int, clean: Int, corrupted: Int) -> DatasetError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            return DatasetError.unequalLengths(value0, prompt: value1, clean: value2, corrupted: value3).toCell()
        }
        bind(
            "badLogits", on: "DatasetError",
            """
            /// Logits of another number of prompts, or of no shape that logits have.
            static func badLogits(_ value: [Int], count: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.badLogits(call.value(0, as: [Int].self), count: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badRepetition", on: "DatasetError",
            """
            /// Repeated sequences that the model has no room for.
            static func badRepetition(_ value: String) -> DatasetError
            """
        ) { call in
            try DatasetError.badRepetition(call.value(0, as: String.self)).toCell()
        }
        bind(
            "noYears", on: "DatasetError",
            """
            /// A tokenizer that does not write years as a century and two digits.
            static let noYears: DatasetError
            """
        ) { _ in
            DatasetError.noYears.toCell()
        }
        bind(
            "badTokens", on: "DatasetError",
            """
            /// Tokens that are no prompts: not [batch, position], none, or not integers.
            static func badTokens(_ value: [Int], dtype: String) -> DatasetError
            """
        ) { call in
            try DatasetError.badTokens(call.value(0, as: [Int].self), dtype: call.value(1, as: String.self)).toCell()
        }
        bind(
            "badPosition", on: "DatasetError",
            """
            /// Positions outside of the prompts.
            static func badPosition(role: String, position: Int, length: Int) -> DatasetError
            """
        ) { call in
            try DatasetError.badPosition(
                role: call.value(0, as: String.self), position: call.value(1, as: Int.self), 
                length: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "description", on: "DatasetError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: DatasetError.self).description.toCell()
        }
    }

    private func bindDatasets_GreaterThanDataset() {
        bind(
            "GreaterThanDataset",
            """
            /// Sentences that name the year in which something began and ask for the two digits of the year in which it ended.
            ///
            /// ```swift
            /// let data = try GreaterThanDataset(model, count: 256, seed: 0)
            /// data.prompts[0]                                     // The siege went on from the year 1732 to the year 17
            /// try data.probabilityDifference(try model(data))     // of all later years and all earlier ones: [batch]
            /// ```
            /// The task of Hanna et al. (2305.00586). Right are all two-digit tokens above the first year's, wrong all others down to the
            /// century's beginning; `PromptDataset/answerTokens` has one of each, as far above as below. `.counterfactual` begins in the
            /// year 01, so that nearly any answer is right. Positions: `YY` (the first year's two digits), `END`.
            /// - Parameters:
            ///   - seed: the same sentences for the same seed, words and tokenizer.
            ///   - templates: with `{event}`, `{century}{year}` and, at the end, ` {century}`.
            ///   - events: kept if `" event"` is one token.
            /// - Throws: `DatasetError` where the tokenizer has no tokens of two digits, or for more prompts than the words make.
            func GreaterThanDataset(_ model: HookedTransformer, count: Int, seed: Int = 0, templates: [String]? = nil, events: [String]? = nil, prependBOS: Bool? = nil) throws -> PromptDataset
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: Bool?.self)
            return try GreaterThanDataset(
                value0, count: value1, seed: value2, templates: value3, events: value4, prependBOS: value5).toCell()
        }
    }

    private func bindDatasets_IOIDataset() {
        bind(
            "IOIDataset",
            """
            /// Sentences in which one of two people gives something, and the model is to say to whom: the indirect object.
            ///
            /// ```swift
            /// let data = try IOIDataset(model, count: 512, seed: 0)
            /// data.prompts[0]                             // When Paul and Nora went to the lake, Paul gave the key to
            /// try data.corrupted(.swapped).prompts[0]     // When Paul and Nora went to the lake, Nora gave the key to
            /// try data.positions["S2"]                    // [batch]
            /// ```
            /// The task of Wang et al. (2211.00593). Half of the sentences name the giver first, no two are the same, all have one number
            /// of tokens. `.swapped` has the other one give, `.counterfactual` is about three others.
            /// Positions: `IO`, `S1`, `S1+1`, `S2`, `END`.
            /// - Parameters:
            ///   - seed: the same sentences for the same seed, words and tokenizer.
            ///   - templates: with `{A}`, `{B}`, `{S}`, and if wanted `{place}` and `{object}`, a space before each. Those of one length
            ///     are used: the length that most of them have.
            ///   - names: kept if `" name"` is one token; `places` and `objects` likewise. `PromptDataset/notes` says how many fell out.
            /// - Throws: `DatasetError` for fewer than two names, or more prompts than the words make.
            func IOIDataset(_ model: HookedTransformer, count: Int, seed: Int = 0, templates: [String]? = nil, names: [String]? = nil, places: [String]? = nil, objects: [String]? = nil, prependBOS: Bool? = nil) throws -> PromptDataset
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String]?.self)
            let value6 = try call.value(6, as: [String]?.self)
            let value7 = try call.value(7, as: Bool?.self)
            return try IOIDataset(
                value0, count: value1, seed: value2, templates: value3, names: value4, places: value5, 
                objects: value6, prependBOS: value7).toCell()
        }
    }

    private func bindDatasets_InductionDataset() {
        bind(
            "InductionDataset",
            """
            /// Random tokens that repeat: what followed the last token the time before is the right answer.
            ///
            /// ```swift
            /// let data = try InductionDataset(model, count: 32, length: 20, repeats: 2)
            /// data.tokens.shape                           // [32, 41] with a BOS
            /// try data.logitDifference(try model(data))   // of the token that begins the sequence, and another one of it
            /// ```
            /// The tokens of one sequence are all different, none has a role in texts. `.swapped` exchanges the right answer and the wrong one
            /// wherever they stand; `.counterfactual` is another sequence, all of it new. Positions: `END`, `previous` (where the last
            /// token stood before), `target` (the right answer behind it).
            /// - Parameters:
            ///   - length: the number of tokens that repeat.
            ///   - repeats: how often they stand there, 2 or more.
            ///   - seed: the same tokens for the same seed and tokenizer.
            /// - Throws: `DatasetError` where the model has no room or too few tokens.
            func InductionDataset(_ model: HookedTransformer, count: Int = 64, length: Int, repeats: Int = 2, seed: Int = 0, prependBOS: Bool? = nil) throws -> PromptDataset
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: Int.self)
            let value2 = try call.value(2, as: Int.self)
            let value3 = try call.value(3, as: Int.self)
            let value4 = try call.value(4, as: Int.self)
            let value5 = try call.value(5, as: Bool?.self)
            return try InductionDataset(
                value0, count: value1, length: value2, repeats: value3, seed: value4, prependBOS: value5).toCell()
        }
    }

    private func bindDatasets_PromptDataset_Answers() {
        bind(
            "logitDifference", on: "PromptDataset",
            """
            /// How much higher the right answer's logit is than the wrong one's, at the last position of each prompt: [batch].
            ///
            /// ```swift
            /// let sweep = try model.ablateHeads(data.tokens, methods: [.zero]) { try data.logitDifference($0) }
            /// ```
            /// Of several right or wrong answers, the first of each; see `answerTokens`.
            /// - Parameter logits: [batch, position, d_vocab] or, of the last position alone, [batch, d_vocab].
            /// - Throws: `DatasetError/badLogits(_:count:)`.
            func logitDifference(_ logits: Tensor) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).logitDifference(call.value(1, as: Tensor.self)).toCell()
        }
        bind(
            "probabilityDifference", on: "PromptDataset",
            """
            /// The probability of all right answers together less that of all wrong ones, for each prompt: [batch].
            ///
            /// `try data.probabilityDifference(try model(data)).mean()`
            ///
            /// What Hanna et al. (2305.00586) measure of the greater-than task.
            /// - Parameter logits: [batch, position, d_vocab] or, of the last position alone, [batch, d_vocab].
            /// - Throws: `DatasetError/badLogits(_:count:)`.
            func probabilityDifference(_ logits: Tensor) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).probabilityDifference(call.value(1, as: Tensor.self)).toCell()
        }
    }

    private func bindDatasets_PromptDataset_OwnPrompts() {
        bind(
            "init", on: "PromptDataset",
            """
            /// One's own prompts, each with a right and a wrong answer of one token.
            ///
            /// ```swift
            /// let data = try PromptDataset(
            ///     model, ["The Eiffel Tower is in", "The Colosseum is in"], answers: [(" Paris", " Rome"), (" Rome", " Paris")],
            ///     swapped: ["The Colosseum is in", "The Eiffel Tower is in"], positions: ["subject": [4, 4]])
            /// ```
            /// - Parameters:
            ///   - swapped: a version of each prompt in which the wrong answer is right; `counterfactual`, one about something
            ///     else. Both have as many tokens as the prompts.
            ///   - positions: by role, a position for each prompt, or one for all of them; the BOS is position 0.
            /// - Throws: `DatasetError` for lists of unequal lengths; `ModelError` for prompts of unequal lengths and for
            ///   answers that are not a single token.
            init(_ model: HookedTransformer, _ prompts: [String], answers: [(String, String)], swapped: [String]? = nil, counterfactual: [String]? = nil, positions: [String: [Int]] = [:], prependBOS: Bool? = nil) throws
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: [String].self)
            let value2 = try call.value(2, as: [HostPair<String, String>].self).map { ($0.first, $0.second) }
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: [String: [Int]].self)
            let value6 = try call.value(6, as: Bool?.self)
            return try PromptDataset(
                value0, value1, answers: value2, swapped: value3, counterfactual: value4, positions: value5, 
                prependBOS: value6).toCell()
        }
        bind(
            "init", on: "PromptDataset",
            """
            /// Prompts that are tokens already: [batch, position], with the right and the wrong token for each, [batch, 2].
            ///
            /// ```swift
            /// let data = try PromptDataset(tokens: tokens, answerTokens: answerTokens, swapped: corruptedTokens)
            /// ```
            /// - Parameters:
            ///   - swapped: the corrupted versions, [batch, position]; `counterfactual` and `resampled` likewise.
            ///   - positions: by role, a position for each prompt, or one for all of them.
            /// - Throws: `DatasetError` where shapes do not fit.
            init(tokens: Tensor, answerTokens: Tensor, swapped: Tensor? = nil, counterfactual: Tensor? = nil, resampled: Tensor? = nil, positions: [String: [Int]] = [:]) throws
            """
        ) { call in
            let value0 = try call.value(0, as: Tensor.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: Tensor?.self)
            let value3 = try call.value(3, as: Tensor?.self)
            let value4 = try call.value(4, as: Tensor?.self)
            let value5 = try call.value(5, as: [String: [Int]].self)
            return try PromptDataset(
                tokens: value0, answerTokens: value1, swapped: value2, counterfactual: value3, resampled: value4, 
                positions: value5).toCell()
        }
    }

    private func bindDatasets_PromptDataset_Splitting() {
        bind(
            "split", on: "PromptDataset",
            """
            /// The same with the number of test prompts: `let (train, test) = data.split(test: 256)`.
            func split(test size: Int) -> (train: PromptDataset, test: PromptDataset)
            """
        ) { call in
            let result = try call.value(0, as: PromptDataset.self).split(test: call.value(1, as: Int.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "split", on: "PromptDataset",
            """
            /// The prompts in two parts; `test` says which part of them, counted from the end, is kept for testing.
            ///
            /// `let (train, test) = data.split(test: 0.5)`
            ///
            /// A share that leaves either part without prompts is reported through `Fault` as a `DatasetError`.
            func split(test share: Double) -> (train: PromptDataset, test: PromptDataset)
            """
        ) { call in
            let result = try call.value(0, as: PromptDataset.self).split(test: call.value(1, as: Double.self))
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "subscript", on: "PromptDataset",
            """
            /// Some of the prompts: `data[0..<8]`.
            ///
            /// A range that the prompts don't fill is reported through `Fault` as a `DatasetError`.
            subscript(_ range: Range<Int>) -> PromptDataset
            """
        ) { call in
            try call.value(0, as: PromptDataset.self)[call.value(1, as: Range<Int>.self)].toCell()
        }
        bind(
            "sharedPrompts", on: "PromptDataset",
            """
            /// How many prompts of `other` are prompts here too: 0 for a fair test.
            ///
            /// `train.sharedPrompts(with: test)`
            func sharedPrompts(with other: PromptDataset) -> Int
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).sharedPrompts(with: call.value(1, as: PromptDataset.self)).toCell()
        }
    }

    private func bindDatasets_PromptDataset() {
        type(
            "PromptDataset", PromptDataset.self,
            doc: """
            Prompts of one length with their right and wrong answers, what corrupted versions of them look like, and where in them
            words of a role stand.

            ```swift
            let data = try IOIDataset(model, count: 256, seed: 0)
            let (train, test) = data.split(test: 0.5)
            let (logits, cache) = try model.runWithCache(train.tokens)
            print(try train.logitDifference(logits).mean(), try train.positions["S2"])
            ```
            Made by `IOIDataset(_:count:seed:templates:names:places:objects:prependBOS:)`,
            `GreaterThanDataset(_:count:seed:templates:events:prependBOS:)`,
            `InductionDataset(_:count:length:repeats:seed:prependBOS:)`, or of one's own prompts.
            """,
            conforms: ["ModelInput"],
            describe: { $0.description })
        bind(
            "name", on: "PromptDataset",
            """
            /// What the prompts are about: `indirect objects`.
            let name: String
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).name.toCell()
        }
        bind(
            "prompts", on: "PromptDataset",
            """
            /// The texts, without the BOS that `tokens` may begin with. Empty texts where the model has no tokenizer.
            let prompts: [String]
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).prompts.toCell()
        }
        bind(
            "tokens", on: "PromptDataset",
            """
            /// [batch, position]: `try model(data.tokens)`, or `try model(data)` for short.
            let tokens: Tensor
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).tokens.toCell()
        }
        bind(
            "rightAnswers", on: "PromptDataset",
            """
            /// The tokens that are right at the end of each prompt; one, but for questions with several right answers.
            let rightAnswers: [[Int]]
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).rightAnswers.toCell()
        }
        bind(
            "wrongAnswers", on: "PromptDataset",
            """
            /// The tokens that are wrong there.
            let wrongAnswers: [[Int]]
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).wrongAnswers.toCell()
        }
        bind(
            "positions", on: "PromptDataset",
            """
            /// Where words stand by their role: `try data.positions["S2"]` is [batch].
            let positions: RolePositions
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).positions.toCell()
        }
        bind(
            "notes", on: "PromptDataset",
            """
            /// What whoever made the prompts should know: which words and templates fell out, and why.
            let notes: [String]
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).notes.toCell()
        }
        bind(
            "count", on: "PromptDataset",
            """
            /// The number of prompts.
            var count: Int
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).count.toCell()
        }
        bind(
            "length", on: "PromptDataset",
            """
            /// The number of positions of each prompt.
            var length: Int
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).length.toCell()
        }
        bind(
            "answerTokens", on: "PromptDataset",
            """
            /// A right and a wrong token for each prompt: [batch, 2].
            ///
            /// `logits[0..., -1].gather(dim: -1, index: data.answerTokens)`
            var answerTokens: Tensor
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).answerTokens.toCell()
        }
        bind(
            "description", on: "PromptDataset",
            """
            /// The value as it prints: `promptDataset.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PromptDataset.self).description.toCell()
        }
    }

    private func bindDatasets_RolePositions() {
        type(
            "RolePositions", RolePositions.self,
            doc: """
            Where the words of a role stand in each prompt of a `PromptDataset`.

            ```swift
            try data.positions["S2"]        // [batch], integers
            data.positions.roles            // ["IO", "S1", "S1+1", "S2", "END"]
            ```
            """)
        bind(
            "roles", on: "RolePositions",
            """
            /// The roles' names.
            let roles: [String]
            """
        ) { call in
            try call.value(0, as: RolePositions.self).roles.toCell()
        }
        bind(
            "subscript", on: "RolePositions",
            """
            /// The position for each prompt, [batch]: `try data.positions["S2"]`.
            /// - Throws: `DatasetError/noRole(_:known:)`.
            subscript(_ role: String) -> Tensor { get throws }
            """
        ) { call in
            try call.value(0, as: RolePositions.self)[call.value(1, as: String.self)].toCell()
        }
    }
}
