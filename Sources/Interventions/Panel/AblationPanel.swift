public import TensorCore

/// What is measured of an ablation.
public enum PanelMeasure: String, Sendable, Hashable, CaseIterable {
    /// How far the answers move: the divergence of the ablated model's next-token probabilities from the whole model's, in nats.
    case kl = "KL"
    /// The logit difference of right and wrong answer that is left.
    case logitDifference = "logit difference"
}

/// Several ablations of every component side by side, on the same test prompts, with intervals.
///
/// ```swift
/// let panel = try model.ablationPanel(train, test)
/// panel                                                   // the largest effects, and what misleads
/// panel.heatMaps()
/// try panel.rankCorrelation(.zero, .counterfactual)       // 0.21
/// for flag in panel.flags { print(flag) }
/// ```
/// Made by ``HookedTransformer/ablationPanel(_:_:methods:components:position:only:constants:resamples:seed:)``.
public struct AblationPanel: Sendable {
    /// The methods, in the order in which they were given.
    public let methods: [AblationKind]
    /// `L9H6`, `MLP9`: heads first, then MLPs.
    public let components: [String]
    /// The number of test prompts.
    public let promptCount: Int
    /// The whole model's mean logit difference on them.
    public let fullLogitDifference: Double
    /// What whoever reads the numbers should know: prompts in both sets, numbers that are none.
    public let warnings: [String]

    let places: [AblatedComponent]
    let layers: Int
    let heads: Int
    /// By measure: method, component, prompt.
    let values: [PanelMeasure: [[[Float]]]]
    /// By measure: method, component.
    let intervals: [PanelMeasure: [[ClosedRange<Float>]]]
    let bootstrap: Bootstrap

    /// What each method says misleadingly, with the numbers that show it.
    public internal(set) var flags: [PanelFlag] = []
}

extension AblationPanel {
    /// The mean over test prompts for each head: [layer, head].
    ///
    /// `heatMap(try panel.map(.zero, of: .kl))`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func map(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor {
        try checkAll(places.count { $0.head != nil }, layers * heads, "heads", "MLPs")
        return Tensor(Array(try means(method, measure).prefix(layers * heads)), shape: [layers, heads])
    }

    /// The mean over test prompts for each MLP, [layer]: `try panel.mlps(.mean)`.
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func mlps(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor {
        try checkAll(places.count { $0.head == nil }, layers, "MLPs", "heads")
        return Tensor(Array(try means(method, measure).suffix(layers)), shape: [layers])
    }

    /// The number for each component and test prompt: [component, prompt].
    ///
    /// `try panel.prompts(.mean)[panel.index(of: "L9H6")]`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func prompts(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor {
        Tensor(try rows(method, measure).flatMap { $0 }, shape: [places.count, promptCount])
    }

    /// The ends of the 95 % intervals of the means: [component, 2].
    ///
    /// `try panel.interval(.zero)[0]`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func interval(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor {
        let own = intervals[measure]?[try place(method)] ?? []
        return Tensor(own.flatMap { [$0.lowerBound, $0.upperBound] }, shape: [own.count, 2])
    }

    /// The number of a component: `try panel.index(of: "L9H6")`.
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func index(of component: String) throws -> Int {
        guard let index = components.firstIndex(of: component) else {
            throw notMeasured("\"\(component)\"", [components.first ?? "", "…", components.last ?? ""])
        }
        return index
    }

    // MARK: Inside

    func place(_ method: AblationKind) throws -> Int {
        guard let place = methods.firstIndex(of: method) else {
            throw notMeasured(".\(method)", methods.map { ".\($0)" })
        }
        return place
    }

    func rows(_ method: AblationKind, _ measure: PanelMeasure) throws -> [[Float]] {
        values[measure]?[try place(method)] ?? []
    }

    func means(_ method: AblationKind, _ measure: PanelMeasure) throws -> [Float] {
        try rows(method, measure).map(Self.mean)
    }

    static func mean(_ values: [Float]) -> Float {
        Float(values.reduce(0.0) { $0 + Double($1) } / Double(max(1, values.count)))
    }

    /// A map has a place for each of them.
    private func checkAll(_ found: Int, _ all: Int, _ what: String, _ others: String) throws {
        guard found != all else { return }
        throw found == 0 ? notMeasured(what, [others]) : notMeasured("a map of all \(what)", components)
    }

    private func notMeasured(_ what: String, _ known: [String]) -> AblationPanelError {
        .notMeasured(what, known: known)
    }
}
