public import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// How much of the right answer's probability each layer brings back when the subject is gone.
///
/// ```swift
/// let report = try trace.report(on: test)
/// linePlot(report.rows.map { Float($0.effect.value) }, title: "Restored, by layer")
/// ```
public struct OptimalTraceReport: Sendable, CustomStringConvertible {
    /// One line for each layer.
    public let rows: [Row]
    /// What is lost of the right answer's probability with nothing restored.
    public let lost: OptimalReport.Figure
    /// The number of training prompts.
    public let trainCount: Int
    /// The number of test prompts.
    public let testCount: Int
    /// How many of these are training prompts too; 0 for a fair test.
    public let sharedCount: Int

    /// A layer's figures on the test prompts, in probability.
    public struct Row: Sendable, Hashable, CustomStringConvertible {
        /// The layer that is restored.
        public let layer: Int
        /// What is lost with it restored.
        public let lost: OptimalReport.Figure
        /// How much less that is than with nothing restored.
        public let effect: OptimalReport.Figure
        /// What is lost on the training prompts.
        public let train: Double
        /// How often the training loss was evaluated.
        public let evaluations: Int

        public var description: String { "layer \(layer): brings back \(effect); lost \(lost)" }
    }

    public var description: String {
        var lines = [
            "optimal causal trace on \(testCount) test prompts (\(trainCount) training): \(lost) of probability is lost"
        ]
        if sharedCount > 0 { lines.append("warning: \(sharedCount) of the test prompts are training prompts too") }
        return (lines + rows.map { "  \($0)" }).joined(separator: "\n")
    }
}

extension OptimalCausalTrace {
    /// What each layer brings back on prompts that the constants were not fitted on.
    ///
    /// `print(try trace.report(on: test))`
    /// - Parameters:
    ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
    /// - Throws: ``AblationPanelError``; `DatasetError` where the test prompts lack a role; `Interrupted`.
    public func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalTraceReport {
        let bootstrap = try Bootstrap(of: test, resamples: resamples, seed: seed)
        let parts = try runs.parts(test)
        func losses(_ constant: Tensor, _ layer: Int?) throws -> [Float] {
            try parts.flatMap { part in
                try Interruption.check()
                return try Fault.catching { try runs.losses(part, constant, restoring: layer).toArray() }
            }
        }
        func figure(_ values: [Float]) throws -> OptimalReport.Figure {
            .init(values, try bootstrap.intervals([values])[0])
        }
        let without = try losses(constant, nil)
        let rows = try zip(layers, fits[1...]).map { layer, fit in
            let own = try losses(fit.best, layer)
            return OptimalTraceReport.Row(
                layer: layer, lost: try figure(own), effect: try figure(zip(without, own).map { $0 - $1 }),
                train: fit.loss,
                evaluations: fit.evaluations)
        }
        return OptimalTraceReport(
            rows: rows, lost: try figure(without), trainCount: promptCount, testCount: test.count,
            sharedCount: train.sharedPrompts(with: test))
    }
}
