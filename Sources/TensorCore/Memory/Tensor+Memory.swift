internal import Platform
internal import SessionSafety

// MARK: Creation

extension Tensor {
    /// A tensor whose elements are still undefined.
    static func allocate(_ shape: [Int], _ dtype: DType) throws(TensorError) -> Tensor {
        let bytes = try Shape.count(shape) * dtype.byteCount
        let storage = bytes == 0 ? TensorStorage.empty : try TensorStorage(byteCount: bytes)
        return try Tensor(shape: shape, dtype: dtype, storage: storage, offset: 0)
    }

    /// A tensor of `shape` whose elements `fill` writes, every one of them.
    ///
    /// A shape that can't be is reported through `Fault`; `fill` is not called then.
    package init(
        uninitialized shape: [Int], _ fill: (UnsafeMutableBufferPointer<Float>) throws -> Void
    ) rethrows {
        self = Tensor.orFault { try Tensor.allocate(shape, .float32) }
        guard self.shape == shape else { return }
        try fill(mutableElements(Float.self))
    }

    /// A tensor of integers of `shape` whose elements `fill` writes, every one of them.
    package init(
        uninitializedInts shape: [Int], _ fill: (UnsafeMutableBufferPointer<Int>) throws -> Void
    ) rethrows {
        self = Tensor.orFault { try Tensor.allocate(shape, .int64) }
        guard self.shape == shape else { return }
        try fill(mutableElements(Int.self))
    }

    static func filled<E: TensorElement>(
        _ shape: [Int], _ type: E.Type, _ fill: (UnsafeMutableBufferPointer<E>) throws -> Void
    ) throws -> Tensor {
        let tensor = try allocate(shape, E.dtype)
        try fill(tensor.mutableElements(type))
        return tensor
    }

    /// Runs `body`; what it throws is reported through `Fault`. Where nobody catches that, it isn't stopped.
    package static func orFault(_ body: () throws -> Tensor) -> Tensor { orFault(returning: Tensor(), body) }

    /// The same for what is no tensor, with what stands in its place.
    static func orFault<Value>(returning placeholder: @autoclosure () -> Value, _ body: () throws -> Value) -> Value {
        do { return try Fault.stoppingIfCaught(body) } catch { return Fault.raise(error, returning: placeholder()) }
    }
}

// MARK: Access

extension Tensor {
    /// The elements, as `E`, which must be this tensor's type. Valid as long as the tensor is kept alive.
    ///
    /// Every operation reads here. One that reads a tensor of which a gradient is asked has no rule for it, and is
    /// reported under the name of the function that it is written in.
    @inline(__always)
    func elements<E: TensorElement>(_: E.Type, in operation: StaticString = #function) -> UnsafeBufferPointer<E> {
        if storage.node != nil { refuseIfTracked(operation) }
        return UnsafeBufferPointer(mutableElements(E.self))
    }

    /// Reports that an operation has no rule for gradients, where one is asked of this tensor.
    @inline(never)
    func refuseIfTracked(_ operation: StaticString) {
        guard isTracked else { return }
        let name = "\(operation)".prefix { $0 != "(" }
        Fault.raise(GradientError.noRule(operation: String(name)), returning: ())
    }

