internal import Hooks

/// What a model's blocks do, step by step, and where the hook points of the whole model stand.
final class BlockPlan: Sendable {
    let steps: [any BlockStep]
    /// The hook points of a block, in the order in which TransformerLens registers them.
    let hooks: [BlockHook]
    /// The hook points that show what a step leaves, but for the residual stream at the block's end.
    let kept: [BlockHook]

    private let before: [String]
    private let after: [String]
    private let layers: Int
    private let places: [BlockHook: Int]
    private let steppers: [BlockHook: Int]
    private let keptNumbers: [BlockHook: Int]

    /// The plan that the parts of `weights` make.
    init(_ cfg: HookedTransformerConfig, _ weights: TransformerWeights) {
        let steps = Self.steps(cfg, weights)
        self.steps = steps
        hooks = Self.registered(steps, weights)
        kept = steps.flatMap(\.results).map(\.hook).filter { $0 != .residPost }
        before = ["hook_embed"] + weights.positions.hookNames
        after =
            (weights.finalNorm == nil ? [] : ["ln_final.hook_scale", "ln_final.hook_normalized"]) + [
                "hook_unembed"
            ]
        layers = cfg.nLayers
        places = Self.numbered(hooks)
        keptNumbers = Self.numbered(kept)
        let pairs = steps.enumerated().flatMap { number, step in step.hooks.map { ($0, number) } }
        steppers = Dictionary(pairs) { first, _ in first }
    }

    private static func steps(_ cfg: HookedTransformerConfig, _ weights: TransformerWeights)
        -> [any BlockStep]
    {
        let block = weights.blocks.first
        let heads = AttentionHooks(hasPostNorm: block?.ln1Post != nil)
        let attention: [any BlockStep] =
            [EnterBlock(), Project(cfg, hasNorm: block?.ln1 != nil)]
            + weights.positions.steps(afterNorms: block?.attention.headNorms != nil) + [Attend()]
        guard let mlp = block?.mlp else { return attention + [AddAttention(heads, result: .residPost)] }
        let neurons = MLPHooks(hasNorm: block?.ln2 != nil, mlp: mlp.hooks, hasPostNorm: block?.ln2Post != nil)
        if cfg.parallelAttnMLP { return attention + [AddAttentionAndMLP(heads, neurons)] }
        return attention + [AddAttention(heads, result: .residMid), AddMLP(neurons)]
    }

    private static func registered(_ steps: [any BlockStep], _ weights: TransformerWeights)
        -> [BlockHook]
    {
        let existing = Set(steps.flatMap(\.hooks))
        let norms = BlockHook.ln1 + BlockHook.ln1Post + BlockHook.ln2 + BlockHook.ln2Post
        let attention: [BlockHook] =
            BlockHook.headNorms + [.k, .q, .v, .z, .attnScores, .pattern, .result] + weights.positions.blockHooks
        let inputs: [BlockHook] = [.attnIn, .qInput, .kInput, .vInput, .mlpIn]
        let ends: [BlockHook] = [.attnOut, .mlpOut, .residPre, .residMid, .residPost]
        let all =
            norms + attention + (weights.blocks.first?.mlp?.hooks ?? []) + inputs
            + ends
        return all.filter(existing.contains)
    }

    private static func numbered(_ hooks: [BlockHook]) -> [BlockHook: Int] {
        Dictionary(zip(hooks, hooks.indices)) { first, _ in first }
    }
}

extension BlockStep {
    /// All its hook points, in the order in which they fire.
    var hooks: [BlockHook] { inside + results.map(\.hook) }
}

// MARK: Where hook points stand in the registry

extension BlockPlan {
    static let embed = 0
    /// Where positions are added; nil where there are none to add.
    var posEmbed: Int? { before.firstIndex(of: "hook_pos_embed") }

    /// nil where the model's blocks have no such point.
    func index(_ layer: Int, _ hook: BlockHook) -> Int? {
        places[hook].map { before.count + layer * hooks.count + $0 }
    }

    private var end: Int { before.count + layers * hooks.count }
    var finalScale: Int? { after.firstIndex(of: "ln_final.hook_scale").map { end + $0 } }
    var finalNormalized: Int? { after.firstIndex(of: "ln_final.hook_normalized").map { end + $0 } }
    var unembed: Int { end + after.count - 1 }

    /// The points of the final norm.
    var finalHooks: [Int] { [finalScale, finalNormalized].compactMap(\.self) }

    /// The points of the embedding.
    var embeddingHooks: [Int] { Array(before.indices) }

    /// The number of the last step of a block that shows something to the hooks of `table`; nil when none does.
    func lastWatchedStep(_ layer: Int, _ table: HookTable) -> Int? {
        let first = before.count + layer * hooks.count
        return hooks.indices.lazy.filter { table.listens(at: first + $0) }.compactMap {
            self.step(of: self.hooks[$0])
        }.max()
    }

    /// The number of the step that shows the activation; nil where there is none.
    func step(of hook: BlockHook) -> Int? { steppers[hook] }

    /// Where the hook point stands in ``kept``.
    func keptNumber(_ hook: BlockHook) -> Int? { keptNumbers[hook] }

    /// The hook point that last showed `value` before the step `number` of a block; nil when none did.
    func source(of value: BlockValue, before number: Int) -> BlockHook? {
        steps[..<number].reversed().lazy.flatMap { $0.results.reversed() }.first { $0.value == value }?
            .hook
    }

    /// The hook points of the model; which of them fire depends on the switches in `cfg`.
    func registry(_ cfg: HookedTransformerConfig, keeping earlier: HookRegistry? = nil)
        -> HookRegistry
    {
        var (names, switchedOff) = (before, [String: String]())
        for layer in 0..<layers {
            for hook in hooks {
                let name = "blocks.\(layer).\(hook.name)"
                names.append(name)
                if let remedy = hook.remedy, !remedy.isOn(cfg) { switchedOff[name] = remedy.call }
            }
        }
        if !cfg.useHookUnembed { switchedOff["hook_unembed"] = "model.setUseHookUnembed(true)" }
        return HookRegistry(names: names + after, switchedOff: switchedOff, keeping: earlier)
    }
}
