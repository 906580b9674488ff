internal import SessionSafety

extension Tensor {
    /// The matrix product, as PyTorch's `matmul`.
    ///
    /// ```swift
    /// let result = z.matmul(model.W_O[layer])      // [batch, head, position, d_head] × [head, d_head, d_model]
    /// ```
    /// The last two axes are the matrices, those before are stretched to fit; a tensor with one axis is a row on the left
    /// and a column on the right. The result is float32.
    public func matmul(_ other: Tensor) -> Tensor {
        Tensor.orFault {
            guard ndim > 0, other.ndim > 0 else {
                throw TensorError.shapeMismatch(operation: "matmul", left: shape, right: other.shape)
            }
            let left = ndim == 1 ? try renamed(to: [1] + shape) : self
            let right = other.ndim == 1 ? try other.renamed(to: other.shape + [1]) : other
            let product = try left.asType(.float32).product(right.asType(.float32), shape, other.shape)
            var result = product.shape
            if other.ndim == 1 { result.removeLast() }
            if ndim == 1 { result.remove(at: result.count - (other.ndim == 1 ? 1 : 2)) }
            return try product.renamed(to: result)
        }
    }

    /// The inner product of two tensors with one axis: `a.dot(b)` of [5] and [5] has no axes.
    public func dot(_ other: Tensor) -> Tensor {
        guard ndim == 1, other.ndim == 1 else {
            let error = TensorError.shapeMismatch(operation: "dot", left: shape, right: other.shape)
            return Fault.raise(error, returning: Tensor())
        }
        return matmul(other)
    }

    /// Both have two axes or more, and are float32; `left` and `right` are the shapes that errors name.
    private func product(_ other: Tensor, _ left: [Int], _ right: [Int]) throws -> Tensor {
        let (m, k, n) = (shape[ndim - 2], shape[ndim - 1], other.shape[other.ndim - 1])
        guard other.shape[other.ndim - 2] == k, Swift.max(m, k, n) <= Int(Int32.max) else {
            throw TensorError.shapeMismatch(operation: "matmul", left: left, right: right)
        }
        if other.ndim == 2 {
            let outer = Array(shape.dropLast())
            let rows = try Shape.count(outer)
            return try renamed(to: [1, rows, k]).batches(other.renamed(to: [1, k, n]), outer + [n])
        }
        let batch = try Shape.broadcast(Array(shape.dropLast(2)), Array(other.shape.dropLast(2)), "matmul")
        let a = try stretched(to: batch + [m, k], "matmul")
        let b = try other.stretched(to: batch + [k, n], "matmul")
        let count = try Shape.count(batch)
        return try a.renamed(to: [count, m, k]).batches(b.renamed(to: [count, k, n]), batch + [m, n])
    }

    /// [batch, m, k] × [batch, k, n], the result under another name of the same size.
    func batches(_ other: Tensor, _ target: [Int]) throws -> Tensor {
        let product = Tensor.recorded(
            "matmul", self, other, { try $0.batches($1, target) },
            { g, a, b, _ in try g.renamed(to: [a.shape[0], a.shape[1], b.shape[2]]).products(b, transposed: .right) },
            { g, a, b, _ in try a.products(g.renamed(to: [a.shape[0], a.shape[1], b.shape[2]]), transposed: .left) })
        if let product { return product }
        let (count, m, k, n) = (shape[0], shape[1], shape[2], other.shape[2])
        let result = try Tensor.allocate(target, .float32)
        guard result.count > 0 else { return result }
        guard k > 0, let a = elements(Float.self).baseAddress, let b = other.elements(Float.self).baseAddress,
            let c = result.mutableElements(Float.self).baseAddress
        else { return try Tensor.constant(target, Float(0)) }
        try withExtendedLifetime((storage, other.storage)) {
            for i in 0..<count {
                try MatrixProduct.multiply(
                    a + i * m * k, k, b + i * k * n, n, into: c + i * m * n, n, m: m, n: n, k: k)
            }
        }
        return result
    }

    private enum Transposed { case left, right }

    /// aᵀ · b or a · bᵀ for each of a batch: [batch, …, …] × [batch, …, …]
    private func products(_ other: Tensor, transposed: Transposed) throws -> Tensor {
        let isLeft = transposed == .left
        let (m, k) = isLeft ? (shape[2], shape[1]) : (shape[1], shape[2])
        let n = isLeft ? other.shape[2] : other.shape[1]
        let result = try Tensor.allocate([shape[0], m, n], .float32)
        guard result.count > 0 else { return result }
        guard k > 0, let a = elements(Float.self).baseAddress, let b = other.elements(Float.self).baseAddress,
            let c = result.mutableElements(Float.self).baseAddress
        else { return try Tensor.constant([shape[0], m, n], Float(0)) }
        try withExtendedLifetime((storage, other.storage)) {
            for i in 0..<shape[0] {
                try MatrixProduct.multiply(
                    a + i * m * k, shape[2], transposeA: isLeft, b + i * k * n, other.shape[2], transposeB: !isLeft,
                    into: c + i * m * n, n, m: m, n: n, k: k)
            }
        }
        return result
    }
}