    /// The elements for writing; the caller has made sure that nobody else holds the storage.
    func mutableElements<E: TensorElement>(_: E.Type) -> UnsafeMutableBufferPointer<E> {
        let start = storage.bytes.assumingMemoryBound(to: E.self) + offset
        return UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// The elements as bytes, for what is no operation on numbers: copies, comparisons, files.
    var rawBytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: storage.bytes + offset * dtype.byteCount, count: byteCount)
    }

    /// Gives `body` the elements as `Float`; other types are converted first.
    ///
    /// `body` always sees `count` elements: zeros when a conversion failed, which has been reported through `Fault`.
    package func withUnsafeFloats<R>(
        in operation: StaticString = #function, _ body: (UnsafeBufferPointer<Float>) throws -> R
    ) rethrows -> R {
        try withUnsafeElements(operation, body)
    }

    /// Gives `body` the elements as `Int`; other types are converted first.
    package func withUnsafeInts<R>(
        in operation: StaticString = #function, _ body: (UnsafeBufferPointer<Int>) throws -> R
    ) rethrows -> R {
        try withUnsafeElements(operation, body)
    }

    private func withUnsafeElements<E: TensorElement, R>(
        _ operation: StaticString, _ body: (UnsafeBufferPointer<E>) throws -> R
    ) rethrows -> R {
        let converted = isAtHalfWidth ? Tensor.orFault { try widened() }.asType(E.dtype) : asType(E.dtype)
        guard converted.count == count else {
            // Zeros that take no memory until they are read.
            let zeros = calloc(Swift.max(1, count), MemoryLayout<E>.stride)
            defer { free(zeros) }
            let start = zeros?.assumingMemoryBound(to: E.self)
            return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
        }
        return try withExtendedLifetime(converted.storage) { try body(converted.elements(E.self, in: operation)) }
    }

    /// Gives `body` the elements for writing, as `Float`; nobody else sees the change.
    ///
    /// When there is no memory for a copy, which is reported through `Fault`, `body` writes to a scratch pad instead.
    package mutating func withUnsafeMutableFloats<R>(
        in operation: StaticString = #function, _ body: (UnsafeMutableBufferPointer<Float>) throws -> R
    ) rethrows -> R {
        try withUnsafeMutableElements(operation, body)
    }

    private mutating func withUnsafeMutableElements<E: TensorElement, R>(
        _ operation: StaticString, _ body: (UnsafeMutableBufferPointer<E>) throws -> R
    ) rethrows -> R {
        if storage.node != nil { refuseIfTracked(operation) }
        do {
            self = try converted(to: E.dtype)
            try makeUnique()
        } catch {
            Fault.raise(error, returning: ())
            var scratch = [E](repeating: .zero, count: count)
            return try scratch.withUnsafeMutableBufferPointer { try body($0) }
        }
        let storage = storage
        return try withExtendedLifetime(storage) { try body(mutableElements(E.self)) }
    }

    /// Copies the elements if anyone else can see them.
    mutating func makeUnique() throws {
        guard count > 0, storage.isShown || !isKnownUniquelyReferenced(&storage) else { return }
        self = try recorded("copy", { try $0.copied() }, { g, _, _ in g }) ?? copied()
    }

    /// The same elements in memory of their own; no gradient goes back through it.
    func copied() throws -> Tensor {
        let copy = try Tensor.allocate(shape, dtype)
        if byteCount > 0, let start = rawBytes.baseAddress {
            try copyPieces(from: start, to: copy.storage.bytes, byteCount: byteCount)
        }
        return copy
    }
}

// MARK: Sharing

extension Tensor {
    /// Whether both are the same elements at the same place in memory, so that neither can have been written since.
    package func sharesStorage(with other: Tensor) -> Bool {
        storage === other.storage && offset == other.offset && count == other.count && dtype == other.dtype
    }

    /// Whether type, shape and every bit agree.
    package func isIdentical(to other: Tensor) -> Bool {
        guard dtype == other.dtype, shape == other.shape else { return false }
        if sharesStorage(with: other) { return true }
        guard let a = rawBytes.baseAddress, let b = other.rawBytes.baseAddress else { return true }
        return memcmp(a, b, byteCount) == 0
    }

    /// A window on this tensor's elements, without a copy.
    package func view(elementOffset: Int, shape: [Int]) -> Tensor {
        Tensor.orFault {
            guard elementOffset >= 0, try Shape.count(shape) <= count - elementOffset else {
                throw TensorError.badReshape(from: self.shape, to: shape)
            }
            return try Tensor(shape: shape, dtype: dtype, storage: storage, offset: offset + elementOffset)
        }
    }
}

extension Tensor {
    /// Gives `body` the elements' bytes in row-major order: 4 per float32, 8 per int64, 1 per bool.
    package func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try withExtendedLifetime(storage) { try body(rawBytes) }
    }
}
