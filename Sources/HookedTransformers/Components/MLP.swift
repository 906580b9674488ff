internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// act(x · W_in + b_in) · W_out + b_out: [batch, position, d_model]
    mutating func mlp(_ normalized: Tensor, _ layer: Int) throws -> Tensor {
        let block = weights.blocks[layer]
        var neurons = try linear(normalized, block.mlpIn, block.mlpInBias, shape: shape(cfg.dMLP))
        try pass(&neurons, layer, .pre)
        try activate(&neurons)
        try pass(&neurons, layer, .post)
        return try linear(neurons, block.mlpOut, block.mlpOutBias, shape: shape(cfg.dModel))
    }

    /// The activation function on every neuron, in place unless `mlp.hook_pre` was kept.
    private func activate(_ neurons: inout Tensor) throws {
        try neurons.editing { x in
            try inPieces(rows: tokenCount, width: cfg.dMLP) { first, count in
                let start = x + first * cfg.dMLP
                cfg.actFn.apply(start, into: start, count: count * cfg.dMLP)
            }
        }
    }
}
