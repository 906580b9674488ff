internal import SessionSafety

extension Tensor {
    /// A mask of where elements are NaN: `t.isNaN()`, of the same shape.
    public func isNaN() -> Tensor {
        Tensor.orFault { try detach().converted(to: .float32).mapElements(Float.self) { Truth($0.isNaN) } }
    }

    /// Whether any element is true, that is, not 0: `(scores .> 0.5).any()`.
    public func any() -> Bool { holds(true) }

    /// Whether all elements are true, that is, not 0: `(scores .> 0.5).all()`.
    public func all() -> Bool { !holds(false) }

    private func holds(_ value: Bool) -> Bool {
        Tensor.orFault(returning: false) {
            let truths = try converted(to: .bool)
            let elements = truths.elements(Truth.self)
            var isFound = false
            try withExtendedLifetime(truths.storage) {
                try forEachPiece(count) { if !isFound { isFound = elements[$0].contains { $0.value == value } } }
            }
            return isFound
        }
    }

    /// A mask of where any element along an axis is true, that is, not 0.
    ///
    /// ```swift
    /// (pattern .> 0.5).any(dim: -1)       // of [head, position, position]: [head, position]
    /// ```
    public func any(dim: Int, keepdim: Bool = false) -> Tensor {
        Tensor.orFault {
            try converted(to: .bool).sum(dim: dim, keepdim: keepdim).mapElements(Int.self) { Truth($0 > 0) }
        }
    }

    /// A mask of where all elements along an axis are true, that is, not 0: `(t .> 0).all(dim: -1)` of [8, 15] is [8].
    public func all(dim: Int, keepdim: Bool = false) -> Tensor {
        Tensor.orFault {
            let others = try converted(to: .bool).mapElements(Truth.self) { Truth(!$0.value) }
            return try others.sum(dim: dim, keepdim: keepdim).mapElements(Int.self) { Truth($0 == 0) }
        }
    }

    /// Where the elements that aren't 0 lie, a row of indices for each: [count, axis]. Of a mask, where it is true.
    ///
    /// ```swift
    /// let heads = (scores .> 0.4).nonzero()        // [count, 2]: layer and head
    /// ```
    public func nonzero() -> Tensor {
        Tensor.orFault {
            let positions = try nonzeroPositions()
            guard ndim > 0 else { return try Tensor.allocate([nonzeroPlaces().count, 0], .int64) }
            return Tensor.stack(positions, dim: 1)
        }
    }

    /// With `value` where the mask is true, with broadcasting.
    ///
    /// ```swift
    /// scores.maskedFilled(Tensor.ones([n, n]).triu(1).asType(.bool), -.infinity)
    /// ```
    public func maskedFilled(_ mask: Tensor, _ value: Double) -> Tensor {
        Tensor.where(mask, Tensor.full([], value, dtype: dtype), self)
    }
}
