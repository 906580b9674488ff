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
            /// The same elements under another shape; one length may be −1: `t.reshaped([2, -1])`.
            func reshaped(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.reshaped(shape) }
        declare(
            "/// The same elements under another shape: `t.reshaped(2, -1)`.\nfunc reshaped(_ lengths: Int...) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, lengths: [Int]) in t.reshaped(lengths) }
        declare("/// All elements along one axis.\nfunc flattened() -> Tensor", on: "Tensor") { (t: Tensor) in t.flattened() }
        declare(
            """
            /// The axes from `start` to `end` as one: `t.flattened(1)` of [8, 15, 12] is [8, 180].
            func flattened(_ start: Int, _ end: Int = -1) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, start: Int, end: Int) in t.flattened(start, end) }
        declare("/// Without the axes of length 1.\nfunc squeezed() -> Tensor", on: "Tensor") { (t: Tensor) in t.squeezed() }
        declare(
            "/// Without an axis of length 1: `t.squeezed(dim: 0)`.\nfunc squeezed(dim: Int) -> Tensor", on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.squeezed(dim: dim) }
        declare(
            "/// With a new axis of length 1 at a place: `t.unsqueezed(dim: -1)`.\nfunc unsqueezed(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.unsqueezed(dim: dim) }
    }

    private func bindAxes() {
        declare(
            "/// Two axes exchanged: `t.transposed(0, 1)`.\nfunc transposed(_ first: Int, _ second: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, first: Int, second: Int) in t.transposed(first, second) }
        declare("/// The last two axes exchanged.\nfunc transposed() -> Tensor", on: "Tensor") { (t: Tensor) in t.transposed() }
        declare("/// The last two axes exchanged: `W_E.T`.\nvar T: Tensor", on: "Tensor") { (t: Tensor) in t.T }
        declare(
            "/// The axes in another order: `t.permuted([2, 0, 1])`.\nfunc permuted(_ axes: [Int]) -> Tensor", on: "Tensor"
        ) { (t: Tensor, axes: [Int]) in t.permuted(axes) }
        declare(
            "/// The axes in another order: `t.permuted(2, 0, 1)`.\nfunc permuted(_ axes: Int...) -> Tensor", on: "Tensor"
        ) { (t: Tensor, axes: [Int]) in t.permuted(axes) }
        declare("/// The elements in reverse along an axis.\nfunc flipped(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.flipped(dim: dim)
        }
    }

    private func bindStretching() {
        declare(
            """
            /// Axes of length 1 stretched to a shape, −1 keeping a length: `t.expanded([8, -1])`.
            func expanded(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.expanded(shape) }
        declare(
            """
            /// Stretched to a shape by the rules of broadcasting; new axes come in front.
            func broadcast(to shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.broadcast(to: shape) }
        declare(
            "/// The tensor laid side by side along each axis: `t.repeated([1, 2])`.\nfunc repeated(_ counts: [Int]) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, counts: [Int]) in t.repeated(counts) }
    }
}
