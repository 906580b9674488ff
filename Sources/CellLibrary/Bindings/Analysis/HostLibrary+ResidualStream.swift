public import CellInterpreter
internal import SwiftLens

extension LayerNormStatistics: HostObject {}
extension ResidualWriters: HostObject {}

private typealias Slice = HostAny<any TensorIndex>?

extension HostLibrary {
    /// A residual stream and the parts that it is the sum of: stacks [component, batch, position, d_model] with labels.
    func bindResidualStream() {
        type("LayerNormStatistics", LayerNormStatistics.self, doc: "By which scale a layer norm divides.")
        type("ResidualWriters", ResidualWriters.self, doc: "Whose outputs a residual stream is taken apart into.")
        bindResidualChoices()
        bindAccumulatedStream()
        bindDecompositions()
        bindHeadResults()
        bindNeuronResults()
        bindStackedActivations()
    }

    private func bindResidualChoices() {
        declare(
            "/// The scale of the tensor itself, for the logit lens.\nstatic let own: LayerNormStatistics",
            on: "LayerNormStatistics"
        ) { LayerNormStatistics.own }
        declare(
            "/// The scale that the run kept, for attributions: parts still sum to the whole.\nstatic let cached: LayerNormStatistics",
            on: "LayerNormStatistics"
        ) { LayerNormStatistics.cached }
        let writers: [(String, String, ResidualWriters)] = [
            ("all", "Attention layers and MLPs.", .all), ("mlp", "MLPs only.", .mlp),
            ("attn", "Attention layers only.", .attn),
        ]
        for (name, sentence, writer) in writers {
            declare("/// \(sentence)\nstatic let \(name): ResidualWriters", on: "ResidualWriters") { writer }
        }
    }

    private func bindAccumulatedStream() {
        declare(
            """
            /// The residual stream before each layer and at the end, [component, batch, position, d_model], with labels.
            ///
            /// `let (stack, labels) = try cache.accumulatedResid(applyLN: true, posSlice: -1)`
            func accumulatedResid(layer: Int? = nil, inclMid: Bool = false, applyLN: Bool = false, statistics: LayerNormStatistics = .own, posSlice: (any TensorIndex)? = nil, mlpInput: Bool = false) throws -> (stack: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, layer: Int?, mid: Bool, applyLN: Bool, statistics: LayerNormStatistics,
                positions: Slice, mlpInput: Bool
            ) -> (Tensor, [String]) in
            try cache.accumulatedResid(
                layer: layer, inclMid: mid, applyLN: applyLN, statistics: statistics, posSlice: positions?.value,
                mlpInput: mlpInput)
        }
        declare(
            """
            /// The logits that the model would give if it ended after each layer, [component, batch, position, d_vocab], with labels.
            ///
            /// `let (logits, labels) = try cache.logitLens(posSlice: -1)`
            func logitLens(inclMid: Bool = false, posSlice: (any TensorIndex)? = nil) throws -> (logits: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, mid: Bool, positions: Slice) -> (Tensor, [String]) in
            try cache.logitLens(inclMid: mid, posSlice: positions?.value)
        }
    }

    private func bindDecompositions() {
        declare(
            """
            /// The embeddings and what each attention layer and MLP wrote, [component, batch, position, d_model], with labels.
            ///
            /// `let (stack, labels) = try cache.decomposeResid(posSlice: -1)`; the parts sum to the residual stream.
            func decomposeResid(layer: Int? = nil, mlpInput: Bool = false, mode: ResidualWriters = .all, applyLN: Bool = false, posSlice: (any TensorIndex)? = nil, inclEmbeds: Bool = true) throws -> (stack: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, layer: Int?, mlpInput: Bool, mode: ResidualWriters, applyLN: Bool,
                positions: Slice, embeds: Bool
            ) -> (Tensor, [String]) in
            try cache.decomposeResid(
                layer: layer, mlpInput: mlpInput, mode: mode, applyLN: applyLN, posSlice: positions?.value,
                inclEmbeds: embeds)
        }
        declare(
            """
            /// The finest parts of the residual stream, [component, batch, position, d_model]: heads, neurons or MLPs, embeddings, biases, with labels.
            ///
            /// `let (stack, labels) = try cache.fullResidDecomposition(expandNeurons: false, posSlice: -1)`
            func fullResidDecomposition(layer: Int? = nil, mlpInput: Bool = false, expandNeurons: Bool = true, applyLN: Bool = false, posSlice: (any TensorIndex)? = nil) throws -> (stack: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, layer: Int?, mlpInput: Bool, neurons: Bool, applyLN: Bool, positions: Slice
            ) -> (Tensor, [String]) in
            try cache.fullResidDecomposition(
                layer: layer, mlpInput: mlpInput, expandNeurons: neurons, applyLN: applyLN, posSlice: positions?.value)
        }
    }

