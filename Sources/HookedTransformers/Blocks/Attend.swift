/// Heads' outputs z: the values of the positions that each query looks at.
struct Attend: BlockStep {
    let reads: [BlockValue] = [.q, .k, .v]
    let inside: [BlockHook] = [.attnScores, .pattern]
    let results = [StepResult(hook: .z, value: .z)]
    let uses: [BlockValue] = [.q, .k, .v]
    let readsPast = true

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        let vectors = AttentionVectors(q: pass.values.q, k: pass.values.k, v: pass.values.v)
        pass.values.z = try pass.headOutputs(vectors, layer)
    }
}

extension BlockHook {
    static let attnScores = BlockHook("attn.hook_attn_scores", .perPair)
    static let pattern = BlockHook("attn.hook_pattern", .perPair)
    static let z = BlockHook("attn.hook_z", .heads)
}
