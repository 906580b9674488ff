#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Functions of single elements on raw memory, for engine code. `out` may be one of the inputs.
package enum Elementwise {
    package typealias Input = UnsafePointer<Float>
    package typealias Output = UnsafeMutablePointer<Float>

    /// out = a + b
    package static func add(_ a: Input, _ b: Input, into out: Output, count: Int) {
        VectorLoops.zip(a, b, into: out, count: count) { $0 + $1 }
    }

    /// out = a − b
    package static func subtract(_ a: Input, _ b: Input, into out: Output, count: Int) {
        VectorLoops.zip(a, b, into: out, count: count) { $0 - $1 }
    }

    /// out = a · b
    package static func multiply(_ a: Input, _ b: Input, into out: Output, count: Int) {
        VectorLoops.zip(a, b, into: out, count: count) { $0 * $1 }
    }

    /// out = a · factor
    package static func scale(_ a: Input, by factor: Float, into out: Output, count: Int) {
        VectorLoops.map(a, into: out, count: count) { $0 * factor }
    }

    /// GELU by its tanh approximation, which GPT-2 calls `gelu_new`.
    package static func geluNew(_ x: Input, into out: Output, count: Int) {
        VectorLoops.map(x, into: out, count: count, VectorMath.geluNew)
    }

    /// GELU by the error function.
    package static func gelu(_ x: Input, into out: Output, count: Int) {
        for i in 0..<count { out[i] = x[i] * 0.5 * (1 + erff(x[i] * 0.707_106_77)) }
    }

    /// max(x, 0)
    package static func relu(_ x: Input, into out: Output, count: Int) {
        VectorLoops.map(x, into: out, count: count, VectorMath.relu)
    }

    /// x · sigmoid(x)
    package static func silu(_ x: Input, into out: Output, count: Int) {
        VectorLoops.map(x, into: out, count: count, VectorMath.silu)
    }

    /// eˣ
    package static func exp(_ x: Input, into out: Output, count: Int) {
        VectorLoops.map(x, into: out, count: count, VectorMath.exp)
    }

    /// tanh x
    package static func tanh(_ x: Input, into out: Output, count: Int) {
        for i in 0..<count { out[i] = tanhf(x[i]) }
    }
}
