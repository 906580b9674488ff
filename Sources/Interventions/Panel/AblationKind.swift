/// What a head's or an MLP's output is replaced by when several ablations are compared.
///
/// ```swift
/// try model.ablationPanel(train, test, methods: [.zero, .mean, .counterfactual])
/// ```
public enum AblationKind: String, Sendable, Hashable, CaseIterable {
    /// Nothing at all, in the basis in which the model was loaded.
    case zero
    /// What is nothing once layer norm and value biases are folded into the weights: for a head, b_V + b_ln1 · W_V.
    case zeroFolded = "zero (folded)"
    /// Its mean over the training prompts and the positions that are replaced.
    case mean
    /// Its mean over the training prompts, for each position.
    case meanPerPosition = "mean per position"
    /// Its output on another prompt of the same dataset.
    case resample
    /// Its output on the prompt's counterfactual version.
    case counterfactual
    /// A constant that changes the model's answers least.
    case optimal

    /// Everything but ``optimal``, whose constants take a while to fit.
    ///
    /// `try model.ablationPanel(train, test, methods: AblationKind.unfitted)`
    public static let unfitted: [AblationKind] = [
        .zero, .zeroFolded, .mean, .meanPerPosition, .resample, .counterfactual,
    ]
}

/// Which components of a model are gone through.
public enum AblatedComponents: String, Sendable, Hashable, CaseIterable {
    /// Every attention head: its output z.
    case heads
    /// Every MLP: what it writes.
    case mlps
    /// Heads, then MLPs.
    case headsAndMLPs
}
