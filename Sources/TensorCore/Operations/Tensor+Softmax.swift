extension Tensor {
    /// Softmax along an axis.
    ///
    /// ```swift
    /// let pattern = scores.softmax(dim: -1)       // [batch, head, position, position]
    /// ```
    /// −∞ gets no weight, and where an axis holds nothing but −∞ the result is 0 rather than NaN.
    public func softmax(dim: Int) -> Tensor {
        recorded("softmax", { $0.softmax(dim: dim) }) { g, _, y in
            let share = g * y
            return share - y * share.sum(dim: dim, keepdim: true)
        } ?? lazily(dim, "softmax") { $0.softmax(dim: dim) }
            ?? alongRows(dim, "softmax", RowKernels.softmax, LongRow.softmax)
    }

    /// The logarithm of the softmax along an axis: `logits.logSoftmax(dim: -1)`, of the same shape.
    public func logSoftmax(dim: Int) -> Tensor {
        recorded("logSoftmax", { $0.logSoftmax(dim: dim) }) { g, _, y in
            g - y.exp() * g.sum(dim: dim, keepdim: true)
        } ?? lazily(dim, "logSoftmax") { $0.logSoftmax(dim: dim) }
            ?? alongRows(dim, "logSoftmax", RowKernels.logSoftmax, LongRow.logSoftmax)
    }

    /// The same for when it is read, where this tensor waits.
    private func lazily(
        _ dim: Int, _ operation: String, _ along: @escaping @Sendable (Tensor) -> Tensor
    ) -> Tensor? {
        guard isWaiting, (try? Shape.axis(dim, shape, operation)) != nil else { return nil }
        return Tensor.lazy(shape, from: self) { [self] in along(self) }
    }

    private func alongRows(
        _ dim: Int, _ operation: String,
        _ kernel: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, _ rows: Int, _ width: Int) -> Void,
        _ longRow: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, _ width: Int) throws -> Void
    ) -> Tensor {
        Tensor.orFault {
            let source = (ndim == 0 ? try renamed(to: [1]) : self).asType(.float32)
            let axis = try Shape.axis(dim, source.shape, operation)
            if axis != source.ndim - 1 {
                return source.transposed(axis, -1).alongRows(-1, operation, kernel, longRow).transposed(axis, -1)
            }
            let width = source.shape[axis]
            let result = try Tensor.allocate(source.shape, .float32)
            guard let input = source.elements(Float.self).baseAddress,
                let output = result.mutableElements(Float.self).baseAddress, result.count > 0
            else { return result }
            try withExtendedLifetime(source.storage) {
                let rows = result.count / width
                if width > LongRow.shortest {
                    for row in 0..<rows { try longRow(input + row * width, output + row * width, width) }
                    return
                }
                let step = Swift.max(1, (1 << 18) / width)
                try forEachPiece(rows, step) {
                    kernel(input + $0.lowerBound * width, output + $0.lowerBound * width, $0.count, width)
                }
            }
            return try result.renamed(to: shape)
        }
    }
}
