internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorIndexing() {
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
        declare(
            assigning:
                "/// Puts a number at every place that the indices name: `map[layer, head] = score`.\nsubscript(_ indices: any TensorIndex...) -> any TensorScalar { set }",
            on: "Tensor",
            set: { (t: inout Tensor, indices: [HostAny<any TensorIndex>], new: HostAny<any TensorScalar>) in
                t[indices: indices.map(\.value.tensorIndex)] = new.value.tensor
            })
        declare(
            assigning:
                "/// Puts a number at every place that the last indices name: `map[..., 0] = score`.\nsubscript(_ all: UnboundedRange, _ indices: any TensorIndex...) -> any TensorScalar { set }",
            on: "Tensor",
            set: {
                (t: inout Tensor, _: WholeRange, indices: [HostAny<any TensorIndex>], new: HostAny<any TensorScalar>) in
                t[indices: [.remaining] + indices.map(\.value.tensorIndex)] = new.value.tensor
            })
        bindIndexOperations()
    }

    private func bindIndexOperations() {
        let owner = "TensorIndexOperation"
        declare(
            "/// All the axes in between: `t[0, .ellipsis, -1]` of [8, 15, 12, 10] is [15, 12].\nstatic var ellipsis: TensorIndexOperation",
            on: owner
        ) { TensorIndexOperation.ellipsis }
        declare(
            "/// A new axis of length 1: `t[0..., .newAxis]` of [8, 15] is [8, 1, 15].\nstatic var newAxis: TensorIndexOperation",
            on: owner
        ) { TensorIndexOperation.newAxis }
        declare(
            """
            /// Every `by`-th position: `t[.stride(from: 0, to: 10, by: 2)]` of [10, 3] is [5, 3].
            static func stride(from: Int = 0, to: Int? = nil, by: Int) -> TensorIndexOperation
            """, on: owner
        ) { (from: Int, to: Int?, by: Int) in TensorIndexOperation.stride(from: from, to: to, by: by) }
    }

    /// Elements chosen by position or by mask.
    func bindTensorSelection() {
        declare(
            """
            /// For each place of `index`, the element of this tensor at that position along `dim`, as PyTorch's gather.
            ///
            /// `finalLogits.gather(dim: -1, index: answerTokens)` of [8, 512] and [8, 2] is [8, 2], the shape of `index`.
            func gather(dim: Int, index: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, index: Tensor) in t.gather(dim: dim, index: index) }
        declare(
            """
            /// The positions `index` [count] along an axis, in this order: `t.indexSelect(dim: 0, index: rows)` of [8, 5] and [3] is [3, 5].
            func indexSelect(dim: Int, index: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, index: Tensor) in t.indexSelect(dim: dim, index: index) }
        declare(
            """
            /// `a` where the mask is true, `b` elsewhere, with broadcasting: `Tensor.where(x .> 0, x, 0)` has the shape of x.
            static func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (mask: Tensor, a: Tensor, b: Tensor) in Tensor.where(mask, a, b) }
        declare(
            "/// The lower triangle of a matrix, zeros above: `Tensor.ones([3, 3]).tril()` is [3, 3].\nfunc tril(_ k: Int = 0) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, k: Int) in t.tril(k)
        }
        declare(
            "/// The upper triangle of a matrix, zeros below: `Tensor.ones([3, 3]).triu(1)` is [3, 3].\nfunc triu(_ k: Int = 0) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, k: Int) in t.triu(k)
        }
    }
}
