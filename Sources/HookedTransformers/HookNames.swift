internal import Hooks

/// The hook points of one block, in the order in which TransformerLens registers them.
enum BlockHook: Int, CaseIterable {
    case ln1Scale, ln1Normalized, ln2Scale, ln2Normalized
    case k, q, v, z, attnScores, pattern, result
    case pre, post
    case attnIn, qInput, kInput, vInput, mlpIn
    case attnOut, mlpOut, residPre, residMid, residPost

    /// The name inside a block.
    var name: String {
        switch self {
        case .ln1Scale: "ln1.hook_scale"
        case .ln1Normalized: "ln1.hook_normalized"
        case .ln2Scale: "ln2.hook_scale"
        case .ln2Normalized: "ln2.hook_normalized"
        case .k: "attn.hook_k"
        case .q: "attn.hook_q"
        case .v: "attn.hook_v"
        case .z: "attn.hook_z"
        case .attnScores: "attn.hook_attn_scores"
        case .pattern: "attn.hook_pattern"
        case .result: "attn.hook_result"
        case .pre: "mlp.hook_pre"
        case .post: "mlp.hook_post"
        case .attnIn: "hook_attn_in"
        case .qInput: "hook_q_input"
        case .kInput: "hook_k_input"
        case .vInput: "hook_v_input"
        case .mlpIn: "hook_mlp_in"
        case .attnOut: "hook_attn_out"
        case .mlpOut: "hook_mlp_out"
        case .residPre: "hook_resid_pre"
        case .residMid: "hook_resid_mid"
        case .residPost: "hook_resid_post"
        }
    }

    /// The call that switches the point on, if it is off as `cfg` stands.
    func remedy(_ cfg: HookedTransformerConfig) -> String? {
        switch self {
        case .result: cfg.useAttnResult ? nil : "model.setUseAttnResult(true)"
        case .qInput, .kInput, .vInput: cfg.useSplitQKVInput ? nil : "model.setUseSplitQKVInput(true)"
        case .attnIn: cfg.useAttnIn ? nil : "model.setUseAttnIn(true)"
        case .mlpIn: cfg.useHookMLPIn ? nil : "model.setUseHookMLPIn(true)"
        default: nil
        }
    }
}

/// Where a hook point stands in the registry of a transformer.
enum HookIndex {
    static let embed = 0
    static let posEmbed = 1

    static func block(_ layer: Int, _ hook: BlockHook) -> Int { 2 + layer * BlockHook.allCases.count + hook.rawValue }

    static func finalScale(_ cfg: HookedTransformerConfig) -> Int { 2 + cfg.nLayers * BlockHook.allCases.count }

    static func finalNormalized(_ cfg: HookedTransformerConfig) -> Int { finalScale(cfg) + 1 }

    static func unembed(_ cfg: HookedTransformerConfig) -> Int { finalScale(cfg) + 2 }
}

extension HookRegistry {
    /// The hook points of a transformer; which of them fire depends on the switches in `cfg`.
    init(transformer cfg: HookedTransformerConfig, keeping earlier: HookRegistry? = nil) {
        var names = ["hook_embed", "hook_pos_embed"]
        var switchedOff: [String: String] = [:]
        for layer in 0..<cfg.nLayers {
            for hook in BlockHook.allCases {
                let name = "blocks.\(layer).\(hook.name)"
                names.append(name)
                switchedOff[name] = hook.remedy(cfg)
            }
        }
        if !cfg.useHookUnembed { switchedOff["hook_unembed"] = "model.setUseHookUnembed(true)" }
        self.init(
            names: names + ["ln_final.hook_scale", "ln_final.hook_normalized", "hook_unembed"],
            switchedOff: switchedOff, keeping: earlier)
    }
}
