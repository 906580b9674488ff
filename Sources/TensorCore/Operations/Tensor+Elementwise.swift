internal import Platform
internal import SessionSafety

extension Tensor {
    /// The absolute value of every element: `t.abs()`, of the same shape.
    public func abs() -> Tensor {
        recorded("abs", { $0.abs() }, Rule.abs) ?? Tensor.lazy(shape, from: self) { [self] in abs() }
            ?? Tensor.orFault {
                guard dtype == .int64 else { return try mapVectors { $0.replacing(with: -$0, where: $0 .< 0) } }
                return try mapElements(Int.self) {
                    guard $0 != Int.min else { throw TensorError.integerOverflow(operation: "abs") }
                    return Swift.abs($0)
                }
            }
    }

    /// e to the power of every element: `t.exp()`, of the same shape.
    public func exp() -> Tensor { map("exp", Rule.exp) { expf($0) } }

    /// The natural logarithm of every element: `t.log()`, of the same shape.
    public func log() -> Tensor { map("log", Rule.log) { logf($0) } }

    /// The square root of every element: `t.sqrt()`, of the same shape.
    public func sqrt() -> Tensor { map("sqrt", Rule.sqrt) { $0.squareRoot() } }

    /// The hyperbolic tangent of every element: `t.tanh()`, of the same shape.
    public func tanh() -> Tensor { map("tanh", Rule.tanh) { tanhf($0) } }

    /// The sine of every element: `t.sin()`, of the same shape.
    public func sin() -> Tensor { map("sin", Rule.sin) { sinf($0) } }

    /// The cosine of every element: `t.cos()`, of the same shape.
    public func cos() -> Tensor { map("cos", Rule.cos) { cosf($0) } }

    /// 1 / (1 + e⁻ˣ) of every element: `t.sigmoid()`, of the same shape.
    public func sigmoid() -> Tensor { map("sigmoid", Rule.sigmoid) { 1 / (1 + expf(-$0)) } }

    /// max(x, 0) of every element: `t.relu()`, of the same shape.
    public func relu() -> Tensor {
        recorded("relu", { $0.relu() }, Rule.relu)
            ?? Tensor.orFault {
                guard dtype == .int64 else { return try mapVectors { $0.replacing(with: 0, where: $0 .< 0) } }
                return try mapElements(Int.self) { Swift.max(0, $0) }
            }
    }

    /// GELU of every element, by the error function: `t.gelu()`, of the same shape.
    public func gelu() -> Tensor { map("gelu", Rule.gelu) { $0 * 0.5 * (1 + erff($0 * 0.707_106_77)) } }

    /// x · sigmoid(x) of every element: `t.silu()`, of the same shape.
    public func silu() -> Tensor { map("silu", Rule.silu) { $0 / (1 + expf(-$0)) } }

    /// Every element held between two bounds, either of which may be left out; NaN stays. Integers stay integers where the
    /// bounds are whole numbers.
    ///
    /// ```swift
    /// probabilities.clip(min: 1e-6).log()
    /// ```
    public func clip(min low: Double? = nil, max high: Double? = nil) -> Tensor {
        recorded("clip", { $0.clip(min: low, max: high) }, Rule.clip(low, high))
            ?? Tensor.orFault {
                let bounds = [low, high].compactMap { $0 }
                if dtype == .int64, bounds.allSatisfy({ $0 == $0.rounded() && Swift.abs($0) < 0x1p63 }) {
                    let (low, high) = (low.map { Int($0) } ?? .min, high.map { Int($0) } ?? .max)
                    return try mapElements(Int.self) { Swift.min(Swift.max($0, low), high) }
                }
                let (low, high) = (low.map { Float($0) } ?? -.infinity, high.map { Float($0) } ?? .infinity)
                return try mapVectors {
                    let raised = $0.replacing(with: low, where: $0 .< low)
                    return raised.replacing(with: high, where: raised .> high)
                }
            }
    }

    /// The larger of two tensors, element by element, with broadcasting; NaN where either is: `Tensor.maximum(a, b)`.
    public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor {
        recorded("maximum", a, b, { maximum($0, $1) }, Rule.extremeLeft, Rule.extremeRight)
            ?? extreme(a, b, "maximum", { $0 > $1 || $0.isNaN ? $0 : $1 }, Swift.max)
    }

    /// The smaller of two tensors, element by element, with broadcasting; NaN where either is: `Tensor.minimum(a, b)`.
    public static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor {
        recorded("minimum", a, b, { minimum($0, $1) }, Rule.extremeLeft, Rule.extremeRight)
            ?? extreme(a, b, "minimum", { $0 < $1 || $0.isNaN ? $0 : $1 }, Swift.min)
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

    /// `f` of every element as a float, with its derivative.
    func map(_ operation: String, _ rule: @escaping Rule.Unary, _ f: @escaping @Sendable (Float) -> Float) -> Tensor {
        recorded(operation, { $0.map(f) }, rule) ?? map(f)
    }

    /// `f` of every element as a float. Its result counts as a constant where gradients are asked.
    private func map(_ f: @escaping @Sendable (Float) -> Float) -> Tensor {
        Tensor.lazy(shape, from: self) { [self] in map(f) }
            ?? Tensor.orFault { try asType(.float32).mapElements(Float.self, f) }
    }
}
