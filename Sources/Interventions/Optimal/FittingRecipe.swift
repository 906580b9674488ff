/// How optimal constants are found.
///
/// `try model.optimalAblation(train, recipe: .adam(lr: 2e-3, steps: 10_000, batch: 3))`
public enum FittingRecipe: Sendable, Hashable {
    /// A Gauss-Newton step with the Fisher matrix of the whole model's answers, and L-BFGS in its coordinates from there on.
    case gaussNewton
    /// L-BFGS alone: more evaluations, nothing to prepare.
    case lbfgs
    /// Adam on a few prompts at a time, as the authors of the method have it: `.adam(lr: 2e-3, steps: 10_000, batch: 3)`.
    case adam(lr: Double, steps: Int, batch: Int)
}
