public import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

extension OptimalAblation {
    /// What the constants lose on prompts that they were not fitted on, beside the mean and zero.
    ///
    /// ```swift
    /// let report = try optimal.report(on: test)
    /// report                                          // the components where the optimum wins most over the mean, and a summary
    /// report.rows.filter { $0.isWorseThanMean }
    /// ```
    /// - Parameters:
    ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
    /// - Throws: ``OptimalAblationError``, ``AblationPanelError``; `Interrupted`.
    public func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalReport {
        let bootstrap = try Bootstrap(of: test, resamples: resamples, seed: seed)
        let kl = try divergences(on: test)
        let ends = try kl.map { try bootstrap.intervals($0) }
        let gains = try bootstrap.intervals(zip(kl[0], kl[1]).map { zip($0, $1).map { $1 - $0 } })
        let rows = fits.indices.map { index in
            OptimalReport.Row(
                component: components[index], train: fits[index].loss,
                trainMean: ConstantFit.mean(fits[index].meanLosses),
                trainZero: ConstantFit.mean(fits[index].zeroLosses), test: .init(kl[0][index], ends[0][index]),
                mean: .init(kl[1][index], ends[1][index]), zero: .init(kl[2][index], ends[2][index]),
                gain: .init(zip(kl[0][index], kl[1][index]).map { $1 - $0 }, gains[index]),
                gradient: fits[index].gradient, evaluations: fits[index].evaluations, isFinished: fits[index].isDone,
                promptsPerNumber: Double(promptCount) / Double(fits[index].mean.count))
        }
        return OptimalReport(
            rows: rows, trainCount: promptCount, testCount: test.count, sharedCount: train.sharedPrompts(with: test),
            notes: warnings)
    }

    /// The same constants, but the mean where they lose to it on the given prompts: those of a third part, neither fitted on nor
    /// reported on.
    ///
    /// ```swift
    /// let (fitted, rest) = data.split(test: 0.5)
    /// let (validation, test) = rest.split(test: 0.5)
    /// let careful = try model.optimalAblation(fitted).fallingBackToMean(on: validation)
    /// ```
    /// - Throws: ``OptimalAblationError``; `Interrupted`.
    public func fallingBackToMean(on validation: PromptDataset) throws -> OptimalAblation {
        let kl = try divergences(on: validation)
        var careful = self
        for index in fits.indices where AblationPanel.mean(kl[0][index]) > AblationPanel.mean(kl[1][index]) {
            careful.fits[index].fallBack()
        }
        return careful
    }

    /// The divergence of each component and prompt by the constants, the mean and zero: [method][component][prompt]
    private func divergences(on test: PromptDataset) throws -> [[[Float]]] {
        guard test.length == train.length else {
            throw OptimalAblationError.otherLength(given: test.length, fitted: train.length)
        }
        let kinds: [AblationKind] = [.optimal, position == .each ? .meanPerPosition : .mean, .zero]
        let hasMLPs = model.hasHook(actName("mlp_out", 0))
        let work = LongWork("Ablations", total: PromptChunks(model, test).count * model.cfg.nLayers)
        defer { work.finish() }
        let run = PanelRun(
            model: model, test: test, span: span,
            replacements: try Replacements(
                model, train, span, kinds, constants, hasMLPs ? .headsAndMLPs : .heads, means: means),
            components: fits.map(\.component), work: work)
        return try run.measure([:]).kl
    }
}
