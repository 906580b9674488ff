package import TensorCore

/// Layer norm: (x − mean) / scale · w + b, with scale = √(variance + eps).
package struct LayerNorm: Norm {
    package var gain: Tensor?
    package var bias: Tensor?

    /// A norm of these parameters; of none when they are folded into what follows.
    package init(gain: Tensor? = nil, bias: Tensor? = nil) {
        self.gain = gain
        self.bias = bias
    }

    package var takesMeanOff: Bool { true }
    package var folded: LayerNorm { LayerNorm() }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [ModelParameter(name + ".w", gain, [cfg.dModel]), ModelParameter(name + ".b", bias, [cfg.dModel])].compactMap(
            \.self)
    }

    package func normalize(
        _ x: Tensor, in pass: inout ForwardPass, hooks: (scale: Int?, normalized: Int?)
    ) throws -> Tensor {
        var result = try pass.centered(x)
        try pass.divideByScale(&result, hook: hooks.scale)
        try scaleAndShift(&result)
        try pass.show(&result, at: hooks.normalized)
        return result
    }

    private func scaleAndShift(_ x: inout Tensor) throws {
        guard let gain, let bias else { return }
        if x.isTracked { return x = try x.changed("layer norm", scaleAndShift) { $0 * gain } }
        let (width, rows) = (gain.count, x.count / gain.count)
        try gain.reading { gain in
            try bias.reading { bias in
                try x.editing {
                    RowKernels.scaleAndShift($0, weight: gain, bias: bias, into: $0, rows: rows, width: width)
                }
            }
        }
    }
}
