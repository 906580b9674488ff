package import TensorCore

/// LN(a) · W_out + b_out, with a = h ∘ softmax(h) and h = x · W_in + b_in: neurons that keep each other down.
///
/// Elhage et al. (2022), "Softmax Linear Units".
package struct SoLUMLP: MLP {
    /// W_in: [d_model, d_mlp]
    package private(set) var reading: Tensor
    /// b_in: [d_mlp]
    package private(set) var readingBias: Tensor
    /// The norm behind the neurons; its gain and bias are [d_mlp].
    private var norm: LayerNorm
    /// W_out: [d_mlp, d_model]
    package private(set) var writing: Tensor
    /// b_out: [d_model]
    package private(set) var writingBias: Tensor

    package init(reading: Tensor, readingBias: Tensor, norm: LayerNorm, writing: Tensor, writingBias: Tensor) {
        self.reading = reading
        self.readingBias = readingBias
        self.norm = norm
        self.writing = writing
        self.writingBias = writingBias
    }

    package var hooks: [BlockHook] { [.pre, .mid, .mlpNormScale, .mlpNormNormalized, .post] }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [
            ModelParameter(name + ".W_in", reading, [cfg.dModel, cfg.dMLP]),
            ModelParameter(name + ".b_in", readingBias, [cfg.dMLP]),
            ModelParameter(name + ".ln.w", norm.gain, [cfg.dMLP]),
            ModelParameter(name + ".ln.b", norm.bias, [cfg.dMLP]),
            ModelParameter(name + ".W_out", writing, [cfg.dMLP, cfg.dModel]),
            ModelParameter(name + ".b_out", writingBias, [cfg.dModel]),
        ].compactMap(\.self)
    }

    package func output(of x: Tensor, _ layer: Int, in pass: inout ForwardPass) throws -> Tensor {
        var neurons = try pass.linear(x, reading, readingBias, shape: pass.shape(pass.cfg.dMLP))
        try pass.show(&neurons, layer, .pre)
        neurons = try pass.activated(neurons)
        try pass.show(&neurons, layer, .mid)
        neurons = try norm.normalize(
            neurons, in: &pass, hooks: (pass.index(layer, .mlpNormScale), pass.index(layer, .mlpNormNormalized)))
        try pass.show(&neurons, layer, .post)
        return try pass.linear(neurons, writing, writingBias, shape: pass.shape(pass.cfg.dModel))
    }

    package mutating func fold(_ norm: Norm64) {
        readingBias = norm.folded(into: &reading, bias: readingBias)
    }

    package mutating func foldOwnNorm() {
        guard let own = Norm64(norm) else { return }
        writingBias = own.folded(into: &writing, bias: writingBias)
        norm = norm.folded
    }

    package mutating func changeMatrices(_ change: (Tensor) throws -> Tensor) throws {
        reading = try change(reading)
        writing = try change(writing)
    }

    package mutating func centerWriting() throws {
        try centerRows(&writing, bias: &writingBias)
    }
}

extension BlockHook {
    static let mid = BlockHook("mlp.hook_mid", .neurons)
    static let mlpNormScale = BlockHook("mlp.ln.hook_scale", .scale)
    static let mlpNormNormalized = BlockHook("mlp.ln.hook_normalized", .neurons)
}
