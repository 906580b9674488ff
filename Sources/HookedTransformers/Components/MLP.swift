internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// act(x · W_in + b_in) · W_out + b_out: [batch, position, d_model]
    mutating func mlp(_ normalized: Tensor, _ layer: Int) throws -> Tensor {
        let block = weights.blocks[layer]
        var neurons = try linear(normalized, block.mlpIn, block.mlpInBias, shape: shape(cfg.dMLP))
        try pass(&neurons, layer, .pre)
        neurons = try activated(neurons)
        try pass(&neurons, layer, .post)
        return try linear(neurons, block.mlpOut, block.mlpOutBias, shape: shape(cfg.dModel))
    }

    /// The activation function of every neuron.
    private func activated(_ neurons: Tensor) throws -> Tensor {
        try neurons.reading { x in
            try Tensor.making(neurons.shape) { out in
                try inShares(tokens.count, elementsEach: cfg.dMLP) { rows in
                    let start = rows.lowerBound * cfg.dMLP
                    cfg.actFn.apply(x + start, into: out + start, count: rows.count * cfg.dMLP)
                }
            }
        }
    }
}
