internal import SessionSafety

extension Tensor {
    /// The elements in order along an axis, and where each came from. Equal ones keep their order; NaN counts as largest.
    ///
    /// ```swift
    /// let (values, indices) = scores.flattened().sort(descending: true)
    /// ```
    public func sort(dim: Int = -1, descending: Bool = false) -> (values: Tensor, indices: Tensor) {
        picked(dim, "sort", nil, descending)
    }

    /// Where the elements in order along an axis come from: `t.argsort(dim: -1)`, of the same shape.
    public func argsort(dim: Int = -1, descending: Bool = false) -> Tensor {
        sort(dim: dim, descending: descending).indices
    }

    /// The `k` largest elements along an axis, largest first, and where they are.
    ///
    /// ```swift
    /// let (values, tokens) = finalLogits.topk(5)      // both [batch, 5]
    /// ```
    public func topk(_ k: Int, dim: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor) {
        picked(dim, "topk", k, largest)
    }

    private func picked(
        _ dim: Int, _ operation: String, _ k: Int?, _ descending: Bool
    ) -> (values: Tensor, indices: Tensor) {
        Tensor.orFault(returning: (Tensor(), Tensor())) {
            if ndim == 0 {
                return try withAxis([dim], operation) {
                    let (values, indices) = $0.picked(0, operation, k, descending)
                    // Of none of the one, nothing is left: [0], as in PyTorch.
                    return k == 0 ? (values, indices) : (try values.renamed(to: []), try indices.renamed(to: []))
                }
            }
            let axis = try Shape.axis(dim, shape, operation)
            if let k, k < 0 || k > shape[axis] {
                throw TensorError.badArgument(
                    operation: operation, argument: "k", value: "\(k)", expected: "between 0 and \(shape[axis])")
            }
            let last = axis == ndim - 1 ? self : transposed(axis, -1)
            let positions = try last.detach().order(k ?? shape[axis], descending)
            let values = last.gather(dim: -1, index: positions)
            return axis == ndim - 1
                ? (values, positions) : (values.transposed(axis, -1), positions.transposed(axis, -1))
        }
    }

    /// The positions of the first `k` elements in order, along the last axis.
    private func order(_ k: Int, _ descending: Bool) throws -> Tensor {
        switch dtype {
        case .float32:
            descending
                ? try order(k, Float.self) { $0 > $1 || ($0.isNaN && !$1.isNaN) }
                : try order(k, Float.self) { $0 < $1 || ($1.isNaN && !$0.isNaN) }
        case .int64: descending ? try order(k, Int.self, >) : try order(k, Int.self, <)
        case .bool: descending ? try order(k, Truth.self, >) : try order(k, Truth.self, <)
        }
    }

    private func order<E: TensorElement>(_ k: Int, _: E.Type, _ isBefore: (E, E) -> Bool) throws -> Tensor {
        let (width, source) = (shape[ndim - 1], elements(E.self))
        return try withExtendedLifetime(storage) {
            try Tensor.filled(shape.dropLast() + [k], Int.self) { out in
                for row in 0..<(k == 0 ? 0 : out.count / k) {
                    try Interruption.check()
                    let values = UnsafeBufferPointer(rebasing: source[row * width..<(row + 1) * width])
                    let isShort = k <= 64 && k < width
                    let first = isShort ? try firstFew(values, k, isBefore) : try allOrdered(values, isBefore)
                    try forEachStretch(k) { for i in $0 { out[row * k + i] = first[i] } }
                }
            }
        }
    }

    /// All positions in order. The comparison looks at the stop flag: a long row takes seconds.
    private func allOrdered<E>(_ values: UnsafeBufferPointer<E>, _ isBefore: (E, E) -> Bool) throws -> [Int] {
        // The list and what sorting it takes beside it.
        try TensorError.checkMemory(values.count, of: 3 * MemoryLayout<Int>.stride)
        return try values.indices.sorted {
            if Interruption.isRequested { throw Interrupted() }
            if isBefore(values[$0], values[$1]) { return true }
            return !isBefore(values[$1], values[$0]) && $0 < $1
        }
    }

    /// The first `k` positions in order, by insertion into a short list.
    private func firstFew<E>(
        _ values: UnsafeBufferPointer<E>, _ k: Int, _ isBefore: (E, E) -> Bool
    ) throws -> [Int] {
        var best: [Int] = []
        try forEachStretch(values.count) {
            for i in $0 {
                if best.count == k {
                    guard isBefore(values[i], values[best[k - 1]]) else { continue }
                    best.removeLast()
                }
                var place = best.count
                while place > 0 && isBefore(values[i], values[best[place - 1]]) { place -= 1 }
                best.insert(i, at: place)
            }
        }
        return best
    }
}
