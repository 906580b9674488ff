internal import Platform

extension Tensor {
    /// The sum of two tensors, element by element, with broadcasting. Of two masks it is a mask, as in PyTorch.
    ///
    /// `a + b`
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        if a.dtype == .bool, b.dtype == .bool { return a .| b }
        return recorded("+", a, b, +, Rule.same, Rule.same) ?? lazily(a, b, +)
            ?? arithmetic(a, b, "+", .sum) { $0.addingReportingOverflow($1) }
    }

    /// The difference of two tensors, element by element, with broadcasting: `a - b`.
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        recorded("-", a, b, -, Rule.same, Rule.negative) ?? lazily(a, b, -)
            ?? arithmetic(a, b, "-", .difference) { $0.subtractingReportingOverflow($1) }
    }

    /// The product of two tensors, element by element, with broadcasting. Of two masks it is a mask, as in PyTorch.
    ///
    /// `a * b`
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        if a.dtype == .bool, b.dtype == .bool { return a .& b }
        return recorded("*", a, b, *, Rule.timesRight, Rule.timesLeft) ?? lazily(a, b, *)
            ?? arithmetic(a, b, "*", .product) { $0.multipliedReportingOverflow(by: $1) }
    }

    /// The quotient of two tensors, element by element, with broadcasting; always float32: `a / b`.
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        recorded("/", a, b, /, Rule.overRight, Rule.quotient) ?? lazily(a, b, /)
            ?? orFault { try combine(a.asType(.float32), b.asType(.float32), "/", .quotient) }
    }

    /// The remainder with the sign of the divisor, as in Python: `positions % 2`.
    public static func % (a: Tensor, b: Tensor) -> Tensor {
        recorded("%", a, b, %, Rule.same, Rule.remainder)
            ?? orFault {
                if DType.promoted(a.dtype, b.dtype) == .float32 {
                    return try combine(a.asType(.float32), b.asType(.float32), "%", Float.self) {
                        // What is cut off towards zero is exact; with the other sign it is moved by one divisor.
                        let rest = fmodf($0, $1)
                        return rest != 0 && (rest < 0) != ($1 < 0) ? rest + $1 : rest
                    }
                }
                return try combine(a.asType(.int64), b.asType(.int64), "%", Int.self) { x, y in
                    guard y != 0 else { throw TensorError.divisionByZero(operation: "%") }
                    let rest = y == -1 ? 0 : x % y
                    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
                }
            }
    }

    /// The negative of every element: `-t`.
    public static prefix func - (a: Tensor) -> Tensor { 0 - a }

    /// The sum at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a += b`.
    public static func += (a: inout Tensor, b: Tensor) { a.update(a + b) }
    /// The difference at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a -= b`.
    public static func -= (a: inout Tensor, b: Tensor) { a.update(a - b) }
    /// The product at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a *= b`.
    public static func *= (a: inout Tensor, b: Tensor) { a.update(a * b) }
    /// The quotient at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]: `a /= b`.
    public static func /= (a: inout Tensor, b: Tensor) { a.update(a / b) }
    /// The remainder at every place, with the sign of the right side: `a %= b`.
    public static func %= (a: inout Tensor, b: Tensor) { a.update(a % b) }

    /// In-place arithmetic keeps the left side's shape, as in PyTorch: it never stretches what it writes to.
    private mutating func update(_ result: Tensor) {
        self = Tensor.orFault { [self] in
            guard result.shape == shape else {
                throw TensorError.assignmentMismatch(place: shape, value: result.shape)
            }
            return result
        }
    }

    /// The same for when it is read, where a side waits.
    private static func lazily(
        _ a: Tensor, _ b: Tensor, _ operation: @escaping @Sendable (Tensor, Tensor) -> Tensor
    ) -> Tensor? {
        guard a.isWaiting || b.isWaiting else { return nil }
        return lazy(try? Shape.broadcast(a.shape, b.shape, ""), from: a, b) { operation(a, b) }
    }

    @inline(__always)
    private static func arithmetic(
        _ a: Tensor, _ b: Tensor, _ operation: String,
        _ floats: FloatLoops, _ ints: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Tensor {
        orFault {
            if DType.promoted(a.dtype, b.dtype) == .float32 {
                return try combine(a.asType(.float32), b.asType(.float32), operation, floats)
            }
            return try combine(a.asType(.int64), b.asType(.int64), operation, Int.self) {
                let (value, overflow) = ints($0, $1)
                guard !overflow else { throw TensorError.integerOverflow(operation: operation) }
                return value
            }
        }
    }
}
