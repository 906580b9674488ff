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

    /// Runs a step for the changed tokens alone.
    private mutating func computeChanged(_ step: any BlockStep) throws {
        var pass = changedTokensPass()
        if !changed.isEmpty {
            for value in step.reads { pass.values[value] = values[value].changed }
            if step.readsPast { pass.past = PastVectors(k: values.k.base, v: values.v.base) }
            try step.run(&pass, layer)
        }
        for value in step.uses { values[value] = .none }
        for result in step.results {
            values[result.value] = PartialActivation(base: base(of: result), changed: pass.values[result.value])
        }
    }

    /// Runs a step for all tokens, with hooks in its midst.
    private mutating func computeAll(_ step: any BlockStep) throws {
        for value in step.reads { full.values[value] = try values[value].full(changed) }
        try step.run(&full, layer)
        for value in step.uses + step.results.map(\.value) { values[value] = .none }
        for result in step.results {
            try grow(changed.firstChanges(from: base(of: result), to: full.values[result.value]))
        }
        for result in step.results {
            values[result.value] = PartialActivation(
                base: base(of: result), changed: try changed.pack(full.values[result.value]))
        }
        full.values = BlockValues(repeating: Tensor())
    }

    /// What the base run has where a step's result is shown.
    private func base(of result: StepResult) -> Tensor { base.activation(layer, result.hook) ?? Tensor() }

    /// A pass over the changed tokens alone.
    func changedTokensPass() -> ForwardPass {
        ForwardPass(
            cfg: full.cfg, weights: full.weights, plan: plan,
            tokens: PassTokens(changed.spans, count: changed.tokenCount, of: base.batch), hooks: silence)
    }
}
