extension Tensor {
    /// The product of all elements: `t.prod()`.
    public func prod() -> Tensor { flattened().prod(dim: 0) }

    /// The product along an axis; of integers and truth values an integer: `t.prod(dim: -1)` of [8, 15] is [8].
    public func prod(dim: Int, keepdim: Bool = false) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([dim], "prod") { $0.prod(dim: 0) } }
            let axis = try Shape.axis(dim, shape, "prod")
            if let product = recorded(
                "prod", { $0.prod(dim: dim, keepdim: keepdim) },
                { g, x, _ in
                    try Rule.product(Rule.spread(g, over: [dim], keepdim, like: x), x, axis: axis)
                })
            {
                return product
            }
            var shape = shape
            shape[axis] = 1
            // The last of the running products; of nothing the product is 1.
            let last = self.shape[axis] - 1
            let products =
                last < 0
                ? Tensor.ones(shape, dtype: dtype == .float32 ? .float32 : .int64)
                : try cumprod(dim: axis).gathering(axis: axis, [last])
            return keepdim ? products : products.squeezed(dim: axis)
        }
    }

    /// The product of every element of one tensor with every element of the other, both with one axis.
    ///
    /// `a.outer(b)` of [3] and [4] is [3, 4].
    public func outer(_ other: Tensor) -> Tensor {
        Tensor.orFault {
            guard ndim == 1, other.ndim == 1 else {
                throw TensorError.shapeMismatch(operation: "outer", left: shape, right: other.shape)
            }
            return unsqueezed(dim: 1) * other
        }
    }

    /// Divided by the Euclidean norm along an axis, or by `eps` where that is larger.
    ///
    /// ```swift
    /// let directions = model.W_U.T.normalized(dim: -1)
    /// ```
    public func normalized(dim: Int, eps: Double = 1e-12) -> Tensor {
        self / norm(dim: dim, keepdim: true).clip(min: eps)
    }

    /// The cosine of the angle between two tensors along an axis, with broadcasting.
    ///
    /// ```swift
    /// residual.cosineSimilarity(direction, dim: -1)        // of [position, d_model] and [d_model]: [position]
    /// ```
    public func cosineSimilarity(_ other: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor {
        Tensor.orFault {
            let shape = try Shape.broadcast(self.shape, other.shape, "cosineSimilarity")
            let (a, b) = (
                try stretched(to: shape, "cosineSimilarity"), try other.stretched(to: shape, "cosineSimilarity")
            )
            return (a.normalized(dim: dim, eps: eps) * b.normalized(dim: dim, eps: eps)).sum(dim: dim)
        }
    }

    /// For each id a row with 1 at its place and 0 elsewhere: [..., count].
    ///
    /// ```swift
    /// Tensor.oneHot(Tensor([2, 0]), count: 3)      // [[0, 0, 1], [1, 0, 0]]
    /// ```
    public static func oneHot(_ ids: Tensor, count: Int) -> Tensor {
        orFault {
            guard ids.dtype == .int64 else {
                throw TensorError.badType(operation: "oneHot", dtype: ids.dtype, expected: "integers")
            }
            let places = try ids.renamed(to: ids.shape + [1])
            if let unknown = try ids.firstOutside(0..<Swift.max(0, count)) {
                throw TensorError.badArgument(
                    operation: "oneHot", argument: "an id", value: "\(unknown)",
                    expected: "0 ..< count, which is \(count)")
            }
            return (places .== arange(count)).asType(.int64)
        }
    }

    private func firstOutside(_ range: Range<Int>) throws -> Int? {
        try withUnsafeInts { elements in
            var found: Int?
            try forEachPiece(elements.count) {
                if found == nil { found = elements[$0].first { !range.contains($0) } }
            }
            return found
        }
    }
}
