internal import Hooks
internal import SessionSafety
internal import TensorCore

/// One run of a transformer: the residual stream, and the steps that carry it from layer to layer.
///
/// A value that owns all that a run changes, so that a run that throws leaves nothing behind. The steps are in
/// `Components/`, one file per component.
struct ForwardPass {
    let cfg: HookedTransformerConfig
    let weights: TransformerWeights
    let tokens: PassTokens
    var hooks: HookTable

    /// The residual stream after the steps so far: [batch, position, d_model]
    var residual = Tensor()
    /// What attention reads of positions before the pass's own, at the layer that is under way.
    var past: PastVectors?

    init(cfg: HookedTransformerConfig, weights: TransformerWeights, tokens: PassTokens, hooks: HookTable) {
        self.cfg = cfg
        self.weights = weights
        self.tokens = tokens
        self.hooks = hooks
    }

    /// Runs the blocks from `start` on, those before `end`.
    mutating func runBlocks(from start: Int = 0, before end: Int) throws {
        for layer in start..<max(start, end) {
            try Interruption.check()
            try block(layer)
        }
    }

    /// The residual stream after the final layer norm: [batch, position, d_model]
    mutating func normalizedFinally() throws -> Tensor {
        try normalize(
            residual, weights.finalNorm, scale: HookIndex.finalScale(cfg), normalized: HookIndex.finalNormalized(cfg))
    }

    /// Shows `activation` to whoever listens at `hook` of `layer`.
    mutating func pass(_ activation: inout Tensor, _ layer: Int, _ hook: BlockHook) throws {
        let index = HookIndex.block(layer, hook)
        if hooks.listens(at: index) { try hooks.pass(&activation, at: index) }
    }

    func listens(_ layer: Int, _ hook: BlockHook) -> Bool { hooks.listens(at: HookIndex.block(layer, hook)) }

    /// `[batch, position]` followed by `axes`.
    func shape(_ axes: Int...) -> [Int] { tokens.axes + axes }
}
