// A number is no tensor by itself: were it one, `3 / 2 * 1.0` could be of tensors too, and what swiftc makes of plain
// numbers would not be sure any more. `Tensor(0.5)` makes one, and operators take numbers as they are.

extension Tensor {
    /// A single integer, of shape `[]`: `Tensor(3)`.
    public init(_ value: Int) { self = Tensor.orFault { try Tensor.holding([value], []) } }

    /// A single number, of shape `[]`: `Tensor(0.5)`.
    public init(_ value: Double) { self = Tensor.orFault { try Tensor.holding([Float(value)], []) } }

    /// A single number, of shape `[]`: `Tensor(Float(0.5))`.
    public init(_ value: Float) { self = Tensor.orFault { try Tensor.holding([value], []) } }

    /// A single truth value, of shape `[]`: `Tensor(true)`.
    public init(_ value: Bool) { self = Tensor.orFault { try Tensor.holding([Truth(value)], []) } }
}

/// A number or truth value that can stand beside a tensor and be an element of one: `Int`, `Double`, `Float` or `Bool`.
public protocol TensorScalar {
    /// The tensor of `values` in row-major order with the shape `shape`.
    static func tensor(_ values: [Self], shape: [Int]) throws -> Tensor
}

extension TensorScalar {
    /// The number as a tensor of shape `[]`.
    package var tensor: Tensor { Tensor.orFault { try Self.tensor([self], shape: []) } }
}

extension Int: TensorScalar {
    public static func tensor(_ values: [Int], shape: [Int]) throws -> Tensor { try Tensor.holding(values, shape) }
}

extension Float: TensorScalar {
    public static func tensor(_ values: [Float], shape: [Int]) throws -> Tensor { try Tensor.holding(values, shape) }
}

extension Double: TensorScalar {
    public static func tensor(_ values: [Double], shape: [Int]) throws -> Tensor {
        try Tensor.holding(values.map { Float($0) }, shape)
    }
}

extension Bool: TensorScalar {
    public static func tensor(_ values: [Bool], shape: [Int]) throws -> Tensor {
        try Tensor.holding(values.map { Truth($0) }, shape)
    }
}

extension Tensor {
    /// A tensor with one axis: `Tensor([1.0, 2.0])`. Integers give int64, fractions float32, truth values bool.
    public init<Scalar: TensorScalar>(_ values: [Scalar]) {
        self = Tensor.orFault { try Scalar.tensor(values, shape: [values.count]) }
    }

    /// A tensor with two axes: `Tensor([[1, 2], [3, 4]])`.
    public init<Scalar: TensorScalar>(_ values: [[Scalar]]) {
        self = Tensor.orFault {
            try Scalar.tensor(Array(values.joined()), shape: [values.count, try commonLength(values)])
        }
    }

    /// A tensor with three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].
    public init<Scalar: TensorScalar>(_ values: [[[Scalar]]]) {
        self = Tensor.orFault {
            let rows = Array(values.joined())
            let shape = [values.count, try commonLength(values), try commonLength(rows)]
            return try Scalar.tensor(Array(rows.joined()), shape: shape)
        }
    }

    /// A tensor with four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].
    public init<Scalar: TensorScalar>(_ values: [[[[Scalar]]]]) {
        self = Tensor.orFault {
            let planes = Array(values.joined())
            let rows = Array(planes.joined())
            let shape = [values.count, try commonLength(values), try commonLength(planes), try commonLength(rows)]
            return try Scalar.tensor(Array(rows.joined()), shape: shape)
        }
    }
}

private func commonLength<Row>(_ rows: [[Row]]) throws -> Int {
    let lengths = rows.map(\.count)
    guard lengths.allSatisfy({ $0 == lengths.first }) else { throw TensorError.raggedArray(lengths: lengths) }
    return lengths.first ?? 0
}
