internal import SessionSafety

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Tensor {
    /// The absolute value of every element.
    public func abs() -> Tensor {
        Tensor.postponed(shape, from: self) { [self] in abs() }
            ?? Tensor.orFault {
                guard dtype == .int64 else { return try mapVectors { $0.replacing(with: -$0, where: $0 .< 0) } }
                return try mapElements(Int.self) {
                    guard $0 != Int.min else { throw TensorError.integerOverflow(operation: "abs") }
                    return Swift.abs($0)
                }
            }
    }

    /// e to the power of every element.
    public func exp() -> Tensor { map { expf($0) } }

    /// The natural logarithm of every element.
    public func log() -> Tensor { map { logf($0) } }

    /// The square root of every element.
    public func sqrt() -> Tensor { map { $0.squareRoot() } }

    /// The hyperbolic tangent of every element.
    public func tanh() -> Tensor { map { tanhf($0) } }

    /// The sine of every element.
    public func sin() -> Tensor { map { sinf($0) } }

    /// The cosine of every element.
    public func cos() -> Tensor { map { cosf($0) } }

    /// 1 / (1 + e⁻ˣ) of every element.
    public func sigmoid() -> Tensor { map { 1 / (1 + expf(-$0)) } }

    /// max(x, 0) of every element.
    public func relu() -> Tensor { Tensor.orFault { try mapVectors(VectorMath.relu) } }

    /// GELU of every element, by the error function.
    public func gelu() -> Tensor { map { $0 * 0.5 * (1 + erff($0 * 0.707_106_77)) } }

    /// x · sigmoid(x) of every element.
    public func silu() -> Tensor { map { $0 / (1 + expf(-$0)) } }

    /// Every element rounded to the nearest integer, halves to the even one.
    public func round() -> Tensor { dtype == .int64 ? self : map { $0.rounded(.toNearestOrEven) } }

    /// Every element to the power of `exponent`.
    public func pow(_ exponent: Double) -> Tensor {
        exponent == 2 ? asType(.float32) * asType(.float32) : map { powf($0, Float(exponent)) }
    }

    /// Every element to the power of a whole number.
    public func pow(_ exponent: Int) -> Tensor { pow(Double(exponent)) }

    /// Every element to the power of the other tensor's, with broadcasting.
    public func pow(_ exponent: Tensor) -> Tensor {
        Tensor.orFault {
            try Tensor.combine(asType(.float32), exponent.asType(.float32), "pow", Float.self) { powf($0, $1) }
        }
    }

    /// Every element held between two bounds, either of which may be left out; NaN stays.
    ///
    /// ```swift
    /// probabilities.clip(min: 1e-6).log()
    /// ```
    public func clip(min low: Double? = nil, max high: Double? = nil) -> Tensor {
        let (low, high) = (low.map { Float($0) } ?? -.infinity, high.map { Float($0) } ?? .infinity)
        return Tensor.orFault {
            try mapVectors { $0.replacing(with: low, where: $0 .< low).replacing(with: high, where: $0 .> high) }
        }
    }

    /// A mask of where elements are NaN.
    public func isNaN() -> Tensor {
        Tensor.orFault { try asType(.float32).mapElements(Float.self) { Truth($0.isNaN) } }
    }

    /// Whether any element is true, that is, not 0.
    public func any() -> Bool { holds(true) }

    /// Whether all elements are true, that is, not 0.
    public func all() -> Bool { !holds(false) }

    private func holds(_ value: Bool) -> Bool {
        Tensor.orFault(returning: false) {
            let truths = try converted(to: .bool)
            let elements = truths.elements(Truth.self)
            var isFound = false
            try withExtendedLifetime(truths.storage) {
                try forEachPiece(count) { if !isFound { isFound = elements[$0].contains { $0.value == value } } }
            }
            return isFound
        }
    }

    /// The larger of two tensors, element by element, with broadcasting; NaN where either is.
    public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor {
        extreme(a, b, "maximum", { $0 > $1 || $0.isNaN ? $0 : $1 }, Swift.max)
    }

    /// The smaller of two tensors, element by element, with broadcasting; NaN where either is.
    public static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor {
        extreme(a, b, "minimum", { $0 < $1 || $0.isNaN ? $0 : $1 }, Swift.min)
    }

    @inline(__always)
    private static func extreme(
        _ a: Tensor, _ b: Tensor, _ operation: String, _ floats: (Float, Float) -> Float, _ ints: (Int, Int) -> Int
    ) -> Tensor {
        orFault {
            let dtype = DType.promoted(a.dtype, b.dtype)
            if dtype == .float32 {
                return try combine(a.converted(to: dtype), b.converted(to: dtype), operation, Float.self, floats)
            }
            return try combine(a.converted(to: .int64), b.converted(to: .int64), operation, Int.self, ints)
                .converted(to: dtype)
        }
    }

    private func map(_ f: @escaping @Sendable (Float) -> Float) -> Tensor {
        Tensor.postponed(shape, from: self) { [self] in map(f) }
            ?? Tensor.orFault { try asType(.float32).mapElements(Float.self, f) }
    }
}
