internal import SessionSafety

extension Tensor {
    /// The same values as another type.
    ///
    /// ```swift
    /// let tokens = Tensor([[1.0, 2.0]]).asType(.int64)
    /// ```
    /// To int64, fractions are cut off towards zero and NaN becomes 0; to bool, everything but 0 is true.
    public func asType(_ dtype: DType) -> Tensor {
        if dtype == self.dtype { return self }
        return Tensor.orFault { try converted(to: dtype) }
    }

    func converted(to target: DType) throws -> Tensor {
        switch (dtype, target) {
        case (.int64, .float32): try mapElements(Int.self) { Float($0) }
        case (.bool, .float32): try mapElements(Truth.self) { Float($0.byte) }
        // Of what is whole there is no slope.
        case (.float32, .int64): try detach().mapElements(Float.self) { Tensor.integer(Double($0)) }
        case (.bool, .int64): try mapElements(Truth.self) { Int($0.byte) }
        case (.float32, .bool): try detach().mapElements(Float.self) { Truth($0 != 0) }
        case (.int64, .bool): try mapElements(Int.self) { Truth($0 != 0) }
        default: self
        }
    }

    /// The integer towards zero, or the nearest end of the range; 0 for NaN.
    static func integer(_ value: Double) -> Int {
        if value.isNaN { return 0 }
        if value >= 0x1p63 { return Int.max }
        return value <= -0x1p63 ? Int.min : Int(value)
    }

    /// The one element as a number.
    ///
    /// ```swift
    /// let loss = losses.mean().item()
    /// ```
    public func item() -> Double {
        guard count == 1 else {
            return Fault.raise(TensorError.notOneElement(operation: "item", shape: shape), returning: .nan)
        }
        return detach().double(at: 0)
    }

    /// An element in row-major order as a number; `index` has been checked.
    func double(at index: Int) -> Double {
        switch dtype {
        case .float32: Double(elements(Float.self)[index])
        case .int64: Double(elements(Int.self)[index])
        case .bool: Double(elements(Truth.self)[index].byte)
        }
    }

    /// All elements in row-major order as `Float`.
    ///
    /// Where there is no memory for them, or they are stopped, that is reported and the array is empty.
    ///
    /// `t.toArray().map { Double($0) }` of [2, 3] has 6.
    public func toArray() -> [Float] { Tensor.orFault(returning: []) { try detach().floats() } }

    /// All elements in row-major order as `Int`.
    ///
    /// Where there is no memory for them, or they are stopped, that is reported and the array is empty.
    ///
    /// `tokens[0].toIntArray()`
    public func toIntArray() -> [Int] { Tensor.orFault(returning: []) { try ints() } }

    /// All elements in row-major order as `Float`.
    /// - Throws: ``TensorError/tooLarge(_:)`` where there is no memory for them; what their computation throws.
    package func floats() throws -> [Float] { try array() }

    /// All elements in row-major order as `Int`.
    package func ints() throws -> [Int] { try array() }

    private func array<E: TensorElement>() throws -> [E] {
        let source = try converted(to: E.dtype)
        try TensorError.checkMemory(count, of: MemoryLayout<E>.stride)
        return try withExtendedLifetime(source.storage) {
            let elements = source.elements(E.self)
            return try [E](unsafeUninitializedCapacity: count) { out, filled in
                guard let from = elements.baseAddress, let to = out.baseAddress else { return }
                try forEachPiece(elements.count) {
                    (to + $0.lowerBound).initialize(from: from + $0.lowerBound, count: $0.count)
                    filled = $0.upperBound
                }
            }
        }
    }
}
