public import CellInterpreter
internal import SwiftLens

extension PromptTest: HostObject {}

private typealias Slice = HostAny<any TensorIndex>?

extension HostLibrary {
    /// What parts of a residual stream say about tokens.
    func bindAttribution() {
        conformance("TokenChoice", of: "String", "Int", "[String]", "[Int]")
        declare(
            """
            /// Applies the layer norm that reads the stream at `layer` to parts of it [component, batch, position, d_model].
            ///
            /// `let scaled = try cache.applyLNToStack(heads, posSlice: -1)`
            func applyLNToStack(_ stack: Tensor, layer: Int? = nil, mlpInput: Bool = false, posSlice: (any TensorIndex)? = nil, batchSlice: (any TensorIndex)? = nil, statistics: LayerNormStatistics = .cached, applyGain: Bool = true) throws -> Tensor
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, stack: Tensor, layer: Int?, mlpInput: Bool, positions: Slice, prompts: Slice,
                statistics: LayerNormStatistics, gain: Bool
            ) in
            try cache.applyLNToStack(
                stack, layer: layer, mlpInput: mlpInput, posSlice: positions?.value, batchSlice: prompts?.value,
                statistics: statistics, applyGain: gain)
        }
        declare(
            """
            /// What each component adds to a token's logit, or to the difference of two: [component, batch, position].
            ///
            /// That is the stack's shape without d_model; [component, batch] of a stack of one position.
            ///
            /// `try cache.logitAttrs(heads, tokens: " Mary", incorrectTokens: " John", posSlice: -1)`
            func logitAttrs(_ stack: Tensor, tokens: any TokenChoice, incorrectTokens: (any TokenChoice)? = nil, posSlice: (any TensorIndex)? = nil, batchSlice: (any TensorIndex)? = nil, applyGain: Bool = true) throws -> Tensor
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, stack: Tensor, tokens: HostAny<any TokenChoice>,
                incorrect: HostAny<any TokenChoice>?, positions: Slice, prompts: Slice, gain: Bool
            ) in
            try cache.logitAttrs(
                stack, tokens: tokens.value, incorrectTokens: incorrect?.value, posSlice: positions?.value,
                batchSlice: prompts?.value, applyGain: gain)
        }
        bindPromptTests()
        declare(
            """
            /// The direction in the residual stream that each token's logit reads: [d_model], or [token, d_model] of several.
            ///
            /// `let mary = try model.tokensToResidualDirections(" Mary")`
            func tokensToResidualDirections(_ tokens: any TokenChoice) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, tokens: HostAny<any TokenChoice>) in
            try model.tokensToResidualDirections(tokens.value)
        }
        declare(
            """
            /// What the biases of the layers before `layer` add to the residual stream, [d_model]: `try model.accumulatedBias()`.
            func accumulatedBias(layer: Int? = nil, mlpInput: Bool = false, inclMLPBiases: Bool = true) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, layer: Int?, mlpInput: Bool, mlps: Bool) in
            try model.accumulatedBias(layer: layer, mlpInput: mlpInput, inclMLPBiases: mlps)
        }
        declare(
            "/// The names of all heads, layer by layer: \"L0H0\", \"L0H1\", ….\nvar allHeadLabels: [String]",
            on: "HookedTransformer"
        ) { (model: HookedTransformer) in model.allHeadLabels }
    }

    private func bindPromptTests() {
        type(
            "PromptTest", PromptTest.self, doc: "How likely a model found each token of an answer; prints as a report.",
            describe: { $0.description })
        declare(
            """
            /// Whether the model knows how a prompt goes on: the ranks and probabilities of the answer's tokens, and the likeliest.
            ///
            /// `try model.testPrompt("When John and Mary went to the shops, John gave the bag to", answer: "Mary")`
            func testPrompt(_ prompt: String, answer: String, prependSpaceToAnswer: Bool = true, prependBOS: Bool? = nil, topK: Int = 10) throws -> PromptTest
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, prompt: String, answer: String, space: Bool, bos: Bool?, topK: Int) in
            try model.testPrompt(prompt, answer: answer, prependSpaceToAnswer: space, prependBOS: bos, topK: topK)
        }
        let texts: [(String, String, (PromptTest) -> [String])] = [
            ("promptTokens", "The prompt's tokens as text.", { $0.promptTokens }),
            ("answerTokens", "The answer's tokens as text.", { $0.answerTokens }),
        ]
        for (name, sentence, body) in texts {
            declare("/// \(sentence)\nvar \(name): [String]", on: "PromptTest") { (test: PromptTest) in body(test) }
        }
        declare(
            "/// How many tokens were likelier than each of the answer's: 0 is the likeliest.\nvar ranks: [Int]",
            on: "PromptTest"
        ) { (test: PromptTest) in test.ranks }
        declare(
            "/// The likeliest tokens where each answer token stands.\nvar topTokens: [[String]]", on: "PromptTest"
        ) { (test: PromptTest) in test.topTokens }
        let tensors: [(String, String, (PromptTest) -> Tensor)] = [
            ("logits", "The logit of each answer token [token]", { $0.logits }),
            ("probabilities", "The probability of each answer token [token]", { $0.probabilities }),
            (
                "topProbabilities", "The probabilities of the likeliest tokens [token, likeliest]",
                { $0.topProbabilities }
            ),
        ]
        for (name, sentence, body) in tensors {
            declare("/// \(sentence): `test.\(name)`.\nvar \(name): Tensor", on: "PromptTest") { (test: PromptTest) in
                body(test)
            }
        }
    }
}
