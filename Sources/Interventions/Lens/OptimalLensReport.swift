public import Datasets
internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// How far a lens is from the whole model's answers, by layer, beside the logit lens.
///
/// ```swift
/// let report = try lens.report(on: test)
/// linePlot(report.rows.map { Float($0.test.value) }, title: "KL by layer")
/// ```
public struct OptimalLensReport: Sendable, CustomStringConvertible {
    /// One line for each layer.
    public let rows: [Row]
    /// The number of training prompts.
    public let trainCount: Int
    /// The number of test prompts.
    public let testCount: Int
    /// How many of these are training prompts too; 0 for a fair test.
    public let sharedCount: Int

    /// A layer's losses, in nats.
    public struct Row: Sendable, Hashable, CustomStringConvertible {
        /// The layer before which the residual stream is read.
        public let layer: Int
        /// The mean divergence on the training prompts.
        public let train: Double
        /// On the test prompts.
        public let test: OptimalReport.Figure
        /// The same with the training prompts' mean attention in the place of fitted constants.
        public let mean: OptimalReport.Figure
        /// The same with all later layers passed over.
        public let logitLens: OptimalReport.Figure
        /// How often the training loss was evaluated.
        public let evaluations: Int

        public var description: String {
            "layer \(layer): train \(PanelText.number(Float(train))), test \(test); mean \(mean), logit lens \(logitLens)"
        }
    }

    public var description: String {
        var lines = ["optimal lens, KL from the model's answers; \(trainCount) training and \(testCount) test prompts"]
        if sharedCount > 0 { lines.append("warning: \(sharedCount) of the test prompts are training prompts too") }
        return (lines + rows.map { "  \($0)" }).joined(separator: "\n")
    }
}

extension OptimalLens {
    /// How far its answers are from the whole model's on prompts that it was not fitted on.
    ///
    /// `print(try lens.report(on: test))`
    /// - Parameters:
    ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
    /// - Throws: ``AblationPanelError``; `Interrupted`.
    public func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalLensReport {
        let bootstrap = try Bootstrap(of: test, resamples: resamples, seed: seed)
        let own = try LensPrompts(model, test)
        func figure(_ logits: Tensor) throws -> OptimalReport.Figure {
            let losses = try Self.divergences(own.reference, logits)
            return .init(losses, try bootstrap.intervals([losses])[0])
        }
        let rows = try zip(layers, fits).map { layer, fit in
            let residual = own.residuals[layer]
            let means = try Fault.catching { Tensor.stack(Array(prompts.attention[layer...])) }
            return OptimalLensReport.Row(
                layer: layer, train: fit.loss, test: try figure(Self.logits(model, residual, layer, fit.best)),
                mean: try figure(Self.logits(model, residual, layer, means)),
                logitLens: try figure(passingOver(residual, layer)),
                evaluations: fit.evaluations)
        }
        return OptimalLensReport(
            rows: rows, trainCount: promptCount, testCount: test.count, sharedCount: train.sharedPrompts(with: test))
    }

    /// For each prompt.
    private static func divergences(_ reference: Tensor, _ logits: Tensor) throws -> [Float] {
        try Fault.catching {
            let (p, q) = (reference.logSoftmax(dim: -1), logits.logSoftmax(dim: -1))
            return (p.exp() * (p - q)).sum(dim: -1).toArray()
        }
    }

    /// The logit lens: the final norm and the unembedding alone.
    private func passingOver(_ residual: Tensor, _ layer: Int) throws -> Tensor {
        let names = (layer..<model.cfg.nLayers).flatMap { [actName("attn_out", $0), actName("mlp_out", $0)] }
        let hooks = names.filter(model.hasHook).map { name in Hook(name) { out, _ in out[0...] = Tensor(0.0) } }
        return try Fault.catching { try model.runWithHooks(residual, fwdHooks: hooks, startAtLayer: layer)[0..., -1] }
    }
}
