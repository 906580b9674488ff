internal import Hooks
internal import SessionSafety
internal import TensorCore

/// A run with hooks that computes only the tokens at which it differs from its base run.
///
/// `advance` is its road: one step of a block after the other, for the tokens that changed so far. Hooks see whole
/// activations, the base run's with the changed tokens where these stand. What they leave is compared with what they saw,
/// and what differs has changed from there on. README.md in this folder has the idea, with a drawing.
struct PartialRun {
    let base: BaseRun
    /// Runs the steps inside which hooks look at more than the base keeps, for all tokens.
    var full: ForwardPass
    /// The hooks of no run at all, for the steps that nobody watches.
    let silence: HookTable

    /// The tokens at which it differs from its base so far.
    var changed: ChangedTokens
    /// The layer that is under way.
    var layer = 0
    /// The number of its step that comes next.
    var step = 0
    var values = BlockValues(repeating: PartialActivation.none)

    init(base: BaseRun, full: ForwardPass, silence: HookTable) {
        (self.base, self.full, self.silence) = (base, full, silence)
        changed = ChangedTokens(
            [], positions: base.batch.positions, reachesBack: full.cfg.attentionDir == .bidirectional)
        values.residual = PartialActivation(base: base.residual(before: 0), changed: Tensor())
    }

    var plan: BlockPlan { full.plan }
}

extension PartialRun {
    /// Carries the run through its hooks and gives what the logits are made of: the residual stream after the final layer
    /// norm, [batch, position, d_model].
    ///
    /// What follows from the last hook is computed when somebody reads it, together with other runs that wait.
    mutating func run() throws -> Tensor {
        guard !isWatchedAtTheEnd else { return try runToTheEnd() }
        try runHooks()
        guard !changed.isEmpty else { return base.normalized }
        let (base, changed, run) = (base, changed, try base.lazyRuns.add(self))
        return try Tensor.lazy(base.normalized.shape) {
            try changed.overlay(base.lazyRuns.normalized(run), on: base.normalized)
        }
    }

    /// Carries the run on as long as hooks are to come.
    mutating func runHooks() throws {
        try embed()
        guard let last = Progress.lastWatched(full.hooks, plan, full.cfg) else { return }
        while layer < full.cfg.nLayers, progress <= last { try advance() }
    }

    /// Carries the run to its end at once, with hooks at the final layer norm.
    private mutating func runToTheEnd() throws -> Tensor {
        try embed()
        try runBlocks()
        full.values.residual = try values.residual.full(changed)
        return try full.normalizedFinally()
    }

    /// Carries the run through the blocks that are left.
    mutating func runBlocks() throws {
        while layer < full.cfg.nLayers { try advance() }
    }

    /// Carries the run one step on.
    mutating func advance() throws {
        try Interruption.check()
        let step = plan.steps[self.step]
        let isWatched = step.inside.contains { full.listens(layer, $0) }
        try isWatched ? computeAll(step) : computeChanged(step)
        for result in step.results { try show(result) }
        (layer, self.step) = self.step + 1 < plan.steps.count ? (layer, self.step + 1) : (layer + 1, 0)
    }

    /// Whether there are hooks at the final layer norm.
    var isWatchedAtTheEnd: Bool {
        plan.finalHooks.contains(where: full.hooks.listens)
    }

    var progress: Progress { Progress(layer: layer, step: step) }
}
