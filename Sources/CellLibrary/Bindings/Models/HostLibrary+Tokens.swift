internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Text to tokens and back.
    func bindTokens() {
        declare(
            """
            /// The token ids of a text, [1, position]: `try model.toTokens("When John and Mary went")`.
            ///
            /// A BOS comes first unless `prependBOS: false`; a text longer than the model takes is cut unless `truncate: false`.
            func toTokens(_ text: String, prependBOS: Bool? = nil, truncate: Bool = true) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String, bos: Bool?, truncate: Bool) in
            try model.toTokens(text, prependBOS: bos, truncate: truncate)
        }
        declare(
            """
            /// The token ids of several texts, [batch, position]: `try model.toTokens(prompts)`; unequal lengths need `paddingSide:`.
            func toTokens(_ texts: [String], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, truncate: Bool = true) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, texts: [String], bos: Bool?, side: PaddingSide?, truncate: Bool) in
            try model.toTokens(texts, prependBOS: bos, paddingSide: side, truncate: truncate)
        }
        bindTexts()
        bindTextTokens()
        bindTokenPositions()
    }

    /// Texts of rows of tokens.
    private func bindTexts() {
        declare(
            "/// The text of a token id: `try model.toString(262)`.\nfunc toString(_ token: Int) throws -> String",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer, token: Int) in try model.toString(token)
        }
        declare(
            "/// The text of token ids: `try model.toString([262, 290])`.\nfunc toString(_ tokens: [Int]) throws -> String",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer, tokens: [Int]) in try model.toString(tokens)
        }
        declare(
            "/// The text of one row of token ids, [position] or [1, position]: `try model.toString(tokens[0])`.\nfunc toString(_ tokens: Tensor) throws -> String",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: Tensor) in try model.toString(tokens) }
        declare(
            "/// The text of each row of token ids [batch, position]: `try model.toStrings(tokens)`.\nfunc toStrings(_ tokens: Tensor) throws -> [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: Tensor) in try model.toStrings(tokens) }
        declare(
            "/// The text of each row of token ids: `try model.toStrings([[262], [290]])`.\nfunc toStrings(_ tokens: [[Int]]) throws -> [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: [[Int]]) in try model.toStrings(tokens) }
    }

    /// Texts of single tokens.
    private func bindTextTokens() {
        declare(
            "/// Each token of each text as text: `try model.toStrTokens(prompts)[0]`.\nfunc toStrTokens(_ texts: [String], prependBOS: Bool? = nil) throws -> [[String]]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, texts: [String], bos: Bool?) in try model.toStrTokens(texts, prependBOS: bos) }
        declare(
            "/// Each token of a text as text, the BOS first: `try model.toStrTokens(\"John and Mary\")`.\nfunc toStrTokens(_ text: String, prependBOS: Bool? = nil) throws -> [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String, bos: Bool?) in try model.toStrTokens(text, prependBOS: bos) }
        declare(
            "/// Each token id as text: `try model.toStrTokens([262, 290])`.\nfunc toStrTokens(_ tokens: [Int]) throws -> [String]",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer, tokens: [Int]) in try model.toStrTokens(tokens)
        }
        declare(
            "/// Each token of one row, [position] or [1, position], as text: `try model.toStrTokens(tokens[0])`.\nfunc toStrTokens(_ tokens: Tensor) throws -> [String]",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer, tokens: Tensor) in try model.toStrTokens(tokens)
        }
        declare(
            "/// The id of a text that is one token: `try model.toSingleToken(\" Mary\")`.\nfunc toSingleToken(_ text: String) throws -> Int",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String) in try model.toSingleToken(text) }
        declare(
            "/// The text of one token id: `try model.toSingleStrToken(262)`.\nfunc toSingleStrToken(_ token: Int) throws -> String",
            on: "HookedTransformer"
        ) {
            (model: HookedTransformer, token: Int) in try model.toSingleStrToken(token)
        }
    }

    private func bindTokenPositions() {
        let options = "in prompt: any ModelInput, mode: TokenOccurrence = .first, prependBOS: Bool? = nil"
        declare(
            """
            /// The position of a text that is one token: `try model.getTokenPosition(" Mary", in: prompt)`; the BOS is 0.
            func getTokenPosition(_ text: String, \(options)) throws -> Int
            """, on: "HookedTransformer"
        ) {
            (model: HookedTransformer, text: String, prompt: HostAny<any ModelInput>, mode: TokenOccurrence, bos: Bool?)
            in
            try model.getTokenPosition(text, in: prompt.value, mode: mode, prependBOS: bos)
        }
        declare(
            """
            /// The position of a token id in a prompt: `try model.getTokenPosition(262, in: prompt, mode: .last)`.
            func getTokenPosition(_ token: Int, \(options)) throws -> Int
            """, on: "HookedTransformer"
        ) {
            (model: HookedTransformer, token: Int, prompt: HostAny<any ModelInput>, mode: TokenOccurrence, bos: Bool?)
            in
            try model.getTokenPosition(token, in: prompt.value, mode: mode, prependBOS: bos)
        }
    }
}
