internal import SessionSafety

extension Tensor {
    /// A tensor of `shape` with the given values in row-major order.
    ///
    /// ```swift
    /// Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
    /// ```
    public init(_ values: [Float], shape: [Int]) {
        self = Tensor.orFault { try Tensor.holding(values, shape) }
    }

    /// A tensor of integers of `shape` with the given values in row-major order.
    ///
    /// `Tensor([1, 2, 3, 4], shape: [2, 2])` is [2, 2].
    public init(_ values: [Int], shape: [Int]) {
        self = Tensor.orFault { try Tensor.holding(values, shape) }
    }

    static func holding<E: TensorElement>(_ values: [E], _ shape: [Int]) throws -> Tensor {
        guard try Shape.count(shape) == values.count else {
            throw TensorError.valueCount(given: values.count, shape: shape)
        }
        return try filled(shape, E.self) { out in
            try values.withUnsafeBufferPointer { values in
                guard let from = values.baseAddress, let to = out.baseAddress else { return }
                try forEachPiece(values.count) {
                    (to + $0.lowerBound).update(from: from + $0.lowerBound, count: $0.count)
                }
            }
        }
    }

    static func constant<E: TensorElement>(_ shape: [Int], _ value: E) throws -> Tensor {
        try filled(shape, E.self) { elements in
            try forEachPiece(elements.count) { elements[$0].update(repeating: value) }
        }
    }

    /// A tensor of zeros.
    ///
    /// ```swift
    /// var patched = Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads])
    /// ```
    public static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor { full(shape, 0, dtype: dtype) }

    /// A tensor of ones: `Tensor.ones([2, 3])` is [2, 3].
    public static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor { full(shape, 1, dtype: dtype) }

    /// A tensor of one value everywhere: `Tensor.full([2, 3], 0.5)`.
    public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor {
        orFault {
            switch dtype {
            case .float32: try constant(shape, Float(value))
            case .int64: try constant(shape, integer(value))
            case .bool: try constant(shape, Truth(value != 0))
            }
        }
    }

    /// Zeros in the shape and type of another tensor: `Tensor.zerosLike(map)`.
    public static func zerosLike(_ other: Tensor) -> Tensor { zeros(other.shape, dtype: other.dtype) }

    /// Ones in the shape and type of another tensor: `Tensor.onesLike(map)`.
    public static func onesLike(_ other: Tensor) -> Tensor { ones(other.shape, dtype: other.dtype) }

    /// The integers 0, 1, … up to but without `end`: `Tensor.arange(5)` is [5].
    public static func arange(_ end: Int) -> Tensor { arange(0, end) }

    /// The integers from `start` up to but without `end`, `step` apart: `Tensor.arange(2, 10, step: 2)` is [4].
    public static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor {
        orFault {
            guard step != 0 else { throw TensorError.zeroStride }
            let distance = Double(end) - Double(start)
            let length = Swift.max(0, (distance / Double(step)).rounded(.up))
            guard length < 9e15 else { throw TensorError.integerOverflow(operation: "arange") }
            return try filled([Int(length)], Int.self) { elements in
                try forEachPiece(elements.count) { for i in $0 { elements[i] = start &+ i &* step } }
            }
        }
    }

    /// `steps` numbers from `start` to `end`, both included, evenly spaced: `Tensor.linspace(0, 1, steps: 5)` is [5].
    public static func linspace(_ start: Double, _ end: Double, steps: Int) -> Tensor {
        orFault {
            try filled([steps], Float.self) { elements in
                let step = steps > 1 ? (end - start) / Double(steps - 1) : 0
                // From both ends, so that both are met.
                try forEachPiece(steps) {
                    for i in $0 {
                        elements[i] = Float(
                            i < (steps + 1) / 2 ? start + step * Double(i) : end - step * Double(steps - 1 - i))
                    }
                }
            }
        }
    }

    /// The identity matrix of shape [n, n]: `Tensor.eye(3)` is [3, 3].
    public static func eye(_ n: Int) -> Tensor {
        orFault {
            let result = try constant([n, n], Float(0))
            let elements = result.mutableElements(Float.self)
            try forEachPiece(n) { for i in $0 { elements[i * n + i] = 1 } }
            return result
        }
    }
}
