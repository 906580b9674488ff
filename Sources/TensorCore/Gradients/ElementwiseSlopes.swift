internal import Platform

/// Derivatives of functions of single elements on raw memory, for engine code. `out` is other memory than the input.
extension Elementwise {
    /// Of x · s with s = sigmoid(u), u = 2·√(2/π)·(x + 0.044715·x³): s + x · s · (1 − s) · u′.
    package static func geluNewSlope(_ x: Input, into out: Output, count: Int) {
        for i in 0..<count { out[i] = (x[i] + x[i] * x[i] * x[i] * 0.044_715) * -1.595_769_1 }
        exp(out, into: out, count: count)
        for i in 0..<count {
            let (x, s) = (x[i], 1 / (1 + out[i]))
            out[i] = s + x * s * (1 - s) * (x * x * 0.134_145 + 1) * 1.595_769_1
        }
    }

    /// Φ(x) + x · φ(x)
    package static func geluSlope(_ x: Input, into out: Output, count: Int) {
        for i in 0..<count {
            let x = x[i]
            out[i] = 0.5 * (1 + erff(x * 0.707_106_77)) + x * expf(-0.5 * x * x) * 0.398_942_28
        }
    }

    /// 1 where x > 0, else 0.
    package static func reluSlope(_ x: Input, into out: Output, count: Int) {
        for i in 0..<count { out[i] = x[i] > 0 ? 1 : 0 }
    }

    /// s + x · s · (1 − s) with s = sigmoid(x).
    package static func siluSlope(_ x: Input, into out: Output, count: Int) {
        scale(x, by: -1, into: out, count: count)
        exp(out, into: out, count: count)
        for i in 0..<count {
            let s = 1 / (1 + out[i])
            out[i] = s + x[i] * s * (1 - s)
        }
    }
}
