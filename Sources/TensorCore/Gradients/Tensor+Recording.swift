internal import SessionSafety

// How operations get their rules. An operation on tensors that a gradient is asked of comes here first:
//
//     public func exp() -> Tensor { recorded("exp", { $0.exp() }, Rule.exp) ?? map { expf($0) } }
//
// It is computed with tensors that nobody tracks, and its result carries a node that holds the rule. An operation that
// does not come here reads the elements of a tracked tensor, and that is an error that names it (`Tensor.elements`): no
// gradient is lost in silence.

extension Tensor {
    /// Whether a gradient is asked of this tensor.
    @inline(__always)
    package var isTracked: Bool { storage.node != nil && storage.node?.tape.isOpen == true }

    /// Where in a node's gradient this tensor's has its place; nil where none is asked.
    var gradientPlace: GradientPlace? {
        guard isTracked, let node = storage.node else { return nil }
        return GradientPlace(node: node, offset: offset, count: count, shape: shape)
    }

    /// The result of an operation on this tensor, with its rule; nil where no gradient is asked of it.
    @inline(__always)
    func recorded(
        _ operation: String, _ compute: (Tensor) throws -> Tensor,
        _ rule: @escaping (_ g: Tensor, _ x: Tensor, _ y: Tensor) throws -> Tensor
    ) -> Tensor? {
        guard storage.node != nil else { return nil }
        return Tensor.record(operation, [self], { try compute($0[0]) }) { inputs, y in
            [{ try rule($0, inputs[0], y) }]
        }
    }

    /// The result of an operation on two tensors, with a rule for each side; nil where no gradient is asked of either.
    ///
    /// Where a side was stretched, its gradient is summed to its shape.
    @inline(__always)
    static func recorded(
        _ operation: String, _ a: Tensor, _ b: Tensor, _ compute: (Tensor, Tensor) throws -> Tensor,
        _ left: @escaping (_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) throws -> Tensor,
        _ right: @escaping (_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) throws -> Tensor
    ) -> Tensor? {
        guard a.storage.node != nil || b.storage.node != nil else { return nil }
        return record(operation, [a, b], { try compute($0[0], $0[1]) }) { inputs, y in
            [{ try left($0, inputs[0], inputs[1], y) }, { try right($0, inputs[0], inputs[1], y) }]
        }
    }

    /// The result of an operation on several tensors, with a rule for each.
    static func recorded(
        _ operation: String, _ inputs: [Tensor], _ compute: ([Tensor]) throws -> Tensor,
        _ rules: ([Tensor], Tensor) -> [GradientRule]
    ) -> Tensor? {
        guard inputs.contains(where: { $0.storage.node != nil }) else { return nil }
        return record(operation, inputs, compute, rules)
    }

    /// An operation of which only the gradient's way back is particular.
    package typealias GradientRule = (_ g: Tensor) throws -> Tensor

    private static func record(
        _ operation: String, _ inputs: [Tensor], _ compute: ([Tensor]) throws -> Tensor,
        _ rules: ([Tensor], Tensor) -> [GradientRule]
    ) -> Tensor {
        orFault { try differentiated(operation, inputs, compute, rules) }
    }

    /// What `compute` makes of untracked `inputs`, with a rule for each that turns the result's gradient into the input's.
    ///
    /// ```swift
    /// try Tensor.differentiated("linear", [x], { try product($0[0]) }) { _, _ in [{ g in try g.matmul(weights.T) }] }
    /// ```
    /// Rules are called for tracked inputs alone. Where none is, this is `compute`.
    package static func differentiated(
        _ operation: String, _ inputs: [Tensor], _ compute: ([Tensor]) throws -> Tensor,
        _ rules: ([Tensor], Tensor) throws -> [GradientRule]
    ) throws -> Tensor {
        let places = inputs.map(\.gradientPlace)
        let plain = inputs.map { $0.detach() }
        let result = try Fault.catching { try compute(plain) }
        guard let tape = try Self.tape(of: places, operation), result.count > 0, result.dtype == .float32 else {
            return result
        }
        let shape = result.shape
        let rules = try rules(plain, result)
        return try result.tracked(on: tape) { sum, range in
            let gradient = try sum.dense().stretch(range).renamed(to: shape)
            for (place, rule) in zip(places, rules) {
                guard let place else { continue }
                try place.add(rule(gradient))
            }
        }
    }

    /// The tape that all of them lie on.
    static func tape(of places: [GradientPlace?], _ operation: String) throws -> GradientTape? {
        let tapes = places.compactMap { $0?.node.tape }
        guard let first = tapes.first else { return nil }
        guard tapes.allSatisfy({ $0 === first }) else { throw GradientError.nested(operation: operation) }
        return first
    }

    /// The same elements with a node of their own.
    func tracked(
        on tape: GradientTape, isKept: Bool = false,
        _ pullback: ((GradientSum, _ range: Range<Int>) throws -> Void)?
    ) throws -> Tensor {
        let window = try storage.window(offset * dtype.byteCount, byteCount)
        let offset = window.isWhole ? self.offset : 0
        let range = offset..<(offset + count)
        window.storage.node = GradientNode(
            on: tape, count: window.storage.byteCount / DType.float32.byteCount, isKept: isKept,
            pullback: pullback.map { pullback in { try pullback($0, range) } })
        return try Tensor(shape: shape, dtype: dtype, storage: window.storage, offset: offset)
    }

    /// The same elements as a constant: no gradient goes back through it, as PyTorch's `detach`.
    ///
    /// ```swift
    /// let (loss, slope) = try valueAndGradient(at: a) { a in ((a - a.detach()).abs() + a * a).sum() }
    /// ```
    public func detach() -> Tensor {
        guard storage.node != nil else { return self }
        return Tensor.orFault {
            let window = try storage.window(offset * dtype.byteCount, byteCount)
            return try Tensor(
                shape: shape, dtype: dtype, storage: window.storage, offset: window.isWhole ? offset : 0)
        }
    }
}

extension Tensor {
    /// Part of a tensor with one axis, without a copy.
    func stretch(_ range: Range<Int>) throws -> Tensor {
        if range == 0..<count { return self }
        return try Tensor(shape: [range.count], dtype: dtype, storage: storage, offset: offset + range.lowerBound)
    }
}

/// A tensor's place in the gradient of its storage.
struct GradientPlace {
    let node: GradientNode
    let offset: Int
    let count: Int
    let shape: [Int]

    /// Adds a gradient of the tensor's shape, or of one that it was stretched to.
    func add(_ gradient: Tensor) throws {
        let fitting = try gradient.summed(to: shape)
        try node.add(GradientSum.Part(plan: nil, offset: offset, values: fitting))
    }

    /// Adds a gradient of the elements that `plan` names.
    func add(_ gradient: Tensor, at plan: IndexPlan) throws {
        try node.add(GradientSum.Part(plan: plan, offset: offset, values: gradient))
    }
}

extension Tensor {
    /// Summed over the axes along which `shape` was stretched to this one's.
    func summed(to target: [Int]) throws -> Tensor {
        if shape == target { return self }
        let extra = ndim - target.count
        guard extra >= 0 else { return try stretched(to: target, "gradient") }
        let axes = shape.indices.filter { $0 < extra || (target[$0 - extra] == 1 && shape[$0] != 1) }
        let result = try Fault.catching { axes.isEmpty ? self : sum(dim: axes, keepdim: true) }
        return try result.renamed(to: Array(result.shape.dropFirst(extra))).stretched(to: target, "gradient")
    }
}
