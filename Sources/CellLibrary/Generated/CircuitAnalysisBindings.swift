// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/CircuitAnalysis; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension ResidualWriters: HostObject {}
extension CacheAnalysisError: HostObject {}
extension CircuitAnalysisError: HostObject {}
extension CompositionMode: HostObject {}
extension HeadErrorMeasure: HostObject {}
extension HeadDetectorError: HostObject {}
extension HeadPattern: HostObject {}
extension LayerNormStatistics: HostObject {}
extension PromptTest: HostObject {}
extension SingularVectorSource: HostObject {}

extension HostLibrary {
    /// What CircuitAnalysis offers to cells.
    func bindCircuitAnalysis() {
        bindCircuitAnalysis_ActivationCache_AccumulatedResid()
        bindCircuitAnalysis_ActivationCache_DecomposeResid()
        bindCircuitAnalysis_ActivationCache_FullResidDecomposition()
        bindCircuitAnalysis_ActivationCache_HeadResults()
        bindCircuitAnalysis_ActivationCache_LayerNorm()
        bindCircuitAnalysis_ActivationCache_LogitAttrs()
        bindCircuitAnalysis_ActivationCache_LogitLens()
        bindCircuitAnalysis_ActivationCache_NeuronResults()
        bindCircuitAnalysis_ActivationCache_StackActivation()
        bindCircuitAnalysis_CacheAnalysisError()
        bindCircuitAnalysis_CircuitAnalysisError()
        bindCircuitAnalysis_CompositionScores()
        bindCircuitAnalysis_HeadDetector()
        bindCircuitAnalysis_HeadDetectorError()
        bindCircuitAnalysis_HeadPattern()
        bindCircuitAnalysis_HookedTransformer_AccumulatedBias()
        bindCircuitAnalysis_HookedTransformer_ResidualDirections()
        bindCircuitAnalysis_HookedTransformer_TestPrompt()
        bindCircuitAnalysis_LayerNormStatistics()
        bindCircuitAnalysis_PromptTest()
        bindCircuitAnalysis_SingularVectors()
        bindCircuitAnalysis_TokenChoice()
    }

