/// A hook point that every block of a model has.
///
/// Each stands in the file of the step or part that shows it: `BlockHook.z` in `Attend.swift`. One object each, so that it is
/// found fast.
package final class BlockHook: Sendable {
    /// The name inside a block, such as `attn.hook_z`.
    package let name: String
    let shape: HookShape
    /// What has to be switched on for it to fire; nil where it always does.
    let remedy: HookSwitch?

    init(_ name: String, _ shape: HookShape, remedy: HookSwitch? = nil) {
        (self.name, self.shape, self.remedy) = (name, shape, remedy)
    }
}

extension BlockHook: Hashable {
    package static func == (a: BlockHook, b: BlockHook) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The shape of an activation.
enum HookShape: Sendable {
    /// [batch, position] and these axes.
    case perToken(@Sendable (HookedTransformerConfig) -> [Int])
    /// [batch, head, position (query), position (key)]
    case perPair

    /// [batch, position, d_model]
    static let residual = HookShape.perToken { [$0.dModel] }
    /// [batch, position, 1]
    static let scale = HookShape.perToken { _ in [1] }
    /// [batch, position, head, d_head]
    static let heads = HookShape.perToken { [$0.nHeads, $0.dHead] }
    /// [batch, position, key/value head, d_head]
    static let keyHeads = HookShape.perToken { [$0.shownKeyHeads, $0.dHead] }
    /// [batch, position, d_mlp]
    static let neurons = HookShape.perToken { [$0.dMLP] }

    /// The numbers per token of an activation that has one row for each.
    func width(_ cfg: HookedTransformerConfig) -> Int {
        guard case .perToken(let axes) = self else { return 0 }
        return axes(cfg).reduce(1, *)
    }

    func axes(_ batch: TokenBatch, _ cfg: HookedTransformerConfig) -> [Int] {
        switch self {
        case .perToken(let axes): [batch.rows, batch.positions] + axes(cfg)
        case .perPair: [batch.rows, cfg.nHeads, batch.positions, batch.positions]
        }
    }
}

/// A setting of the model that makes a hook point fire.
struct HookSwitch: Sendable {
    /// The call that sets it.
    let call: String
    let isOn: @Sendable (HookedTransformerConfig) -> Bool

    static let attnResult = HookSwitch(call: "model.setUseAttnResult(true)") { $0.useAttnResult }
    static let splitQKVInput = HookSwitch(call: "model.setUseSplitQKVInput(true)") {
        $0.useSplitQKVInput
    }
    static let attnIn = HookSwitch(call: "model.setUseAttnIn(true)") { $0.useAttnIn }
    static let mlpIn = HookSwitch(call: "model.setUseHookMLPIn(true)") { $0.useHookMLPIn }
}
