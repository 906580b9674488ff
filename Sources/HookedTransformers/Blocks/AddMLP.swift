internal import TensorCore

/// The residual stream plus what the MLP writes into it.
struct AddMLP: BlockStep {
    let reads: [BlockValue] = [.residual]
    let inside: [BlockHook]
    let results = [StepResult(hook: .residPost, value: .residual)]

    init(_ hooks: MLPHooks) { inside = hooks.all }

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        pass.values.residual = try pass.sum(pass.values.residual, pass.mlpOutput(layer))
    }
}

/// The hook points of a block's second half.
struct MLPHooks {
    let hasNorm: Bool
    let mlp: [BlockHook]
    let hasPostNorm: Bool

    /// In the order in which they fire.
    var all: [BlockHook] {
        [.mlpIn] + (hasNorm ? BlockHook.ln2 : []) + mlp + (hasPostNorm ? BlockHook.ln2Post : []) + [.mlpOut]
    }
}

extension ForwardPass {
    /// What the MLP makes of the residual stream, through the norm behind it where there is one, as its hooks leave it; zeros
    /// where there is no MLP.
    mutating func mlpOutput(_ layer: Int) throws -> Tensor {
        let block = weights.blocks[layer]
        guard let mlp = block.mlp else { return Tensor.zeros(values.residual.shape) }
        var input = values.residual
        try show(&input, layer, .mlpIn)
        if let norm = block.ln2 {
            input = try norm.normalize(
                input, in: &self, hooks: (index(layer, .ln2Scale), index(layer, .ln2Normalized)))
        }
        var out = try mlp.output(of: input, layer, in: &self)
        if let norm = block.ln2Post {
            out = try norm.normalize(
                out, in: &self, hooks: (index(layer, .ln2PostScale), index(layer, .ln2PostNormalized)))
        }
        try show(&out, layer, .mlpOut)
        return out
    }
}

extension BlockHook {
    static let mlpIn = BlockHook("hook_mlp_in", .residual, remedy: .mlpIn)
    static let ln2Scale = BlockHook("ln2.hook_scale", .scale)
    static let ln2Normalized = BlockHook("ln2.hook_normalized", .residual)
    static let ln2 = [ln2Scale, ln2Normalized]
    static let ln2PostScale = BlockHook("ln2_post.hook_scale", .scale)
    static let ln2PostNormalized = BlockHook("ln2_post.hook_normalized", .residual)
    static let ln2Post = [ln2PostScale, ln2PostNormalized]
    static let mlpOut = BlockHook("hook_mlp_out", .residual)
}
