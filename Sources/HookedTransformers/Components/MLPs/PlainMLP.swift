package import TensorCore

/// act(x · W_in + b_in) · W_out + b_out
package struct PlainMLP: MLP {
    /// W_in: [d_model, d_mlp]
    package private(set) var reading: Tensor
    /// b_in: [d_mlp]
    package private(set) var readingBias: Tensor
    /// W_out: [d_mlp, d_model]
    package private(set) var writing: Tensor
    /// b_out: [d_model]
    package private(set) var writingBias: Tensor

    package init(reading: Tensor, readingBias: Tensor, writing: Tensor, writingBias: Tensor) {
        self.reading = reading
        self.readingBias = readingBias
        self.writing = writing
        self.writingBias = writingBias
    }

    package var hooks: [BlockHook] { [.pre, .post] }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [
            ModelParameter(name + ".W_in", reading, [cfg.dModel, cfg.dMLP]),
            ModelParameter(name + ".b_in", readingBias, [cfg.dMLP]),
            ModelParameter(name + ".W_out", writing, [cfg.dMLP, cfg.dModel]),
            ModelParameter(name + ".b_out", writingBias, [cfg.dModel]),
        ]
    }

    package func output(of x: Tensor, _ layer: Int, in pass: inout ForwardPass) throws -> Tensor {
        var neurons = try pass.linear(x, reading, readingBias, shape: pass.shape(pass.cfg.dMLP))
        try pass.show(&neurons, layer, .pre)
        neurons = try pass.activated(neurons)
        try pass.show(&neurons, layer, .post)
        return try pass.linear(neurons, writing, writingBias, shape: pass.shape(pass.cfg.dModel))
    }

    package mutating func fold(_ norm: Norm64) {
        readingBias = norm.folded(into: &reading, bias: readingBias)
    }

    package mutating func changeMatrices(_ change: (Tensor) throws -> Tensor) throws {
        reading = try change(reading)
        writing = try change(writing)
    }

    package mutating func centerWriting() throws {
        try centerRows(&writing, bias: &writingBias)
    }
}
