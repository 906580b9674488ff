internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Rounding, truth along an axis, statistics, parts and products.
    func bindFurtherTensorFunctions() {
        bindFurtherElementwise()
        bindTruth()
        bindStatistics()
        bindParts()
        bindFurtherProducts()
    }

    private func bindFurtherElementwise() {
        let unary: [(String, String, (Tensor) -> Tensor)] = [
            ("floor", "The largest whole number that is not larger than each element.", { $0.floor() }),
            ("ceil", "The smallest whole number that is not smaller than each element.", { $0.ceil() }),
            ("trunc", "Every element without its fraction.", { $0.trunc() }),
            ("sign", "-1, 0 or 1 for each element, by its sign.", { $0.sign() }),
            ("square", "The square of every element.", { $0.square() }),
            ("rsqrt", "1 / √x of every element.", { $0.rsqrt() }),
            ("reciprocal", "1 / x of every element.", { $0.reciprocal() }),
            ("log2", "The logarithm to the base 2 of every element.", { $0.log2() }),
            ("log10", "The logarithm to the base 10 of every element.", { $0.log10() }),
            ("log1p", "ln(1 + x) of every element.", { $0.log1p() }),
            ("erf", "The error function of every element.", { $0.erf() }),
            ("softplus", "ln(1 + exp(x)) of every element.", { $0.softplus() }),
        ]
        for (name, sentence, body) in unary {
            let text = "/// \(sentence.dropLast()): `t.\(name)()`, of the same shape.\nfunc \(name)() -> Tensor"
            declare(text, on: "Tensor") { (t: Tensor) in body(t) }
        }
        declare(
            """
            /// The quotient rounded down, with broadcasting, PyTorch's `//`: `places.floorDivided(by: Tensor(12))`.
            func floorDivided(by other: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, other: Tensor) in t.floorDivided(by: other) }
    }

    private func bindTruth() {
        declare(
            """
            /// A mask of where any element along an axis is not 0: `(t .> 0).any(dim: -1)` of [8, 15] is [8].
            func any(dim: Int, keepdim: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool) in t.any(dim: dim, keepdim: keepdim) }
        declare(
            """
            /// A mask of where all elements along an axis are not 0: `(t .> 0).all(dim: -1)` of [8, 15] is [8].
            func all(dim: Int, keepdim: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool) in t.all(dim: dim, keepdim: keepdim) }
        declare(
            """
            /// Where the elements that aren't 0 lie, a row of indices each: `(scores .> 0.4).nonzero()` is [count, 2].
            func nonzero() -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor) in t.nonzero() }
        declare(
            """
            /// With a value where the mask is true, with broadcasting: `scores.maskedFilled(mask, -.infinity)`.
            func maskedFilled(_ mask: Tensor, _ value: Double) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, mask: Tensor, value: Double) in t.maskedFilled(mask, value) }
    }

    private func bindStatistics() {
        let several: [(String, String, (Tensor, [Int], Bool) -> Tensor)] = [
            ("max", "The largest element", { $0.max(dim: $1, keepdim: $2) }),
            ("min", "The smallest element", { $0.min(dim: $1, keepdim: $2) }),
        ]
        for (name, words, body) in several {
            declare(
                """
                /// \(words) over several axes: `t.\(name)(dim: [0, 1])` of [8, 15, 12] is [12].
                func \(name)(dim: [Int], keepdim: Bool = false) -> Tensor
                """, on: "Tensor"
            ) { (t: Tensor, dim: [Int], keepdim: Bool) in body(t, dim, keepdim) }
        }
        bindSpreadOverAxes("std", "The standard deviation") { $0.std(dim: $1, keepdim: $2, unbiased: $3) }
        bindSpreadOverAxes("`var`", "The variance") { $0.var(dim: $1, keepdim: $2, unbiased: $3) }
        bindPlaces("maxWithIndices", "The largest element along an axis and where it lies") {
            $0.maxWithIndices(dim: $1, keepdim: $2)
        }
        bindPlaces("minWithIndices", "The smallest element along an axis and where it lies") {
            $0.minWithIndices(dim: $1, keepdim: $2)
        }
        bindPlaces("median", "The middle element along an axis in their order, and where it lies") {
            $0.median(dim: $1, keepdim: $2)
        }
        bindOrder()
    }

    private func bindSpreadOverAxes(
        _ name: String, _ words: String, _ body: @escaping (Tensor, [Int], Bool, Bool) -> Tensor
    ) {
        declare(
            """
            /// \(words) over several axes: `t.\(name.filter { $0 != "`" })(dim: [0, 1])` of [8, 15, 12] is [12].
            func \(name)(dim: [Int], keepdim: Bool = false, unbiased: Bool = true) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: [Int], keepdim: Bool, unbiased: Bool) in body(t, dim, keepdim, unbiased) }
    }

    private func bindPlaces(
        _ name: String, _ words: String, _ body: @escaping (Tensor, Int, Bool) -> (values: Tensor, indices: Tensor)
    ) {
        declare(
            """
            /// \(words): `let (values, indices) = t.\(name)(dim: -1)`.
            func \(name)(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor)
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool) -> (Tensor, Tensor) in body(t, dim, keepdim) }
    }

    private func bindOrder() {
        declare("/// The middle of all elements in their order: `t.median()`.\nfunc median() -> Tensor", on: "Tensor") {
            (t: Tensor) in t.median()
        }
        declare(
            "/// What a share of all elements does not exceed: `t.quantile(0.95)`.\nfunc quantile(_ q: Double) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, q: Double) in t.quantile(q) }
        declare(
            """
            /// What a share of the elements along an axis does not exceed: `t.quantile(0.95, dim: -1)` of [8, 15] is [8].
            func quantile(_ q: Double, dim: Int, keepdim: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, q: Double, dim: Int, keepdim: Bool) in t.quantile(q, dim: dim, keepdim: keepdim) }
        declare(
            """
            /// ln Σ exp(x) along an axis: `logits.logsumexp(dim: -1)` of [8, 512] is [8].
            func logsumexp(dim: Int, keepdim: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool) in t.logsumexp(dim: dim, keepdim: keepdim) }
        declare(
            "/// The distinct elements in rising order: `tokens.unique()` is [count].\nfunc unique() -> Tensor",
            on: "Tensor"
        ) { (t: Tensor) in t.unique() }
    }

    private func bindParts() {
        declare(
            """
            /// The parts along an axis, without it: `pattern.unbound(dim: 0)` of [12, 15, 15] are 12 of [15, 15].
            func unbound(dim: Int = 0) -> [Tensor]
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.unbound(dim: dim) }
        declare(
            """
            /// Parts of `size` positions along an axis, the last maybe shorter: `tokens.split(100, dim: 1)`.
            func split(_ size: Int, dim: Int = 0) -> [Tensor]
            """, on: "Tensor"
        ) { (t: Tensor, size: Int, dim: Int) in t.split(size, dim: dim) }
        declare(
            """
            /// With the positions along an axis moved on, the last ones to the front: `t.rolled(1, dim: 0)`, of the same shape.
            func rolled(_ shift: Int, dim: Int) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, shift: Int, dim: Int) in t.rolled(shift, dim: dim) }
        declare(
            """
            /// The diagonal of two axes, the last two unless named: `pattern.diagonal(offset: -1)` of [12, 15, 15] is [12, 14].
            func diagonal(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, offset: Int, dim1: Int, dim2: Int) in t.diagonal(offset: offset, dim1: dim1, dim2: dim2) }
    }

    private func bindFurtherProducts() {
        declare("/// The product of all elements: `t.prod()`.\nfunc prod() -> Tensor", on: "Tensor") {
            (t: Tensor) in t.prod()
        }
        declare(
            """
            /// The product along an axis: `t.prod(dim: -1)` of [8, 15] is [8].
            func prod(dim: Int, keepdim: Bool = false) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, keepdim: Bool) in t.prod(dim: dim, keepdim: keepdim) }
        declare(
            "/// Running products along an axis: `t.cumprod(dim: 0)`, of the same shape.\nfunc cumprod(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.cumprod(dim: dim) }
        declare(
            "/// Every element times every element of the other: `a.outer(b)` of [3] and [4] is [3, 4].\nfunc outer(_ other: Tensor) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, other: Tensor) in t.outer(other) }
        declare(
            """
            /// Divided by the Euclidean norm along an axis: `directions.normalized(dim: -1)`, of the same shape.
            func normalized(dim: Int, eps: Double = 1e-12) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, dim: Int, eps: Double) in t.normalized(dim: dim, eps: eps) }
        declare(
            """
            /// The cosine of the angle between two tensors along an axis: `a.cosineSimilarity(b, dim: -1)`.
            func cosineSimilarity(_ other: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, other: Tensor, dim: Int, eps: Double) in t.cosineSimilarity(other, dim: dim, eps: eps) }
        declare(
            """
            /// For each id a row with 1 at its place: `Tensor.oneHot(ids, count: 4)` of [2] is [2, 4].
            static func oneHot(_ ids: Tensor, count: Int) -> Tensor
            """, on: "Tensor"
        ) { (ids: Tensor, count: Int) in Tensor.oneHot(ids, count: count) }
    }
}
