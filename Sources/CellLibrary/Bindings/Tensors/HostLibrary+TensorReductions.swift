internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorReductions() {
        typealias Whole = (Tensor) -> Tensor
        typealias Along = (Tensor, Int, Bool) -> Tensor
        let reductions: [(String, String, Whole, Along)] = [
            ("sum", "The sum", { $0.sum() }, { $0.sum(dim: $1, keepdim: $2) }),
            ("mean", "The mean", { $0.mean() }, { $0.mean(dim: $1, keepdim: $2) }),
            ("max", "The largest element", { $0.max() }, { $0.max(dim: $1, keepdim: $2) }),
            ("min", "The smallest element", { $0.min() }, { $0.min(dim: $1, keepdim: $2) }),
            ("argmax", "The position of the largest element", { $0.argmax() }, { $0.argmax(dim: $1, keepdim: $2) }),
            ("argmin", "The position of the smallest element", { $0.argmin() }, { $0.argmin(dim: $1, keepdim: $2) }),
            ("norm", "The square root of the sum of squares", { $0.norm() }, { $0.norm(dim: $1, keepdim: $2) }),
        ]
        for (name, words, whole, along) in reductions {
            declare(
                "/// \(words) of all elements: `t.\(name)()`, which has no axes.\nfunc \(name)() -> Tensor",
                on: "Tensor"
            ) {
                (t: Tensor) in whole(t)
            }
            declare(
                """
                /// \(words) along an axis, which goes unless `keepdim`: `t.\(name)(dim: -1)` of [8, 15, 512] is [8, 15].
                func \(name)(dim: Int, keepdim: Bool = false) -> Tensor
                """, on: "Tensor"
            ) { (t: Tensor, dim: Int, keepdim: Bool) in along(t, dim, keepdim) }
        }
        bindSumsOverAxes()
        bindSpread(
            "std", "The standard deviation", { $0.std(unbiased: $1) }, { $0.std(dim: $1, keepdim: $2, unbiased: $3) })
        bindSpread("`var`", "The variance", { $0.var(unbiased: $1) }, { $0.var(dim: $1, keepdim: $2, unbiased: $3) })
    }

    private func bindSumsOverAxes() {
        declare(
            "/// The sum over several axes: `t.sum(dim: [0, 1])` of [8, 15, 12] is [12].\nfunc sum(dim: [Int], keepdim: Bool = false) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: [Int], keepdim: Bool) in t.sum(dim: dim, keepdim: keepdim) }
        declare(
            "/// The mean over several axes: `t.mean(dim: [0, 1])` of [8, 15, 12] is [12].\nfunc mean(dim: [Int], keepdim: Bool = false) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: [Int], keepdim: Bool) in t.mean(dim: dim, keepdim: keepdim) }
        declare(
            "/// Running sums along an axis: `t.cumsum(dim: 0)`, of the same shape.\nfunc cumsum(dim: Int) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, dim: Int) in t.cumsum(dim: dim)
        }
    }

    private func bindSpread(
        _ name: String, _ words: String, _ whole: @escaping (Tensor, Bool) -> Tensor,
        _ along: @escaping (Tensor, Int, Bool, Bool) -> Tensor
    ) {
        let plainName = name.filter { $0 != "`" }
        declare(
            """
            /// \(words) of all elements, with n − 1 as divisor, or n where `unbiased` is false: `t.\(plainName)()`.
            func \(name)(unbiased: Bool = true) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, unbiased: Bool) in whole(t, unbiased) }
        declare(
            """
            /// \(words) along an axis, with n − 1 as divisor, or n where `unbiased` is false.
            ///
            /// `t.\(plainName)(dim: -1)` of [8, 15, 512] is [8, 15].
            func \(name)(dim: Int, keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool, unbiased: Bool) in along(t, dim, keepdim, unbiased) }
    }

    func bindTensorSorting() {
        declare(
            """
            /// The `k` largest along an axis and where they are: `let (values, indices) = logits.topk(5)` of [8, 512] are [8, 5].
            func topk(_ k: Int, dim: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor)
            """, on: "Tensor"
        ) { (t: Tensor, k: Int, dim: Int, largest: Bool) -> (Tensor, Tensor) in t.topk(k, dim: dim, largest: largest) }
        declare(
            """
            /// The elements in order along an axis and where they were, both of the same shape.
            ///
            /// `let (values, indices) = t.sort(descending: true)`
            func sort(dim: Int = -1, descending: Bool = false) -> (values: Tensor, indices: Tensor)
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, descending: Bool) -> (Tensor, Tensor) in t.sort(dim: dim, descending: descending) }
        declare(
            """
            /// The positions that put the elements in order along an axis: `t.argsort(dim: -1)`, of the same shape.
            func argsort(dim: Int = -1, descending: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, descending: Bool) in t.argsort(dim: dim, descending: descending) }
    }
}
