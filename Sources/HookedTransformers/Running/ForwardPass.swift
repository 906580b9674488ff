internal import Hooks
internal import SessionSafety
internal import TensorCore

/// One run of a transformer over some tokens: the values that its steps hand on, and the hooks that see them.
///
/// A value that owns all that a run changes, so that a run that throws leaves nothing behind. The steps are in `Blocks/`, one
/// file per step; what they are made of is in `Components/`.
package struct ForwardPass {
    let cfg: HookedTransformerConfig
    let weights: TransformerWeights
    let plan: BlockPlan
    let tokens: PassTokens
    var hooks: HookTable

    /// What the steps so far have left.
    var values = BlockValues(repeating: Tensor())
    /// What hooks left of the vectors of positions, where these are added in every block; nil where no hook saw them.
    var positionVectors: Tensor?
    /// What attention reads of positions before the pass's own, at the layer that is under way.
    var past: PastVectors?

    init(
        cfg: HookedTransformerConfig, weights: TransformerWeights, plan: BlockPlan, tokens: PassTokens, hooks: HookTable
    ) {
        (self.cfg, self.weights, self.plan, self.tokens, self.hooks) = (cfg, weights, plan, tokens, hooks)
    }
}

extension HookedTransformer {
    /// A pass over `tokens` that has not begun.
    func pass(_ tokens: PassTokens, _ hooks: HookTable) -> ForwardPass {
        ForwardPass(cfg: cfg, weights: weights, plan: plan, tokens: tokens, hooks: hooks)
    }

    /// The hooks of nobody.
    func silence() throws -> HookTable { try HookTable(registry, hooks: []) }
}

extension ForwardPass {
    /// Runs the blocks from `start` on, those before `end`.
    mutating func runBlocks(from start: Int = 0, before end: Int) throws {
        for layer in start..<max(start, end) {
            try Interruption.check()
            for step in plan.steps { try run(step, layer) }
        }
    }

    /// Runs a step and shows what it leaves.
    mutating func run(_ step: any BlockStep, _ layer: Int) throws {
        try step.run(&self, layer)
        for value in step.uses { values[value] = Tensor() }
        for result in step.results where listens(layer, result.hook) {
            var activation = values[result.value]
            try show(&activation, layer, result.hook)
            values[result.value] = activation
        }
    }

    // MARK: Hooks

    /// Shows `activation` to whoever listens at `hook` of `layer`.
    mutating func show(_ activation: inout Tensor, _ layer: Int, _ hook: BlockHook) throws {
        try show(&activation, at: index(layer, hook))
    }

    /// Shows `activation` to whoever listens at the point `index` of the model; nil is none.
    mutating func show(_ activation: inout Tensor, at index: Int?) throws {
        if let index, hooks.listens(at: index) { try hooks.fire(&activation, at: index) }
    }

    func listens(_ layer: Int, _ hook: BlockHook) -> Bool { index(layer, hook).map(hooks.listens) ?? false }

    /// Where a hook point of a block stands in the registry; nil where there is none.
    func index(_ layer: Int, _ hook: BlockHook) -> Int? { plan.index(layer, hook) }

    /// `[batch, position]` followed by `axes`.
    func shape(_ axes: Int...) -> [Int] { tokens.axes + axes }
}
