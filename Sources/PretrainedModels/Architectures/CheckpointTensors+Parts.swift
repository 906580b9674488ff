internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

// Parts of models as most checkpoints store them: linear layers [out, in], norms with a weight and perhaps a bias.

extension CheckpointTensors {
    /// The matrix of a linear layer, stored [out, in], as [in, out].
    func linear(_ name: String, in inner: Int, out: Int) throws -> Tensor {
        let stored = try tensor(name + ".weight", [out, inner])
        return try Fault.catching { stored.T }
    }

    /// The bias of a linear layer, or zeros where it has none.
    func bias(_ name: String, _ size: Int, isThere: Bool = true) throws -> Tensor {
        isThere ? try tensor(name + ".bias", [size]) : Tensor.zeros([size])
    }

    /// A layer norm's gain and bias.
    func layerNorm(_ name: String, _ size: Int) throws -> LayerNorm {
        LayerNorm(gain: try tensor(name + ".weight", [size]), bias: try tensor(name + ".bias", [size]))
    }

    /// Queries, keys and values of linear layers of their own, side by side: [d_model, column] and [column]
    func projections(
        _ names: [String], _ cfg: HookedTransformerConfig, hasBiases: Bool
    ) throws -> (matrix: Tensor, bias: Tensor) {
        let widths = [cfg.dHeads, cfg.keyHeads * cfg.dHead, cfg.keyHeads * cfg.dHead]
        let parts = try zip(names, widths).map { name, width in
            (try linear(name, in: cfg.dModel, out: width), try bias(name, width, isThere: hasBiases))
        }
        return try Fault.catching { (Tensor.cat(parts.map(\.0), dim: 1), Tensor.cat(parts.map(\.1))) }
    }
}
