public import Datasets
public import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

/// Constants in the place of heads' and MLPs' outputs that change the model's answers least.
///
/// ```swift
/// var optimal = try OptimalAblation(model, train, components: .heads)      // the means, so far
/// try optimal.fit()                                 // may be stopped, and called again: it goes on where it was
/// try optimal.constants["z", 9]                     // [head, d_head]
/// print(try optimal.report(on: test))
/// ```
/// Made and fitted at once by ``HookedTransformer/optimalAblation(_:components:position:only:recipe:evaluations:tolerance:seed:)``.
public struct OptimalAblation {
    /// `L9H6`, `MLP9`: heads first, then MLPs.
    public let components: [String]
    /// Where the constants stand.
    public let position: FittedPosition
    /// The number of training prompts.
    public let promptCount: Int

    let model: HookedTransformer
    let train: PromptDataset
    let span: AblatedSpan
    let losses: ConstantLosses
    let recipe: FittingRecipe
    let tolerance: Double
    let seed: Int
    let means: AblationMeans
    var fits: [ConstantFit]
    var stage = FitStage.new

    /// The best of mean, zero and folded zero of each component, before anything is fitted.
    ///
    /// `var optimal = try OptimalAblation(model, train, position: .each)`
    /// - Throws: ``OptimalAblationError``, ``AblationPanelError``; `Interrupted`.
    public init(
        _ model: HookedTransformer, _ train: PromptDataset, components: AblatedComponents = .headsAndMLPs,
        position: FittedPosition = .last, only: [String]? = nil, recipe: FittingRecipe = .gaussNewton,
        tolerance: Double = 1e-7, seed: Int = 0
    ) throws {
        try Self.check(recipe, tolerance)
        let hasMLPs = model.hasHook(actName("mlp_out", 0))
        if components == .mlps, !hasMLPs { throw AblationPanelError.noMLPs }
        let chosen = try AblatedComponent.chosen(only, of: hasMLPs ? components : .heads, model)
        span = try AblatedSpan(position.replaced, train, model)
        (self.model, self.train, self.position, self.recipe) = (model, train, position, recipe)
        (self.tolerance, self.seed, promptCount) = (tolerance, seed, train.count)
        losses = ConstantLosses(model: model, span: span, slots: position.slots(span))
        means = try AblationMeans(model, train, span, mlps: hasMLPs)
        self.components = chosen.map(\.label)
        let slots = losses.slots
        fits = []
        for component in chosen {
            fits.append(ConstantFit(component, mean: try means.values(component, slots: slots)))
        }
    }

    private static func check(_ recipe: FittingRecipe, _ tolerance: Double) throws {
        guard tolerance > 0, tolerance.isFinite else {
            throw OptimalAblationError.badNumber("tolerance", given: tolerance)
        }
        guard case .adam(let lr, let steps, let batch) = recipe else { return }
        guard lr > 0, lr.isFinite else { throw OptimalAblationError.badNumber("lr", given: lr) }
        guard steps > 0 else { throw OptimalAblationError.badCount("steps", given: steps) }
        guard batch > 0 else { throw OptimalAblationError.badCount("batch", given: batch) }
    }
}

extension OptimalAblation {
    /// By hook name, `z` [head, d_head] and `mlp_out` [d_model], with positions in front where each has its own; the mean where
    /// nothing was fitted.
    ///
    /// `try optimal.constants["z", 9]`, or `methods: [.optimal], constants: optimal.constants` of a panel.
    public var constants: ActivationCache {
        let (slots, cfg) = (losses.slots, model.cfg)
        let lead = position == .each ? [slots] : []
        var cache = ActivationCache(source: model, expand: { actName($0) })
        return Fault.raising(returning: cache) {
            for layer in 0..<cfg.nLayers {
                var z = try means.headValues(layer, slots: slots)
                var out = try means.mlpValues(layer, slots: slots)
                for fit in fits where fit.component.layer == layer {
                    let width = fit.best.values.count / slots
                    let own = Tensor(fit.best.values, shape: [slots, width])
                    if let head = fit.component.head { z[0..., head] = own } else { out = own }
                }
                cache.record(z.reshaped(lead + z.shape.dropFirst()), as: actName("z", layer))
                if let out { cache.record(out.reshaped(lead + out.shape.dropFirst()), as: actName("mlp_out", layer)) }
            }
            return cache
        }
    }

    /// The mean divergence on the training prompts that is left of each component, in nats: [component]. NaN before anything is measured.
    ///
    /// `optimal.trainLosses`
    public var trainLosses: Tensor { Tensor(fits.map { Float($0.loss) }, shape: [fits.count]) }

    /// The same with the mean in its place: `optimal.meanLosses - optimal.trainLosses` is never negative.
    public var meanLosses: Tensor { Tensor(fits.map { Float(ConstantFit.mean($0.meanLosses)) }, shape: [fits.count]) }

    /// The same with nothing in its place, as the model was loaded: `optimal.zeroLosses`.
    public var zeroLosses: Tensor { Tensor(fits.map { Float(ConstantFit.mean($0.zeroLosses)) }, shape: [fits.count]) }

    /// Whether every search has come to its end.
    public var isFinished: Bool { fits.allSatisfy(\.isDone) }
}

extension OptimalAblation: CustomStringConvertible {
    public var description: String {
        let done = fits.count(where: \.isDone)
        let state = done == fits.count ? "all searches at their end" : "\(done) of \(fits.count) searches at their end"
        let lines = ["constants of \(fits.count) components, fitted on \(promptCount) prompts; \(state)"]
        return (lines + warnings).joined(separator: "\n")
    }

    /// Beside the bar, for who never looks at the result: how many prompts there are for each number, where these are fewer than
    /// ``enoughPrompts``.
    var fewPrompts: String {
        guard let most = fits.map(\.mean.count).max(), promptCount < Self.enoughPrompts * most else { return "" }
        let each = PanelText.number(Float(promptCount) / Float(most))
        return
            " (few prompts: \(each) for each of a constant's \(most) numbers, \(Self.enoughPrompts) or more are wanted)"
    }

    /// So many prompts for each number, and constants lose about as little on other prompts.
    private static let enoughPrompts = 25

    /// How many prompts there are for each number, where these are few: `optimal.warnings`.
    public var warnings: [String] {
        let sizes = Set(fits.map(\.mean.count)).sorted()
        return sizes.filter { promptCount < Self.enoughPrompts * $0 }.map { size in
            "note: \(promptCount) prompts for the \(size) numbers of a constant, "
                + "\(PanelText.number(Float(promptCount) / Float(size))) for each; below \(Self.enoughPrompts) they fit these prompts better than others"
        }
    }
}