    private func bindHeadResults() {
        declare(
            """
            /// What each head wrote into the residual stream, [component, batch, position, d_model], with labels "L0H0", "L0H1", ….
            ///
            /// `let (heads, labels) = try cache.stackHeadResults(posSlice: -1)`
            func stackHeadResults(layer: Int? = nil, inclRemainder: Bool = false, posSlice: (any TensorIndex)? = nil, applyLN: Bool = false) throws -> (stack: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) {
            (cache: ActivationCache, layer: Int?, remainder: Bool, positions: Slice, applyLN: Bool) -> (
                Tensor, [String]
            ) in
            try cache.stackHeadResults(
                layer: layer, inclRemainder: remainder, posSlice: positions?.value, applyLN: applyLN)
        }
        declare(
            """
            /// Adds what each head wrote to the cache, as `blocks.<l>.attn.hook_result` [batch, position, head, d_model].
            ///
            /// `try cache.computeHeadResults()` of a `var`
            mutating func computeHeadResults() throws
            """, on: "ActivationCache", mutating: { (cache: inout ActivationCache) in try cache.computeHeadResults() })
    }

    private func bindNeuronResults() {
        declare(
            """
            /// What single neurons of a layer wrote into the residual stream, [batch, position, neuron, d_model].
            ///
            /// `let wrote = try cache.neuronResults(layer: 5, neuronSlice: 0..<10, posSlice: -1)`
            func neuronResults(layer: Int, neuronSlice: (any TensorIndex)? = nil, posSlice: (any TensorIndex)? = nil) throws -> Tensor
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, layer: Int, neurons: Slice, positions: Slice) in
            try cache.neuronResults(layer: layer, neuronSlice: neurons?.value, posSlice: positions?.value)
        }
        declare(
            """
            /// What each neuron wrote into the residual stream, [component, batch, position, d_model], with labels "L0N0", ….
            ///
            /// `let (neurons, labels) = try cache.stackNeuronResults(layer: 2, posSlice: -1)`; large without slices.
            func stackNeuronResults(layer: Int? = nil, posSlice: (any TensorIndex)? = nil, neuronSlice: (any TensorIndex)? = nil, inclRemainder: Bool = false, applyLN: Bool = false) throws -> (stack: Tensor, labels: [String])
            """, on: "ActivationCache"
        ) {
            (
                cache: ActivationCache, layer: Int?, positions: Slice, neurons: Slice, remainder: Bool, applyLN: Bool
            ) -> (Tensor, [String]) in
            try cache.stackNeuronResults(
                layer: layer, posSlice: positions?.value, neuronSlice: neurons?.value, inclRemainder: remainder,
                applyLN: applyLN)
        }
    }

    private func bindStackedActivations() {
        declare(
            """
            /// One activation of every layer, [layer, …]: `try cache.stackActivation("pattern")`.
            func stackActivation(_ name: String, layer: Int? = nil, layerType: String? = nil) throws -> Tensor
            """, on: "ActivationCache"
        ) { (cache: ActivationCache, name: String, layer: Int?, type: String?) in
            try cache.stackActivation(name, layer: layer, layerType: type)
        }
    }
}
