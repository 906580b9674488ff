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
    /// The layer that comes next, or that is under way.
    var layer = 0
    var step = LaneStep.start
    var residual: LaneActivation
    /// Between ``LaneStep/projected`` and ``LaneStep/attended``.
    var vectors = LaneVectors.none
    /// Between ``LaneStep/attended`` and ``LaneStep/middle``.
    var z = LaneActivation.none

    init(base: BaseRun, full: ForwardPass, silence: HookTable) {
        (self.base, self.full, self.silence) = (base, full, silence)
        lanes = Lanes([], positions: base.batch.positions)
        residual = LaneActivation(base: base.residual(before: 0), values: Tensor())
    }
}

/// How far a block has come: what has been computed and shown to its hooks.
enum LaneStep: Int, Comparable {
    case start, entered, projected, attended, middle

    static func < (a: LaneStep, b: LaneStep) -> Bool { a.rawValue < b.rawValue }
}

/// Queries, keys and values of all heads.
struct LaneVectors {
    var q: LaneActivation, k: LaneActivation, v: LaneActivation

    static let none = LaneVectors(q: .none, k: .none, v: .none)
}

extension LanePass {
    /// Carries the run through the blocks that are left.
    mutating func runBlocks() throws {
        while layer < full.cfg.nLayers { try advance() }
    }

    /// Carries the run one step on.
    mutating func advance() throws {
        try Interruption.check()
        switch step {
        case .start: try enter()
        case .entered: try project()
        case .projected: try attend()
        case .attended: try addAttention()
        case .middle: try addMLP()
        }
    }

    /// A pass over the lanes' tokens alone.
    func packed() -> ForwardPass {
        ForwardPass(
            cfg: full.cfg, weights: full.weights,
            tokens: PassTokens(lanes.all, count: lanes.tokenCount, of: base.batch), hooks: silence)
    }

    func listens(_ hooks: [BlockHook]) -> Bool { hooks.contains { full.listens(layer, $0) } }
}
