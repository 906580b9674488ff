public import CellInterpreter
internal import SwiftLens

/// A model's tokenizer, whatever its type is.
struct ModelTokenizer: HostObject {
    let base: any TextTokenizer
}

extension ModelRegistry: HostObject {}
extension WeightsDirectory: HostObject {}

extension HostLibrary {
    /// A model's tokenizer, and the names of the known models.
    func bindTokenizer() {
        type("TextTokenizer", ModelTokenizer.self, doc: "Turns text into token ids and back: `model.tokenizer`.")
        declare(
            "/// The tokenizer that the model came with, or nil: `model.tokenizer?.vocabularySize`.\nvar tokenizer: TextTokenizer? { get }",
            on: "HookedTransformer"
        ) { (model: HookedTransformer) in model.tokenizer.map { ModelTokenizer(base: $0) } }
        declare("/// The number of ids that it knows.\nvar vocabularySize: Int { get }", on: "TextTokenizer") {
            (tokenizer: ModelTokenizer) in tokenizer.base.vocabularySize
        }
        declare("/// The token at the beginning of a text.\nvar bosTokenID: Int? { get }", on: "TextTokenizer") {
            (tokenizer: ModelTokenizer) in tokenizer.base.bosTokenID
        }
        declare("/// The token at the end of a text.\nvar eosTokenID: Int? { get }", on: "TextTokenizer") {
            (tokenizer: ModelTokenizer) in tokenizer.base.eosTokenID
        }
        declare("/// The token that fills up short prompts.\nvar padTokenID: Int? { get }", on: "TextTokenizer") {
            (tokenizer: ModelTokenizer) in tokenizer.base.padTokenID
        }
        declare(
            "/// The ids of a text, without a BOS: `try tokenizer.encode(\" Mary\")`.\nfunc encode(_ text: String) throws -> [Int]",
            on: "TextTokenizer"
        ) { (tokenizer: ModelTokenizer, text: String) in try tokenizer.base.encode(text) }
        declare(
            "/// The text of ids: `try tokenizer.decode([10, 20])`.\nfunc decode(_ ids: [Int]) throws -> String",
            on: "TextTokenizer"
        ) { (tokenizer: ModelTokenizer, ids: [Int]) in try tokenizer.base.decode(ids) }
        type("ModelRegistry", ModelRegistry.self, doc: "The models that `fromPretrained` knows.")
        declare(
            "/// Their names: `ModelRegistry.names`.\nstatic var names: [String] { get }", on: "ModelRegistry"
        ) { ModelRegistry.names }
        type("WeightsDirectory", WeightsDirectory.self, doc: "Finds where a model's weights lie on disk.")
        declare(
            "/// The folder of a model's weights: `try WeightsDirectory.find(\"gpt2\")`.\nstatic func find(_ nameOrPath: String) throws -> String",
            on: "WeightsDirectory"
        ) { (name: String) in try WeightsDirectory.find(name) }
    }
}
