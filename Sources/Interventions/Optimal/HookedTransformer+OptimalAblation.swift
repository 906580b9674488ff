public import Datasets
public import HookedTransformers

extension HookedTransformer {
    /// Finds for every head and MLP the constant that changes the model's answers least when it stands in the place of the
    /// component's output: what is lost then is what the component knew of the prompt.
    ///
    /// ```swift
    /// let (train, test) = try IOIDataset(model, count: 512, seed: 0).split(test: 0.5)
    /// let optimal = try model.optimalAblation(train, components: .heads, position: .last)
    /// try optimal.constants["z", 9]                        // [head, d_head]
    /// try optimal.report(on: test)                         // train, test, mean, zero, with intervals
    /// try model.ablationPanel(train, test, methods: [.zero, .mean, .optimal], constants: optimal.constants)
    /// ```
    /// The loss is the divergence of the ablated model's answers at the last position from the whole model's, in nats, averaged over
    /// the prompts. It begins at the best of mean, zero and folded zero, and never gets worse. Li and Janson (2024),
    /// "Optimal ablation for interpretability", arXiv 2409.09951. A fit that may be stopped and gone on with is
    /// ``OptimalAblation/fit(evaluations:)``.
    ///
    /// A head's search begins with a step that knows how the loss bends, and mostly ends after 4 to 7 evaluations. Constants of more
    /// than 256 numbers, such as an MLP's in most models, are searched for by L-BFGS alone, which takes some 30: the matrix that says
    /// how the loss bends would cost more evaluations than it spares.
    /// - Parameters:
    ///   - train: 25 prompts or more for each number of a constant, or it fits them better than others; test on others.
    ///   - only: some of the components, such as `["L9H6", "MLP9"]`.
    ///   - evaluations: the most evaluations of the loss for a component.
    ///   - tolerance: it ends where less than about so many nats are left to win.
    /// - Throws: ``OptimalAblationError``, ``AblationPanelError``; `GradientError` for a part of the model without derivatives;
    ///   `Interrupted`.
    public func optimalAblation(
        _ train: PromptDataset, components: AblatedComponents = .headsAndMLPs, position: FittedPosition = .last,
        only: [String]? = nil, recipe: FittingRecipe = .gaussNewton, evaluations: Int = 60, tolerance: Double = 1e-7,
        seed: Int = 0
    ) throws -> OptimalAblation {
        var optimal = try OptimalAblation(
            self, train, components: components, position: position, only: only, recipe: recipe, tolerance: tolerance,
            seed: seed)
        try optimal.fit(evaluations: evaluations)
        return optimal
    }
}
