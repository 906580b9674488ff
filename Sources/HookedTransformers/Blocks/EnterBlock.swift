/// The beginning of a block: nothing but the residual stream as it comes in.
struct EnterBlock: BlockStep {
    let reads: [BlockValue] = [.residual]
    let results = [StepResult(hook: .residPre, value: .residual)]

    func run(_ pass: inout ForwardPass, _ layer: Int) {}
}

extension BlockHook {
    static let residPre = BlockHook("hook_resid_pre", .residual)
    static let residPost = BlockHook("hook_resid_post", .residual)
}
