internal import Platform

// Integers and truth values are whole already: they stay as they are.

extension Tensor {
    /// Every element rounded to the nearest whole number, halves to the even one: `t.round()`, of the same shape.
    public func round() -> Tensor { rounded { $0.rounded(.toNearestOrEven) } }

    /// The largest whole number that is not larger than each element: `t.floor()`, of the same shape.
    public func floor() -> Tensor { rounded { $0.rounded(.down) } }

    /// The smallest whole number that is not smaller than each element: `t.ceil()`, of the same shape.
    public func ceil() -> Tensor { rounded { $0.rounded(.up) } }

    /// Every element without its fraction: `t.trunc()`, of the same shape.
    public func trunc() -> Tensor { rounded { $0.rounded(.towardZero) } }

    /// -1, 0 or 1 for each element, by its sign; NaN gives 0, as in PyTorch: `t.sign()`, of the same shape.
    public func sign() -> Tensor {
        // A step has no slope: what follows is a constant.
        switch dtype {
        case .bool: self
        case .int64: Tensor.orFault { try mapElements(Int.self) { $0.signum() } }
        case .float32: Tensor.orFault { try detach().mapElements(Float.self) { $0 > 0 ? 1 : $0 < 0 ? -1 : Float(0) } }
        }
    }

    private func rounded(_ f: @escaping @Sendable (Float) -> Float) -> Tensor {
        guard dtype == .float32 else { return self }
        // A step has no slope: what follows is a constant.
        return Tensor.orFault { try detach().mapElements(Float.self, f) }
    }

    /// The quotient rounded down, with broadcasting: of integers an integer. PyTorch's and Python's `//`.
    ///
    /// ```swift
    /// let layers = places.floorDivided(by: Tensor(cfg.nHeads))
    /// ```
    public func floorDivided(by other: Tensor) -> Tensor {
        Tensor.orFault {
            guard DType.promoted(dtype, other.dtype) == .float32 else {
                return try Tensor.combine(converted(to: .int64), other.converted(to: .int64), "floorDivided", Int.self)
                {
                    guard $1 != 0 else { throw TensorError.divisionByZero(operation: "floorDivided") }
                    let (quotient, overflow) = $0.dividedReportingOverflow(by: $1)
                    guard !overflow else { throw TensorError.integerOverflow(operation: "floorDivided") }
                    return $0 % $1 != 0 && ($0 < 0) != ($1 < 0) ? quotient - 1 : quotient
                }
            }
            return try Tensor.combine(
                detach().converted(to: .float32), other.detach().converted(to: .float32), "floorDivided", Float.self,
                Tensor.floorQuotient
            )
        }
    }

    /// Through the remainder, which is exact, so that the quotient of near neighbours does not round up.
    private static func floorQuotient(_ a: Float, _ b: Float) -> Float {
        guard b != 0 else { return a / b }
        let rest = fmodf(a, b)
        var quotient = (a - rest) / b
        if rest != 0 && (rest < 0) != (b < 0) { quotient -= 1 }
        guard quotient != 0 else { return Float(signOf: a / b, magnitudeOf: 0) }
        let down = quotient.rounded(.down)
        return quotient - down > 0.5 ? down + 1 : down
    }
}