    private func bindCircuitAnalysis_ActivationCache_AccumulatedResid() {
        bind(
            "accumulatedResid", on: "ActivationCache",
            """
            /// The residual stream as it grows from layer to layer, and what each entry is called.
            ///
            /// ```swift
            /// let (stack, labels) = try cache.accumulatedResid(applyLN: true, posSlice: -1)     // [component, batch, d_model]
            /// let lens = stack.matmul(model.W_U) + model.b_U                                    // the logit lens
            /// ```
            /// Entries: the stream before layers 0, 1, … `layer` ("0_pre", "1_pre"), and the final one ("final_post") when
            /// `layer` is
            /// nil, −1 or the number of layers.
            /// - Parameters:
            ///   - layer: where the stream ends.
            ///   - inclMid: adds the stream between attention and MLP of each earlier layer ("0_mid"), where
            ///     the model has one.
            ///   - applyLN: applies the layer norm that reads the stream at `layer`, all of it: entries are whole streams, so its
            ///     bias belongs to each of them, unlike in
            ///     `applyLNToStack(_:layer:mlpInput:posSlice:batchSlice:statistics:applyGain:)`. TransformerLens leaves gain and
            ///     bias out; where layer norms are folded, there are none.
            ///   - statistics: TransformerLens divides every entry by the scale of the last one,
            ///     `LayerNormStatistics/cached`, which
            ///     makes early layers look smaller than the layer norm would. Here each entry is divided by its own unless
            ///     told otherwise.
            ///   - posSlice: the positions to read; an integer removes the position axis.
            ///   - mlpInput: adds the stream before the MLP of `layer` ("3_mid").
            /// - Returns: the stack [component, batch, position, d_model] and its labels.
            /// - Throws: `CacheAnalysisError`; `HookError` for an activation that the cache does not hold.
            func accumulatedResid(layer: Int? = nil, inclMid: Bool = false, applyLN: Bool = false, statistics: LayerNormStatistics = .own, posSlice: (any TensorIndex)? = nil, mlpInput: Bool = false) throws -> (stack: Tensor, labels: [String])
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Int?.self)
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: LayerNormStatistics.self)
            let value5 = try call.value(5, as: HostAny<any TensorIndex>?.self)?.value
            let value6 = try call.value(6, as: Bool.self)
            let result = try value0.accumulatedResid(
                layer: value1, inclMid: value2, applyLN: value3, statistics: value4, posSlice: value5, 
                mlpInput: value6)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindCircuitAnalysis_ActivationCache_DecomposeResid() {
        type(
            "ResidualWriters", ResidualWriters.self,
            doc: """
            Whose outputs a residual stream is taken apart into.
            """)
        bind(
            "rawValue", on: "ResidualWriters",
            """
            /// The text that stands for it: `ResidualWriters.all.rawValue` is `"all"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: ResidualWriters.self).rawValue.toCell()
        }
        bind(
            "init", on: "ResidualWriters",
            """
            /// What a text stands for, nil when there is none: `ResidualWriters(rawValue: "all")`.
            init?(rawValue: String)
            """
        ) { call in
            try ResidualWriters(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "all", on: "ResidualWriters",
            """
            /// Attention layers and MLPs.
            static let all: ResidualWriters
            """
        ) { _ in
            ResidualWriters.all.toCell()
        }
        bind(
            "mlp", on: "ResidualWriters",
            """
            /// MLPs only.
            static let mlp: ResidualWriters
            """
        ) { _ in
            ResidualWriters.mlp.toCell()
        }
        bind(
            "attn", on: "ResidualWriters",
            """
            /// Attention layers only.
            static let attn: ResidualWriters
            """
        ) { _ in
            ResidualWriters.attn.toCell()
        }
        bind(
            "decomposeResid", on: "ActivationCache",
            """
            /// The parts that sum to the residual stream: embeddings, and what each attention layer and MLP wrote.
            ///
            /// ```swift
            /// let (stack, labels) = try cache.decomposeResid(posSlice: -1)        // [component, batch, d_model]
            /// // labels: "embed", "pos_embed", "0_attn_out", "0_mlp_out", "1_attn_out", …
            /// ```
            /// Where positions are added to what queries and keys read, they are no part of the stream, and left out.
            /// - Parameters:
            ///   - layer: the layer whose input is taken apart; nil and −1 mean the final residual stream.
            ///   - mlpInput: takes the input of that layer's MLP apart, which its attention has written to.
            ///   - mode: attention layers, MLPs or both.
            ///   - applyLN: applies the layer norm that reads there, by the scale of the run, so that the parts still sum to
            ///     the whole.
            ///   - posSlice: the positions to read; an integer removes the position axis.
            ///   - inclEmbeds: whether the two embeddings come first.
            /// - Returns: the stack [component, batch, position, d_model] and its labels.
            /// - Throws: `CacheAnalysisError`; `HookError` for an activation that the cache does not hold.
            func decomposeResid(layer: Int? = nil, mlpInput: Bool = false, mode: ResidualWriters = .all, applyLN: Bool = false, posSlice: (any TensorIndex)? = nil, inclEmbeds: Bool = true) throws -> (stack: Tensor, labels: [String])
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Int?.self)
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: ResidualWriters.self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: HostAny<any TensorIndex>?.self)?.value
            let value6 = try call.value(6, as: Bool.self)
            let result = try value0.decomposeResid(
                layer: value1, mlpInput: value2, mode: value3, applyLN: value4, posSlice: value5, inclEmbeds: value6)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindCircuitAnalysis_ActivationCache_FullResidDecomposition() {
        bind(
            "fullResidDecomposition", on: "ActivationCache",
            """
            /// The parts that sum to the residual stream, as fine as they get: heads, neurons or MLPs, embeddings, biases.
            ///
            /// ```swift
            /// let (stack, labels) = try cache.fullResidDecomposition(expandNeurons: false, posSlice: -1)
            /// // labels: "L0H0", …, "0_mlp_out", …, "embed", "pos_embed", "bias"
            /// ```
            /// - Parameters:
            ///   - layer: the layer whose input is taken apart; nil and −1 mean the final residual stream.
            ///   - mlpInput: takes the input of that layer's MLP apart, which its heads have written to.
            ///   - expandNeurons: every neuron by itself ("L0N0"), which is large, rather than whole MLPs ("0_mlp_out").
            ///   - applyLN: applies the layer norm that reads there, by the scale of the run.
            ///   - posSlice: the positions to read; an integer removes the position axis.
            /// - Returns: the stack [component, batch, position, d_model] and its labels.
            /// - Throws: `CacheAnalysisError`; `HookError` for an activation that the cache does not hold.
            func fullResidDecomposition(layer: Int? = nil, mlpInput: Bool = false, expandNeurons: Bool = true, applyLN: Bool = false, posSlice: (any TensorIndex)? = nil) throws -> (stack: Tensor, labels: [String])
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Int?.self)
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: HostAny<any TensorIndex>?.self)?.value
            let result = try value0.fullResidDecomposition(
                layer: value1, mlpInput: value2, expandNeurons: value3, applyLN: value4, posSlice: value5)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindCircuitAnalysis_ActivationCache_HeadResults() {
        bind(
            "stackHeadResults", on: "ActivationCache",
            """
            /// What each attention head wrote into the residual stream, layer by layer.
            ///
            /// ```swift
            /// let (heads, labels) = try cache.stackHeadResults(posSlice: -1)     // [component, batch, d_model]; "L0H0",
            /// "L0H1", …
            /// ```
            /// A head writes z · W_O; the biases b_O belong to no head. Where a norm stands behind attention, its scale in the run and
            /// its gain count, so that heads sum to what attention adds; TransformerLens leaves them out.
            /// - Parameters:
            ///   - layer: the heads of earlier layers are taken; nil and −1 mean all.
            ///   - inclRemainder: adds what is left of the residual stream when all these heads are taken away ("remainder").
            ///   - posSlice: the positions to read; an integer removes the position axis.
            ///   - applyLN: applies the layer norm that reads the stream there, by the scale of the run.
            /// - Returns: the stack [component, batch, position, d_model] and its labels.
            /// - Throws: `CacheAnalysisError`; `HookError` for an activation that the cache does not hold.
            func stackHeadResults(layer: Int? = nil, inclRemainder: Bool = false, posSlice: (any TensorIndex)? = nil, applyLN: Bool = false) throws -> (stack: Tensor, labels: [String])
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Int?.self)
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: HostAny<any TensorIndex>?.self)?.value
            let value4 = try call.value(4, as: Bool.self)
            let result = try value0.stackHeadResults(layer: value1, inclRemainder: value2, posSlice: value3, applyLN: value4)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
        bind(
            "computeHeadResults", on: "ActivationCache",
            """
            /// Adds `blocks.<l>.attn.hook_result` of every layer to the cache: what each head wrote, [batch, position, head,
            /// d_model].
            ///
            /// ```swift
            /// var cache = cache
            /// try cache.computeHeadResults()
            /// try cache["result", 9]
            /// ```
            mutating func computeHeadResults() throws
            """
        ) { call in
            var value0 = try call.take(0, as: ActivationCache.self)
            defer { call.put(value0, 0) }
            try value0.computeHeadResults()
            return .void
        }
    }

    private func bindCircuitAnalysis_ActivationCache_LayerNorm() {
        bind(
            "applyLNToStack", on: "ActivationCache",
            """
            /// Applies the layer norm that reads the residual stream at `layer` to parts of that stream.
            ///
            /// ```swift
            /// let (heads, _) = try cache.stackHeadResults(posSlice: -1)
            /// let scaled = try cache.applyLNToStack(heads, posSlice: -1)           // as the unembedding reads them
            /// ```
            /// Each component c becomes (c − mean(c)) / scale · w, without the mean where the norm does not take it off, and stays
            /// as it is where the model has no norm. The bias b belongs to no component and is left out.
            /// - Parameters:
            ///   - stack: [component, batch, position, d_model], with the positions that `posSlice` leaves; or one component
            ///     without that axis.
            ///   - layer: whose layer norm; nil and −1 mean the final one.
            ///   - mlpInput: the layer's second layer norm in place of its first.
            ///   - batchSlice: the prompts that the stack holds, where it does not hold all; an integer for a stack without the
            ///     batch axis.
            ///   - statistics: by which scale to divide: that of the run at this layer norm, or each component's own.
            ///   - applyGain: whether to multiply by w. TransformerLens leaves w out, so that attributions in a model without
            ///     `foldLN` do not add up to its logits; where layer norms are folded, there is none.
            /// - Throws: `CacheAnalysisError` for a stack that does not fit; `HookError` when the cache does not hold the
            ///   scale.
            func applyLNToStack(_ stack: Tensor, layer: Int? = nil, mlpInput: Bool = false, posSlice: (any TensorIndex)? = nil, batchSlice: (any TensorIndex)? = nil, statistics: LayerNormStatistics = .cached, applyGain: Bool = true) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: Int?.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: HostAny<any TensorIndex>?.self)?.value
            let value5 = try call.value(5, as: HostAny<any TensorIndex>?.self)?.value
            let value6 = try call.value(6, as: LayerNormStatistics.self)
            let value7 = try call.value(7, as: Bool.self)
            return try value0.applyLNToStack(
                value1, layer: value2, mlpInput: value3, posSlice: value4, batchSlice: value5, statistics: value6, 
                applyGain: value7).toCell()
        }
    }

