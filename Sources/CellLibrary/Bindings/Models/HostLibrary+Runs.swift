internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Runs of a model, and what can be said about how.
    func bindRuns() {
        let options = """
            prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, stopAtLayer: Int? = nil
            """
        typealias Input = HostAny<any ModelInput>
        declare(
            """
            /// Runs the model: `try model("When John and Mary went")` gives logits [batch, position, d_vocab].
            ///
            /// Takes text, `[String]`, `[Int]`, `[[Int]]` or an integer tensor. With `returnType: .loss` the mean loss of
            /// predicting the next token, per token with `lossPerToken`.
            func callAsFunction(_ input: any ModelInput, returnType: ReturnType = .logits, lossPerToken: Bool = false, \(options)) throws -> Tensor
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, type: ReturnType, perToken: Bool, bos: Bool?, side: PaddingSide?,
                mask: Tensor?, stop: Int?
            ) in
            try model(
                input.value, returnType: type, lossPerToken: perToken, prependBOS: bos, paddingSide: side,
                attentionMask: mask, stopAtLayer: stop)
        }
        declare(
            """
            /// Runs the model and keeps every activation: `let (logits, cache) = try model.runWithCache(tokens)`.
            func runWithCache(_ input: any ModelInput, \(options)) throws -> (logits: Tensor, cache: ActivationCache)
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, bos: Bool?, side: PaddingSide?, mask: Tensor?, stop: Int?
            ) -> (Tensor, ActivationCache) in
            try model.runWithCache(
                input.value, prependBOS: bos, paddingSide: side, attentionMask: mask, stopAtLayer: stop)
        }
        declare(
            """
            /// Runs the model and keeps the activations of these hook names.
            func runWithCache(_ input: any ModelInput, namesFilter: [String]) throws -> (logits: Tensor, cache: ActivationCache)
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, input: Input, names: [String]) -> (Tensor, ActivationCache) in
            try model.runWithCache(input.value, namesFilter: names)
        }
        declare(
            """
            /// Runs the model and keeps the activations whose hook name passes.
            func runWithCache(_ input: any ModelInput, namesFilter: (String) throws -> Bool) throws -> (logits: Tensor, cache: ActivationCache)
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, input: Input, filter: CellFunction) -> (Tensor, ActivationCache) in
            try model.runWithCache(input.value, namesFilter: { name in try filter(name) })
        }
        declare(
            """
            /// Runs the model with hooks that may change activations; they are gone when the run ends.
            ///
            /// `try model.runWithHooks(tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])`
            func runWithHooks(_ input: any ModelInput, fwdHooks: [Hook], returnType: ReturnType = .logits, \(options)) throws -> Tensor
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, hooks: [Hook], type: ReturnType, bos: Bool?, side: PaddingSide?,
                mask: Tensor?, stop: Int?
            ) in
            try model.runWithHooks(
                input.value, fwdHooks: hooks, returnType: type, prependBOS: bos, paddingSide: side, attentionMask: mask,
                stopAtLayer: stop)
        }
    }

    /// Text to tokens and back.
    func bindTokens() {
        declare(
            """
            /// The token ids of a text, [1, position]; a BOS comes first unless `prependBOS: false`.
            func toTokens(_ text: String, prependBOS: Bool? = nil) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String, bos: Bool?) in try model.toTokens(text, prependBOS: bos) }
        declare(
            """
            /// The token ids of several texts, [batch, position]; unequal lengths need `paddingSide:`.
            func toTokens(_ texts: [String], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, texts: [String], bos: Bool?, side: PaddingSide?) in
            try model.toTokens(texts, prependBOS: bos, paddingSide: side)
        }
        declare("/// The text of a token id.\nfunc toString(_ token: Int) throws -> String", on: "HookedTransformer") {
            (model: HookedTransformer, token: Int) in try model.toString(token)
        }
        declare("/// The text of token ids.\nfunc toString(_ tokens: [Int]) throws -> String", on: "HookedTransformer") {
            (model: HookedTransformer, tokens: [Int]) in try model.toString(tokens)
        }
        declare(
            "/// The text of one row of token ids; for several rows see `toStrings`.\nfunc toString(_ tokens: Tensor) throws -> String",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: Tensor) in try model.toString(tokens) }
        declare(
            "/// The text of each row of token ids [batch, position].\nfunc toStrings(_ tokens: Tensor) throws -> [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: Tensor) in try model.toStrings(tokens) }
        declare(
            "/// Each token of a text as text, the BOS first.\nfunc toStrTokens(_ text: String, prependBOS: Bool? = nil) throws -> [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String, bos: Bool?) in try model.toStrTokens(text, prependBOS: bos) }
        declare("/// Each token id as text.\nfunc toStrTokens(_ tokens: [Int]) throws -> [String]", on: "HookedTransformer") {
            (model: HookedTransformer, tokens: [Int]) in try model.toStrTokens(tokens)
        }
        declare("/// Each token of one row as text.\nfunc toStrTokens(_ tokens: Tensor) throws -> [String]", on: "HookedTransformer") {
            (model: HookedTransformer, tokens: Tensor) in try model.toStrTokens(tokens)
        }
        declare(
            "/// The id of a text that is one token: `try model.toSingleToken(\" Mary\")`.\nfunc toSingleToken(_ text: String) throws -> Int",
            on: "HookedTransformer"
        ) { (model: HookedTransformer, text: String) in try model.toSingleToken(text) }
        declare("/// The text of one token id.\nfunc toSingleStrToken(_ token: Int) throws -> String", on: "HookedTransformer") {
            (model: HookedTransformer, token: Int) in try model.toSingleStrToken(token)
        }
    }
}
