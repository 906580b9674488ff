internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorIndexing() {
        declare(
            """
            /// A part of the tensor: `logits[0..., -1, 0...]` is PyTorch's `logits[:, -1, :]`.
            ///
            /// An `Int` picks (negative ones count from the end), a range slices, `0...` is a whole axis, `.ellipsis`
            /// all the axes in between, `.newAxis` inserts one, `[Int]` or an integer tensor gathers, a mask selects.
            subscript(_ indices: any TensorIndex...) -> Tensor { get set }
            """, on: "Tensor",
            get: { (t: Tensor, indices: [HostAny<any TensorIndex>]) in t[indices: indices.map(\.value.tensorIndex)] },
            set: { (t: inout Tensor, indices: [HostAny<any TensorIndex>], new: Tensor) in
                t[indices: indices.map(\.value.tensorIndex)] = new
            })
        declare("/// All the axes in between.\nstatic let ellipsis: TensorIndexOperation", on: "TensorIndexOperation") {
            TensorIndexOperation.ellipsis
        }
        declare("/// A new axis of length 1.\nstatic let newAxis: TensorIndexOperation", on: "TensorIndexOperation") {
            TensorIndexOperation.newAxis
        }
        declare(
            """
            /// Every `by`-th position: `t[.stride(from: 0, to: 10, by: 2)]`.
            static func stride(from: Int = 0, to: Int? = nil, by: Int) -> TensorIndexOperation
            """, on: "TensorIndexOperation"
        ) { (from: Int, to: Int?, by: Int) in TensorIndexOperation.slice(start: from, end: to, step: by) }
        declare(
            """
            /// For each place of `index`, the element of this tensor at that position along `dim`, as PyTorch's gather.
            func gather(dim: Int, index: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, index: Tensor) in t.gather(dim: dim, index: index) }
    }
}
