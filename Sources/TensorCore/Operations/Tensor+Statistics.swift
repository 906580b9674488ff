extension Tensor {
    /// The largest element along several axes. NaN counts as largest: `t.max(dim: [0, 1])` of [8, 15, 12] is [12].
    public func max(dim: [Int], keepdim: Bool = false) -> Tensor {
        recorded("max", { $0.max(dim: dim, keepdim: keepdim) }) { g, x, y in
            try Rule.evenly(g, y, over: dim, keepdim, like: x)
        } ?? extremes(dim, keepdim, "max", isMax: true).values
    }

    /// The smallest element along several axes. NaN counts as smallest: `t.min(dim: [0, 1])` of [8, 15, 12] is [12].
    public func min(dim: [Int], keepdim: Bool = false) -> Tensor {
        recorded("min", { $0.min(dim: dim, keepdim: keepdim) }) { g, x, y in
            try Rule.evenly(g, y, over: dim, keepdim, like: x)
        } ?? extremes(dim, keepdim, "min", isMax: false).values
    }

    /// The largest element along an axis and where it lies, as PyTorch's `max(dim)`.
    ///
    /// ```swift
    /// let (best, tokens) = logits.maxWithIndices(dim: -1)
    /// ```
    public func maxWithIndices(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
        let (values, positions) = picked(dim, keepdim, "maxWithIndices", isMax: true)
        return (values, positions)
    }

    /// The smallest element along an axis and where it lies, as PyTorch's `min(dim)`: `let (values, indices) = t.minWithIndices(dim: -1)`.
    public func minWithIndices(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
        let (values, positions) = picked(dim, keepdim, "minWithIndices", isMax: false)
        return (values, positions)
    }

    /// Extremes along an axis and where they lie; a gradient goes to the elements that were picked.
    func picked(
        _ dim: Int, _ keepdim: Bool, _ operation: String, isMax: Bool
    ) -> (values: Tensor, positions: Tensor) {
        let (values, positions) = detach().extremes([dim], keepdim, operation, isMax: isMax)
        guard isTracked, values.count > 0 else { return (values, positions) }
        if ndim == 0 { return (self, positions) }
        let places = keepdim ? positions : positions.unsqueezed(dim: dim < 0 ? dim + ndim : dim)
        return (gather(dim: dim, index: places).reshaped(values.shape), positions)
    }

    /// ln Σ eˣ along an axis, without overflow: logits minus it are logarithms of probabilities.
    ///
    /// ```swift
    /// let logProbs = logits - logits.logsumexp(dim: -1, keepdim: true)
    /// ```
    public func logsumexp(dim: Int, keepdim: Bool = false) -> Tensor {
        let slope = { (g: Tensor, x: Tensor, y: Tensor) in
            let (spread, total) = (
                try Rule.spread(g, over: [dim], keepdim, like: x), try Rule.spread(y, over: [dim], keepdim, like: x)
            )
            return spread * (x - total).exp()
        }
        return recorded("logsumexp", { $0.logsumexp(dim: dim, keepdim: keepdim) }, slope)
            ?? Tensor.orFault {
                let axis = ndim == 0 ? dim : try Shape.axis(dim, shape, "logsumexp")
                let floats = try converted(to: .float32)
                if ndim > 0, shape[axis] == 0 { return floats.sum(dim: axis, keepdim: keepdim) - Double.infinity }
                let top = try floats.max(dim: dim, keepdim: true).mapElements(Float.self) { $0.isFinite ? $0 : 0 }
                let sum = (floats - top).exp().sum(dim: dim, keepdim: true).log() + top
                return keepdim || ndim == 0 ? sum : sum.squeezed(dim: axis)
            }
    }

    /// The middle element along an axis in their order, the lower of two, and where it lies. NaN where there is any.
    ///
    /// ```swift
    /// let (medians, _) = scores.median(dim: -1)
    /// ```
    public func median(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
        Tensor.orFault(returning: (Tensor(), Tensor())) {
            if ndim == 0 {
                return try withAxis([dim], "median") {
                    let (values, indices) = $0.median(dim: 0)
                    return (values, indices)
                }
            }
            let axis = try Shape.axis(dim, shape, "median")
            guard shape[axis] > 0 else {
                throw TensorError.emptyReduction(operation: "median", shape: shape)
            }
            let (sorted, places) = sort(dim: axis)
            // NaN comes last: where there is any, the first of them is taken.
            let others = shape[axis] - isNaN().sum(dim: axis, keepdim: true)
            let middle = Tensor.where(others .< Tensor(shape[axis]), others, Tensor((shape[axis] - 1) / 2))
            let (values, indices) = (sorted.gather(dim: axis, index: middle), places.gather(dim: axis, index: middle))
            return keepdim ? (values, indices) : (values.squeezed(dim: axis), indices.squeezed(dim: axis))
        }
    }

    /// The middle of all elements in their order, the lower of two. NaN where there is any, and of nothing.
    ///
    /// `t.median()`
    public func median() -> Tensor { count == 0 ? Tensor(Double.nan) : flattened().median(dim: 0).values }

    /// What a share `q` of all elements does not exceed, straight between the two nearest elements.
    ///
    /// ```swift
    /// let bound = scores.quantile(0.95)
    /// ```
    public func quantile(_ q: Double) -> Tensor { flattened().quantile(q, dim: 0) }

    /// What a share `q` of the elements along an axis does not exceed, straight between the two nearest elements. NaN
    /// where there is any.
    ///
    /// `t.quantile(0.95, dim: -1)` of [8, 15] is [8].
    public func quantile(_ q: Double, dim: Int, keepdim: Bool = false) -> Tensor {
        Tensor.orFault {
            guard (0...1).contains(q) else {
                throw TensorError.badArgument(operation: "quantile", argument: "q", value: "\(q)", expected: "0 to 1")
            }
            if ndim == 0 { return try withAxis([dim], "quantile") { $0.quantile(q, dim: 0) } }
            let axis = try Shape.axis(dim, shape, "quantile")
            guard count > 0 else { throw TensorError.emptyReduction(operation: "quantile", shape: shape) }
            let floats = try converted(to: .float32)
            let sorted = floats.sort(dim: axis).values
            let place = q * Double(shape[axis] - 1)
            let (low, high) = (
                try sorted.gathering(axis: axis, [Int(place.rounded(.down))]),
                try sorted.gathering(axis: axis, [Int(place.rounded(.up))])
            )
            let share = Float(place - place.rounded(.down))
            let between = share < 0.5 ? low + share * (high - low) : high - (high - low) * (1 - share)
            let result = Tensor.where(floats.isNaN().any(dim: axis, keepdim: true), Tensor(Double.nan), between)
            return keepdim ? result : result.squeezed(dim: axis)
        }
    }

    /// The distinct elements, in rising order: [count]. Of several NaN all are kept, as in PyTorch.
    ///
    /// `tokens.unique()` is [count].
    public func unique() -> Tensor {
        Tensor.orFault {
            let sorted = flattened().sort().values
            guard count > 1 else { return sorted }
            let (before, after) = (sorted[0..<(count - 1)], sorted[1...])
            let isNew = Tensor.cat([Tensor([true]), before .!= after])
            return sorted[isNew]
        }
    }
}
