internal import CellHost
internal import CellValues
internal import SwiftLens

extension HostLibrary {
    /// Subscripts with any number of indices: Swift cannot hand an array on as single values, and `...` is a function there.
    func bindSubscripts() {
        declare(
            """
            /// A part of the tensor: `logits[0..., -1, 0...]`, PyTorch's `logits[:, -1, :]`, of [8, 15, 512] is [8, 512].
            ///
            /// An `Int` picks (negative ones count from the end), a range slices, `0...` is a whole axis, `.ellipsis`
            /// all the axes in between, `.newAxis` inserts one, `[Int]` or an integer tensor gathers, a mask selects.
            subscript(_ indices: any TensorIndex...) -> Tensor { get set }
            """, on: "Tensor",
            get: { (t: Tensor, indices: [HostAny<any TensorIndex>]) in t[indices: indices.map(\.value.tensorIndex)] },
            set: { (t: inout Tensor, indices: [HostAny<any TensorIndex>], new: Tensor) in
                t[indices: indices.map(\.value.tensorIndex)] = new
            })
        declare(
            """
            /// A part counted from the last axis, all axes before it whole: `t[..., 0]` of [8, 15, 12] is [8, 15].
            subscript(_ all: UnboundedRange, _ indices: any TensorIndex...) -> Tensor { get set }
            """, on: "Tensor",
            get: { (t: Tensor, _: WholeRange, indices: [HostAny<any TensorIndex>]) in
                t[indices: [.remaining] + indices.map(\.value.tensorIndex)]
            },
            set: { (t: inout Tensor, _: WholeRange, indices: [HostAny<any TensorIndex>], new: Tensor) in
                t[indices: [.remaining] + indices.map(\.value.tensorIndex)] = new
            })
        bindNumbersAtPlaces()
        declare(
            """
            /// A part of the product, which stays factored: indices name the leading axes, then rows, then columns.
            ///
            /// `model.OV[5, 1]` is the circuit of head L5H1 [d_model, d_model], `model.OV[5, 1, 0..<10]` its first ten rows.
            /// A single row or column stays an axis of length 1.
            subscript(_ indices: any TensorIndex...) -> FactoredMatrix
            """, on: "FactoredMatrix"
        ) { (matrix: FactoredMatrix, indices: [HostAny<any TensorIndex>]) in
            matrix[indices: indices.map(\.value.tensorIndex)]
        }
    }

    /// The same places, given a number that a variable holds.
    private func bindNumbersAtPlaces() {
        declare(
            assigning: """
                /// Puts a number at every place that the indices name: `map[layer, head] = score`.
                subscript(_ indices: any TensorIndex...) -> any TensorScalar { set }
                """, on: "Tensor",
            set: { (t: inout Tensor, indices: [HostAny<any TensorIndex>], new: HostAny<any TensorScalar>) in
                t[indices: indices.map(\.value.tensorIndex)] = new.value.tensor
            })
        declare(
            assigning: """
                /// Puts a number at every place that the last indices name: `map[..., 0] = score`.
                subscript(_ all: UnboundedRange, _ indices: any TensorIndex...) -> any TensorScalar { set }
                """, on: "Tensor",
            set: {
                (t: inout Tensor, _: WholeRange, indices: [HostAny<any TensorIndex>], new: HostAny<any TensorScalar>) in
                t[indices: [.remaining] + indices.map(\.value.tensorIndex)] = new.value.tensor
            })
    }
}
