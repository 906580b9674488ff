internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorShapes() {
        declare(
            "/// The same elements under another shape; one length may be −1: `t.reshaped([2, -1])`.\nfunc reshaped(_ shape: [Int]) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, shape: [Int]) in t.reshaped(shape) }
        declare("/// All elements along one axis.\nfunc flattened() -> Tensor", on: "Tensor") { (t: Tensor) in t.flattened() }
        declare("/// Two axes exchanged.\nfunc transposed(_ first: Int, _ second: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, first: Int, second: Int) in t.transposed(first, second)
        }
        declare("/// A matrix with rows and columns exchanged.\nvar T: Tensor", on: "Tensor") { (t: Tensor) in t.T }
        declare("/// The axes in another order: `t.permuted([2, 0, 1])`.\nfunc permuted(_ axes: [Int]) -> Tensor", on: "Tensor") {
            (t: Tensor, axes: [Int]) in t.permuted(axes)
        }
        declare("/// Without the axes of length 1.\nfunc squeezed() -> Tensor", on: "Tensor") { (t: Tensor) in t.squeezed() }
        declare("/// Without an axis of length 1.\nfunc squeezed(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.squeezed(dim: dim)
        }
        declare("/// With a new axis of length 1 at a place.\nfunc unsqueezed(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.unsqueezed(dim: dim)
        }
        declare("/// Axes of length 1 stretched to a shape.\nfunc expanded(_ shape: [Int]) -> Tensor", on: "Tensor") {
            (t: Tensor, shape: [Int]) in t.expanded(shape)
        }
        declare("/// The tensor laid side by side along each axis: `t.repeated([1, 2])`.\nfunc repeated(_ counts: [Int]) -> Tensor", on: "Tensor") {
            (t: Tensor, counts: [Int]) in t.repeated(counts)
        }
        declare("/// The elements in reverse along an axis.\nfunc flipped(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.flipped(dim: dim)
        }
        declare("/// The lower triangle of a matrix, zeros above.\nfunc tril(_ diagonal: Int = 0) -> Tensor", on: "Tensor") {
            (t: Tensor, diagonal: Int) in t.tril(diagonal)
        }
        declare("/// The upper triangle of a matrix, zeros below.\nfunc triu(_ diagonal: Int = 0) -> Tensor", on: "Tensor") {
            (t: Tensor, diagonal: Int) in t.triu(diagonal)
        }
    }
}
