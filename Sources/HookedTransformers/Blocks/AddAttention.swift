internal import TensorCore

/// The residual stream plus what the heads write into it.
struct AddAttention: BlockStep {
    let reads: [BlockValue] = [.residual, .z]
    let inside: [BlockHook]
    let results: [StepResult]
    let uses: [BlockValue] = [.z]

    /// `result` shows the sum.
    init(_ hooks: AttentionHooks, result: BlockHook) {
        (inside, results) = (hooks.all, [StepResult(hook: result, value: .residual)])
    }

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        pass.values.residual = try pass.sum(pass.values.residual, pass.attentionOutput(layer))
    }
}

/// The hook points of what heads write.
struct AttentionHooks {
    let hasPostNorm: Bool

    /// In the order in which they fire.
    var all: [BlockHook] { [.result] + (hasPostNorm ? BlockHook.ln1Post : []) + [.attnOut] }
}

extension ForwardPass {
    /// What all heads write together, through the norm behind them where there is one, as its hooks leave it.
    mutating func attentionOutput(_ layer: Int) throws -> Tensor {
        var out = try attentionOut(values.z, layer)
        if let norm = weights.blocks[layer].ln1Post {
            out = try norm.normalize(
                out, in: &self, hooks: (index(layer, .ln1PostScale), index(layer, .ln1PostNormalized)))
        }
        try show(&out, layer, .attnOut)
        return out
    }
}

extension BlockHook {
    static let result = BlockHook(
        "attn.hook_result", .perToken { [$0.nHeads, $0.dModel] }, remedy: .attnResult)
    static let ln1PostScale = BlockHook("ln1_post.hook_scale", .scale)
    static let ln1PostNormalized = BlockHook("ln1_post.hook_normalized", .residual)
    static let ln1Post = [ln1PostScale, ln1PostNormalized]
    static let attnOut = BlockHook("hook_attn_out", .residual)
    static let residMid = BlockHook("hook_resid_mid", .residual)
}
