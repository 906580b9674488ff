internal import Platform

/// Derivatives of functions of single elements: the gradient `g` of y = f(x) times f′(x).
enum Rule {
    typealias Unary = @Sendable (_ g: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor

    static var abs: Unary { { g, x, _ in g * x.sign() } }
    static var exp: Unary { { g, _, y in g * y } }
    static var log: Unary { { g, x, _ in g / x } }
    static var log2: Unary { { g, x, _ in g / (x * 0.693_147_180_559_945_3) } }
    static var log10: Unary { { g, x, _ in g / (x * 2.302_585_092_994_045_7) } }
    static var log1p: Unary { { g, x, _ in g / (x + 1) } }
    static var sqrt: Unary { { g, _, y in g / (y * 2) } }
    static var rsqrt: Unary { { g, _, y in g * (y * y * y) * -0.5 } }
    static var reciprocal: Unary { { g, _, y in -(g * (y * y)) } }
    static var sin: Unary { { g, x, _ in g * x.cos() } }
    static var cos: Unary { { g, x, _ in -(g * x.sin()) } }
    static var tanh: Unary { { g, _, y in g * (1 - y * y) } }
    static var sigmoid: Unary { { g, _, y in g * (y * (1 - y)) } }
    static var relu: Unary { { g, x, _ in Tensor.where(x .> 0, g, 0) } }
    static var softplus: Unary { { g, x, _ in g * x.sigmoid() } }

    /// 2 / √π · e^(−x²)
    static var erf: Unary { { g, x, _ in g * ((-(x * x)).exp() * 1.128_379_167_095_512_6) } }

    /// Φ(x) + x · φ(x), with the normal distribution's Φ and density φ.
    static var gelu: Unary {
        { g, x, _ in
            let share = ((x * 0.707_106_781_186_547_5).erf() + 1) * 0.5
            return g * (share + x * ((x * x) * -0.5).exp() * 0.398_942_280_401_432_7)
        }
    }

    /// s + x · s · (1 − s), with s = sigmoid(x).
    static var silu: Unary {
        { g, x, _ in
            let s = x.sigmoid()
            return g * (s + x * s * (1 - s))
        }
    }

    static func power(_ exponent: Double) -> Unary {
        { g, x, _ in exponent == 0 ? g * 0 : g * x.pow(exponent - 1) * exponent }
    }

    /// 1 between the bounds and on them, 0 beyond.
    static func clip(_ low: Double?, _ high: Double?) -> Unary {
        { g, x, _ in
            let isHeld = (x .< (low ?? -.infinity)) .| (x .> (high ?? .infinity))
            return Tensor.where(isHeld, 0, g)
        }
    }
}

// MARK: Two sides

extension Rule {
    typealias Side = @Sendable (_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) -> Tensor

    static var same: Side { { g, _, _, _ in g } }
    static var negative: Side { { g, _, _, _ in -g } }
    static var timesLeft: Side { { g, a, _, _ in g * a } }
    static var timesRight: Side { { g, _, b, _ in g * b } }
    static var overRight: Side { { g, _, b, _ in g / b } }
    /// Of a / b by b: −y / b.
    static var quotient: Side { { g, _, b, y in -(g * (y / b)) } }
    /// Of a − b · ⌊a / b⌋ by b.
    static var remainder: Side { { g, a, b, _ in -(g * a.floorDivided(by: b)) } }
    /// Of a^b by a, 0 where b is 0.
    static var powerBase: Side { { g, a, b, _ in Tensor.where(b .== 0, 0, g * b * a.pow(b - 1)) } }
    /// Of a^b by b, 0 where a is 0 and so is its power.
    static var powerExponent: Side { { g, a, _, y in g * Tensor.where(y .== 0, 0, y * a.log()) } }

    /// Where the side gives the extreme; half of it where both do.
    static var extremeLeft: Side { { g, a, b, y in extremeShare(g, a, b, y) } }
    static var extremeRight: Side { { g, a, b, y in extremeShare(g, b, a, y) } }

    private static func extremeShare(_ g: Tensor, _ own: Tensor, _ other: Tensor, _ y: Tensor) -> Tensor {
        Tensor.where(own .== other, g * 0.5, Tensor.where(own .== y, g, 0))
    }
}

// MARK: Along axes

extension Rule {
    /// `g` of a result without (or with) the axes `dims`, in the shape of `x`.
    static func spread(_ g: Tensor, over dims: [Int], _ keepdim: Bool, like x: Tensor) throws -> Tensor {
        if x.ndim == 0 { return try g.renamed(to: []) }
        let axes = dims.isEmpty ? Array(x.shape.indices) : try dims.map { try Shape.axis($0, x.shape, "gradient") }
        let kept = x.shape.indices.map { axes.contains($0) ? 1 : x.shape[$0] }
        return try g.renamed(to: kept).stretched(to: x.shape, "gradient")
    }

    /// Evenly to all elements that are as large (or small) as the result.
    static func evenly(_ g: Tensor, _ y: Tensor, over dims: [Int], _ keepdim: Bool, like x: Tensor) throws -> Tensor {
        let isExtreme = (x .== (try spread(y, over: dims, keepdim, like: x))).asType(.float32)
        let axes = dims.isEmpty ? Array(x.shape.indices) : dims
        let counts = x.ndim == 0 ? isExtreme : isExtreme.sum(dim: axes, keepdim: true)
        return try isExtreme / counts * spread(g, over: dims, keepdim, like: x)
    }

    /// Of the product along an axis: the products of the others, right with zeros among them too.
    static func product(_ g: Tensor, _ x: Tensor, axis: Int) throws -> Tensor {
        let one = try Tensor.constant(x.shape.enumerated().map { $0 == axis ? 1 : $1 }, Float(1))
        let length = x.shape[axis]
        let (first, last) = (Array(0..<(length - 1)), Array(1..<length))
        let before = Tensor.cat([one, try x.gathering(axis: axis, first).cumprod(dim: axis)], dim: axis)
        let rest = try x.gathering(axis: axis, last).flipped(dim: axis).cumprod(dim: axis).flipped(dim: axis)
        return g * before * Tensor.cat([rest, one], dim: axis)
    }
}
