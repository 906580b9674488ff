internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// The parameters of a model, all layers stacked.
    func bindWeights() {
        let weights: [(String, String, KeyPath<HookedTransformer, Tensor>)] = [
            ("W_E", "The embedding [d_vocab, d_model].", \.W_E),
            ("W_pos", "The position embedding [n_ctx, d_model].", \.W_pos),
            ("W_U", "The unembedding [d_model, d_vocab].", \.W_U), ("b_U", "The unembedding's bias [d_vocab].", \.b_U),
            ("W_Q", "All query matrices [layer, head, d_model, d_head].", \.W_Q),
            ("W_K", "All key matrices [layer, head, d_model, d_head].", \.W_K),
            ("W_V", "All value matrices [layer, head, d_model, d_head].", \.W_V),
            ("W_O", "All output matrices [layer, head, d_head, d_model].", \.W_O),
            ("b_Q", "All query biases [layer, head, d_head].", \.b_Q),
            ("b_K", "All key biases [layer, head, d_head].", \.b_K),
            ("b_V", "All value biases [layer, head, d_head].", \.b_V),
            ("b_O", "All output biases [layer, d_model].", \.b_O),
            ("W_in", "All matrices into the neurons [layer, d_model, d_mlp].", \.W_in),
            ("b_in", "All biases of the neurons [layer, d_mlp].", \.b_in),
            ("W_out", "All matrices out of the neurons [layer, d_mlp, d_model].", \.W_out),
            ("b_out", "All biases after the neurons [layer, d_model].", \.b_out),
        ]
        for (name, sentence, path) in weights {
            declare("/// \(sentence.dropLast()): `model.\(name)`.\nvar \(name): Tensor", on: "HookedTransformer") {
                (model: HookedTransformer) in
                model[keyPath: path]
            }
        }
    }
}
