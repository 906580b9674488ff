extension Tensor: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
    public init(floatLiteral value: Double) { self.init(value) }

    /// A single integer, of shape `[]`.
    public init(_ value: Int) { self = Tensor.orFault { try Tensor.holding([value], []) } }

    /// A single number, of shape `[]`.
    public init(_ value: Double) { self = Tensor.orFault { try Tensor.holding([Float(value)], []) } }

    /// A single number, of shape `[]`.
    public init(_ value: Float) { self = Tensor.orFault { try Tensor.holding([value], []) } }

    /// A single truth value, of shape `[]`.
    public init(_ value: Bool) { self = Tensor.orFault { try Tensor.holding([Truth(value)], []) } }
}

/// What nested arrays may hold so that a tensor can be made of them: `Int`, `Double`, `Float` or `Bool`.
public protocol TensorScalar {
    /// The tensor of `values` in row-major order with the shape `shape`.
    static func tensor(_ values: [Self], shape: [Int]) throws -> Tensor
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

    /// A tensor with three axes.
    public init<Scalar: TensorScalar>(_ values: [[[Scalar]]]) {
        self = Tensor.orFault {
            let rows = Array(values.joined())
            let shape = [values.count, try commonLength(values), try commonLength(rows)]
            return try Scalar.tensor(Array(rows.joined()), shape: shape)
        }
    }

    /// A tensor with four axes.
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
