internal import SessionSafety

extension Tensor {
    /// What `readout` gives for x, of shape `shape`, computed when it is read, and only the rows and columns that are.
    ///
    /// ```swift
    /// let logits = try Tensor.lazyProduct(normalized, unembedding, shape: [8, 15, 50257])
    /// logits[0..., -1, 0...].gather(dim: 1, index: answers)        // 16 dot products
    /// ```
    /// `x` is [..., inner]. The memory for all of it is set aside at once.
    package static func lazyProduct(_ x: Tensor, _ readout: Readout, shape: [Int]) throws -> Tensor {
        let table = readout.table
        guard let inner = table.shape.last, table.ndim == 2, inner > 0, x.shape.last == inner else {
            throw TensorError.shapeMismatch(operation: "product", left: x.shape, right: table.shape)
        }
        let rows = x.detach().reshaped([x.count / inner, inner])
        let product = try lazy(ReadoutProduct(x: rows, readout: readout), shape)
        guard let place = x.gradientPlace, product.count > 0 else { return product }
        return try product.tracked(on: place.node.tape) { sum, _ in try readout.sendBack(sum, of: rows, to: place) }
    }

    private static func lazy(_ product: ReadoutProduct, _ shape: [Int]) throws -> Tensor {
        let count = try Shape.count(shape)
        guard count > 0 else { return try allocate(shape, .float32) }
        guard count == product.rows * product.columns else {
            throw TensorError.badReshape(from: [product.rows, product.columns], to: shape)
        }
        let storage = try TensorStorage(
            byteCount: count * DType.float32.byteCount, lazy: .product(LazyProduct(product)))
        return try Tensor(shape: shape, dtype: .float32, storage: storage, offset: 0)
    }

    /// What `plan` names of a product that waits; nil when it doesn't wait, or is better computed as a whole.
    func readLazyProduct(_ plan: IndexPlan) throws -> Tensor? {
        guard let lazy = storage.lazyProduct, plan.count > 0 else { return nil }
        if let rows = wholeRows(plan) {
            guard let product = lazy.product(forReading: Double(rows.count)) else { return nil }
            return try Tensor.lazy(product.selecting(rows: rows), plan.shape)
        }
        if let later = Tensor.lazy(plan.shape, from: self, compute: { [self] in try read(plan) }) { return later }
        return try elements(plan.shape, lazy) { write in
            try plan.forEachRun { _, start in
                let last = plan.groups.last ?? IndexPlan.Group(count: 1, offsets: .stride(1))
                for i in 0..<last.count { try write(start + last.offset(i)) }
            }
        }
    }

    /// `gather` along the last axis of a product that waits; nil when it doesn't wait, or an index is out of range.
    func gatherLazyProduct(_ index: Tensor) throws -> Tensor? {
        guard let lazy = storage.lazyProduct, let length = shape.last, index.count > 0 else { return nil }
        guard try index.areIndices(below: length) else { return nil }
        let places = index.elements(Int.self)
        var outer = Shape.strides(shape)
        outer[ndim - 1] = 0
        let width = index.shape.last ?? 1
        return try withExtendedLifetime(index.storage) {
            try elements(index.shape, lazy) { write in
                try forEachRow(index.shape, outer, outer) { row, start, _ in
                    for place in places[(row * width)..<((row + 1) * width)] {
                        try write(start + (place < 0 ? place + length : place))
                    }
                }
            }
        }
    }

    /// The rows of the product that `plan` names, if it names nothing but whole ones.
    private func wholeRows(_ plan: IndexPlan) -> [Int]? {
        guard let columns = storage.lazyProduct?.columns, let last = plan.groups.last, last.count == columns,
            case .stride(1) = last.offsets
        else { return nil }
        var rows: [Int] = []
        plan.forEachRun { rows.append(offset + $1) }
        return rows.allSatisfy { $0 % columns == 0 } ? rows.map { $0 / columns } : nil
    }

    /// Single elements of the product, in the order in which `visit` names their offsets in this tensor.
    private func elements(
        _ shape: [Int], _ lazy: LazyProduct, _ visit: ((_ offset: Int) throws -> Void) throws -> Void
    ) throws -> Tensor? {
        // One by one they cost about three times of what they cost among others.
        let cost = 3 * Double(try Shape.count(shape)) / Double(lazy.columns)
        guard let product = lazy.product(forReading: cost) else { return nil }
        return try Tensor.filled(shape, Float.self) { out in
            var written = 0
            try visit { place in
                if written & 0xFFF == 0 { try Interruption.check() }
                let index = offset + place
                out[written] = product.element(row: index / product.columns, column: index % product.columns)
                written += 1
            }
        }
    }
}
