internal import CVectorKernels

/// Functions of single elements on raw memory, for engine code. `out` may be one of the inputs.
package enum Elementwise {
    package typealias Input = UnsafePointer<Float>
    package typealias Output = UnsafeMutablePointer<Float>

    /// out = a + b
    package static func add(_ a: Input, _ b: Input, into out: Output, count: Int) { vk_add(a, b, out, count) }

    /// out = a − b
    package static func subtract(_ a: Input, _ b: Input, into out: Output, count: Int) { vk_subtract(a, b, out, count) }

    /// out = a · b
    package static func multiply(_ a: Input, _ b: Input, into out: Output, count: Int) { vk_multiply(a, b, out, count) }

    /// out = a · factor
    package static func scale(_ a: Input, by factor: Float, into out: Output, count: Int) {
        vk_scale(a, factor, out, count)
    }

    /// GELU by its tanh approximation, which GPT-2 calls `gelu_new`.
    package static func geluNew(_ x: Input, into out: Output, count: Int) { vk_gelu_new(x, out, count) }

    /// GELU by the error function.
    package static func gelu(_ x: Input, into out: Output, count: Int) { vk_gelu(x, out, count) }

    /// max(x, 0)
    package static func relu(_ x: Input, into out: Output, count: Int) { vk_relu(x, out, count) }

    /// x · sigmoid(x)
    package static func silu(_ x: Input, into out: Output, count: Int) { vk_silu(x, out, count) }

    /// cap · tanh(x / cap)
    package static func softCap(_ x: Input, _ cap: Float, into out: Output, count: Int) {
        vk_soft_cap(x, cap, out, count)
    }

    /// cap · tanh(x / cap)
    static func softCap(_ x: Float, _ cap: Float) -> Float {
        // The same to the last bit as among others.
        var (x, result) = (x, Float(0))
        vk_soft_cap(&x, cap, &result, 1)
        return result
    }

    /// eˣ
    package static func exp(_ x: Input, into out: Output, count: Int) { vk_exp(x, out, count) }

    /// Turns components j and j + pairs by the angle whose cosine and sine are waves[2j] and waves[2j + 1].
    package static func rotateHalves(_ x: Input, by waves: Input, into out: Output, pairs: Int) {
        vk_rotate_halves(x, waves, out, pairs)
    }
}
