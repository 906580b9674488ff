public import Datasets
public import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

/// Where a subject is known: its tokens' embeddings are replaced by a constant, and one layer's activation is put back as it was.
///
/// ```swift
/// let trace = try model.optimalCausalTrace(train, subject: ["S2"], site: .mlpOut)
/// print(try trace.report(on: test))                     // by layer: how much of the answer comes back
/// ```
/// Causal tracing with noise in the place of the subject also measures what noise does to later layers. Here the constant is the one
/// with which the restored run keeps most of the right answer's probability, one for each layer, and one for nothing restored: Li and
/// Janson (2024), arXiv 2409.09951, with the loss of their released code, the mean over prompts of max(0, p_clean − p).
/// A fit that may be stopped and gone on with is ``OptimalCausalTrace/fit(evaluations:)``.
public struct OptimalCausalTrace {
    /// The layers whose activation is restored.
    public let layers: [Int]
    /// The number of training prompts.
    public let promptCount: Int

    let train: PromptDataset
    let runs: TracedRuns
    /// Of nothing restored, then of each layer.
    var fits: [VectorFit]

    /// The subject's mean embedding, before anything is fitted: `var trace = try OptimalCausalTrace(model, train, subject: ["S2"])`.
    ///
    /// The parameters are those of
    /// ``HookedTransformer/optimalCausalTrace(_:subject:site:at:window:layers:evaluations:tolerance:)``.
    /// - Throws: ``OptimalAblationError``; `DatasetError` for a role that the prompts do not have.
    public init(
        _ model: HookedTransformer, _ train: PromptDataset, subject: [String], site: PatchSite = .residPre,
        at role: String? = nil,
        window: Int = 1, layers: [Int]? = nil, tolerance: Double = 1e-7
    ) throws {
        guard let last = subject.last else { throw OptimalAblationError.noSubject(known: train.positions.roles) }
        guard site.axes == [1] else { throw OptimalAblationError.badTraceSite(site.activation, axes: site.axes) }
        guard window > 0 else { throw OptimalAblationError.badCount("window", given: window) }
        guard tolerance > 0, tolerance.isFinite else {
            throw OptimalAblationError.badNumber("tolerance", given: tolerance)
        }
        let chosen = try model.layersToFit(layers)
        let runs = TracedRuns(
            model: model, subject: subject, activation: site.activation, role: role ?? last, window: window)
        (self.train, self.layers, self.runs, promptCount) = (train, chosen, runs, train.count)
        let start = try runs.meanSubject(train)
        fits = try (0...chosen.count).map { _ in try VectorFit(at: start, tolerance: tolerance) }
    }

    /// Goes on with every search that is not at its end.
    ///
    /// ```swift
    /// try trace.fit()                      // stopped: what has been found stays, and the next call goes on
    /// ```
    /// - Parameter evaluations: the most evaluations of the loss for a constant in this call.
    /// - Throws: ``OptimalAblationError``, `GradientError`, `Interrupted`; what was found so far is kept.
    public mutating func fit(evaluations: Int = 60) throws {
        let evaluations = try mostEvaluations(evaluations, searches: fits.count)
        let work = LongWork("Optimal tracing", total: fits.count { !$0.isDone } * evaluations)
        defer { work.finish() }
        let (runs, parts, count) = (runs, try runs.parts(train), train.count)
        for index in fits.indices where !fits[index].isDone {
            let layer = index == 0 ? nil : layers[index - 1]
            for step in 0..<evaluations {
                if fits[index].isDone { break }
                try fits[index].step(parts.count) { number, constant in
                    try Fault.catching {
                        try runs.losses(parts[number], constant, restoring: layer).sum() / Double(count)
                    }
                }
                let place = layer.map { "layer \($0)" } ?? "nothing restored"
                work.say("Optimal tracing, \(place), loss \(PanelText.number(Float(fits[index].loss)))")
                work.advance(by: fits[index].isDone ? evaluations - step : 1)
            }
        }
    }
}

extension OptimalCausalTrace {
    /// The constant in the place of the subject with nothing restored: [d_model]. `trace.constant`
    public var constant: Tensor { fits[0].best }

    /// The constant in the place of the subject with each layer restored: [layer, d_model]. `trace.constants`
    public var constants: Tensor { Fault.raising(returning: Tensor()) { Tensor.stack(fits[1...].map(\.best)) } }

    /// What is left of the loss on the training prompts with each layer restored: [layer]. `trace.trainLosses`
    public var trainLosses: Tensor { Tensor(fits[1...].map { Float($0.loss) }, shape: [layers.count]) }

    /// Whether every search has come to its end.
    public var isFinished: Bool { fits.allSatisfy(\.isDone) }
}

extension OptimalCausalTrace: CustomStringConvertible {
    public var description: String {
        "optimal causal trace: \(runs.subject.joined(separator: ", ")) replaced, \(runs.activation) of \(layers.count) layers restored at "
            + "\(runs.role); \(fits.count(where: \.isDone)) of \(fits.count) searches at their end"
    }
}