    private func bindCircuitAnalysis_ActivationCache_LogitAttrs() {
        bind(
            "logitAttrs", on: "ActivationCache",
            """
            /// What each component of the final residual stream adds to a token's logit, or to the difference of two: direct
            /// logit
            /// attribution.
            ///
            /// ```swift
            /// let (heads, labels) = try cache.stackHeadResults(posSlice: -1)
            /// let attributions = try cache.logitAttrs(heads, tokens: " Mary", incorrectTokens: " John", posSlice: -1)   //
            /// [component, batch]
            /// ```
            /// The final layer norm is applied with the scale of the run and its gain, and b_U is left out: over the
            /// components of
            /// `decomposeResid(layer:mlpInput:mode:applyLN:posSlice:inclEmbeds:)` the attributions sum to the logit
            /// difference, up to
            /// what the biases add. (TransformerLens leaves the gain out, which shows in a model without `foldLN`; `applyGain`
            /// false
            /// gives its numbers.)
            /// - Parameters:
            ///   - stack: [component, batch, position, d_model], with the positions that `posSlice` leaves.
            ///   - tokens: one token for all, one per prompt [batch], or one per prompt and position.
            ///   - incorrectTokens: their logit is subtracted; of the same shape.
            ///   - batchSlice: the prompts that the stack holds, where it does not hold all.
            /// - Returns: the stack's shape without d_model.
            /// - Throws: `CacheAnalysisError` for shapes that do not fit.
            func logitAttrs(_ stack: Tensor, tokens: any TokenChoice, incorrectTokens: (any TokenChoice)? = nil, posSlice: (any TensorIndex)? = nil, batchSlice: (any TensorIndex)? = nil, applyGain: Bool = true) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Tensor.self)
            let value2 = try call.value(2, as: HostAny<any TokenChoice>.self).value
            let value3 = try call.value(3, as: HostAny<any TokenChoice>?.self)?.value
            let value4 = try call.value(4, as: HostAny<any TensorIndex>?.self)?.value
            let value5 = try call.value(5, as: HostAny<any TensorIndex>?.self)?.value
            let value6 = try call.value(6, as: Bool.self)
            return try value0.logitAttrs(
                value1, tokens: value2, incorrectTokens: value3, posSlice: value4, batchSlice: value5, 
                applyGain: value6).toCell()
        }
    }

    private func bindCircuitAnalysis_ActivationCache_LogitLens() {
        bind(
            "logitLens", on: "ActivationCache",
            """
            /// The logits that the model would give if it ended after each layer: the logit lens.
            ///
            /// ```swift
            /// let (logits, labels) = try cache.logitLens(posSlice: -1)       // [component, batch, d_vocab]
            /// let guesses = logits.argmax(dim: -1)
            /// ```
            /// Each stream of `accumulatedResid(layer:inclMid:applyLN:statistics:posSlice:mlpInput:)` goes through the whole
            /// final layer
            /// norm, by its own scale, and through the unembedding with its bias; the last entry is the model's own logits.
            /// - Throws: as `accumulatedResid`.
            func logitLens(inclMid: Bool = false, posSlice: (any TensorIndex)? = nil) throws -> (logits: Tensor, labels: [String])
            """
        ) { call in
            let result = try call.value(0, as: ActivationCache.self).logitLens(
                inclMid: call.value(1, as: Bool.self), 
                posSlice: call.value(2, as: HostAny<any TensorIndex>?.self)?.value)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindCircuitAnalysis_ActivationCache_NeuronResults() {
        bind(
            "neuronResults", on: "ActivationCache",
            """
            /// What single neurons of an MLP wrote into the residual stream: [batch, position, neuron, d_model]
            ///
            /// ```swift
            /// let wrote = try cache.neuronResults(layer: 5, neuronSlice: 0..<10, posSlice: -1)       // [batch, 10, d_model]
            /// ```
            /// A neuron writes its activation times its row of W_out; b_out belongs to no neuron. Where a norm stands behind the MLP,
            /// `stackNeuronResults(layer:posSlice:neuronSlice:inclRemainder:applyLN:)` has what reaches the stream through it.
            /// - Parameters:
            ///   - layer: counted from the last one when negative.
            ///   - neuronSlice: which neurons; an integer removes the neuron axis.
            ///   - posSlice: which positions; an integer removes the position axis.
            /// - Throws: `CacheAnalysisError`; `HookError` for a layer that there is not.
            func neuronResults(layer: Int, neuronSlice: (any TensorIndex)? = nil, posSlice: (any TensorIndex)? = nil) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).neuronResults(
                layer: call.value(1, as: Int.self), 
                neuronSlice: call.value(2, as: HostAny<any TensorIndex>?.self)?.value, 
                posSlice: call.value(3, as: HostAny<any TensorIndex>?.self)?.value).toCell()
        }
        bind(
            "stackNeuronResults", on: "ActivationCache",
            """
            /// What each neuron wrote into the residual stream, layer by layer.
            ///
            /// ```swift
            /// let (neurons, labels) = try cache.stackNeuronResults(layer: 2, posSlice: -1)      // "L0N0", "L0N1", …
            /// ```
            /// The stack of all neurons is large: at one position of one prompt, 113 MB in GPT-2 small. Give `posSlice`,
            /// `neuronSlice`, `layer`.
            /// - Parameters:
            ///   - layer: the neurons of earlier layers are taken; nil and −1 mean all.
            ///   - neuronSlice: which neurons of each layer.
            ///   - inclRemainder: adds what is left of the residual stream when all these neurons are taken away ("remainder").
            ///   - applyLN: applies the layer norm that reads the stream there, by the scale of the run.
            /// - Returns: the stack [component, batch, position, d_model] and its labels.
            func stackNeuronResults(layer: Int? = nil, posSlice: (any TensorIndex)? = nil, neuronSlice: (any TensorIndex)? = nil, inclRemainder: Bool = false, applyLN: Bool = false) throws -> (stack: Tensor, labels: [String])
            """
        ) { call in
            let value0 = try call.value(0, as: ActivationCache.self)
            let value1 = try call.value(1, as: Int?.self)
            let value2 = try call.value(2, as: HostAny<any TensorIndex>?.self)?.value
            let value3 = try call.value(3, as: HostAny<any TensorIndex>?.self)?.value
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool.self)
            let result = try value0.stackNeuronResults(
                layer: value1, posSlice: value2, neuronSlice: value3, inclRemainder: value4, applyLN: value5)
            return .tuple([result.0.toCell(), result.1.toCell()])
        }
    }

    private func bindCircuitAnalysis_ActivationCache_StackActivation() {
        bind(
            "stackActivation", on: "ActivationCache",
            """
            /// One activation of every layer: [layer, …]
            ///
            /// ```swift
            /// let patterns = try cache.stackActivation("pattern")             // [layer, batch, head, position, position]
            /// let scales = try cache.stackActivation("scale", layerType: "ln1")
            /// ```
            /// - Parameters:
            ///   - name: a short name, as `actName` understands it.
            ///   - layer: only the layers before it; nil and −1 mean all.
            ///   - layerType: the sub-module, where the name alone does not say it.
            /// - Throws: `CacheAnalysisError/layerOutOfRange(_:layers:)`; `HookError` for an activation that the cache does
            ///   not hold.
            func stackActivation(_ name: String, layer: Int? = nil, layerType: String? = nil) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).stackActivation(
                call.value(1, as: String.self), layer: call.value(2, as: Int?.self), 
                layerType: call.value(3, as: String?.self)).toCell()
        }
    }

    private func bindCircuitAnalysis_CacheAnalysisError() {
        type(
            "CacheAnalysisError", CacheAnalysisError.self,
            doc: """
            What can keep a cache from being taken apart.
            """,
            describe: { $0.description })
        bind(
            "noModel", on: "CacheAnalysisError",
            """
            /// The cache was put together by hand, and weights are needed.
            static let noModel: CacheAnalysisError
            """
        ) { _ in
            CacheAnalysisError.noModel.toCell()
        }
        bind(
            "layerOutOfRange", on: "CacheAnalysisError",
            """
            /// A layer outside 0…nLayers, the last of which means: after all layers. (Where one layer is meant and not those before
            /// it, `HookError.layerOutOfRange` has the numbers.)
            static func layerOutOfRange(_ value: Int, layers: Int) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.layerOutOfRange(call.value(0, as: Int.self), layers: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "wrongStack", on: "CacheAnalysisError",
            """
            /// A stack whose axes do not fit the cached run.
            static func wrongStack(shape: [Int], expected: String) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.wrongStack(shape: call.value(0, as: [Int].self), expected: call.value(1, as: String.self)).toCell()
        }
        bind(
            "wrongTokens", on: "CacheAnalysisError",
            """
            /// Tokens that do not fit the stack they are to be read from.
            static func wrongTokens(shape: [Int], stack: [Int]) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.wrongTokens(shape: call.value(0, as: [Int].self), stack: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "unequalTokens", on: "CacheAnalysisError",
            """
            /// Correct and incorrect tokens of different shapes.
            static func unequalTokens(correct: [Int], incorrect: [Int]) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.unequalTokens(correct: call.value(0, as: [Int].self), incorrect: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "unknownToken", on: "CacheAnalysisError",
            """
            /// A token id that the model does not have.
            static func unknownToken(_ value: Int, dVocab: Int) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.unknownToken(call.value(0, as: Int.self), dVocab: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "noMLP", on: "CacheAnalysisError",
            """
            /// An MLP's input where blocks have no MLP.
            static let noMLP: CacheAnalysisError
            """
        ) { _ in
            CacheAnalysisError.noMLP.toCell()
        }
        bind(
            "tokensNotIntegers", on: "CacheAnalysisError",
            """
            /// Tokens that are not integers.
            static func tokensNotIntegers(dtype: String) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.tokensNotIntegers(dtype: call.value(0, as: String.self)).toCell()
        }
        bind(
            "badBatchSlice", on: "CacheAnalysisError",
            """
            /// Prompts that the cache does not have, by the shape of its scale [batch, position, 1].
            static func badBatchSlice(scaleShape: [Int], reason: String) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.badBatchSlice(
                scaleShape: call.value(0, as: [Int].self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "scalePerHead", on: "CacheAnalysisError",
            """
            /// A layer norm's scale that was kept per head.
            static func scalePerHead(hook: String) -> CacheAnalysisError
            """
        ) { call in
            try CacheAnalysisError.scalePerHead(hook: call.value(0, as: String.self)).toCell()
        }
        bind(
            "description", on: "CacheAnalysisError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: CacheAnalysisError.self).description.toCell()
        }
    }

    private func bindCircuitAnalysis_CircuitAnalysisError() {
        type(
            "CircuitAnalysisError", CircuitAnalysisError.self,
            doc: """
            What can keep a prompt from being tested, or a matrix from being looked at.
            """,
            describe: { $0.description })
        bind(
            "emptyPrompt", on: "CircuitAnalysisError",
            """
            /// A prompt without tokens.
            static let emptyPrompt: CircuitAnalysisError
            """
        ) { _ in
            CircuitAnalysisError.emptyPrompt.toCell()
        }
        bind(
            "emptyAnswer", on: "CircuitAnalysisError",
            """
            /// An answer without tokens.
            static let emptyAnswer: CircuitAnalysisError
            """
        ) { _ in
            CircuitAnalysisError.emptyAnswer.toCell()
        }
        bind(
            "badTopK", on: "CircuitAnalysisError",
            """
            /// More of the likeliest tokens than there are, or none.
            static func badTopK(_ value: Int, dVocab: Int) -> CircuitAnalysisError
            """
        ) { call in
            try CircuitAnalysisError.badTopK(call.value(0, as: Int.self), dVocab: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badCount", on: "CircuitAnalysisError",
            """
            /// A number of vectors that is none.
            static func badCount(_ value: Int) -> CircuitAnalysisError
            """
        ) { call in
            try CircuitAnalysisError.badCount(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "description", on: "CircuitAnalysisError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: CircuitAnalysisError.self).description.toCell()
        }
    }

    private func bindCircuitAnalysis_CompositionScores() {
        type(
            "CompositionMode", CompositionMode.self,
            doc: """
            Through which input a head reads what an earlier head wrote.
            """)
        bind(
            "allCases", on: "CompositionMode",
            """
            /// All cases, in their order: `CompositionMode.allCases`.
            static var allCases: [CompositionMode]
            """
        ) { _ in
            CompositionMode.allCases.toCell()
        }
        bind(
            "rawValue", on: "CompositionMode",
            """
            /// The text that stands for it: `CompositionMode.Q.rawValue` is `"Q"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: CompositionMode.self).rawValue.toCell()
        }
        bind(
            "init", on: "CompositionMode",
            """
            /// What a text stands for, nil when there is none: `CompositionMode(rawValue: "Q")`.
            init?(rawValue: String)
            """
        ) { call in
            try CompositionMode(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "Q", on: "CompositionMode",
            """
            /// Through its queries.
            static let Q: CompositionMode
            """
        ) { _ in
            CompositionMode.Q.toCell()
        }
        bind(
            "K", on: "CompositionMode",
            """
            /// Through its keys.
            static let K: CompositionMode
            """
        ) { _ in
            CompositionMode.K.toCell()
        }
        bind(
            "V", on: "CompositionMode",
            """
            /// Through its values.
            static let V: CompositionMode
            """
        ) { _ in
            CompositionMode.V.toCell()
        }
        bind(
            "allCompositionScores", on: "HookedTransformer",
            """
            /// How much of what each head writes each later head reads: [layer, head, later layer, later head]
            ///
            /// ```swift
            /// let scores = try model.allCompositionScores(.K)
            /// scores[4, 11, 5, 5]                         // does L5H5 look for what L4H11 writes?
            /// ```
            /// ‖OV · M‖ / (‖OV‖ · ‖M‖) in Frobenius norms, with M the later head's QK for queries, its transpose for keys and
            /// OV for
            /// values; 0 where the second head is not in a later layer. Weights as they are loaded: folding layer norms
            /// changes it.
            /// Source: Elhage et al. (2021), "A Mathematical Framework for Transformer Circuits".
            func allCompositionScores(_ mode: CompositionMode) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).allCompositionScores(call.value(1, as: CompositionMode.self)).toCell()
        }
        bind(
            "compositionScores",
            """
            /// How much of what each matrix of `left` writes each matrix of `right` reads: [left stack, right stack]
            ///
            /// ```swift
            /// let scores = try compositionScores(model.OV[4], model.QK[5].T)       // [head of layer 4, head of layer 5]
            /// ```
            /// ‖L · R‖ / (‖L‖ · ‖R‖) in Frobenius norms, for all pairs.
            /// - Throws: `TensorError` where the matrices can't be multiplied.
            func compositionScores(_ left: FactoredMatrix, _ right: FactoredMatrix) throws -> Tensor
            """
        ) { call in
            try compositionScores(call.value(0, as: FactoredMatrix.self), call.value(1, as: FactoredMatrix.self)).toCell()
        }
    }

    private func bindCircuitAnalysis_HeadDetector() {
        type(
            "HeadErrorMeasure", HeadErrorMeasure.self,
            doc: """
            How far a head's attention is from a pattern.
            """)
        bind(
            "mul", on: "HeadErrorMeasure",
            """
            /// The share of the attention that lies on the pattern: Σ(A∘P) / ΣA.
            static let mul: HeadErrorMeasure
            """
        ) { _ in
            HeadErrorMeasure.mul.toCell()
        }
        bind(
            "abs", on: "HeadErrorMeasure",
            """
            /// 1 − Σ|A − P| / positions, rounded to three decimals as TransformerLens rounds it.
            static let abs: HeadErrorMeasure
            """
        ) { _ in
            HeadErrorMeasure.abs.toCell()
        }
        bind(
            "detectHead",
            """
            /// Scores every head by how well its attention fits a pattern, as TransformerLens's head detector does.
            ///
            /// ```swift
            /// let scores = try detectHead(model, "one two three one two three", .inductionHead)      // [layer, head]
            /// ```
            /// Text gets a BOS; token ids are scored as they are. Several texts are scored one by one, each at its own length, and
            /// the mean is given (TransformerLens drops the options for a list; here they hold).
            /// - Parameters:
            ///   - heads: the (layer, head) pairs to score; the others get −1. All when nil.
            ///   - cache: a run of the same tokens, BOS included, that holds the attention patterns; nothing is run then. It may lack
            ///     its batch axis where there is one text, and stays as it is.
            ///   - excludeBOS: leaves attention to position 0 out.
            ///   - excludeCurrentToken: leaves a position's attention to itself out.
            /// - Throws: `HeadDetectorError`; `ModelError` for a head that the model does not have; what a run of the model throws.
            func detectHead(_ model: HookedTransformer, _ input: any ModelInput, _ pattern: HeadPattern, heads: [(Int, Int)]? = nil, cache: ActivationCache? = nil, excludeBOS: Bool = false, excludeCurrentToken: Bool = false, errorMeasure: HeadErrorMeasure = .mul) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HeadPattern.self)
            let value3 = try call.value(3, as: [HostPair<Int, Int>]?.self).map { $0.map { ($0.first, $0.second) } }
            let value4 = try call.value(4, as: ActivationCache?.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool.self)
            let value7 = try call.value(7, as: HeadErrorMeasure.self)
            return try detectHead(
                value0, value1, value2, heads: value3, cache: value4, excludeBOS: value5, 
                excludeCurrentToken: value6, errorMeasure: value7).toCell()
        }
    }

    private func bindCircuitAnalysis_HeadDetectorError() {
        type(
            "HeadDetectorError", HeadDetectorError.self,
            doc: """
            What can keep heads from being scored.
            """,
            describe: { $0.description })
        bind(
            "tooFewTokens", on: "HeadDetectorError",
            """
            /// A text of fewer than two tokens.
            static func tooFewTokens(_ value: Int) -> HeadDetectorError
            """
        ) { call in
            try HeadDetectorError.tooFewTokens(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "wrongPatternShape", on: "HeadDetectorError",
            """
            /// A pattern whose shape is not that of the text.
            static func wrongPatternShape(expected: Int, found: [Int]) -> HeadDetectorError
            """
        ) { call in
            try HeadDetectorError.wrongPatternShape(expected: call.value(0, as: Int.self), found: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "patternLooksAhead", on: "HeadDetectorError",
            """
            /// A pattern in which a query looks at a later key.
            static func patternLooksAhead(query: Int, key: Int) -> HeadDetectorError
            """
        ) { call in
            try HeadDetectorError.patternLooksAhead(query: call.value(0, as: Int.self), key: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "textsOfUnequalLengths", on: "HeadDetectorError",
            """
            /// Texts of unequal lengths with one cache for all of them.
            static func textsOfUnequalLengths(_ value: [Int]) -> HeadDetectorError
            """
        ) { call in
            try HeadDetectorError.textsOfUnequalLengths(call.value(0, as: [Int].self)).toCell()
        }
        bind(
            "wrongCacheShape", on: "HeadDetectorError",
            """
            /// A cache of other tokens.
            static func wrongCacheShape(hook: String, expected: [Int], found: [Int]) -> HeadDetectorError
            """
        ) { call in
            try HeadDetectorError.wrongCacheShape(
                hook: call.value(0, as: String.self), expected: call.value(1, as: [Int].self), 
                found: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "description", on: "HeadDetectorError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HeadDetectorError.self).description.toCell()
        }
    }

    private func bindCircuitAnalysis_HeadPattern() {
        type(
            "HeadPattern", HeadPattern.self,
            doc: """
            Where a head of a certain kind looks, for each text: what `detectHead(_:_:_:heads:cache:excludeBOS:excludeCurrentToken:errorMeasure:)` compares attention with.

            With t the token ids, i the query's position and j the key's, a pattern P is 1 at:
            - `previousTokenHead`: j = i − 1
            - `duplicateTokenHead`: j < i and t[j] = t[i]
            - `inductionHead`: 1 ≤ j ≤ i and t[j − 1] = t[i]
            """)
        bind(
            "previousTokenHead", on: "HeadPattern",
            """
            /// Looks at the token before.
            static let previousTokenHead: HeadPattern
            """
        ) { _ in
            HeadPattern.previousTokenHead.toCell()
        }
        bind(
            "duplicateTokenHead", on: "HeadPattern",
            """
            /// Looks at earlier occurrences of the same token.
            static let duplicateTokenHead: HeadPattern
            """
        ) { _ in
            HeadPattern.duplicateTokenHead.toCell()
        }
        bind(
            "inductionHead", on: "HeadPattern",
            """
            /// Looks at what followed earlier occurrences of the same token.
            static let inductionHead: HeadPattern
            """
        ) { _ in
            HeadPattern.inductionHead.toCell()
        }
        bind(
            "custom", on: "HeadPattern",
            """
            /// A pattern of your own [position (query), position (key)], nothing above the diagonal.
            ///
            /// `.custom(Tensor.eye(15))`
            static func custom(_ pattern: Tensor) -> HeadPattern
            """
        ) { call in
            try HeadPattern.custom(call.value(0, as: Tensor.self)).toCell()
        }
        bind(
            "matrix", on: "HeadPattern",
            """
            /// The pattern for a text, [position (query), position (key)].
            ///
            /// `try HeadPattern.inductionHead.matrix(for: [1, 2, 1])`
            /// - Throws: `HeadDetectorError` when a custom pattern has another size or looks ahead.
            func matrix(for tokens: [Int]) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HeadPattern.self).matrix(for: call.value(1, as: [Int].self)).toCell()
        }
    }

    private func bindCircuitAnalysis_HookedTransformer_AccumulatedBias() {
        bind(
            "accumulatedBias", on: "HookedTransformer",
            """
            /// What the biases of the layers before `layer` add to the residual stream: Σ b_O, and Σ b_out: [d_model]; before the
            /// norms behind attention and MLP where the model has such.
            ///
            /// ```swift
            /// let bias = try model.accumulatedBias(layer: model.cfg.nLayers)
            /// ```
            /// - Parameters:
            ///   - layer: nil and −1 mean all layers.
            ///   - mlpInput: adds b_O of `layer` itself.
            ///   - inclMLPBiases: whether b_out counts.
            /// - Throws: `CacheAnalysisError/layerOutOfRange(_:layers:)`.
            func accumulatedBias(layer: Int? = nil, mlpInput: Bool = false, inclMLPBiases: Bool = true) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).accumulatedBias(
                layer: call.value(1, as: Int?.self), mlpInput: call.value(2, as: Bool.self), 
                inclMLPBiases: call.value(3, as: Bool.self)).toCell()
        }
        bind(
            "allHeadLabels", on: "HookedTransformer",
            """
            /// The names of all heads, layer by layer: "L0H0", "L0H1", …
            var allHeadLabels: [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).allHeadLabels.toCell()
        }
    }

    private func bindCircuitAnalysis_HookedTransformer_ResidualDirections() {
        bind(
            "tokensToResidualDirections", on: "HookedTransformer",
            """
            /// The direction in the residual stream that each token's logit reads: its column of W_U.
            ///
            /// ```swift
            /// let mary = try model.tokensToResidualDirections(" Mary")       // [d_model]
            /// ```
            /// - Returns: the shape of `tokens`, with d_model behind it. (TransformerLens drops the axis of a tensor of one
            ///   element.)
            /// - Throws: `CacheAnalysisError` for ids that are none; `ModelError` for a text that is not a single token.
            func tokensToResidualDirections(_ tokens: any TokenChoice) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).tokensToResidualDirections(call.value(1, as: HostAny<any TokenChoice>.self).value).toCell()
        }
    }

    private func bindCircuitAnalysis_HookedTransformer_TestPrompt() {
        bind(
            "testPrompt", on: "HookedTransformer",
            """
            /// Tests whether the model knows how a prompt goes on: ranks and probabilities of the answer's tokens, and the likeliest.
            ///
            /// ```swift
            /// print(try model.testPrompt("When John and Mary went to the shops, John gave the bag to", answer: "Mary"))
            /// ```
            /// Each token of the answer is predicted after the prompt and the answer's tokens before it.
            /// - Parameters:
            ///   - prependSpaceToAnswer: puts a space in front of an answer that begins with none.
            ///   - topK: how many of the likeliest tokens are kept for each token of the answer.
            /// - Throws: `CircuitAnalysisError` for an empty prompt or answer and a `topK` outside 1…d_vocab; `ModelError` without a
            ///   tokenizer, and for too many tokens.
            func testPrompt(_ prompt: String, answer: String, prependSpaceToAnswer: Bool = true, prependBOS: Bool? = nil, topK: Int = 10) throws -> PromptTest
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Bool?.self)
            let value5 = try call.value(5, as: Int.self)
            return try value0.testPrompt(
                value1, answer: value2, prependSpaceToAnswer: value3, prependBOS: value4, topK: value5).toCell()
        }
    }

    private func bindCircuitAnalysis_LayerNormStatistics() {
        type(
            "LayerNormStatistics", LayerNormStatistics.self,
            doc: """
            By which scale a layer norm divides when it is applied to something other than what it saw in the run.
            """)
        bind(
            "own", on: "LayerNormStatistics",
            """
            /// By the scale of the tensor itself: what the layer norm would do if the model ended there. For the logit lens.
            static let own: LayerNormStatistics
            """
        ) { _ in
            LayerNormStatistics.own.toCell()
        }
        bind(
            "cached", on: "LayerNormStatistics",
            """
            /// By the scale that the run kept: linear, so that the parts of a residual stream sum to the whole. For
            /// attributions.
            static let cached: LayerNormStatistics
            """
        ) { _ in
            LayerNormStatistics.cached.toCell()
        }
    }

    private func bindCircuitAnalysis_PromptTest() {
        type(
            "PromptTest", PromptTest.self,
            doc: """
            How well a model knows the answer to a prompt: what `HookedTransformer/testPrompt(_:answer:prependSpaceToAnswer:prependBOS:topK:)` found.

            It prints as a small report.
            """,
            describe: { $0.description })
        bind(
            "promptTokens", on: "PromptTest",
            """
            /// The prompt's tokens as text, the BOS included.
            let promptTokens: [String]
            """
        ) { call in
            try call.value(0, as: PromptTest.self).promptTokens.toCell()
        }
        bind(
            "answerTokens", on: "PromptTest",
            """
            /// The answer's tokens as text; everything below is about these, one after the other.
            let answerTokens: [String]
            """
        ) { call in
            try call.value(0, as: PromptTest.self).answerTokens.toCell()
        }
        bind(
            "ranks", on: "PromptTest",
            """
            /// How many tokens were likelier than the answer's: 0 where it was the likeliest.
            let ranks: [Int]
            """
        ) { call in
            try call.value(0, as: PromptTest.self).ranks.toCell()
        }
        bind(
            "logits", on: "PromptTest",
            """
            /// The logit of each answer token [token]: `test.logits`.
            let logits: Tensor
            """
        ) { call in
            try call.value(0, as: PromptTest.self).logits.toCell()
        }
        bind(
            "probabilities", on: "PromptTest",
            """
            /// The probability of each answer token [token]: `test.probabilities`.
            let probabilities: Tensor
            """
        ) { call in
            try call.value(0, as: PromptTest.self).probabilities.toCell()
        }
        bind(
            "topTokens", on: "PromptTest",
            """
            /// The likeliest tokens where each answer token stands, the likeliest first.
            let topTokens: [[String]]
            """
        ) { call in
            try call.value(0, as: PromptTest.self).topTokens.toCell()
        }
        bind(
            "topProbabilities", on: "PromptTest",
            """
            /// The probabilities of the likeliest tokens [token, likeliest]: `test.topProbabilities`.
            let topProbabilities: Tensor
            """
        ) { call in
            try call.value(0, as: PromptTest.self).topProbabilities.toCell()
        }
        bind(
            "description", on: "PromptTest",
            """
            /// The value as it prints: `promptTest.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PromptTest.self).description.toCell()
        }
    }

    private func bindCircuitAnalysis_SingularVectors() {
        type(
            "SingularVectorSource", SingularVectorSource.self,
            doc: """
            A matrix whose singular vectors are looked at through the unembedding.
            """)
        bind(
            "OV", on: "SingularVectorSource",
            """
            /// What a head moves, by the directions it writes.
            static func OV(head: Int) -> SingularVectorSource
            """
        ) { call in
            try SingularVectorSource.OV(head: call.value(0, as: Int.self)).toCell()
        }
        bind(
            "wIn", on: "SingularVectorSource",
            """
            /// What the neurons of a layer read.
            static let wIn: SingularVectorSource
            """
        ) { _ in
            SingularVectorSource.wIn.toCell()
        }
        bind(
            "wOut", on: "SingularVectorSource",
            """
            /// What the neurons of a layer write.
            static let wOut: SingularVectorSource
            """
        ) { _ in
            SingularVectorSource.wOut.toCell()
        }
        bind(
            "singularVectors", on: "HookedTransformer",
            """
            /// The tokens that a matrix's strongest directions in the residual stream stand for: [d_vocab, vector]
            ///
            /// ```swift
            /// let vectors = try model.singularVectors(.OV(head: 6), layer: 9, count: 5)
            /// let tokens = vectors[0..., 0].topk(10).indices
            /// ```
            /// The singular vectors of the matrix on the side of the residual stream, strongest first, times W_U. The
            /// component of
            /// largest magnitude of each singular vector is positive. In a model without `foldLN`, W_in is read with ln2's
            /// gain.
            /// Source: Millidge and Black (2022), "The singular value decompositions of transformer weight matrices are highly
            /// interpretable".
            /// - Throws: `ModelError` for a layer, head or matrix that there is not; `CircuitAnalysisError/badCount(_:)`.
            func singularVectors(_ source: SingularVectorSource, layer: Int, count: Int = 10) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).singularVectors(
                call.value(1, as: SingularVectorSource.self), layer: call.value(2, as: Int.self), 
                count: call.value(3, as: Int.self)).toCell()
        }
    }

    private func bindCircuitAnalysis_TokenChoice() {
        conformance("TokenChoice", of: "String", "Int", "[String]", "[Int]")
    }
}
