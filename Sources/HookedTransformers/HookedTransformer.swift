public import Hooks
internal import SessionSafety
internal import TensorCore

/// A transformer with a hook point at every activation.
///
/// ```swift
/// let model = try HookedTransformer.fromPretrained("tiny-ioi")
/// let logits = try model("When John and Mary went to the shops,")       // [batch, position, d_vocab]
/// let (_, cache) = try model.runWithCache(tokens)
/// let ablated = try model.runWithHooks(
///     tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])
/// ```
/// The weights never change after loading. Hooks that are given to one call belong to that call, and are gone when it
/// returns or throws; ``addHook(_:isPermanent:prepend:)`` adds hooks that stay.
public final class HookedTransformer {
    /// Sizes, activation function, and which optional hook points are switched on.
    public private(set) var cfg: HookedTransformerConfig

    /// Turns text into tokens and back; nil when the model was loaded without one, and runs take token ids only.
    public var tokenizer: (any TextTokenizer)?

    /// Why there is no tokenizer, for the error of a call with text.
    package var missingTokenizerReason = "it has no tokenizer"

    /// The files that the weights were read from, config.json included; none where they come from elsewhere.
    package var weightFiles: [String] = []

    /// Which steps of weight processing were carried out, and what the matrices are kept as, in words.
    package var weightProcessing = "none"

    package let weights: TransformerWeights
    /// The steps of its blocks.
    let plan: BlockPlan

    /// What is kept of earlier runs, and how much may be.
    public var reuse = RunReuse()

    /// The rows that ``toTokens(_:prependBOS:paddingSide:truncate:)`` has filled up.
    var filledUpRows = FilledUpRows()

    private(set) var registry: HookRegistry
    var addedHooks: [AddedHook] = []

    /// A model of these parameters.
    /// - Throws: ``ModelError`` when a weight's shape does not fit `cfg`.
    package init(
        cfg: HookedTransformerConfig, weights: TransformerWeights, tokenizer: (any TextTokenizer)? = nil
    ) throws {
        try weights.check(against: cfg)
        self.cfg = cfg
        self.weights = weights
        self.tokenizer = tokenizer
        plan = BlockPlan(cfg, weights)
        registry = plan.registry(cfg)
    }

    /// The names of the hook points that fire as the model is set, in the order of registration.
    public var hookNames: [String] { registry.activeNames }

    /// Whether there is a hook point of that name, switched on or not.
    package func hasHook(_ name: String) -> Bool { registry.points.contains { $0.name == name } }

    /// The same hook points by name, with what hooks keep there: `model.hookDict["hook_embed"]?.ctx["sum"]`.
    public var hookDict: [String: HookPoint] { registry.activePoints }
}

extension HookedTransformer {
    /// Switches `blocks.<l>.attn.hook_result` on or off: what each head writes, [batch, position, head, d_model].
    public func setUseAttnResult(_ isOn: Bool) { setSwitch(\.useAttnResult, isOn) }

    /// Switches `hook_q_input`, `hook_k_input` and `hook_v_input` on or off: [batch, position, head, d_model] each.
    public func setUseSplitQKVInput(_ isOn: Bool) { setSwitch(\.useSplitQKVInput, isOn) }

    /// Switches `hook_attn_in` on or off: [batch, position, head, d_model].
    ///
    /// An error in a model whose heads share keys and values, where no one input is a head's.
    public func setUseAttnIn(_ isOn: Bool) {
        guard !isOn || cfg.keyHeads == cfg.nHeads else { return Fault.raise(ModelError.attnInOfGroups, returning: ()) }
        setSwitch(\.useAttnIn, isOn)
    }

    /// Has keys and values shown once for every query head, in a model whose heads share them: `hook_k`, `hook_v` and `hook_rot_k` are
    /// [batch, position, head, d_head] then, and a hook changes those of one head alone.
    ///
    /// ```swift
    /// model.setUngroupGroupedQueryAttention(true)
    /// ```
    /// Key/value caches and runs that were kept before are of the other kind.
    public func setUngroupGroupedQueryAttention(_ isOn: Bool) {
        guard cfg.ungroupGroupedQueryAttention != isOn else { return }
        setSwitch(\.ungroupGroupedQueryAttention, isOn)
        reuse.removeAll()
    }

    /// Switches `hook_mlp_in` on or off: [batch, position, d_model].
    public func setUseHookMLPIn(_ isOn: Bool) { setSwitch(\.useHookMLPIn, isOn) }

    /// Switches `hook_unembed` on or off: the logits, [batch, position, d_vocab]. TransformerLens has it from version 3 on.
    public func setUseHookUnembed(_ isOn: Bool) { setSwitch(\.useHookUnembed, isOn) }

    private func setSwitch(_ path: WritableKeyPath<HookedTransformerConfig, Bool>, _ isOn: Bool) {
        cfg[keyPath: path] = isOn
        registry = plan.registry(cfg, keeping: registry)
    }
}

extension HookedTransformer: CustomStringConvertible {
    public var description: String {
        "HookedTransformer \(cfg.modelName): \(cfg.nLayers) layers of \(cfg.nHeads) heads, d_model \(cfg.dModel), "
            + "d_vocab \(cfg.dVocab)"
    }
}
