internal import TensorCore

/// The residual stream plus what the heads write into it.
struct AddAttention: BlockStep {
    let reads: [BlockValue] = [.residual, .z]
    let inside: [BlockHook] = [.result, .attnOut]
    let results: [StepResult]
    let uses: [BlockValue] = [.z]

    /// `result` shows the sum.
    init(result: BlockHook) { results = [StepResult(hook: result, value: .residual)] }

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        pass.values.residual = try pass.sum(pass.values.residual, pass.attentionOutput(layer))
    }
}

extension ForwardPass {
    /// What all heads write together, as its hooks leave it.
    mutating func attentionOutput(_ layer: Int) throws -> Tensor {
        var out = try attentionOut(values.z, layer)
        try show(&out, layer, .attnOut)
        return out
    }
}

extension BlockHook {
    static let result = BlockHook(
        "attn.hook_result", .perToken { [$0.nHeads, $0.dModel] }, remedy: .attnResult)
    static let attnOut = BlockHook("hook_attn_out", .residual)
    static let residMid = BlockHook("hook_resid_mid", .residual)
}
