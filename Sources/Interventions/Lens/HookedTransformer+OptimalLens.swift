public import Datasets
public import HookedTransformers

extension HookedTransformer {
    /// Finds for every layer the constants in the place of all later attention with which the last position's residual stream gives
    /// the model's answers best.
    ///
    /// ```swift
    /// let (train, test) = try IOIDataset(model, count: 512, seed: 0).split(test: 0.5)
    /// let lens = try model.optimalLens(train)
    /// print(try lens.report(on: test))
    /// ```
    /// The loss is the divergence from the whole model's answers, in nats, averaged over the prompts. Li and Janson (2024), arXiv
    /// 2409.09951.
    /// - Parameters:
    ///   - train: many prompts: a layer's constants have d_model numbers for each later layer. Test on others.
    ///   - layers: all unless given.
    ///   - evaluations: the most evaluations of the loss for a layer.
    ///   - tolerance: it ends where several evaluations in a row win less than so many nats.
    /// - Throws: ``OptimalAblationError``; `GradientError` for a part of the model without derivatives; `Interrupted`.
    public func optimalLens(
        _ train: PromptDataset, layers: [Int]? = nil, evaluations: Int = 100, tolerance: Double = 1e-7
    ) throws -> OptimalLens {
        var lens = try OptimalLens(self, train, layers: layers, tolerance: tolerance)
        try lens.fit(evaluations: evaluations)
        return lens
    }
}
