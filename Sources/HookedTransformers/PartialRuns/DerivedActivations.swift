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
    func activation(at point: ActivationPoint) throws -> Tensor {
        if let kept = kept(point) { return kept }
        return try Tensor.lazy(point.shape(base.batch, cfg)) { [self] in try computed(point) }
    }

    private func kept(_ point: ActivationPoint) -> Tensor? {
        if case .block(let layer, let hook) = point.kind { return base.activation(layer, hook) }
        return point.index == base.plan.finalNormalized ? base.normalized : nil
    }

    /// Runs the step that makes the activation, and keeps it alone.
    private func computed(_ point: ActivationPoint) throws -> Tensor {
        let name = registry.points[point.index].name
        let table = try HookTable(registry, hooks: [], recording: .names([name]))
        var pass = ForwardPass(
            cfg: cfg, weights: weights, plan: base.plan, tokens: PassTokens(base.batch), hooks: table)
        switch point.kind {
        case .embedding: try pass.embed(base.batch.ids)
        case .final:
            pass.values.residual = base.residual
            _ = try pass.normalizedFinally()
        case .block(let layer, let hook):
            guard let number = base.plan.step(of: hook) else { break }
            let step = base.plan.steps[number]
            pass.values = base.values(of: step.reads, layer, before: number)
            try pass.run(step, layer)
        }
        return try pass.hooks.cache[name]
    }
}
