internal import SessionSafety

// Sums are kept in double precision, so that the mean of a million float32 values is as good as that of ten.

extension Tensor {
    /// The sum of all elements: `t.sum()`, which has no axes.
    public func sum() -> Tensor { flattened().sum(dim: 0) }

    /// The sum along an axis: [batch, position] summed over `dim: 0` is [position].
    ///
    /// `t.sum(dim: -1)` of [8, 15, 512] is [8, 15].
    public func sum(dim: Int, keepdim: Bool = false) -> Tensor { sum(dim: [dim], keepdim: keepdim) }

    /// The sum along several axes: `t.sum(dim: [0, 1])` of [8, 15, 12] is [12].
    public func sum(dim: [Int], keepdim: Bool = false) -> Tensor {
        let sum: @Sendable (Tensor) -> Tensor = { x in x.sum(dim: dim, keepdim: keepdim) }
        return recorded("sum", sum) { g, x, _ in try Rule.spread(g, over: dim, keepdim, like: x) }
            ?? lazily(dim, keepdim, "sum", sum)
            ?? reduced(dim, keepdim, "sum") { parts in
                parts.tensor.dtype == .float32 ? try parts.doubles { Float($0) } : try parts.integers()
            }
    }

    /// The mean of all elements: `t.mean()`, which has no axes.
    public func mean() -> Tensor { flattened().mean(dim: 0) }

    /// The mean along an axis.
    ///
    /// ```swift
    /// resid.mean(dim: -1, keepdim: true)      // [batch, position, 1]
    /// ```
    public func mean(dim: Int, keepdim: Bool = false) -> Tensor { mean(dim: [dim], keepdim: keepdim) }

    /// The mean along several axes: `t.mean(dim: [0, 1])` of [8, 15, 12] is [12].
    public func mean(dim: [Int], keepdim: Bool = false) -> Tensor {
        let mean: @Sendable (Tensor) -> Tensor = { x in x.mean(dim: dim, keepdim: keepdim) }
        return recorded("mean", mean) { g, x, _ in
            try Rule.spread(g, over: dim, keepdim, like: x) * (Double(g.count) / Double(x.count))
        }
            ?? lazily(dim, keepdim, "mean", mean)
            ?? asType(.float32).reduced(dim, keepdim, "mean") { parts in
                try parts.doubles { Float($0 / Double(parts.length)) }
            }
    }

    /// The variance of all elements, divided by n − 1 as in PyTorch unless `unbiased` is false: `t.var()`.
    public func `var`(unbiased: Bool = true) -> Tensor { flattened().`var`(dim: 0, unbiased: unbiased) }

    /// The variance along an axis: `t.var(dim: -1)` of [8, 15, 512] is [8, 15].
    public func `var`(dim: Int, keepdim: Bool = false, unbiased: Bool = true) -> Tensor {
        `var`(dim: [dim], keepdim: keepdim, unbiased: unbiased)
    }

    /// The variance along several axes: `t.var(dim: [0, 1])` of [8, 15, 12] is [12].
    public func `var`(dim: [Int], keepdim: Bool = false, unbiased: Bool = true) -> Tensor {
        let slope = { (g: Tensor, x: Tensor, y: Tensor) in
            let count = x.count / Swift.max(1, y.count) - (unbiased ? 1 : 0)
            let centred = x - x.mean(dim: dim, keepdim: true)
            return try Rule.spread(g, over: dim, keepdim, like: x) * centred * (2 / Double(count))
        }
        if let variance = recorded("var", { $0.`var`(dim: dim, keepdim: keepdim, unbiased: unbiased) }, slope) {
            return variance
        }
        let floats = asType(.float32)
        let centred = floats - floats.mean(dim: dim, keepdim: true)
        return (centred * centred).reduced(dim, keepdim, "var") { parts in
            // Of one number the unbiased variance is NaN, and of none either is.
            try parts.doubles { Float($0 / Double(Swift.max(0, parts.length - (unbiased ? 1 : 0)))) }
        }
    }

    /// The standard deviation of all elements, divided by n − 1 as in PyTorch unless `unbiased` is false: `t.std()`.
    public func std(unbiased: Bool = true) -> Tensor { `var`(unbiased: unbiased).sqrt() }

    /// The standard deviation along an axis: `t.std(dim: -1)` of [8, 15, 512] is [8, 15].
    public func std(dim: Int, keepdim: Bool = false, unbiased: Bool = true) -> Tensor {
        `var`(dim: dim, keepdim: keepdim, unbiased: unbiased).sqrt()
    }

    /// The standard deviation along several axes: `t.std(dim: [0, 1])` of [8, 15, 12] is [12].
    public func std(dim: [Int], keepdim: Bool = false, unbiased: Bool = true) -> Tensor {
        `var`(dim: dim, keepdim: keepdim, unbiased: unbiased).sqrt()
    }

    /// The Euclidean norm of all elements: `t.norm()`, which has no axes.
    public func norm() -> Tensor { flattened().norm(dim: 0) }

