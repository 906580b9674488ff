internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

extension OptimalAblation {
    /// Goes on with every search that is not at its end.
    ///
    /// ```swift
    /// try optimal.fit()                    // stopped: what has been found stays, and the next call goes on
    /// ```
    /// - Parameter evaluations: the most evaluations of the loss for a component in this call. Adam has its own number.
    /// - Throws: ``OptimalAblationError``, `GradientError`, `Interrupted`; what was found so far is kept.
    public mutating func fit(evaluations: Int = 60) throws {
        let evaluations = try mostEvaluations(evaluations, searches: fits.count)
        try checkMemory()
        let work = LongWork("Optimal ablation", total: total(evaluations))
        defer { work.finish() }
        var prompts = try FittingPrompts(model, train, work)
        prompts.title = "Optimal ablation, what it begins at"
        try begin(prompts, work)
        if case .adam(let lr, let steps, let batch) = recipe { return try adam(prompts, lr, steps, batch, work) }
        var left = evaluations
        while left > 0, !isFinished {
            prompts.title = title
            let active = fits.indices.filter { !fits[$0].isDone }
            let variants = active.map { ConstantLosses.Variant(component: fits[$0].component, values: fits[$0].point) }
            let found = try losses.divergences(variants, prompts)
            for (index, found) in zip(active, found) {
                fits[index].tell(found.losses, scaled(found.gradient), tolerance: tolerance)
            }
            left -= 1
            let ended = active.count { fits[$0].isDone }
            work.say(title)
            work.advance(by: active.count + ended * left)
        }
    }

    /// The steps that are shown.
    private func total(_ evaluations: Int) -> Int {
        if case .adam(_, let steps, _) = recipe { return steps - (adamProgress?.step ?? 0) }
        return fits.count { !$0.isDone } * evaluations
    }

    /// What is shown beside the bar.
    private var title: String {
        let mean = fits.reduce(0.0) { $0 + $1.loss } / Double(max(1, fits.count))
        return "Optimal ablation, \(fits.count { !$0.isDone }) open, mean KL \(PanelText.number(Float(mean)))"
            + fewPrompts
    }

    private func scaled(_ gradient: [Double]) -> [Double] { gradient.map { $0 / Double(promptCount) } }

    /// The gradients' passes keep what every step leaves.
    private func checkMemory() throws {
        let perToken = model.cfg.nLayers * ConstantLosses.bytesEach(model.cfg)
        let tokens = min(train.count, 64) * span.length
        let bytes = max(min(ConstantLosses.mostBytes, 256 * perToken), tokens * perToken)
        try MemoryBudget.check(bytes: 2 * bytes)
    }
}

// MARK: Adam

extension OptimalAblation {
    private var adamProgress: AdamProgress? {
        if case .adam(let progress) = stage { progress } else { nil }
    }

    /// The authors' recipe: a few prompts a step, all components at once; at the end, on all prompts, what is better is kept.
    private mutating func adam(
        _ prompts: FittingPrompts, _ lr: Double, _ steps: Int, _ batch: Int, _ work: LongWork
    ) throws {
        guard !isFinished else { return }
        var progress =
            adamProgress
            ?? AdamProgress(
                values: fits.map { $0.best.values.map { Double($0) } }, optimizer: AdamW(lr: lr, weightDecay: 0))
        defer { stage = .adam(progress) }
        while progress.step < steps {
            let loss = try GradientError.naming("Adam(lr: \(lr))", steps: progress.step) { try step(&progress, batch) }
            work.say(
                "Optimal ablation, step \(progress.step) of \(steps), mean KL \(PanelText.number(Float(loss)))"
                    + fewPrompts)
            work.advance()
        }
        let variants = variants(progress.values)
        let found = try GradientError.naming("Adam(lr: \(lr))", steps: progress.step) {
            try losses.divergences(variants, prompts)
        }
        for (index, found) in found.enumerated() {
            fits[index].take(variants[index].values, found.losses, scaled(found.gradient))
        }
    }

    /// One step on the next few prompts; their mean divergence before it.
    private func step(_ progress: inout AdamProgress, _ batch: Int) throws -> Double {
        let batch = min(batch, train.count)
        let start = progress.step * batch % train.count
        let part = try FittingPrompts(model, Fault.catching { train[start..<min(train.count, start + batch)] })
        let found = try losses.divergences(variants(progress.values), part)
        progress.optimizer.change(
            &progress.values, by: found.map { $0.gradient.map { $0 / Double(part.count) } })
        progress.step += 1
        return found.reduce(0.0) { $0 + ConstantFit.mean($1.losses) } / Double(max(1, found.count))
    }

    private func variants(_ values: [[Double]]) -> [ConstantLosses.Variant] {
        zip(fits, values).map { fit, values in
            ConstantLosses.Variant(component: fit.component, values: values.map { Float($0) })
        }
    }
}
