/// The residual stream plus what heads and MLP write into it, where both read the stream as it came into the block.
struct AddAttentionAndMLP: BlockStep {
    let reads: [BlockValue] = [.residual, .z]
    let inside: [BlockHook]
    let results = [StepResult(hook: .residPost, value: .residual)]
    let uses: [BlockValue] = [.z]

    init(_ attention: AttentionHooks, _ mlp: MLPHooks) { inside = attention.all + mlp.all }

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        let attention = try pass.attentionOutput(layer)
        let mlp = try pass.mlpOutput(layer)
        pass.values.residual = try pass.sum(pass.sum(pass.values.residual, attention), mlp)
    }
}
