/// Queries, keys and values of the normalised residual stream.
struct Project: BlockStep {
    let inside: [BlockHook]
    let reads: [BlockValue] = [.residual]
    let results = [
        StepResult(hook: .q, value: .q), StepResult(hook: .k, value: .k),
        StepResult(hook: .v, value: .v),
    ]

    init(_ cfg: HookedTransformerConfig, hasNorm: Bool) {
        let shared: [BlockHook] = cfg.keyHeads == cfg.nHeads ? [.attnIn] : []
        inside = shared + [.qInput, .kInput, .vInput] + (hasNorm ? BlockHook.ln1 : [])
    }

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        let vectors = try pass.projections(pass.attentionInputs(layer), layer)
        (pass.values.q, pass.values.k, pass.values.v) = (vectors.q, vectors.k, vectors.v)
    }
}

extension BlockHook {
    static let attnIn = BlockHook("hook_attn_in", .perHeadInput, remedy: .attnIn)
    static let qInput = BlockHook("hook_q_input", .perHeadInput, remedy: .splitQKVInput)
    static let kInput = BlockHook("hook_k_input", .perKeyHeadInput, remedy: .splitQKVInput)
    static let vInput = BlockHook("hook_v_input", .perKeyHeadInput, remedy: .splitQKVInput)
    static let attentionInputs = [attnIn, qInput, kInput, vInput]

    static let ln1Scale = BlockHook("ln1.hook_scale", .scale)
    static let ln1Normalized = BlockHook("ln1.hook_normalized", .residual)
    static let ln1 = [ln1Scale, ln1Normalized]

    static let q = BlockHook("attn.hook_q", .heads)
    static let k = BlockHook("attn.hook_k", .keyHeads)
    static let v = BlockHook("attn.hook_v", .keyHeads)
}

extension HookShape {
    fileprivate static let perHeadInput = HookShape.perToken { [$0.nHeads, $0.dModel] }
    fileprivate static let perKeyHeadInput = HookShape.perToken { [$0.shownKeyHeads, $0.dModel] }
}
