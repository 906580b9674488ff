internal import CellHost
internal import CellValues
internal import SwiftLens

/// A model's tokenizer, whatever its type is.
struct ModelTokenizer: HostObject {
    let base: any TextTokenizer
}

extension HostLibrary {
    /// A model's tokenizer: a protocol, whose values a cell knows under its name.
    func bindTextTokenizer() {
        type("TextTokenizer", ModelTokenizer.self, doc: "Turns text into token ids and back: `model.tokenizer`.")
        declare(
            """
            /// The tokenizer that the model came with, or nil: `model.tokenizer?.vocabularySize`.
            var tokenizer: TextTokenizer? { get }
            """, on: "HookedTransformer"
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
            """
            /// The ids of a text, without a BOS: `try tokenizer.encode(" Mary")`.
            func encode(_ text: String) throws -> [Int]
            """, on: "TextTokenizer"
        ) { (tokenizer: ModelTokenizer, text: String) in try tokenizer.base.encode(text) }
        declare(
            """
            /// The text of ids: `try tokenizer.decode([10, 20])`.
            func decode(_ ids: [Int]) throws -> String
            """, on: "TextTokenizer"
        ) { (tokenizer: ModelTokenizer, ids: [Int]) in try tokenizer.base.decode(ids) }
    }
}
