internal import Hooks
internal import TensorCore

extension ForwardPass {
    /// One block: the residual stream plus attention, plus MLP.
    mutating func block(_ layer: Int) throws {
        try passResidual(layer, .residPre)
        let vectors = try projections(attentionInputs(layer), layer)
        try addAttention(headOutputs(vectors, layer), layer)
        try addMLP(layer)
    }

    /// The residual stream plus what the heads' outputs `z` write into it.
    mutating func addAttention(_ z: Tensor, _ layer: Int) throws {
        var attentionOut = try attentionOut(z, layer)
        try pass(&attentionOut, layer, .attnOut)
        residual = try sum(residual, attentionOut)
        try passResidual(layer, .residMid)
    }

    /// The residual stream plus what the MLP writes into it.
    mutating func addMLP(_ layer: Int) throws {
        var mlpOut = try mlp(mlpInput(layer), layer)
        try pass(&mlpOut, layer, .mlpOut)
        residual = try sum(residual, mlpOut)
        try passResidual(layer, .residPost)
    }

    private mutating func passResidual(_ layer: Int, _ hook: BlockHook) throws {
        var stream = residual
        try pass(&stream, layer, hook)
        residual = stream
    }

    /// What the MLP reads: the normalised residual stream, or what a hook at `hook_mlp_in` made of it.
    private mutating func mlpInput(_ layer: Int) throws -> Tensor {
        var input = residual
        try pass(&input, layer, .mlpIn)
        return try normalize(
            input, weights.blocks[layer].ln2, scale: HookIndex.block(layer, .ln2Scale),
            normalized: HookIndex.block(layer, .ln2Normalized))
    }
}
