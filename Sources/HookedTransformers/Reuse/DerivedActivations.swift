internal import Hooks
internal import TensorCore

/// The activations of a run without hooks of which a base is kept: the others follow from it, and are computed when
/// somebody reads them.
struct DerivedActivations: Sendable {
    let base: BaseRun
    let cfg: HookedTransformerConfig
    let weights: TransformerWeights
    let registry: HookRegistry

    /// The activation at a point, kept or still to be computed.
    func activation(at point: RunPoint) throws -> Tensor {
        if let kept = kept(point) { return kept }
        return try Tensor.postponed(point.shape(base.batch, cfg)) { [self] in try computed(point) }
    }

    private func kept(_ point: RunPoint) -> Tensor? {
        if case .finalNormalized = point { return base.normalized }
        guard case .block(let layer, let hook) = point else { return nil }
        let activations = base.layers[layer]
        return switch hook {
        case .residPre: activations.residPre
        case .q: activations.q
        case .k: activations.k
        case .v: activations.v
        case .z: activations.z
        case .residMid: activations.residMid
        case .residPost: base.residual(before: layer + 1)
        default: nil
        }
    }

    /// Runs the step that makes the activation, and keeps it alone.
    private func computed(_ point: RunPoint) throws -> Tensor {
        let name = registry.points[point.index(cfg)].name
        let table = try HookTable(registry, hooks: [], recording: .names([name]))
        var pass = ForwardPass(cfg: cfg, weights: weights, tokens: PassTokens(base.batch), hooks: table)
        switch point {
        case .embed, .posEmbed: try pass.embed(base.batch.ids)
        case .finalScale, .finalNormalized:
            pass.residual = base.residual
            _ = try pass.normalizedFinally()
        case .block(let layer, let hook): try run(hook.step, of: layer, in: &pass)
        }
        return try pass.hooks.cache[name]
    }

    private func run(_ step: LaneStep, of layer: Int, in pass: inout ForwardPass) throws {
        let activations = base.layers[layer]
        switch step {
        case .start, .entered:
            pass.residual = activations.residPre
            _ = try pass.attentionInputs(layer)
        case .projected:
            let vectors = AttentionVectors(q: activations.q, k: activations.k, v: activations.v)
            _ = try pass.headOutputs(vectors, layer)
        case .attended:
            pass.residual = activations.residPre
            try pass.addAttention(activations.z, layer)
        case .middle:
            pass.residual = activations.residMid
            try pass.addMLP(layer)
        }
    }
}
