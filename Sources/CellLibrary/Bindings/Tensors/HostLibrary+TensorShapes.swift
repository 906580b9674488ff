internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorShapes() {
        bindReshaping()
        bindAxes()
        bindStretching()
    }

    private func bindReshaping() {
        declare(
            """
            /// The same elements under another shape; one length may be −1: `t.reshaped([2, -1])` of [4, 3] is [2, 6].
            func reshaped(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.reshaped(shape) }
        declare(
            "/// The same elements under another shape: `t.reshaped(2, -1)` of [4, 3] is [2, 6].\nfunc reshaped(_ lengths: Int...) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, lengths: [Int]) in t.reshaped(lengths) }
        declare(
            "/// All elements along one axis: `t.flattened()` of [4, 3] is [12].\nfunc flattened() -> Tensor",
            on: "Tensor"
        ) { (t: Tensor) in t.flattened() }
        declare(
            """
            /// The axes from `start` to `end` as one: `t.flattened(1)` of [8, 15, 12] is [8, 180].
            func flattened(_ start: Int, _ end: Int = -1) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, start: Int, end: Int) in t.flattened(start, end) }
        declare(
            "/// Without the axes of length 1: `t.squeezed()` of [1, 5, 1] is [5].\nfunc squeezed() -> Tensor",
            on: "Tensor"
        ) { (t: Tensor) in t.squeezed() }
        declare(
            "/// Without an axis of length 1: `t.squeezed(dim: 0)` of [1, 5, 1] is [5, 1].\nfunc squeezed(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.squeezed(dim: dim) }
        declare(
            "/// With a new axis of length 1 at a place: `t.unsqueezed(dim: -1)` of [8, 15] is [8, 15, 1].\nfunc unsqueezed(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.unsqueezed(dim: dim) }
    }

    private func bindAxes() {
        declare(
            "/// Two axes exchanged: `t.transposed(0, 1)` of [8, 15, 12] is [15, 8, 12].\nfunc transposed(_ first: Int, _ second: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, first: Int, second: Int) in t.transposed(first, second) }
        declare(
            "/// The last two axes exchanged: `t.transposed()` of [8, 15, 12] is [8, 12, 15].\nfunc transposed() -> Tensor",
            on: "Tensor"
        ) { (t: Tensor) in t.transposed() }
        declare("/// The last two axes exchanged: `model.W_E.T` is [d_model, d_vocab].\nvar T: Tensor", on: "Tensor") {
            (t: Tensor) in t.T
        }
        declare(
            "/// The axes in another order: `t.permuted([2, 0, 1])` of [8, 15, 12] is [12, 8, 15].\nfunc permuted(_ axes: [Int]) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, axes: [Int]) in t.permuted(axes) }
        declare(
            "/// The axes in another order: `t.permuted(2, 0, 1)` of [8, 15, 12] is [12, 8, 15].\nfunc permuted(_ axes: Int...) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, axes: [Int]) in t.permuted(axes) }
        declare(
            "/// The elements in reverse along an axis: `t.flipped(dim: 0)`, of the same shape.\nfunc flipped(dim: Int) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, dim: Int) in t.flipped(dim: dim)
        }
    }

    private func bindStretching() {
        declare(
            """
            /// Axes of length 1 stretched to a shape, −1 keeping a length: `t.expanded([8, -1])` of [1, 15] is [8, 15].
            func expanded(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.expanded(shape) }
        declare(
            """
            /// Stretched by the rules of broadcasting, new axes in front: `t.broadcast(to: [8, 15])` of [15] is [8, 15].
            func broadcast(to shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.broadcast(to: shape) }
        declare(
            "/// The tensor laid side by side along each axis: `t.repeated([1, 2])` of [8, 5] is [8, 10].\nfunc repeated(_ counts: [Int]) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, counts: [Int]) in t.repeated(counts) }
    }
}
