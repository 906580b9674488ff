/// Functions of sixteen numbers at a time.
///
/// Written with plain vector arithmetic so that they are fast on every processor. `clamped` and fused multiply-add are
/// left out on purpose: the first is not specialised by the compiler, the second is a library call on plain x86-64.
enum VectorMath {
    typealias Vector = SIMD16<Float>

    /// eˣ to about 2 units in the last place: range reduction by ln 2 and a polynomial of degree 6 (Cephes, expf).
    @inline(__always)
    static func exp(_ x: Vector) -> Vector {
        let clipped = x.replacing(with: -87.33, where: x .< -87.33).replacing(with: 88.37, where: x .> 88.37)
        // Adding 1.5·2²³ rounds to an integer, which then stands in the low bits.
        let shifted = clipped * 1.442_695_04 + 12_582_912
        let n = shifted - 12_582_912
        let r = clipped - n * 0.693_359_375 + n * 2.121_944_4e-4
        var p = r * 1.987_569_1e-4 + 1.398_199_95e-3
        p = p * r + 8.333_452e-3
        p = p * r + 4.166_579_6e-2
        p = p * r + 1.666_666_5e-1
        p = p * r + 0.5
        p = p * r * r + r + 1
        let scaled = SIMD16<UInt32>(reinterpreting: p) &+ (SIMD16<UInt32>(reinterpreting: shifted) &<< 23)
        return Vector(reinterpreting: scaled)
            .replacing(with: 0, where: x .< -87.33)
            .replacing(with: .infinity, where: x .> 88.72)
            .replacing(with: x, where: x .!= x)
    }

    /// The tanh approximation of GELU: x / (1 + exp(−2·√(2/π)·(x + 0.044715·x³))).
    @inline(__always)
    static func geluNew(_ x: Vector) -> Vector {
        x / (exp((x + x * x * x * 0.044_715) * -1.595_769_1) + 1)
    }

    @inline(__always)
    static func silu(_ x: Vector) -> Vector { x / (exp(-x) + 1) }

    @inline(__always)
    static func sigmoid(_ x: Vector) -> Vector { 1 / (exp(-x) + 1) }

    @inline(__always)
    static func relu(_ x: Vector) -> Vector { x.replacing(with: 0, where: x .< 0) }
}

extension SIMD16<Float> {
    @inline(__always)
    init(reinterpreting bits: SIMD16<UInt32>) { self = unsafeBitCast(bits, to: SIMD16<Float>.self) }
}

extension SIMD16<UInt32> {
    @inline(__always)
    init(reinterpreting values: SIMD16<Float>) { self = unsafeBitCast(values, to: SIMD16<UInt32>.self) }
}
