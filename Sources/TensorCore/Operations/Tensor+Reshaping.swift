internal import SessionSafety

extension Tensor {
    /// The same elements in another shape; one length may be -1, to be worked out from the rest.
    ///
    /// ```swift
    /// z.reshaped([batch, position, -1])       // [batch, position, head · d_head]
    /// ```
    public func reshaped(_ shape: [Int]) -> Tensor {
        Tensor.orFault { try viewed(as: shape) }
    }

    /// The same elements in another shape: `z.reshaped(2, -1)`.
    public func reshaped(_ lengths: Int...) -> Tensor { reshaped(lengths) }

    private func viewed(as target: [Int]) throws -> Tensor {
        var target = target
        let open = target.indices.filter { target[$0] == -1 }
        if let axis = open.first, open.count == 1 {
            target[axis] = 1
            let rest = try Shape.count(target)
            guard rest > 0, count % rest == 0 else {
                target[axis] = -1
                throw TensorError.badReshape(from: shape, to: target)
            }
            target[axis] = count / rest
        }
        return try renamed(to: target)
    }

    /// The same storage under another shape of the same size.
    func renamed(to shape: [Int]) throws(TensorError) -> Tensor {
        let renamed = try Tensor(shape: shape, dtype: dtype, storage: storage, offset: offset)
        guard renamed.count == count else { throw .badReshape(from: self.shape, to: shape) }
        return renamed
    }

    /// All elements along one axis: `t.flattened()` of [4, 3] is [12].
    public func flattened() -> Tensor { Tensor.orFault { try renamed(to: [count]) } }

    /// The axes from `start` to `end` merged into one, as PyTorch's `flatten`.
    ///
    /// `t.flattened(1)` of [8, 15, 12] is [8, 180].
    public func flattened(_ start: Int, _ end: Int = -1) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([start, end], "flattened") { $0 } }
            let first = try Shape.axis(start, shape, "flattened")
            let last = try Shape.axis(end, shape, "flattened")
            guard first <= last else { throw TensorError.badPermutation(axes: [start, end], shape: shape) }
            return try renamed(to: Array(shape[..<first]) + [shape[first...last].reduce(1, *)] + shape[(last + 1)...])
        }
    }

    /// Without the axes of length 1: `t.squeezed()` of [1, 5, 1] is [5].
    public func squeezed() -> Tensor { Tensor.orFault { try renamed(to: shape.filter { $0 != 1 }) } }

    /// Without axis `dim` if its length is 1: `t.squeezed(dim: 0)` of [1, 5, 1] is [5, 1].
    public func squeezed(dim: Int) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([dim], "squeezed") { _ in self } }
            let axis = try Shape.axis(dim, shape, "squeezed")
            guard shape[axis] == 1 else { return self }
            var shape = shape
            shape.remove(at: axis)
            return try renamed(to: shape)
        }
    }

    /// With a new axis of length 1 at `dim`; -1 is behind the last: `t.unsqueezed(dim: -1)` of [8, 15] is [8, 15, 1].
    public func unsqueezed(dim: Int) -> Tensor {
        Tensor.orFault {
            let axis = dim < 0 ? dim &+ ndim &+ 1 : dim
            guard (0...ndim).contains(axis) else {
                throw TensorError.badAxis(operation: "unsqueezed", axis: dim, shape: shape)
            }
            var shape = shape
            shape.insert(1, at: axis)
            return try renamed(to: shape)
        }
    }

    /// What `body` makes of a single number seen as a tensor of shape [1], if `dims` name that axis.
    ///
    /// A single number has an axis 0 or -1 for operations along an axis, as in PyTorch.
    func withAxis<R>(_ dims: [Int], _ operation: String, _ body: (Tensor) throws -> R) throws -> R {
        let one = try renamed(to: [1])
        for dim in dims where dim != 0 && dim != -1 {
            throw TensorError.badAxis(operation: operation, axis: dim, shape: shape)
        }
        return try body(one)
    }
}
