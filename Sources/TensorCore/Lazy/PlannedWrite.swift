internal import SessionSafety

/// The assignment of a value to the places that a plan names.
struct PlannedWrite: Sendable {
    /// As many elements as there are places, or one for all of them, of the type that stands there.
    let value: Tensor
    let plan: IndexPlan
    /// Where the tensor that is written begins in its storage, counted in elements.
    let offset: Int

    /// Writes to a storage's memory.
    ///
    /// Not stopped half way: a statement that is stopped leaves its tensors as they were.
    /// - Throws: what the value's computation throws, before anything is written.
    func apply(to bytes: UnsafeMutableRawPointer) throws {
        switch value.dtype {
        case .float32: try apply(to: bytes, Float.self)
        case .int64: try apply(to: bytes, Int.self)
        case .bool: try apply(to: bytes, Truth.self)
        }
    }

    private func apply<E: TensorElement>(to bytes: UnsafeMutableRawPointer, _: E.Type) throws {
        let last = plan.groups.last ?? IndexPlan.Group(count: 1, offsets: .stride(1))
        guard let source = try Fault.catching({ value.elements(E.self) }).baseAddress else { return }
        // One value stands at every place: a step of 0.
        let step = value.count == 1 ? 0 : 1
        let target = bytes.assumingMemoryBound(to: E.self) + offset
        plan.forEachRun { run, offset in
            let from = source + run * last.count * step
            for i in 0..<last.count { target[offset + last.offset(i)] = from[i * step] }
        }
        withExtendedLifetime(value.storage) {}
    }
}
