internal import SessionSafety

extension Tensor {
    /// The part of the tensor that the indices name, or its assignment.
    ///
    /// ```swift
    /// let last = logits[0..., -1, 0...]         // [batch, d_vocab]
    /// z[0..., -1, head, 0...] = 0
    /// ```
    /// An assigned value is stretched to the place as in PyTorch, and must fit it. See ``TensorIndex`` for what an index can be.
    public subscript(_ indices: any TensorIndex...) -> Tensor {
        get { self[indices: indices.map(\.tensorIndex)] }
        set { self[indices: indices.map(\.tensorIndex)] = newValue }
    }

    /// `t[..., 0]`: all axes but the last, of which the index picks.
    public subscript(_: UnboundedRange, _ indices: any TensorIndex...) -> Tensor {
        get { self[indices: [.ellipsis] + indices.map(\.tensorIndex)] }
        set { self[indices: [.ellipsis] + indices.map(\.tensorIndex)] = newValue }
    }

    /// Puts a number that a variable holds at every place that the indices name: `map[layer, head] = score`.
    ///
    /// Such a place is only written; what is read is a tensor, and its number `map[layer, head].item()`.
    @_disfavoredOverload
    public subscript(_ indices: any TensorIndex...) -> any TensorScalar {
        @available(*, unavailable, message: "a part of a tensor is a tensor; its number is .item()")
        get { 0 }
        set { self[indices: indices.map(\.tensorIndex)] = newValue.tensor }
    }

    /// The same with all axes but the last ones whole: `map[..., 0] = score`.
    @_disfavoredOverload
    public subscript(_: UnboundedRange, _ indices: any TensorIndex...) -> any TensorScalar {
        @available(*, unavailable, message: "a part of a tensor is a tensor; its number is .item()")
        get { 0 }
        set { self[indices: [.ellipsis] + indices.map(\.tensorIndex)] = newValue.tensor }
    }

    /// The same with the indices in a list, for callers that put them together at run time.
    ///
    /// `t[indices: [.ellipsis, .pick(-1)]]` of [8, 15] is [8].
    public subscript(indices indices: [TensorIndexOperation]) -> Tensor {
        get {
            Tensor.orFault { try read(IndexPlan(indices, shape: shape)) }
        }
        set {
            Tensor.orFault(returning: ()) { try write(newValue, IndexPlan(indices, shape: shape)) }
        }
    }

    func read(_ plan: IndexPlan) throws -> Tensor {
        let count = plan.count
        if count < self.count, storage.node == nil, let part = try readLazyProduct(plan) { return part }
        let isLong = count * dtype.byteCount >= Tensor.smallestShared
        if let place = gradientPlace, !(plan.isContiguous && isLong), count > 0 {
            let part = try detach().read(plan)
            return try part.tracked(on: place.node.tape) { sum, range in
                try place.add(sum.dense().stretch(range), at: plan)
            }
        }
        if let part = try readHalves(plan) { return part }
        if plan.isContiguous && count * dtype.byteCount >= Tensor.smallestShared && count > 0 {
            return try Tensor(shape: plan.shape, dtype: dtype, storage: storage, offset: offset + plan.base)
        }
        if let later = Tensor.lazy(plan.shape, from: self, compute: { [self] in try read(plan) }) { return later }
        return switch dtype {
        case .float32: try read(plan, Float.self)
        case .int64: try read(plan, Int.self)
        case .bool: try read(plan, Truth.self)
        }
    }

    /// Smaller slices are copied, so that one number does not keep a whole activation alive.
    private static let smallestShared = 4096

    private func read<E: TensorElement>(_ plan: IndexPlan, _: E.Type) throws -> Tensor {
        let result = try Tensor.allocate(plan.shape, dtype)
        guard result.count > 0, let source = elements(E.self).baseAddress,
            let target = result.mutableElements(E.self).baseAddress
        else { return result }
        let last = plan.groups.last ?? IndexPlan.Group(count: 1, offsets: .stride(1))
        var pace = Pace()
        try withExtendedLifetime(storage) {
            try plan.forEachRun { run, offset in
                try pace.spend(last.count)
                let (from, to) = (source + offset, target + run * last.count)
                try forEachStretch(last.count) { part in
                    switch last.offsets {
                    case .stride(1): (to + part.lowerBound).update(from: from + part.lowerBound, count: part.count)
                    case .stride(let stride): for i in part { to[i] = from[i * stride] }
                    case .table(let table): for i in part { to[i] = from[table[i]] }
                    }
                }
            }
        }
        return result
    }

    private mutating func write(_ value: Tensor, _ plan: IndexPlan) throws {
        let dtype = dtype
        guard DType.promoted(dtype, value.dtype) == dtype else {
            throw TensorError.assignmentType(place: dtype, value: value.dtype)
        }
        guard plan.count > 0 || value.count <= 1 || value.shape == plan.shape else {
            throw TensorError.assignmentMismatch(place: plan.shape, value: value.shape)
        }
        let fitting = try value.asType(dtype).fitted(to: plan.shape)
        guard plan.count > 0 else { return }
        try makeUnique()
        let tape = try Tensor.tape(of: [gradientPlace, fitting.gradientPlace], "assignment")
        let storage = storage
        try storage.write(PlannedWrite(value: fitting.detach(), plan: plan, offset: offset))
        if let tape { try recordWrite(of: fitting, plan, on: tape) }
    }

    /// The rule of an assignment: the places' gradient is the value's, and nothing goes back to what they held before.
    private func recordWrite(of value: Tensor, _ plan: IndexPlan, on tape: GradientTape) throws {
        let (before, place, offset) = (isTracked ? storage.node : nil, value.gradientPlace, offset)
        storage.node = GradientNode(on: tape, count: storage.byteCount / dtype.byteCount) { sum in
            let gradient = try Tensor(shape: [sum.count], dtype: .float32, storage: sum.dense().storage, offset: 0)
            if let place {
                let part = try gradient.view(elementOffset: offset, shape: [sum.count - offset]).picked(plan)
                try place.add(value.count == 1 && plan.count != 1 ? part.sum() : part.renamed(to: value.shape))
            }
            guard let before else { return }
            var rest = try gradient.copied()
            try rest.makeUnique()
            try rest.storage.write(PlannedWrite(value: Tensor.constant([], Float(0)), plan: plan, offset: offset))
            try before.add(GradientSum.Part(plan: nil, offset: 0, values: rest))
        }
    }

    /// The elements that a plan names, which may be any that lie in memory.
    private func picked(_ plan: IndexPlan) throws -> Tensor { try read(plan, Float.self) }

    /// The value stretched to a place; leading axes of length 1 that the place does not have are dropped, as in PyTorch.
    private func fitted(to place: [Int]) throws -> Tensor {
        if count == 1 && ndim <= place.count { return try renamed(to: []) }
        let extra = Swift.max(0, ndim - place.count)
        guard shape[..<extra].allSatisfy({ $0 == 1 }) else {
            throw TensorError.assignmentMismatch(place: place, value: shape)
        }
        do { return try renamed(to: Array(shape[extra...])).stretched(to: place, "assignment") } catch is TensorError {
            throw TensorError.assignmentMismatch(place: place, value: shape)
        }
    }
}
