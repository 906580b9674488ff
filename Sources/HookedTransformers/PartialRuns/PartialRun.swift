internal import Hooks
internal import SessionSafety
internal import TensorCore

/// A run with hooks that computes only the tokens at which it differs from its base run.
///
/// Hooks see whole activations: the base run's, with the changed tokens in their places. What they leave is compared
/// with what they saw, and the changed tokens join the lanes.
struct LanePass {
    let base: BaseRun
    /// Runs the steps inside which hooks look at more than the base keeps, for all tokens.
    var full: ForwardPass
    /// The hooks of no run at all, for the steps that nobody watches.
    let silence: HookTable

    var lanes: Lanes
    /// The layer that is under way.
    var layer = 0
    /// The number of its step that comes next.
    var step = 0
    var values = BlockValues(repeating: LaneActivation.none)

    init(base: BaseRun, full: ForwardPass, silence: HookTable) {
        (self.base, self.full, self.silence) = (base, full, silence)
        lanes = Lanes([], positions: base.batch.positions)
        values.residual = LaneActivation(base: base.residual(before: 0), values: Tensor())
    }

    var plan: BlockPlan { full.plan }
}

extension LanePass {
    /// Carries the run through the blocks that are left.
    mutating func runBlocks() throws {
        while layer < full.cfg.nLayers { try advance() }
    }

    /// Carries the run one step on.
    mutating func advance() throws {
        try Interruption.check()
        let step = plan.steps[self.step]
        let isWatched = step.inside.contains { full.listens(layer, $0) }
        try isWatched ? computeAll(step) : computeLanes(step)
        for result in step.results { try show(result) }
        (layer, self.step) = self.step + 1 < plan.steps.count ? (layer, self.step + 1) : (layer + 1, 0)
    }

    /// Runs a step for the lanes' tokens alone.
    private mutating func computeLanes(_ step: any BlockStep) throws {
        var packed = packed()
        if !lanes.isEmpty {
            for value in step.reads { packed.values[value] = values[value].values }
            if step.readsPast { packed.past = PastVectors(k: values.k.base, v: values.v.base) }
            try step.run(&packed, layer)
        }
        for value in step.uses { values[value] = .none }
        for result in step.results {
            values[result.value] = LaneActivation(base: base(of: result), values: packed.values[result.value])
        }
    }

    /// Runs a step for all tokens, with hooks in its midst.
    private mutating func computeAll(_ step: any BlockStep) throws {
        for value in step.reads { full.values[value] = try values[value].full(lanes) }
        try step.run(&full, layer)
        for value in step.uses + step.results.map(\.value) { values[value] = .none }
        for result in step.results {
            try grow(lanes.firstChanges(from: base(of: result), to: full.values[result.value]))
        }
        for result in step.results {
            values[result.value] = LaneActivation(
                base: base(of: result), values: try lanes.pack(full.values[result.value]))
        }
        full.values = BlockValues(repeating: Tensor())
    }

    /// What the base run has where a step's result is shown.
    private func base(of result: StepResult) -> Tensor { base.activation(layer, result.hook) ?? Tensor() }

    /// A pass over the lanes' tokens alone.
    func packed() -> ForwardPass {
        ForwardPass(
            cfg: full.cfg, weights: full.weights, plan: plan,
            tokens: PassTokens(lanes.all, count: lanes.tokenCount, of: base.batch), hooks: silence)
    }
}
