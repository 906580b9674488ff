package import TensorCore

/// x / scale · w, with scale = √(mean of squares + eps): a layer norm that leaves the mean where it is.
///
/// Hooks at what it gives see x / scale, before w, as in TransformerLens. Zhang and Sennrich (2019).
package struct RMSNorm: Norm {
    package var gain: Tensor?

    /// A norm of this gain; of none when it is folded into what follows.
    package init(gain: Tensor? = nil) { self.gain = gain }

    package var bias: Tensor? { nil }
    package var takesMeanOff: Bool { false }
    package var folded: RMSNorm { RMSNorm() }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [ModelParameter(name + ".w", gain, [cfg.dModel])].compactMap(\.self)
    }

    package func normalize(
        _ x: Tensor, in pass: inout ForwardPass, hooks: (scale: Int?, normalized: Int?)
    ) throws -> Tensor {
        var result = x
        try pass.divideByScale(&result, hook: hooks.scale)
        try pass.show(&result, at: hooks.normalized)
        try multiply(&result)
        return result
    }

    private func multiply(_ x: inout Tensor) throws {
        guard let gain else { return }
        if x.isTracked { return x = try x.changed("RMS norm", multiply) { $0 * gain } }
        let (width, rows) = (gain.count, x.count / gain.count)
        try gain.reading { gain in
            try x.editing { x in
                for row in 0..<rows { Elementwise.multiply(x + row * width, gain, into: x + row * width, count: width) }
            }
        }
    }
}
