public import Datasets
public import HookedTransformers
public import Hooks
internal import SessionSafety
internal import TensorCore

extension HookedTransformer {
    /// Replaces the output of every head and MLP by several methods, and measures on the test prompts what each of them does to
    /// the answers.
    ///
    /// ```swift
    /// let (train, test) = try IOIDataset(model, count: 320, seed: 0).split(test: 256)
    /// let panel = try model.ablationPanel(train, test, methods: [.zero, .mean, .resample, .counterfactual])
    /// ```
    /// A component is replaced in the otherwise whole model on clean prompts; KL and logit difference are those of the last
    /// position. Intervals hold the middle 95 % of the means of prompts drawn again.
    /// - Parameters:
    ///   - train: the prompts that means come from. They should be others than `test`.
    ///   - position: where outputs are replaced. `.all` leaves a BOS alone.
    ///   - only: some of the components, such as `["L9H6", "MLP9"]`: there are no maps of all heads then.
    ///   - constants: what `.optimal` puts in: by hook name, [head, d_head] or [d_model], perhaps with positions in front. Where none
    ///     are given, ``optimalAblation(_:components:position:only:recipe:evaluations:tolerance:seed:)`` fits them on `train`.
    ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this and `.resample`.
    /// - Throws: ``AblationPanelError``; `DatasetError` where the prompts have no counterfactual version; `Interrupted`.
    public func ablationPanel(
        _ train: PromptDataset, _ test: PromptDataset, methods: [AblationKind] = AblationKind.unfitted,
        components: AblatedComponents = .headsAndMLPs, position: HeadPosition = .last,
        only: [String]? = nil, constants: ActivationCache? = nil, resamples: Int = 2000, seed: Int = 0
    ) throws -> AblationPanel {
        guard !methods.isEmpty, Set(methods).count == methods.count else {
            throw AblationPanelError.badMethods(methods)
        }
        let bootstrap = try Bootstrap(of: test, resamples: resamples, seed: seed)
        let hasMLPs = hasHook(actName("mlp_out", 0))
        if components == .mlps, !hasMLPs { throw AblationPanelError.noMLPs }
        let choice = hasMLPs ? components : .heads
        let span = try AblatedSpan(position, test, self)
        guard try AblatedSpan(position, train, self) == span else {
            throw AblationPanelError.unequalLengths(train: train.length, test: test.length)
        }
        var corrupted: [AblationKind: PromptDataset] = [:]
        if methods.contains(.resample) { corrupted[.resample] = try test.corrupted(.resampled, seed: seed) }
        if methods.contains(.counterfactual) { corrupted[.counterfactual] = try test.corrupted(.counterfactual) }

        // What can't be measured is refused here, and constants are fitted with a bar of their own.
        _ = try variantsBase(test[0..<1].tokens).variants(1, from: span.first)
        let places = try AblatedComponent.chosen(only, of: choice, self)
        let replacements = try Replacements(
            self, train, span, methods, constants, choice, seed: seed, only: only == nil ? nil : places)
        let work = LongWork("Ablations", total: PromptChunks(self, test).count * cfg.nLayers)
        defer { work.finish() }
        let measured = try PanelRun(
            model: self, test: test, span: span, replacements: replacements, components: places, work: work
        ).measure(corrupted)
        let values: [PanelMeasure: [[[Float]]]] = [.kl: measured.kl, .logitDifference: measured.logitDifference]
        let shared = train.sharedPrompts(with: test)
        var panel = AblationPanel(
            methods: methods, components: places.map(\.label), promptCount: test.count,
            fullLogitDifference: Double(AblationPanel.mean(measured.full)),
            warnings: warnings(shared, test, measured) + replacements.notes, places: places, layers: cfg.nLayers,
            heads: cfg.nHeads,
            values: values,
            intervals: try values.mapValues { try $0.map { try bootstrap.intervals($0) } }, bootstrap: bootstrap)
        panel.flags = try panel.makeFlags(trainedOnTest: shared == test.count)
        return panel
    }

    private func warnings(_ shared: Int, _ test: PromptDataset, _ measured: PanelRun.Measured) -> [String] {
        var warnings: [String] = []
        if shared > 0 {
            warnings.append(
                "\(shared) of the \(test.count) test prompts are training prompts too; what was fitted on them looks better than it is"
            )
        }
        let strange = measured.kl.flatMap { $0 }.flatMap { $0 }.count { $0.isNaN }
        if strange > 0 { warnings.append("\(strange) of the measured numbers are not numbers (NaN)") }
        return warnings
    }
}