    /// The Euclidean norm along an axis: `t.norm(dim: -1)` of [8, 15, 512] is [8, 15].
    public func norm(dim: Int, keepdim: Bool = false) -> Tensor {
        // Of nothing but zeros it has no slope; 0 is one of those that come near.
        let slope = { (g: Tensor, x: Tensor, y: Tensor) in
            let ratio = Tensor.where(y .== 0, 0, g / y)
            return try x * Rule.spread(ratio, over: [dim], keepdim, like: x)
        }
        if let norm = recorded("norm", { $0.norm(dim: dim, keepdim: keepdim) }, slope) { return norm }
        let floats = asType(.float32)
        return (floats * floats).reduced([dim], keepdim, "norm") { try $0.doubles { Float($0.squareRoot()) } }
    }

    /// The largest element: `t.max()`, which has no axes.
    public func max() -> Tensor { flattened().max(dim: [0]) }

    /// The largest element along an axis; where it lies, ``argmax(dim:keepdim:)`` says. NaN counts as largest.
    ///
    /// `t.max(dim: -1)` of [8, 15, 512] is [8, 15].
    public func max(dim: Int, keepdim: Bool = false) -> Tensor {
        picked(dim, keepdim, "max", isMax: true).values
    }

    /// The smallest element: `t.min()`, which has no axes.
    public func min() -> Tensor { flattened().min(dim: [0]) }

    /// The smallest element along an axis. NaN counts as smallest: `t.min(dim: -1)` of [8, 15, 512] is [8, 15].
    public func min(dim: Int, keepdim: Bool = false) -> Tensor {
        picked(dim, keepdim, "min", isMax: false).values
    }

    /// Where the largest element lies, counted in row-major order: `t.argmax()`, which has no axes.
    public func argmax() -> Tensor { flattened().argmax(dim: 0) }

    /// Where along an axis the largest element lies; the first of equal ones.
    ///
    /// `t.argmax(dim: -1)` of [8, 15, 512] is [8, 15].
    public func argmax(dim: Int, keepdim: Bool = false) -> Tensor {
        detach().extremes([dim], keepdim, "argmax", isMax: true).positions
    }

    /// Where the smallest element lies, counted in row-major order: `t.argmin()`, which has no axes.
    public func argmin() -> Tensor { flattened().argmin(dim: 0) }

    /// Where along an axis the smallest element lies; the first of equal ones.
    ///
    /// `t.argmin(dim: -1)` of [8, 15, 512] is [8, 15].
    public func argmin(dim: Int, keepdim: Bool = false) -> Tensor {
        detach().extremes([dim], keepdim, "argmin", isMax: false).positions
    }

    /// The running sum along an axis: `t.cumsum(dim: 0)`, of the same shape.
    public func cumsum(dim: Int) -> Tensor {
        recorded("cumsum", { $0.cumsum(dim: dim) }) { g, _, _ in g.flipped(dim: dim).cumsum(dim: dim).flipped(dim: dim)
        }
            ?? cumulative(dim, "cumsum", 0, +) { $0.addingReportingOverflow($1) }
    }

    /// The running product along an axis: `t.cumprod(dim: 0)`, of the same shape.
    public func cumprod(dim: Int) -> Tensor {
        cumulative(dim, "cumprod", 1, *) { $0.multipliedReportingOverflow(by: $1) }
    }

    private func cumulative(
        _ dim: Int, _ operation: StaticString, _ start: Int, _ floats: (Double, Double) -> Double,
        _ ints: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Tensor {
        Tensor.orFault {
            if ndim == 0 {
                return try withAxis([dim], "\(operation)") {
                    try $0.cumulative(0, operation, start, floats, ints).renamed(to: [])
                }
            }
            let (outer, length, inner) = Shape.split(shape, at: try Shape.axis(dim, shape, "\(operation)"))
            if storage.node != nil { refuseIfTracked(operation) }
            let source = dtype == .float32 ? self : try converted(to: .int64)
            if source.dtype == .float32 {
                return try source.running(outer, length, inner, Float.self, Double(start)) { sum, value in
                    sum = floats(sum, Double(value))
                    return Float(sum)
                }
            }
            return try source.running(outer, length, inner, Int.self, start) { sum, value in
                let (next, overflow) = ints(sum, value)
                guard !overflow else { throw TensorError.integerOverflow(operation: "\(operation)") }
                sum = next
                return sum
            }
        }
    }

    private func running<E: TensorElement, Sum>(
        _ outer: Int, _ length: Int, _ inner: Int, _: E.Type, _ start: Sum, _ step: (inout Sum, E) throws -> E
    ) throws -> Tensor {
        let source = elements(E.self)
        return try withExtendedLifetime(storage) {
            try Tensor.filled(shape, E.self) { out in
                var pace = Pace()
                for row in 0..<(out.isEmpty ? 0 : outer * inner) {
                    let first = row / inner * length * inner + row % inner
                    var sum = start
                    try pace.spend(length)
                    try forEachStretch(length) {
                        for i in $0 { out[first + i * inner] = try step(&sum, source[first + i * inner]) }
                    }
                }
            }
        }
    }
}
