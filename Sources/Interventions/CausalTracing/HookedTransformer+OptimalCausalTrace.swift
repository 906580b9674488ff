public import Datasets
public import HookedTransformers

extension HookedTransformer {
    /// Replaces a subject's embeddings by a constant, and finds out which layer's activation brings the right answer back.
    ///
    /// ```swift
    /// let (train, test) = try IOIDataset(model, count: 512, seed: 0).split(test: 0.4)
    /// let trace = try model.optimalCausalTrace(train, subject: ["S2"], site: .mlpOut, window: 3)
    /// print(try trace.report(on: test))
    /// ```
    /// The constant is fitted for each restored layer, so that what is measured is not what a strange embedding does to later layers.
    /// Li and Janson (2024), arXiv 2409.09951.
    /// - Parameters:
    ///   - subject: the roles of ``PromptDataset/positions`` whose tokens are replaced, all by the same constant.
    ///   - site: what is restored, position by position: `.residPre`, `.attnOut`, `.mlpOut`.
    ///   - role: at whose position; the subject's last role unless given.
    ///   - window: how many layers around each are restored at once; attention and MLPs of one layer alone often do little.
    ///   - layers: all unless given.
    ///   - evaluations: the most evaluations of the loss for a constant.
    ///   - tolerance: it ends where several evaluations in a row win less than that, in probability.
    /// - Throws: ``OptimalAblationError``; `DatasetError` for a role that the prompts do not have; `GradientError`; `Interrupted`.
    public func optimalCausalTrace(
        _ train: PromptDataset, subject: [String], site: PatchSite = .residPre, at role: String? = nil, window: Int = 1,
        layers: [Int]? = nil, evaluations: Int = 60, tolerance: Double = 1e-7
    ) throws -> OptimalCausalTrace {
        var trace = try OptimalCausalTrace(
            self, train, subject: subject, site: site, at: role, window: window, layers: layers, tolerance: tolerance)
        try trace.fit(evaluations: evaluations)
        return trace
    }
}
