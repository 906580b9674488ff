internal import SessionSafety
public import TensorCore

/// (act(x · W_gate) ∘ (x · W_in) + b_in) · W_out + b_out
package struct GatedMLP: MLP {
    /// W_gate: [d_model, d_mlp]
    package private(set) var gate: Tensor
    /// W_in: [d_model, d_mlp]
    package private(set) var reading: Tensor
    /// b_in: [d_mlp]
    package private(set) var readingBias: Tensor
    /// W_out: [d_mlp, d_model]
    package private(set) var writing: Tensor
    /// b_out: [d_model]
    package private(set) var writingBias: Tensor

    package init(gate: Tensor, reading: Tensor, readingBias: Tensor, writing: Tensor, writingBias: Tensor) {
        self.gate = gate
        self.reading = reading
        self.readingBias = readingBias
        self.writing = writing
        self.writingBias = writingBias
    }

    package var hooks: [BlockHook] { [.pre, .preLinear, .post] }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [
            ModelParameter(name + ".W_gate", gate, [cfg.dModel, cfg.dMLP]),
            ModelParameter(name + ".W_in", reading, [cfg.dModel, cfg.dMLP]),
            ModelParameter(name + ".b_in", readingBias, [cfg.dMLP]),
            ModelParameter(name + ".W_out", writing, [cfg.dMLP, cfg.dModel]),
            ModelParameter(name + ".b_out", writingBias, [cfg.dModel]),
        ]
    }

    package func output(of x: Tensor, _ layer: Int, in pass: inout ForwardPass) throws -> Tensor {
        let (shape, none) = (pass.shape(pass.cfg.dMLP), Tensor.zeros([pass.cfg.dMLP]))
        var gated = try pass.linear(x, gate, none, shape: shape)
        try pass.show(&gated, layer, .pre)
        var linear = try pass.linear(x, reading, none, shape: shape)
        try pass.show(&linear, layer, .preLinear)
        var neurons = try product(pass.activated(gated), linear)
        try pass.addBias(readingBias, to: &neurons)
        try pass.show(&neurons, layer, .post)
        return try pass.linear(neurons, writing, writingBias, shape: pass.shape(pass.cfg.dModel))
    }

    private func product(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        if a.isTracked || b.isTracked { return a * b }
        return try a.reading { x in
            try b.reading { y in
                try Tensor.making(a.shape) { Elementwise.multiply(x, y, into: $0, count: a.count) }
            }
        }
    }

    /// The gate's product has no bias, so that only a norm without one can be folded into it.
    package mutating func fold(_ norm: Norm64) {
        _ = norm.folded(into: &gate, bias: Tensor.zeros([gate.shape[1]]))
        readingBias = norm.folded(into: &reading, bias: readingBias)
    }

    package mutating func changeMatrices(_ change: (Tensor) throws -> Tensor) throws {
        gate = try change(gate)
        reading = try change(reading)
        writing = try change(writing)
    }

    package mutating func centerWriting() throws {
        try centerRows(&writing, bias: &writingBias)
    }
}

extension BlockHook {
    static let preLinear = BlockHook("mlp.hook_pre_linear", .neurons)
}

extension HookedTransformer {
    /// What gates the neurons [layer, d_model, d_mlp]: `model.W_gate`.
    public var W_gate: Tensor {
        let gates = weights.blocks.compactMap { ($0.mlp as? GatedMLP)?.gate }
        guard gates.count == cfg.nLayers else {
            return Fault.raise(
                ModelError.noSuchWeight("W_gate", reason: "its MLPs have no gate"), returning: Tensor.zeros([0]))
        }
        return Tensor.orFault { Tensor.stack(try gates.map { try $0.widened() }) }
    }
}
