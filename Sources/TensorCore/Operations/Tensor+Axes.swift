internal import SessionSafety

extension Tensor {
    /// With two axes exchanged: `scores.transposed(-1, -2)`.
    public func transposed(_ first: Int, _ second: Int) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([first, second], "transposed") { _ in self } }
            var axes = Array(shape.indices)
            axes.swapAt(
                try Shape.axis(first, shape, "transposed"), try Shape.axis(second, shape, "transposed"))
            return try reordered(axes)
        }
    }

    /// The transposed matrix: the last two axes exchanged.
    ///
    /// `t.transposed()` of [8, 15, 12] is [8, 12, 15].
    public func transposed() -> Tensor { ndim < 2 ? self : transposed(-2, -1) }

    /// The transposed matrix, as PyTorch's `.T`.
    public var T: Tensor { transposed() }

    /// With the axes in another order: axis i of the result is axis `axes[i]` of this tensor.
    ///
    /// `t.permuted([2, 0, 1])` of [8, 15, 12] is [12, 8, 15].
    public func permuted(_ axes: [Int]) -> Tensor {
        Tensor.orFault {
            let positive = try axes.map { axis throws(TensorError) in try Shape.axis(axis, shape, "permuted") }
            guard positive.count == ndim, Set(positive).count == ndim else {
                throw TensorError.badPermutation(axes: axes, shape: shape)
            }
            return try reordered(positive)
        }
    }

    /// With the axes in another order: `z.permuted(0, 2, 1, 3)`.
    public func permuted(_ axes: Int...) -> Tensor { permuted(axes) }

    func reordered(_ axes: [Int]) throws -> Tensor {
        let shape = axes.map { self.shape[$0] }
        // Moving axes of length 1 about leaves the order in memory as it is.
        let moved = axes.filter { self.shape[$0] != 1 }
        if moved == moved.sorted() { return try renamed(to: shape) }
        let strides = Shape.strides(self.shape)
        return try strided(shape, axes.map { strides[$0] })
    }

    /// With each axis repeated: `row.repeated([4, 1])`, PyTorch's `repeat`. More counts than axes add axes in front.
    public func repeated(_ counts: [Int]) -> Tensor {
        Tensor.orFault {
            guard counts.count >= ndim, counts.allSatisfy({ $0 >= 0 }) else {
                throw TensorError.badArgument(
                    operation: "repeated", argument: "counts", value: "\(counts)",
                    expected: "one number of repetitions per axis of shape \(shape), none negative")
            }
            let own = [Int](repeating: 1, count: counts.count - ndim) + shape
            let strides = Shape.strides(own)
            // Each axis becomes [count, length], the count with stride 0.
            let wide = zip(counts, own).flatMap { [$0, $1] }
            let target = try zip(counts, own).map { try Shape.count([$0, $1]) }
            _ = try Shape.count(target)
            return try strided(wide, strides.flatMap { [0, $0] }).renamed(to: target)
        }
    }

    /// With the order along an axis reversed: `t.flipped(dim: 0)`, of the same shape.
    public func flipped(dim: Int) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([dim], "flipped") { _ in self } }
            let axis = try Shape.axis(dim, shape, "flipped")
            var indices = [TensorIndexOperation](repeating: .slice(start: 0, end: nil, step: 1), count: axis)
            indices.append(.slice(start: nil, end: nil, step: -1))
            return try read(IndexPlan(indices, shape: shape))
        }
    }

    /// Tensors of one shape set side by side along a new axis.
    ///
    /// ```swift
    /// let resid = Tensor.stack(layers.map { cache["resid_post", $0] })      // [layer, batch, position, d_model]
    /// ```
    public static func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
        guard let first = tensors.first, let other = tensors.first(where: { $0.shape != first.shape }) else {
            return cat(tensors.map { $0.unsqueezed(dim: dim) }, dim: dim)
        }
        let error = TensorError.shapeMismatch(operation: "stack", left: first.shape, right: other.shape)
        return Fault.raise(error, returning: Tensor())
    }

    /// Tensors joined end to end along an axis; the other lengths must agree.
    ///
    /// `Tensor.cat([a, b], dim: 1)` of [2, 3] and [2, 4] is [2, 7].
    public static func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
        orFault {
            guard let first = tensors.first else {
                throw TensorError.badArgument(
                    operation: "cat", argument: "the list", value: "empty", expected: "at least one tensor")
            }
            let axis = try Shape.axis(dim, first.shape, "cat")
            let dtype = tensors.map(\.dtype).reduce(.bool, DType.promoted)
            let parts = tensors.map { $0.asType(dtype) }
            return try recorded("cat", parts, { try joined($0, axis, dtype) }) { parts, _ in
                let starts = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.shape[axis]) }
                return zip(starts, parts).map { start, part in
                    { $0.stretch(axis, start..<(start + part.shape[axis])) }
                }
            } ?? joined(parts, axis, dtype)
        }
    }

    /// Some positions along an axis.
    private func stretch(_ axis: Int, _ range: Range<Int>) -> Tensor {
        let all = [TensorIndexOperation](repeating: .slice(start: 0, end: nil, step: 1), count: axis)
        return self[indices: all + [range.tensorIndex]]
    }

    private static func joined(_ tensors: [Tensor], _ axis: Int, _ dtype: DType) throws -> Tensor {
        var shape = tensors[0].shape
        for tensor in tensors.dropFirst() {
            guard tensor.ndim == shape.count,
                shape.indices.allSatisfy({ $0 == axis || tensor.shape[$0] == shape[$0] })
            else { throw TensorError.shapeMismatch(operation: "cat", left: tensors[0].shape, right: tensor.shape) }
        }
        shape[axis] = try tensors.reduce(0) { sum, tensor in
            let (length, overflow) = sum.addingReportingOverflow(tensor.shape[axis])
            guard !overflow else { throw TensorError.tooManyElements(shape: shape) }
            return length
        }
        let result = try allocate(shape, dtype)
        let rowBytes = Shape.split(shape, at: axis).inner * dtype.byteCount
        var start = 0
        for tensor in tensors where tensor.count > 0 {
            let (outer, length, _) = Shape.split(tensor.shape, at: axis)
            let bytes = length * rowBytes
            let source = tensor.storage.bytes + tensor.offset * dtype.byteCount
            let target = result.storage.bytes + start
            var pace = Pace()
            for row in 0..<outer {
                try pace.spend(bytes)
                try forEachStretch(bytes) {
                    (target + row * shape[axis] * rowBytes + $0.lowerBound)
                        .copyMemory(from: source + row * bytes + $0.lowerBound, byteCount: $0.count)
                }
            }
            start += bytes
        }
        return result
    }
}
