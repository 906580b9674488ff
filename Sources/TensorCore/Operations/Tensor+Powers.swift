internal import Platform

extension Tensor {
    /// Every element to the power of `exponent`. To the power of 0.5 it is the square root: NaN of −∞.
    ///
    /// `t.pow(0.5)`, of the same shape.
    public func pow(_ exponent: Double) -> Tensor {
        switch exponent {
        case 2: asType(.float32) * asType(.float32)
        case 0.5: sqrt()
        case -0.5: rsqrt()
        default: map("pow", Rule.power(exponent)) { powf($0, Float(exponent)) }
        }
    }

    /// Every element to the power of a whole number; of integers, an integer where the exponent is not negative.
    ///
    /// ```swift
    /// Tensor([1, 2, 3]).pow(2)        // [1, 4, 9], int64
    /// ```
    public func pow(_ exponent: Int) -> Tensor {
        if dtype == .float32 || exponent < 0 { return pow(Double(exponent)) }
        return Tensor.orFault {
            try converted(to: .int64).mapElements(Int.self) { try Tensor.power($0, exponent) }
        }
    }

    /// Every element to the power of the other tensor's, with broadcasting; of integers, an integer.
    ///
    /// Integers to negative powers are refused, as in PyTorch: convert one side with `asType(.float32)`.
    ///
    /// `t.pow(exponents)`
    public func pow(_ exponent: Tensor) -> Tensor {
        Tensor.recorded("pow", self, exponent, { $0.pow($1) }, Rule.powerBase, Rule.powerExponent)
            ?? Tensor.orFault {
                guard DType.promoted(dtype, exponent.dtype) == .float32 else {
                    return try Tensor.combine(
                        converted(to: .int64), exponent.converted(to: .int64), "pow", Int.self, Tensor.power)
                }
                return try Tensor.combine(
                    converted(to: .float32), exponent.converted(to: .float32), "pow", Float.self
                ) { powf($0, $1) }
            }
    }

    /// By squaring, so that the largest exponent takes no longer than others.
    private static func power(_ base: Int, _ exponent: Int) throws -> Int {
        guard exponent >= 0 else {
            throw TensorError.badArgument(
                operation: "pow", argument: "the exponent of an integer", value: "\(exponent)", expected: "not negative"
            )
        }
        if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
        if base == -1 { return exponent & 1 == 0 ? 1 : -1 }
        var (result, factor, rest) = (1, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = try product(result, factor) }
            rest >>= 1
            if rest > 0 { factor = try product(factor, factor) }
        }
        return result
    }

    private static func product(_ a: Int, _ b: Int) throws -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        guard !overflow else { throw TensorError.integerOverflow(operation: "pow") }
        return product
    }

    /// The square of every element; of integers, an integer: `t.square()`, of the same shape.
    public func square() -> Tensor { pow(2) }

    /// 1 / √x of every element: `t.rsqrt()`, of the same shape.
    public func rsqrt() -> Tensor { map("rsqrt", Rule.rsqrt) { 1 / $0.squareRoot() } }

    /// 1 / x of every element: `t.reciprocal()`, of the same shape.
    public func reciprocal() -> Tensor { map("reciprocal", Rule.reciprocal) { 1 / $0 } }

    /// The logarithm to the base 2 of every element: `t.log2()`, of the same shape.
    public func log2() -> Tensor { map("log2", Rule.log2) { log2f($0) } }

    /// The logarithm to the base 10 of every element: `t.log10()`, of the same shape.
    public func log10() -> Tensor { map("log10", Rule.log10) { log10f($0) } }

    /// ln(1 + x) of every element, exact for small ones: `t.log1p()`, of the same shape.
    public func log1p() -> Tensor { map("log1p", Rule.log1p) { log1pf($0) } }

    /// The error function of every element: `t.erf()`, of the same shape.
    public func erf() -> Tensor { map("erf", Rule.erf) { erff($0) } }

    /// ln(1 + eˣ) of every element, a smooth `relu`: `t.softplus()`, of the same shape.
    public func softplus() -> Tensor { map("softplus", Rule.softplus) { $0 > 20 ? $0 : log1pf(expf($0)) } }
}
