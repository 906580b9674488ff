internal import SessionSafety
package import TensorCore

/// The neurons of a block.
package protocol MLP: ModelPart {
    /// Its hook points, in the order in which they fire.
    var hooks: [BlockHook] { get }
    /// What the neurons write, W_out: [d_mlp, d_model]
    var writing: Tensor { get }
    /// b_out: [d_model]
    var writingBias: Tensor { get }
    /// What the neurons' activations are made of the input by, W_in: [d_model, d_mlp]
    var reading: Tensor { get }
    /// b_in: [d_mlp]
    var readingBias: Tensor { get }

    /// What it writes for x [batch, position, d_model], the normalised residual stream.
    func output(of x: Tensor, _ layer: Int, in pass: inout ForwardPass) throws -> Tensor

    /// Moves the gain and bias of the norm before it into what it reads with.
    mutating func fold(_ norm: Norm64)
    /// Moves the gain and bias of a norm of its own, which stands behind its neurons, into what it writes with.
    mutating func foldOwnNorm()
    /// Takes the mean over d_model off what it writes.
    mutating func centerWriting() throws
    /// Puts what `change` makes of each of its matrices in the matrix's place.
    mutating func changeMatrices(_ change: (Tensor) throws -> Tensor) throws
}

extension MLP {
    package mutating func foldOwnNorm() {}
}

extension ForwardPass {
    /// The activation function of every neuron.
    func activated(_ neurons: Tensor) throws -> Tensor {
        guard let function = cfg.actFn.function, let slope = cfg.actFn.slope else {
            return try Fault.catching { neurons * neurons.softmax(dim: -1) }
        }
        return try Tensor.differentiated("activation function", [neurons], { try mapped($0[0], function) }) {
            inputs, _ in
            [{ g in try g * mapped(inputs[0], slope) }]
        }
    }

    private func mapped(
        _ neurons: Tensor, _ function: ActivationFunction.Map
    ) throws -> Tensor {
        try neurons.reading { x in
            try Tensor.making(neurons.shape) { out in
                try inShares(tokens.count, elementsEach: cfg.dMLP) { rows in
                    let start = rows.lowerBound * cfg.dMLP
                    function(x + start, out + start, rows.count * cfg.dMLP)
                }
            }
        }
    }
}

extension BlockHook {
    static let pre = BlockHook("mlp.hook_pre", .neurons)
    static let post = BlockHook("mlp.hook_post", .neurons)
}
