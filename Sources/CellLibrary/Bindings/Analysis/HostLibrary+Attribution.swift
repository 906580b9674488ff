internal import CellInterpreter
internal import SwiftLens

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
            func applyLNToStack(_ stack: Tensor, layer: Int? = nil, mlpInput: Bool = false, posSlice: (any TensorIndex)? = nil, statistics: LayerNormStatistics = .cached, applyGain: Bool = true) throws -> Tensor
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, stack: Tensor, layer: Int?, mlpInput: Bool, positions: Slice,
                statistics: LayerNormStatistics, gain: Bool
            ) in
            try cache.applyLNToStack(
                stack, layer: layer, mlpInput: mlpInput, posSlice: positions?.value, statistics: statistics,
                applyGain: gain)
        }
        declare(
            """
            /// What each component adds to a token's logit, or to the difference of two: [component, batch, position].
            ///
            /// That is the stack's shape without d_model; [component, batch] of a stack of one position.
            ///
            /// `try cache.logitAttrs(heads, tokens: " Mary", incorrectTokens: " John", posSlice: -1)`
            func logitAttrs(_ stack: Tensor, tokens: any TokenChoice, incorrectTokens: (any TokenChoice)? = nil, posSlice: (any TensorIndex)? = nil, applyGain: Bool = true) throws -> Tensor
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, stack: Tensor, tokens: HostAny<any TokenChoice>,
                incorrect: HostAny<any TokenChoice>?, positions: Slice, gain: Bool
            ) in
            try cache.logitAttrs(
                stack, tokens: tokens.value, incorrectTokens: incorrect?.value, posSlice: positions?.value,
                applyGain: gain)
        }
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
}
