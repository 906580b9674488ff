internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorProducts() {
        declare(
            """
            /// The matrix product over the last two axes, with broadcasting over the others.
            ///
            /// `residual.matmul(model.W_U)` of [batch, position, d_model] and [d_model, d_vocab] is [batch, position, d_vocab].
            func matmul(_ other: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, other: Tensor) in t.matmul(other) }
        declare(
            "/// The sum of the products of two vectors: `a.dot(b)` of [5] and [5] has no axes.\nfunc dot(_ other: Tensor) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, other: Tensor) in t.dot(other)
        }
        declare(
            """
            /// Sums of products named by axis: `einsum("b p h d, h d m -> b p m", z, wO)` is [batch, position, d_model].
            func einsum(_ pattern: String, _ tensors: Tensor...) -> Tensor
            """
        ) { (pattern: String, tensors: [Tensor]) in einsum(pattern, tensors) }
        declare(
            """
            /// Sums of products named by axis, of tensors in an array: `einsum("i j, j k -> i k", [a, b])`.
            func einsum(_ pattern: String, _ tensors: [Tensor]) -> Tensor
            """
        ) { (pattern: String, tensors: [Tensor]) in einsum(pattern, tensors) }
    }
}
