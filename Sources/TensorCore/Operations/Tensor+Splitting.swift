extension Tensor {
    /// The parts along an axis, without it: PyTorch's `unbind`.
    ///
    /// ```swift
    /// for head in pattern.unbound(dim: 0) { … }        // each [position, position]
    /// ```
    public func unbound(dim: Int = 0) -> [Tensor] {
        Tensor.orFault(returning: []) {
            let axis = try Shape.axis(dim, shape, "unbound")
            return try parts(shape[axis]) { place in try read(IndexPlan(Self.index(axis, .pick(place)), shape: shape)) }
        }
    }

    /// Parts of `size` positions each along an axis; the last may be shorter.
    ///
    /// ```swift
    /// let (first, second) = (tokens.split(100, dim: 1)[0], tokens.split(100, dim: 1)[1])
    /// ```
    public func split(_ size: Int, dim: Int = 0) -> [Tensor] {
        Tensor.orFault(returning: []) {
            let axis = try Shape.axis(dim, shape, "split")
            let length = shape[axis]
            guard size > 0 || size == 0 && length == 0 else {
                throw TensorError.badArgument(
                    operation: "split", argument: "size", value: "\(size)", expected: "at least 1")
            }
            return try parts(length == 0 ? 1 : (length - 1) / size + 1) { number in
                let start = number * size
                let end = start + Swift.min(size, length - start)
                return try read(IndexPlan(Self.index(axis, .slice(start: start, end: end, step: 1)), shape: shape))
            }
        }
    }

    /// With the positions along an axis moved on by `shift`; what falls off the end comes in at the front.
    ///
    /// ```swift
    /// Tensor([1, 2, 3, 4]).rolled(1, dim: 0)       // [4, 1, 2, 3]
    /// ```
    public func rolled(_ shift: Int, dim: Int) -> Tensor {
        Tensor.orFault {
            let axis = try Shape.axis(dim, shape, "rolled")
            guard shape[axis] > 0 else { return self }
            let rest = shift % shape[axis]
            let start = rest > 0 ? shape[axis] - rest : -rest
            let (front, back) = (
                Self.index(axis, .slice(start: start, end: nil, step: 1)),
                Self.index(axis, .slice(start: 0, end: start, step: 1))
            )
            return Tensor.cat(
                [try read(IndexPlan(front, shape: shape)), try read(IndexPlan(back, shape: shape))], dim: axis)
        }
    }

    /// An index on one axis and all of those before it.
    private static func index(_ axis: Int, _ index: TensorIndexOperation) -> [TensorIndexOperation] {
        [TensorIndexOperation](repeating: .slice(start: 0, end: nil, step: 1), count: axis) + [index]
    }

    private func parts(_ count: Int, _ part: (Int) throws -> Tensor) throws -> [Tensor] {
        // What a tensor takes besides its elements.
        try TensorError.checkMemory(count, of: 256)
        var parts: [Tensor] = []
        var pace = Pace()
        for number in 0..<count {
            try pace.spend(1000)
            parts.append(try part(number))
        }
        return parts
    }
}
