// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Interventions; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension ACDCResult: HostObject {}
extension ACDCResult.Step: HostObject {}
extension AblatedComponents: HostObject {}
extension AblationKind: HostObject {}
extension AblationMethod: HostObject {}
extension AblationPanel: HostObject {}
extension PanelMeasure: HostObject {}
extension AblationPanelError: HostObject {}
extension ActivationPatchingError: HostObject {}
extension AttributionCheck: HostObject {}
extension AttributionScores: HostObject {}
extension EdgeCircuit: HostObject {}
extension EdgeMethod: HostObject {}
extension EdgeScores: HostObject {}
extension FittedPosition: HostObject {}
extension FittingRecipe: HostObject {}
extension HeadCircuitEvaluation: HostObject {}
extension HeadCircuitEvaluation.Figure: HostObject {}
extension HeadPosition: HostObject {}
extension HeadSweep: HostObject {}
extension OptimalAblation: HostObject {}
extension OptimalAblationError: HostObject {}
extension OptimalCausalTrace: HostObject {}
extension OptimalLens: HostObject {}
extension OptimalLensReport: HostObject {}
extension OptimalLensReport.Row: HostObject {}
extension OptimalReport: HostObject {}
extension OptimalReport.Figure: HostObject {}
extension OptimalReport.Row: HostObject {}
extension OptimalTraceReport: HostObject {}
extension OptimalTraceReport.Row: HostObject {}
extension HeadInteraction: HostObject {}
extension PairwiseAblation: HostObject {}
extension PanelFlag: HostObject {}
extension PanelFlag.Kind: HostObject {}
extension PatchSite: HostObject {}
extension PathError: HostObject {}
extension PathReceiver: HostObject {}
extension Shard: HostObject {}
extension SweepPartError: HostObject {}

extension HostLibrary {
    /// What Interventions offers to cells.
    func bindInterventions() {
        bindInterventions_ACDC()
        bindInterventions_AblationKind()
        bindInterventions_AblationMethod()
        bindInterventions_AblationPanel_Ranks()
        bindInterventions_AblationPanel_Text()
        bindInterventions_AblationPanel()
        bindInterventions_AblationPanelError()
        bindInterventions_ActPatch_HeadsAllPositions()
        bindInterventions_ActPatch_HeadsByPosition()
        bindInterventions_ActPatch_ResidualStream()
        bindInterventions_ActivationPatching()
        bindInterventions_ActivationPatchingError()
        bindInterventions_AttributionCheck()
        bindInterventions_AttributionPatching()
        bindInterventions_AttributionScores()
        bindInterventions_EdgeAttribution()
        bindInterventions_EdgeCircuit()
        bindInterventions_EdgeCircuitEvaluation()
        bindInterventions_EdgeMethod()
        bindInterventions_EdgeScores()
        bindInterventions_FittedPosition()
        bindInterventions_FittingRecipe()
        bindInterventions_HeadCircuitEvaluation()
        bindInterventions_HeadPosition()
        bindInterventions_HeadSweep_Merging()
        bindInterventions_HeadSweep_Text()
        bindInterventions_HeadSweep()
        bindInterventions_HookedTransformer_AblateHeads()
        bindInterventions_HookedTransformer_AblationPanel()
        bindInterventions_HookedTransformer_EvaluateHeadCircuit()
        bindInterventions_HookedTransformer_OptimalAblation()
        bindInterventions_HookedTransformer_OptimalCausalTrace()
        bindInterventions_HookedTransformer_OptimalLens()
        bindInterventions_HookedTransformer_PairwiseAblation()
        bindInterventions_HookedTransformer_RunWithEdges()
        bindInterventions_OptimalAblation_Fitting()
        bindInterventions_OptimalAblation_Report()
        bindInterventions_OptimalAblation()
        bindInterventions_OptimalAblationError()
        bindInterventions_OptimalCausalTrace()
        bindInterventions_OptimalLens()
        bindInterventions_OptimalLensReport()
        bindInterventions_OptimalReport()
        bindInterventions_OptimalTraceReport()
        bindInterventions_PairwiseAblation()
        bindInterventions_PanelFlag()
        bindInterventions_PatchSite()
        bindInterventions_PathPatching()
        bindInterventions_PathReceiver()
        bindInterventions_Shard()
        bindInterventions_SweepPartError()
    }

    private func bindInterventions_ACDC() {
        type(
            "ACDCResult", ACDCResult.self,
            doc: """
            What ACDC has left of a model, and every decision on the way.

            `let found = try acdc(model, test, among: edges.top(200), threshold: 0.01)`
            """,
            describe: { $0.description })
        type(
            "ACDCResult.Step", ACDCResult.Step.self,
            doc: """
            A decision: the edge, what the divergence was without it, and whether it went.
            """)
        bind(
            "acdc",
            """
            /// Takes edges away one by one, from the logits down, as long as the answers hardly change: ACDC.
            ///
            /// ```swift
            /// let edges = try edgeAttribution(model, test, test.corrupted(.counterfactual), metric: metric)
            /// let found = try acdc(model, test, among: edges.top(1000), threshold: 0.01)
            /// found.circuit.edges
            /// ```
            /// An edge goes when the divergence from the whole model's answers grows by less than the threshold without it. Edges that are not
            /// among the candidates are gone from the start. Conmy et al. (2304.14997).
            /// - Parameters:
            ///   - corruption: which version of the prompts edges outside the circuit carry.
            ///   - candidates: names of edges; all of them unless given, at one run for each.
            ///   - threshold: in nats, 0 or more. At 0, an edge goes only when the divergence shrinks without it.
            /// - Throws: `PathError`; `DatasetError` where the prompts have no such version; `Interrupted`.
            func acdc(_ model: HookedTransformer, _ prompts: PromptDataset, corruption: Corruption = .counterfactual, among candidates: [String]? = nil, threshold: Double) throws -> ACDCResult
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: Corruption.self)
            let value3 = try call.value(3, as: [String]?.self)
            let value4 = try call.value(4, as: Double.self)
            return try acdc(value0, value1, corruption: value2, among: value3, threshold: value4).toCell()
        }
        bind(
            "circuit", on: "ACDCResult",
            """
            /// The edges that are left.
            let circuit: EdgeCircuit
            """
        ) { call in
            try call.value(0, as: ACDCResult.self).circuit.toCell()
        }
        bind(
            "divergence", on: "ACDCResult",
            """
            /// The divergence of the circuit's answers from the whole model's, in nats.
            let divergence: Double
            """
        ) { call in
            try call.value(0, as: ACDCResult.self).divergence.toCell()
        }
        bind(
            "steps", on: "ACDCResult",
            """
            /// The edges in the order in which they were tried.
            let steps: [ACDCResult.Step]
            """
        ) { call in
            try call.value(0, as: ACDCResult.self).steps.toCell()
        }
        bind(
            "edge", on: "ACDCResult.Step",
            """
            /// `a5.h5->a8.h6<v>`
            let edge: String
            """
        ) { call in
            try call.value(0, as: ACDCResult.Step.self).edge.toCell()
        }
        bind(
            "divergence", on: "ACDCResult.Step",
            """
            /// The divergence without it, in nats.
            let divergence: Double
            """
        ) { call in
            try call.value(0, as: ACDCResult.Step.self).divergence.toCell()
        }
        bind(
            "isRemoved", on: "ACDCResult.Step",
            """
            /// Whether it was removed.
            let isRemoved: Bool
            """
        ) { call in
            try call.value(0, as: ACDCResult.Step.self).isRemoved.toCell()
        }
        bind(
            "description", on: "ACDCResult",
            """
            /// The value as it prints: `aCDCResult.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: ACDCResult.self).description.toCell()
        }
    }

    private func bindInterventions_AblationKind() {
        type(
            "AblatedComponents", AblatedComponents.self,
            doc: """
            Which components of a model are gone through.
            """)
        type(
            "AblationKind", AblationKind.self,
            doc: """
            What a head's or an MLP's output is replaced by when several ablations are compared.

            ```swift
            try model.ablationPanel(train, test, methods: [.zero, .mean, .counterfactual])
            ```
            """)
        bind(
            "allCases", on: "AblationKind",
            """
            /// All cases, in their order: `AblationKind.allCases`.
            static var allCases: [AblationKind]
            """
        ) { _ in
            AblationKind.allCases.toCell()
        }
        bind(
            "rawValue", on: "AblationKind",
            """
            /// The text that stands for it: `AblationKind.zero.rawValue` is `"zero"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: AblationKind.self).rawValue.toCell()
        }
        bind(
            "init", on: "AblationKind",
            """
            /// What a text stands for, nil when there is none: `AblationKind(rawValue: "zero")`.
            init?(rawValue: String)
            """
        ) { call in
            try AblationKind(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "zero", on: "AblationKind",
            """
            /// Nothing at all, in the basis in which the model was loaded.
            static let zero: AblationKind
            """
        ) { _ in
            AblationKind.zero.toCell()
        }
        bind(
            "zeroFolded", on: "AblationKind",
            """
            /// What is nothing once layer norm and value biases are folded into the weights: for a head, b_V + b_ln1 · W_V.
            static let zeroFolded: AblationKind
            """
        ) { _ in
            AblationKind.zeroFolded.toCell()
        }
        bind(
            "mean", on: "AblationKind",
            """
            /// Its mean over the training prompts and the positions that are replaced.
            static let mean: AblationKind
            """
        ) { _ in
            AblationKind.mean.toCell()
        }
        bind(
            "meanPerPosition", on: "AblationKind",
            """
            /// Its mean over the training prompts, for each position.
            static let meanPerPosition: AblationKind
            """
        ) { _ in
            AblationKind.meanPerPosition.toCell()
        }
        bind(
            "resample", on: "AblationKind",
            """
            /// Its output on another prompt of the same dataset.
            static let resample: AblationKind
            """
        ) { _ in
            AblationKind.resample.toCell()
        }
        bind(
            "counterfactual", on: "AblationKind",
            """
            /// Its output on the prompt's counterfactual version.
            static let counterfactual: AblationKind
            """
        ) { _ in
            AblationKind.counterfactual.toCell()
        }
        bind(
            "optimal", on: "AblationKind",
            """
            /// A constant that changes the model's answers least.
            static let optimal: AblationKind
            """
        ) { _ in
            AblationKind.optimal.toCell()
        }
        bind(
            "unfitted", on: "AblationKind",
            """
            /// Everything but `optimal`, whose constants take a while to fit.
            ///
            /// `try model.ablationPanel(train, test, methods: AblationKind.unfitted)`
            static let unfitted: [AblationKind]
            """
        ) { _ in
            AblationKind.unfitted.toCell()
        }
        bind(
            "allCases", on: "AblatedComponents",
            """
            /// All cases, in their order: `AblatedComponents.allCases`.
            static var allCases: [AblatedComponents]
            """
        ) { _ in
            AblatedComponents.allCases.toCell()
        }
        bind(
            "rawValue", on: "AblatedComponents",
            """
            /// The text that stands for it: `AblatedComponents.heads.rawValue` is `"heads"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: AblatedComponents.self).rawValue.toCell()
        }
        bind(
            "init", on: "AblatedComponents",
            """
            /// What a text stands for, nil when there is none: `AblatedComponents(rawValue: "heads")`.
            init?(rawValue: String)
            """
        ) { call in
            try AblatedComponents(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "heads", on: "AblatedComponents",
            """
            /// Every attention head: its output z.
            static let heads: AblatedComponents
            """
        ) { _ in
            AblatedComponents.heads.toCell()
        }
        bind(
            "mlps", on: "AblatedComponents",
            """
            /// Every MLP: what it writes.
            static let mlps: AblatedComponents
            """
        ) { _ in
            AblatedComponents.mlps.toCell()
        }
        bind(
            "headsAndMLPs", on: "AblatedComponents",
            """
            /// Heads, then MLPs.
            static let headsAndMLPs: AblatedComponents
            """
        ) { _ in
            AblatedComponents.headsAndMLPs.toCell()
        }
    }

    private func bindInterventions_AblationMethod() {
        type(
            "AblationMethod", AblationMethod.self,
            doc: """
            What a head's output is replaced by.

            ```swift
            methods: [.resample(from: cache), .zero, .mean(over: cache)]
            ```
            """)
        bind(
            "name", on: "AblationMethod",
            """
            /// What the method is called in titles: `zero`.
            let name: String
            """
        ) { call in
            try call.value(0, as: AblationMethod.self).name.toCell()
        }
        bind(
            "zero", on: "AblationMethod",
            """
            /// Nothing at all.
            static var zero: AblationMethod
            """
        ) { _ in
            AblationMethod.zero.toCell()
        }
        bind(
            "resample", on: "AblationMethod",
            """
            /// The same head's output in another run, prompt by prompt: activation patching.
            static func resample(from cache: ActivationCache) -> AblationMethod
            """
        ) { call in
            try AblationMethod.resample(from: call.value(0, as: ActivationCache.self)).toCell()
        }
        bind(
            "mean", on: "AblationMethod",
            """
            /// The mean of the head's output over the prompts of a run, the same for every prompt.
            static func mean(over cache: ActivationCache) -> AblationMethod
            """
        ) { call in
            try AblationMethod.mean(over: call.value(0, as: ActivationCache.self)).toCell()
        }
        bind(
            "meanOverHeadDimension", on: "AblationMethod",
            """
            /// For each prompt, the mean of the head's output over its own d_head coordinates.
            ///
            /// It depends on the basis of the head's space, and after `refactorFactoredAttnMatrices` on its signs; kept because
            /// published notebooks use it.
            static func meanOverHeadDimension(of cache: ActivationCache) -> AblationMethod
            """
        ) { call in
            try AblationMethod.meanOverHeadDimension(of: call.value(0, as: ActivationCache.self)).toCell()
        }
    }

    private func bindInterventions_AblationPanel_Ranks() {
        bind(
            "ranks", on: "AblationPanel",
            """
            /// The rank of each component by its KL under a method, 1 for the largest; equal ones share a rank: [component].
            ///
            /// `try panel.ranks(.zero)[panel.index(of: "L0H10")]`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func ranks(_ method: AblationKind) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).ranks(call.value(1, as: AblationKind.self)).toCell()
        }
        bind(
            "rankCorrelation", on: "AblationPanel",
            """
            /// How alike two methods rank the heads by KL: Spearman's correlation, with its 95 % interval over prompts.
            ///
            /// ```swift
            /// let (value, low, high) = try panel.rankCorrelation(.mean, .counterfactual)
            /// ```
            /// Of a panel without heads, the MLPs are ranked.
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func rankCorrelation(_ first: AblationKind, _ second: AblationKind) throws -> (value: Double, low: Double, high: Double)
            """
        ) { call in
            let result = try call.value(0, as: AblationPanel.self).rankCorrelation(call.value(1, as: AblationKind.self), call.value(2, as: AblationKind.self))
            return .tuple([result.0.toCell(), result.1.toCell(), result.2.toCell()])
        }
        bind(
            "rankCorrelations", on: "AblationPanel",
            """
            /// The rank correlation of each pair of methods: [method, method].
            ///
            /// `heatMap(try panel.rankCorrelations(), xTicks: panel.methods.map { $0.rawValue }, range: -1...1, showValues: true)`
            func rankCorrelations() throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).rankCorrelations().toCell()
        }
    }

    private func bindInterventions_AblationPanel_Text() {
        bind(
            "toCSV", on: "AblationPanel",
            """
            /// A line per method and component: `method,component,kl,kl_low,kl_high,kl_rank,logit_difference,ld_low,ld_high`.
            ///
            /// ```swift
            /// try saveText(panel.toCSV(), to: "panel.csv")
            /// ```
            func toCSV() -> String
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).toCSV().toCell()
        }
        bind(
            "description", on: "AblationPanel",
            """
            /// The value as it prints: `ablationPanel.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).description.toCell()
        }
    }

    private func bindInterventions_AblationPanel() {
        type(
            "AblationPanel", AblationPanel.self,
            doc: """
            Several ablations of every component side by side, on the same test prompts, with intervals.

            ```swift
            let panel = try model.ablationPanel(train, test)
            panel                                                   // the largest effects, and what misleads
            panel.heatMaps()
            try panel.rankCorrelation(.zero, .counterfactual)       // 0.21
            for flag in panel.flags { print(flag) }
            ```
            Made by `HookedTransformer/ablationPanel(_:_:methods:components:position:only:constants:resamples:seed:)`.
            """,
            describe: { $0.description })
        type(
            "PanelMeasure", PanelMeasure.self,
            doc: """
            What is measured of an ablation.
            """)
        bind(
            "allCases", on: "PanelMeasure",
            """
            /// All cases, in their order: `PanelMeasure.allCases`.
            static var allCases: [PanelMeasure]
            """
        ) { _ in
            PanelMeasure.allCases.toCell()
        }
        bind(
            "rawValue", on: "PanelMeasure",
            """
            /// The text that stands for it: `PanelMeasure.kl.rawValue` is `"KL"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: PanelMeasure.self).rawValue.toCell()
        }
        bind(
            "init", on: "PanelMeasure",
            """
            /// What a text stands for, nil when there is none: `PanelMeasure(rawValue: "KL")`.
            init?(rawValue: String)
            """
        ) { call in
            try PanelMeasure(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "kl", on: "PanelMeasure",
            """
            /// How far the answers move: the divergence of the ablated model's next-token probabilities from the whole model's, in nats.
            static let kl: PanelMeasure
            """
        ) { _ in
            PanelMeasure.kl.toCell()
        }
        bind(
            "logitDifference", on: "PanelMeasure",
            """
            /// The logit difference of right and wrong answer that is left.
            static let logitDifference: PanelMeasure
            """
        ) { _ in
            PanelMeasure.logitDifference.toCell()
        }
        bind(
            "methods", on: "AblationPanel",
            """
            /// The methods, in the order in which they were given.
            let methods: [AblationKind]
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).methods.toCell()
        }
        bind(
            "components", on: "AblationPanel",
            """
            /// `L9H6`, `MLP9`: heads first, then MLPs.
            let components: [String]
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).components.toCell()
        }
        bind(
            "promptCount", on: "AblationPanel",
            """
            /// The number of test prompts.
            let promptCount: Int
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).promptCount.toCell()
        }
        bind(
            "fullLogitDifference", on: "AblationPanel",
            """
            /// The whole model's mean logit difference on them.
            let fullLogitDifference: Double
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).fullLogitDifference.toCell()
        }
        bind(
            "warnings", on: "AblationPanel",
            """
            /// What whoever reads the numbers should know: prompts in both sets, numbers that are none.
            let warnings: [String]
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).warnings.toCell()
        }
        bind(
            "flags", on: "AblationPanel",
            """
            /// What each method says misleadingly, with the numbers that show it.
            var flags: [PanelFlag]
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).flags.toCell()
        }
        bind(
            "map", on: "AblationPanel",
            """
            /// The mean over test prompts for each head: [layer, head].
            ///
            /// `heatMap(try panel.map(.zero, of: .kl))`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func map(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).map(call.value(1, as: AblationKind.self), of: call.value(2, as: PanelMeasure.self)).toCell()
        }
        bind(
            "mlps", on: "AblationPanel",
            """
            /// The mean over test prompts for each MLP, [layer]: `try panel.mlps(.mean)`.
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func mlps(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).mlps(call.value(1, as: AblationKind.self), of: call.value(2, as: PanelMeasure.self)).toCell()
        }
        bind(
            "prompts", on: "AblationPanel",
            """
            /// The number for each component and test prompt: [component, prompt].
            ///
            /// `try panel.prompts(.mean)[panel.index(of: "L9H6")]`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func prompts(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).prompts(call.value(1, as: AblationKind.self), of: call.value(2, as: PanelMeasure.self)).toCell()
        }
        bind(
            "interval", on: "AblationPanel",
            """
            /// The ends of the 95 % intervals of the means: [component, 2].
            ///
            /// `try panel.interval(.zero)[0]`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func interval(_ method: AblationKind, of measure: PanelMeasure = .kl) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).interval(call.value(1, as: AblationKind.self), of: call.value(2, as: PanelMeasure.self)).toCell()
        }
        bind(
            "index", on: "AblationPanel",
            """
            /// The number of a component: `try panel.index(of: "L9H6")`.
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func index(of component: String) throws -> Int
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).index(of: call.value(1, as: String.self)).toCell()
        }
    }

    private func bindInterventions_AblationPanelError() {
        type(
            "AblationPanelError", AblationPanelError.self,
            doc: """
            What can keep ablations from being compared.
            """,
            describe: { $0.description })
        bind(
            "badMethods", on: "AblationPanelError",
            """
            /// No method is given, or one twice.
            static func badMethods(_ value: [AblationKind]) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.badMethods(call.value(0, as: [AblationKind].self)).toCell()
        }
        bind(
            "noConstant", on: "AblationPanelError",
            """
            /// Constants for `AblationKind/optimal` of which one lacks.
            static func noConstant(hook: String) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.noConstant(hook: call.value(0, as: String.self)).toCell()
        }
        bind(
            "constantShape", on: "AblationPanelError",
            """
            /// Constants of another shape than the components' outputs.
            static func constantShape(hook: String, found: [Int], expected: [Int]) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.constantShape(
                hook: call.value(0, as: String.self), found: call.value(1, as: [Int].self), 
                expected: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "unequalLengths", on: "AblationPanelError",
            """
            /// Training and test prompts of unequal lengths where positions must match.
            static func unequalLengths(train: Int, test: Int) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.unequalLengths(train: call.value(0, as: Int.self), test: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badPosition", on: "AblationPanelError",
            """
            /// A position that the prompts do not have.
            static func badPosition(_ value: Int, length: Int) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.badPosition(call.value(0, as: Int.self), length: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "notMeasured", on: "AblationPanelError",
            """
            /// A method, or components, that the panel does not have.
            static func notMeasured(_ value: String, known: [String]) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.notMeasured(call.value(0, as: String.self), known: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "noComponent", on: "AblationPanelError",
            """
            /// A component that is not among those that are gone through, or none at all (an empty name).
            static func noComponent(_ value: String, known: [String]) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.noComponent(call.value(0, as: String.self), known: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "noMLPs", on: "AblationPanelError",
            """
            /// MLPs of a model that has none.
            static let noMLPs: AblationPanelError
            """
        ) { _ in
            AblationPanelError.noMLPs.toCell()
        }
        bind(
            "tooFewPrompts", on: "AblationPanelError",
            """
            /// Too few prompts for intervals.
            static func tooFewPrompts(_ value: Int) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.tooFewPrompts(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "badResamples", on: "AblationPanelError",
            """
            /// A number of resamples that gives no intervals.
            static func badResamples(_ value: Int) -> AblationPanelError
            """
        ) { call in
            try AblationPanelError.badResamples(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "description", on: "AblationPanelError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: AblationPanelError.self).description.toCell()
        }
    }

    private func bindInterventions_ActPatch_HeadsAllPositions() {
        bind(
            "actPatchAttnHeadOutAllPos",
            """
            /// Patches the output z of each head: [layer, head]
            ///
            /// ```swift
            /// let grid = try actPatchAttnHeadOutAllPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
            /// ```
            func actPatchAttnHeadOutAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadOutAllPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadQAllPos",
            """
            /// Patches each head's queries at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadQAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadQAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadQAllPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadKAllPos",
            """
            /// Patches each head's keys at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadKAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadKAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadKAllPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadVAllPos",
            """
            /// Patches each head's values at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadVAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadVAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadVAllPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternAllPos",
            """
            /// Patches each head's pattern at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadPatternAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadPatternAllPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadAllPosEvery",
            """
            /// Output, query, key, value, pattern: [5, layer, head].
            ///
            /// `let map = try actPatchAttnHeadAllPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadAllPosEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadAllPosEvery(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_ActPatch_HeadsByPosition() {
        bind(
            "actPatchAttnHeadOutByPos",
            """
            /// Patches the output z of each head at each position: [layer, position, head]
            ///
            /// ```swift
            /// let grid = try actPatchAttnHeadOutByPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
            /// ```
            func actPatchAttnHeadOutByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadOutByPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadQByPos",
            """
            /// Patches each head's queries: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadQByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadQByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadQByPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadKByPos",
            """
            /// Patches each head's keys: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadKByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadKByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadKByPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadVByPos",
            """
            /// Patches each head's values: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadVByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadVByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadVByPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternByPos",
            """
            /// Patches rows of each head's pattern: [layer, head, position].
            ///
            /// `let map = try actPatchAttnHeadPatternByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadPatternByPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternDestSrcPos",
            """
            /// Patches cells of each head's pattern: [layer, head, position (query), position (key)].
            ///
            /// `let map = try actPatchAttnHeadPatternDestSrcPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternDestSrcPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadPatternDestSrcPos(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadByPosEvery",
            """
            /// Output, query, key, value, pattern: [5, layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadByPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadByPosEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: Shard?.self)
            let value7 = try call.value(7, as: String?.self)
            let value8 = try call.value(8, as: Recompute.self)
            let value9 = try call.value(9, as: Bool?.self)
            let value10 = try call.value(10, as: PaddingSide?.self)
            let value11 = try call.value(11, as: Tensor?.self)
            let function12 = try call.value(12, as: CellFunction.self)
            return try actPatchAttnHeadByPosEvery(
                value0, value1, value2, layers: value3, heads: value4, prompts: value5, shard: value6, 
                savingTo: value7, recompute: value8, prependBOS: value9, paddingSide: value10, 
                attentionMask: value11, 
                metric: { (a0: Tensor) throws -> Tensor in try function12(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_ActPatch_ResidualStream() {
        bind(
            "actPatchResidPre",
            """
            /// Patches the residual stream before each layer, position by position: [layer, position]
            ///
            /// ```swift
            /// let grid = try actPatchResidPre(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
            /// ```
            func actPatchResidPre(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: Shard?.self)
            let value6 = try call.value(6, as: String?.self)
            let value7 = try call.value(7, as: Recompute.self)
            let value8 = try call.value(8, as: Bool?.self)
            let value9 = try call.value(9, as: PaddingSide?.self)
            let value10 = try call.value(10, as: Tensor?.self)
            let function11 = try call.value(11, as: CellFunction.self)
            return try actPatchResidPre(
                value0, value1, value2, layers: value3, prompts: value4, shard: value5, savingTo: value6, 
                recompute: value7, prependBOS: value8, paddingSide: value9, attentionMask: value10, 
                metric: { (a0: Tensor) throws -> Tensor in try function11(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchResidMid",
            """
            /// Patches the residual stream between attention and MLP: [layer, position].
            ///
            /// `let map = try actPatchResidMid(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchResidMid(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: Shard?.self)
            let value6 = try call.value(6, as: String?.self)
            let value7 = try call.value(7, as: Recompute.self)
            let value8 = try call.value(8, as: Bool?.self)
            let value9 = try call.value(9, as: PaddingSide?.self)
            let value10 = try call.value(10, as: Tensor?.self)
            let function11 = try call.value(11, as: CellFunction.self)
            return try actPatchResidMid(
                value0, value1, value2, layers: value3, prompts: value4, shard: value5, savingTo: value6, 
                recompute: value7, prependBOS: value8, paddingSide: value9, attentionMask: value10, 
                metric: { (a0: Tensor) throws -> Tensor in try function11(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnOut",
            """
            /// Patches each attention layer's output: [layer, position].
            ///
            /// `let map = try actPatchAttnOut(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnOut(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: Shard?.self)
            let value6 = try call.value(6, as: String?.self)
            let value7 = try call.value(7, as: Recompute.self)
            let value8 = try call.value(8, as: Bool?.self)
            let value9 = try call.value(9, as: PaddingSide?.self)
            let value10 = try call.value(10, as: Tensor?.self)
            let function11 = try call.value(11, as: CellFunction.self)
            return try actPatchAttnOut(
                value0, value1, value2, layers: value3, prompts: value4, shard: value5, savingTo: value6, 
                recompute: value7, prependBOS: value8, paddingSide: value9, attentionMask: value10, 
                metric: { (a0: Tensor) throws -> Tensor in try function11(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchMLPOut",
            """
            /// Patches each MLP's output: [layer, position].
            ///
            /// `let map = try actPatchMLPOut(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchMLPOut(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: Shard?.self)
            let value6 = try call.value(6, as: String?.self)
            let value7 = try call.value(7, as: Recompute.self)
            let value8 = try call.value(8, as: Bool?.self)
            let value9 = try call.value(9, as: PaddingSide?.self)
            let value10 = try call.value(10, as: Tensor?.self)
            let function11 = try call.value(11, as: CellFunction.self)
            return try actPatchMLPOut(
                value0, value1, value2, layers: value3, prompts: value4, shard: value5, savingTo: value6, 
                recompute: value7, prependBOS: value8, paddingSide: value9, attentionMask: value10, 
                metric: { (a0: Tensor) throws -> Tensor in try function11(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchBlockEvery",
            """
            /// Residual stream, attention, MLP: [3, layer, position].
            ///
            /// `let map = try actPatchBlockEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchBlockEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, layers: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [Int]?.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: Shard?.self)
            let value6 = try call.value(6, as: String?.self)
            let value7 = try call.value(7, as: Recompute.self)
            let value8 = try call.value(8, as: Bool?.self)
            let value9 = try call.value(9, as: PaddingSide?.self)
            let value10 = try call.value(10, as: Tensor?.self)
            let function11 = try call.value(11, as: CellFunction.self)
            return try actPatchBlockEvery(
                value0, value1, value2, layers: value3, prompts: value4, shard: value5, savingTo: value6, 
                recompute: value7, prependBOS: value8, paddingSide: value9, attentionMask: value10, 
                metric: { (a0: Tensor) throws -> Tensor in try function11(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_ActivationPatching() {
        bind(
            "activationPatch",
            """
            /// Patches a clean run's activation into a corrupted run, place by place, and measures what the logits say then.
            ///
            /// ```swift
            /// let grid = try activationPatch(model, corruptedTokens, cache, site: .attnHeadOutByPos) { logits in
            ///     averageLogitDifference(logits, answerTokens)
            /// }
            /// ```
            /// The same as TransformerLens's `get_act_patch_…` functions, which differ in the site alone. One run for each element, many at a time.
            /// What is too much for one machine is divided as a sweep is, and `HeadSweep/init(mergingPartsOf:)` puts the parts together.
            /// - Parameters:
            ///   - cleanCache: holds the site's activation at every layer, from a run of the same shape.
            ///   - site: which activation, and along which axes its places lie.
            ///   - layers, heads: which are gone through; nil for all. The grid is NaN at the others.
            ///   - prompts: the prompts that are patched; nil for all. The metric has to give a number for each prompt then, and the grid is
            ///     NaN at the others.
            ///   - shard: which part of all that this process computes; nil for all.
            ///   - savingTo: where a part is saved: `parts/z` becomes `parts/z-3-of-16.safetensors`.
            ///   - recompute: how far the grid's last digits may depend on its division and on the cores, as `Recompute` says.
            ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
            ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
            /// - Returns: the metric for each place: [layer, position], [layer, head], … as the site's axes say, and behind them the
            ///   axes of what the metric gives.
            /// - Throws: `ActivationPatchingError`; `SweepPartError`; what a run, the cache or the metric throws.
            func activationPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite, layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: PatchSite.self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: [Int]?.self)
            let value7 = try call.value(7, as: Shard?.self)
            let value8 = try call.value(8, as: String?.self)
            let value9 = try call.value(9, as: Recompute.self)
            let value10 = try call.value(10, as: Bool?.self)
            let value11 = try call.value(11, as: PaddingSide?.self)
            let value12 = try call.value(12, as: Tensor?.self)
            let function13 = try call.value(13, as: CellFunction.self)
            return try activationPatch(
                value0, value1, value2, site: value3, layers: value4, heads: value5, prompts: value6, shard: value7, 
                savingTo: value8, recompute: value9, prependBOS: value10, paddingSide: value11, 
                attentionMask: value12, 
                metric: { (a0: Tensor) throws -> Tensor in try function13(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "activationPatch",
            """
            /// Several sites, one grid each, stacked in front: [site, …]. Their grids must have the same shape.
            ///
            /// ```swift
            /// let every = try activationPatch(model, corruptedTokens, cache, sites: PatchSite.attnHeadAllPosEvery, metric: metric)
            /// ```
            func activationPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite], layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [PatchSite].self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: [Int]?.self)
            let value7 = try call.value(7, as: Shard?.self)
            let value8 = try call.value(8, as: String?.self)
            let value9 = try call.value(9, as: Recompute.self)
            let value10 = try call.value(10, as: Bool?.self)
            let value11 = try call.value(11, as: PaddingSide?.self)
            let value12 = try call.value(12, as: Tensor?.self)
            let function13 = try call.value(13, as: CellFunction.self)
            return try activationPatch(
                value0, value1, value2, sites: value3, layers: value4, heads: value5, prompts: value6, shard: value7, 
                savingTo: value8, recompute: value9, prependBOS: value10, paddingSide: value11, 
                attentionMask: value12, 
                metric: { (a0: Tensor) throws -> Tensor in try function13(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_ActivationPatchingError() {
        type(
            "ActivationPatchingError", ActivationPatchingError.self,
            doc: """
            What can keep an activation from being patched.
            """,
            describe: { $0.description })
        bind(
            "shapeMismatch", on: "ActivationPatchingError",
            """
            /// The cached run had another shape than the patched one.
            static func shapeMismatch(hook: String, run: [Int], cache: [Int]) -> ActivationPatchingError
            """
        ) { call in
            try ActivationPatchingError.shapeMismatch(
                hook: call.value(0, as: String.self), run: call.value(1, as: [Int].self), 
                cache: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "tooFewAxes", on: "ActivationPatchingError",
            """
            /// The cached activation lacks axes, as after its batch axis was removed.
            static func tooFewAxes(hook: String, cache: [Int]) -> ActivationPatchingError
            """
        ) { call in
            try ActivationPatchingError.tooFewAxes(hook: call.value(0, as: String.self), cache: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "badAxes", on: "ActivationPatchingError",
            """
            /// Axes that do not name places.
            static func badAxes(_ value: [Int], hook: String, cache: [Int]) -> ActivationPatchingError
            """
        ) { call in
            try ActivationPatchingError.badAxes(
                call.value(0, as: [Int].self), hook: call.value(1, as: String.self), 
                cache: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "splitVector", on: "ActivationPatchingError",
            """
            /// A part of a query or key, where all of it decides about the pattern.
            static func splitVector(hook: String) -> ActivationPatchingError
            """
        ) { call in
            try ActivationPatchingError.splitVector(hook: call.value(0, as: String.self)).toCell()
        }
        bind(
            "metricShape", on: "ActivationPatchingError",
            """
            /// A metric gave tensors of different shapes; [] stands for a number.
            static func metricShape(first: [Int], found: [Int]) -> ActivationPatchingError
            """
        ) { call in
            try ActivationPatchingError.metricShape(first: call.value(0, as: [Int].self), found: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "description", on: "ActivationPatchingError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: ActivationPatchingError.self).description.toCell()
        }
    }

    private func bindInterventions_AttributionCheck() {
        type(
            "AttributionCheck", AttributionCheck.self,
            doc: """
            Estimates beside what patching really gives.

            ```swift
            let check = try scores.verified(top: 20, random: 50)
            print(check)                      // the largest errors, the correlation, and how much may have been missed
            ```
            """,
            describe: { $0.description })
        bind(
            "places", on: "AttributionCheck",
            """
            /// The places that were patched: `blocks.9.attn.hook_z[6]`, the largest estimates first.
            let places: [String]
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).places.toCell()
        }
        bind(
            "estimates", on: "AttributionCheck",
            """
            /// What was estimated for each.
            let estimates: [Double]
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).estimates.toCell()
        }
        bind(
            "patched", on: "AttributionCheck",
            """
            /// What patching gave: the metric's change.
            let patched: [Double]
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).patched.toCell()
        }
        bind(
            "residuals", on: "AttributionCheck",
            """
            /// How far each estimate was off: `check.residuals[0]`.
            var residuals: [Double]
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).residuals.toCell()
        }
        bind(
            "pearson", on: "AttributionCheck",
            """
            /// The correlation of estimates and what patching gave; NaN of fewer than two places, or where one does not vary.
            var pearson: Double
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).pearson.toCell()
        }
        bind(
            "largestMissed", on: "AttributionCheck",
            """
            /// The largest effect among the places that were drawn at random; 0 when none was.
            var largestMissed: Double
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).largestMissed.toCell()
        }
        bind(
            "missedShare", on: "AttributionCheck",
            """
            /// The share of the places that were not patched which may have a larger effect than `largestMissed`, with 95 % confidence:
            /// 1 − 0.05^(1/n) of n drawn at random; 1 when none was, and 0 when no place is left.
            var missedShare: Double
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).missedShare.toCell()
        }
        bind(
            "description", on: "AttributionCheck",
            """
            /// The places with the largest errors, and what may be believed: `print(check)`.
            var description: String
            """
        ) { call in
            try call.value(0, as: AttributionCheck.self).description.toCell()
        }
    }

    private func bindInterventions_AttributionPatching() {
        bind(
            "attributionPatch",
            """
            /// Estimates what `activationPatch(_:_:_:site:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)` would measure at every place,
            /// from one run and one gradient: (clean − corrupted) · ∂metric/∂activation at the corrupted run.
            ///
            /// ```swift
            /// let scores = try attributionPatch(model, corruptedTokens, cleanCache, site: .attnHeadOutAllPos, qkFix: true) { logits in
            ///     averageLogitDifference(logits, answerTokens)
            /// }
            /// scores.values                                     // [layer, head]: patched − corrupted, about
            /// try scores.verified(top: 20, random: 50)          // really patched there: how far off it was
            /// ```
            /// Exact where the metric is linear in the activation. Nanda (2023), "Attribution patching".
            /// - Parameters:
            ///   - cleanCache: holds the site's activation at every layer, from a run of the same shape; for `qkFix` with rotary positions
            ///     also `rot_q` and `rot_k`.
            ///   - site: which activation, and along which axes its places lie.
            ///   - qkFix: at queries and keys, compute the attention pattern exactly and go on linearly from there (AtP*, Kramár et al. 2024).
            ///     It mostly helps queries, and may hurt keys: verify.
            ///   - gradDrop: let the gradient skip one layer after the other, and give the mean size of what remains, so that effects that
            ///     cancel are seen; without a sign (AtP*, Kramár et al. 2024). One run more for each layer.
            ///   - metric: one number from the logits [batch, position, d_vocab], by operations that have a derivative.
            /// - Throws: `ActivationPatchingError`, `GradientError`; what a run, the cache or the metric throws.
            func attributionPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite, qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> AttributionScores
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: PatchSite.self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let function9 = try call.value(9, as: CellFunction.self)
            return try attributionPatch(
                value0, value1, value2, site: value3, qkFix: value4, gradDrop: value5, prependBOS: value6, 
                paddingSide: value7, attentionMask: value8, 
                metric: { (a0: Tensor) throws -> Tensor in try function9(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "attributionPatch",
            """
            /// Several sites from the same run and gradient, their grids stacked in front: [site, …].
            ///
            /// ```swift
            /// let scores = try attributionPatch(
            ///     model, corruptedTokens, cleanCache, sites: PatchSite.attnHeadAllPosEvery, qkFix: true, metric: metric)
            /// ```
            func attributionPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite], qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> AttributionScores
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [PatchSite].self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let function9 = try call.value(9, as: CellFunction.self)
            return try attributionPatch(
                value0, value1, value2, sites: value3, qkFix: value4, gradDrop: value5, prependBOS: value6, 
                paddingSide: value7, attentionMask: value8, 
                metric: { (a0: Tensor) throws -> Tensor in try function9(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "attributionPatch",
            """
            /// Several maps from the same run and gradient, for sites whose grids differ in shape: the scores of each list, in order.
            ///
            /// ```swift
            /// let maps = try attributionPatch(
            ///     model, corruptedTokens, cleanCache, sites: [PatchSite.blockEvery, PatchSite.attnHeadByPosEvery], metric: metric)
            /// maps[0].values                    // [site, layer, position]
            /// maps[1].values                    // [site, layer, position, head]
            /// ```
            func attributionPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [[PatchSite]], qkFix: Bool = false, gradDrop: Bool = false, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> [AttributionScores]
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [[PatchSite]].self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: PaddingSide?.self)
            let value8 = try call.value(8, as: Tensor?.self)
            let function9 = try call.value(9, as: CellFunction.self)
            return try attributionPatch(
                value0, value1, value2, sites: value3, qkFix: value4, gradDrop: value5, prependBOS: value6, 
                paddingSide: value7, attentionMask: value8, 
                metric: { (a0: Tensor) throws -> Tensor in try function9(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_AttributionScores() {
        type(
            "AttributionScores", AttributionScores.self,
            doc: """
            What attribution patching estimates for every place of some sites.

            ```swift
            let scores = try attributionPatch(model, corruptedTokens, cleanCache, site: .attnHeadOutAllPos, metric: metric)
            scores.values                     // [layer, head]
            let check = try scores.verified(top: 20, random: 50)
            print(check)
            ```
            """)
        bind(
            "values", on: "AttributionScores",
            """
            /// The metric after patching each place, less what it is on the corrupted run: [layer, position], [layer, head], … as the
            /// site's axes say; [site, …] of several sites: `scores.values[9, 6]`.
            let values: Tensor
            """
        ) { call in
            try call.value(0, as: AttributionScores.self).values.toCell()
        }
        bind(
            "corrupted", on: "AttributionScores",
            """
            /// The metric on the corrupted run, a number: `scores.corrupted + scores.values`.
            let corrupted: Tensor
            """
        ) { call in
            try call.value(0, as: AttributionScores.self).corrupted.toCell()
        }
        bind(
            "dropped", on: "AttributionScores",
            """
            /// With `gradDrop`, the estimates without each layer's gradient: [layer, …]. What `values` is the mean size of:
            /// `scores.dropped`.
            let dropped: Tensor?
            """
        ) { call in
            try call.value(0, as: AttributionScores.self).dropped.toCell()
        }
        bind(
            "sites", on: "AttributionScores",
            """
            /// Where was patched.
            let sites: [PatchSite]
            """
        ) { call in
            try call.value(0, as: AttributionScores.self).sites.toCell()
        }
        bind(
            "verified", on: "AttributionScores",
            """
            /// Really patches the places with the largest estimates and some others, and compares.
            ///
            /// ```swift
            /// let check = try scores.verified(top: 20, random: 50)
            /// check.pearson                     // of estimates and what patching gives
            /// ```
            /// - Parameters:
            ///   - top: how many places, by the estimate's size.
            ///   - random: how many of the others, drawn with `seed`.
            /// - Throws: what a run or the metric throws.
            func verified(top: Int = 20, random: Int = 50, seed: Int = 0) throws -> AttributionCheck
            """
        ) { call in
            try call.value(0, as: AttributionScores.self).verified(
                top: call.value(1, as: Int.self), random: call.value(2, as: Int.self), 
                seed: call.value(3, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_EdgeAttribution() {
        bind(
            "edgeAttribution",
            """
            /// Estimates for every edge of a model what patching it alone from the corrupted run does to a metric.
            ///
            /// ```swift
            /// let metric = { (logits: Tensor) in averageLogitDifference(logits, answerTokens) }
            /// let edges = try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)
            /// try edges["a5.h5->a8.h6<v>"]
            /// let circuit = try edges.circuit(top: 400)
            /// ```
            /// (corrupted − clean output of the source) · ∂metric/∂(what the end reads), summed over prompts and positions. Names and order of
            /// edges are EAP-IG's.
            /// - Parameters:
            ///   - method: where the gradients are taken.
            ///   - metric: one number from the logits [batch, position, d_vocab], by operations that have a derivative.
            /// - Throws: `PathError` for prompts of different shapes, and for models whose heads write through a norm together;
            ///   `GradientError`; what a run or the metric throws.
            func edgeAttribution(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput, method: EdgeMethod = .eapIG(steps: 5), metric: (Tensor) throws -> Tensor) throws -> EdgeScores
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HostAny<any ModelInput>.self).value
            let value3 = try call.value(3, as: EdgeMethod.self)
            let function4 = try call.value(4, as: CellFunction.self)
            return try edgeAttribution(
                value0, value1, value2, method: value3, 
                metric: { (a0: Tensor) throws -> Tensor in try function4(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_EdgeCircuit() {
        type(
            "EdgeCircuit", EdgeCircuit.self,
            doc: """
            Some of a model's edges: what is kept while all others read corrupted outputs.

            ```swift
            let circuit = try edges.circuit(top: 400)
            let own = try EdgeCircuit(model, ["a9.h9->logits", "a7.h3->a9.h9<q>"])
            circuit.withoutDanglingEdges.edges.count
            ```
            """,
            describe: { $0.description })
        bind(
            "edges", on: "EdgeCircuit",
            """
            /// The names of the edges, `a5.h5->a8.h6<v>`.
            let edges: [String]
            """
        ) { call in
            try call.value(0, as: EdgeCircuit.self).edges.toCell()
        }
        bind(
            "init", on: "EdgeCircuit",
            """
            /// Edges of one's own: `try EdgeCircuit(model, ["a9.h9->logits"])`.
            /// - Throws: `PathError` for a name that is no edge, with the nearest ones; `Interrupted`.
            init(_ model: HookedTransformer, _ edges: [String]) throws
            """
        ) { call in
            try EdgeCircuit(call.value(0, as: HookedTransformer.self), call.value(1, as: [String].self)).toCell()
        }
        bind(
            "components", on: "EdgeCircuit",
            """
            /// The heads and MLPs that an edge begins or ends at: `a9.h9`, `m3`.
            var components: [String]
            """
        ) { call in
            try call.value(0, as: EdgeCircuit.self).components.toCell()
        }
        bind(
            "withoutDanglingEdges", on: "EdgeCircuit",
            """
            /// The same without edges that nothing leads to from the input, or that lead nowhere: where the others carry a corrupted run, they
            /// change no logit.
            ///
            /// `circuit.withoutDanglingEdges.edges.count`
            var withoutDanglingEdges: EdgeCircuit
            """
        ) { call in
            try call.value(0, as: EdgeCircuit.self).withoutDanglingEdges.toCell()
        }
        bind(
            "description", on: "EdgeCircuit",
            """
            /// The value as it prints: `edgeCircuit.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: EdgeCircuit.self).description.toCell()
        }
    }

    private func bindInterventions_EdgeCircuitEvaluation() {
        bind(
            "evaluateEdgeCircuit", on: "HookedTransformer",
            """
            /// Keeps the edges of a circuit, has all other edges read other outputs, and measures how much of the task is left:
            /// faithfulness, completeness and minimality, for each prompt.
            ///
            /// ```swift
            /// let circuit = try edges.circuit(top: 400)
            /// let report = try model.evaluateEdgeCircuit(circuit, test, ablation: .counterfactual)
            /// report                                      // F(M) 14.2, F(C) 12.9 …
            /// report.minimality.first                     // what is lost without one of the components
            /// ```
            /// F is the mean logit difference. The choice of ablation can decide the verdict (Miller et al., 2407.08734): compare several.
            /// - Parameters:
            ///   - train: the prompts that means come from; `test` itself unless given.
            ///   - subsets: how many random parts of the circuit's components completeness is tried on; `seed` for them.
            ///   - minimality: whether the circuit is run without each of its components, a run for each of them.
            /// - Throws: `PathError`, `AblationPanelError`; `DatasetError` where the prompts have no such version; `Interrupted`.
            func evaluateEdgeCircuit(_ circuit: EdgeCircuit, _ test: PromptDataset, train: PromptDataset? = nil, ablation: AblationKind = .counterfactual, subsets: Int = 5, minimality: Bool = true, seed: Int = 0) throws -> HeadCircuitEvaluation
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: EdgeCircuit.self)
            let value2 = try call.value(2, as: PromptDataset.self)
            let value3 = try call.value(3, as: PromptDataset?.self)
            let value4 = try call.value(4, as: AblationKind.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: Bool.self)
            let value7 = try call.value(7, as: Int.self)
            return try value0.evaluateEdgeCircuit(
                value1, value2, train: value3, ablation: value4, subsets: value5, minimality: value6, seed: value7).toCell()
        }
        bind(
            "evaluateEdgeCircuit", on: "HookedTransformer",
            """
            /// The same by a metric of one's own: a number for each prompt, [batch].
            ///
            /// ```swift
            /// let report = try model.evaluateEdgeCircuit(circuit, test, metric: { try test.probabilityDifference($0) })
            /// ```
            /// - Throws: `PathError/badMetric(count:prompts:)` for a metric that gives something else; what it throws.
            func evaluateEdgeCircuit(_ circuit: EdgeCircuit, _ test: PromptDataset, train: PromptDataset? = nil, ablation: AblationKind = .counterfactual, subsets: Int = 5, minimality: Bool = true, seed: Int = 0, metric: (Tensor) throws -> Tensor) throws -> HeadCircuitEvaluation
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: EdgeCircuit.self)
            let value2 = try call.value(2, as: PromptDataset.self)
            let value3 = try call.value(3, as: PromptDataset?.self)
            let value4 = try call.value(4, as: AblationKind.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: Bool.self)
            let value7 = try call.value(7, as: Int.self)
            let function8 = try call.value(8, as: CellFunction.self)
            return try value0.evaluateEdgeCircuit(
                value1, value2, train: value3, ablation: value4, subsets: value5, minimality: value6, seed: value7, 
                metric: { (a0: Tensor) throws -> Tensor in try function8(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_EdgeMethod() {
        type(
            "EdgeMethod", EdgeMethod.self,
            doc: """
            Where the gradients of edge attribution are taken.

            `try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)`
            """)
        bind(
            "eap", on: "EdgeMethod",
            """
            /// At the clean run: one run forwards and back. Syed et al. (2310.10348).
            static let eap: EdgeMethod
            """
        ) { _ in
            EdgeMethod.eap.toCell()
        }
        bind(
            "eapIG", on: "EdgeMethod",
            """
            /// Along the line from the corrupted to the clean token embeddings, at k / steps for k below steps: EAP-IG (inputs). Hanna et al.
            /// (2403.17806).
            static func eapIG(steps: Int) -> EdgeMethod
            """
        ) { call in
            try EdgeMethod.eapIG(steps: call.value(0, as: Int.self)).toCell()
        }
        bind(
            "eapIGActivations", on: "EdgeMethod",
            """
            /// Along the line between each component's own outputs, one layer's heads or MLP after the other, the rest being clean: EAP-IG
            /// (activations).
            static func eapIGActivations(steps: Int) -> EdgeMethod
            """
        ) { call in
            try EdgeMethod.eapIGActivations(steps: call.value(0, as: Int.self)).toCell()
        }
        bind(
            "cleanCorrupted", on: "EdgeMethod",
            """
            /// At the clean and at the corrupted run, averaged.
            static let cleanCorrupted: EdgeMethod
            """
        ) { _ in
            EdgeMethod.cleanCorrupted.toCell()
        }
    }

    private func bindInterventions_EdgeScores() {
        type(
            "EdgeScores", EdgeScores.self,
            doc: """
            What edge attribution estimates for every edge of a model.

            ```swift
            let edges = try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)
            edges                                             // the largest scores
            try edges["a9.h9->logits"]
            let circuit = try edges.circuit(top: 400)
            ```
            A score above 0: patching the edge from the corrupted run raises the metric.
            """,
            describe: { $0.description })
        bind(
            "values", on: "EdgeScores",
            """
            /// The scores, 0 where there is no edge: [source, end], in the order of `sources` and `ends`: `edges.values.abs().max()`.
            let values: Tensor
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).values.toCell()
        }
        bind(
            "sources", on: "EdgeScores",
            """
            /// `input`, `a0.h0`, …, `m11`.
            let sources: [String]
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).sources.toCell()
        }
        bind(
            "ends", on: "EdgeScores",
            """
            /// `a0.h0<q>`, …, `m11`, `logits`.
            let ends: [String]
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).ends.toCell()
        }
        bind(
            "method", on: "EdgeScores",
            """
            /// How the scores were computed.
            let method: EdgeMethod
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).method.toCell()
        }
        bind(
            "count", on: "EdgeScores",
            """
            /// The number of edges.
            let count: Int
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).count.toCell()
        }
        bind(
            "warnings", on: "EdgeScores",
            """
            /// What whoever reads the numbers should know.
            let warnings: [String]
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).warnings.toCell()
        }
        bind(
            "subscript", on: "EdgeScores",
            """
            /// The score of an edge: `try edges["a5.h5->a8.h6<v>"]`.
            /// - Throws: `PathError` for a name that is no edge, with the nearest ones.
            subscript(_ name: String) -> Double { get throws }
            """
        ) { call in
            try call.value(0, as: EdgeScores.self)[call.value(1, as: String.self)].toCell()
        }
        bind(
            "top", on: "EdgeScores",
            """
            /// The edges with the largest scores by size, the largest first: `edges.top(10)`.
            func top(_ count: Int) -> [String]
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).top(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "circuit", on: "EdgeScores",
            """
            /// The edges with the largest scores by size, as what is kept of the model.
            ///
            /// `let circuit = try edges.circuit(top: 400)`
            /// - Throws: `Interrupted`.
            func circuit(top count: Int) throws -> EdgeCircuit
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).circuit(top: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "EdgeScores",
            """
            /// The value as it prints: `edgeScores.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: EdgeScores.self).description.toCell()
        }
    }

    private func bindInterventions_FittedPosition() {
        type(
            "FittedPosition", FittedPosition.self,
            doc: """
            Where a fitted constant stands.

            `try model.optimalAblation(train, position: .each)`
            """)
        bind(
            "last", on: "FittedPosition",
            """
            /// At the last position.
            static let last: FittedPosition
            """
        ) { _ in
            FittedPosition.last.toCell()
        }
        bind(
            "all", on: "FittedPosition",
            """
            /// The same constant at all positions; a BOS is left alone.
            static let all: FittedPosition
            """
        ) { _ in
            FittedPosition.all.toCell()
        }
        bind(
            "each", on: "FittedPosition",
            """
            /// A constant for each position; a BOS is left alone.
            static let each: FittedPosition
            """
        ) { _ in
            FittedPosition.each.toCell()
        }
        bind(
            "index", on: "FittedPosition",
            """
            /// At one position, counted from 0, or from the end when negative.
            static func index(_ index: Int) -> FittedPosition
            """
        ) { call in
            try FittedPosition.index(call.value(0, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_FittingRecipe() {
        type(
            "FittingRecipe", FittingRecipe.self,
            doc: """
            How optimal constants are found.

            `try model.optimalAblation(train, recipe: .adam(lr: 2e-3, steps: 10_000, batch: 3))`
            """)
        bind(
            "gaussNewton", on: "FittingRecipe",
            """
            /// A Gauss-Newton step with the Fisher matrix of the whole model's answers, and L-BFGS in its coordinates from there on.
            static let gaussNewton: FittingRecipe
            """
        ) { _ in
            FittingRecipe.gaussNewton.toCell()
        }
        bind(
            "lbfgs", on: "FittingRecipe",
            """
            /// L-BFGS alone: more evaluations, nothing to prepare.
            static let lbfgs: FittingRecipe
            """
        ) { _ in
            FittingRecipe.lbfgs.toCell()
        }
        bind(
            "adam", on: "FittingRecipe",
            """
            /// Adam on a few prompts at a time, as the authors of the method have it: `.adam(lr: 2e-3, steps: 10_000, batch: 3)`.
            static func adam(lr: Double, steps: Int, batch: Int) -> FittingRecipe
            """
        ) { call in
            try FittingRecipe.adam(
                lr: call.value(0, as: Double.self), steps: call.value(1, as: Int.self), 
                batch: call.value(2, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_HeadCircuitEvaluation() {
        type(
            "HeadCircuitEvaluation", HeadCircuitEvaluation.self,
            doc: """
            How well some heads, with all MLPs, do what the whole model does.

            ```swift
            let report = try model.evaluateHeadCircuit(circuit, test, train: train, ablation: .counterfactual)
            print(report)
            report.faithfulness.value                       // F(C) / F(M)
            report.minimality.filter { abs($0.value) < 0.1 }
            ```
            """,
            describe: { $0.description })
        type(
            "HeadCircuitEvaluation.Figure", HeadCircuitEvaluation.Figure.self,
            doc: """
            A measured number with its 95 % interval over prompts.
            """,
            describe: { $0.description })
        bind(
            "heads", on: "HeadCircuitEvaluation.Figure",
            """
            /// The heads that it is about: `L9H9`, or several.
            let heads: [String]
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.Figure.self).heads.toCell()
        }
        bind(
            "value", on: "HeadCircuitEvaluation.Figure",
            """
            /// The number.
            let value: Double
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.Figure.self).value.toCell()
        }
        bind(
            "low", on: "HeadCircuitEvaluation.Figure",
            """
            /// The interval's lower end.
            let low: Double
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.Figure.self).low.toCell()
        }
        bind(
            "high", on: "HeadCircuitEvaluation.Figure",
            """
            /// The interval's upper end.
            let high: Double
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.Figure.self).high.toCell()
        }
        bind(
            "description", on: "HeadCircuitEvaluation.Figure",
            """
            /// The value as it prints: `headCircuitEvaluation.Figure.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.Figure.self).description.toCell()
        }
        bind(
            "ablation", on: "HeadCircuitEvaluation",
            """
            /// What all other heads are replaced by.
            let ablation: AblationKind
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).ablation.toCell()
        }
        bind(
            "heads", on: "HeadCircuitEvaluation",
            """
            /// The heads that are kept; of a circuit of edges, the heads and MLPs that they begin or end at.
            let heads: [String]
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).heads.toCell()
        }
        bind(
            "whole", on: "HeadCircuitEvaluation",
            """
            /// The logit difference of the whole model for each prompt, [prompt]: F(M) is its mean.
            ///
            /// `report.whole.mean()`
            let whole: Tensor
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).whole.toCell()
        }
        bind(
            "circuit", on: "HeadCircuitEvaluation",
            """
            /// That of the circuit alone, [prompt]: F(C).
            ///
            /// `report.circuit - report.whole`
            let circuit: Tensor
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).circuit.toCell()
        }
        bind(
            "complement", on: "HeadCircuitEvaluation",
            """
            /// That of all but the circuit, [prompt]: F(M ∖ C).
            ///
            /// `report.complement.mean()`
            let complement: Tensor
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).complement.toCell()
        }
        bind(
            "faithfulness", on: "HeadCircuitEvaluation",
            """
            /// F(C) / F(M): 1 where the circuit alone does what the model does.
            let faithfulness: HeadCircuitEvaluation.Figure
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).faithfulness.toCell()
        }
        bind(
            "completeness", on: "HeadCircuitEvaluation",
            """
            /// For each part K that was tried, F(C ∖ K) − F(M ∖ K), the largest first: 0 where the circuit lacks nothing that stands in for K.
            let completeness: [HeadCircuitEvaluation.Figure]
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).completeness.toCell()
        }
        bind(
            "minimality", on: "HeadCircuitEvaluation",
            """
            /// For each head v of the circuit, F(C) − F(C ∖ v), the largest first: what is lost without it. Empty where it was not asked for.
            let minimality: [HeadCircuitEvaluation.Figure]
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).minimality.toCell()
        }
        bind(
            "description", on: "HeadCircuitEvaluation",
            """
            /// The value as it prints: `headCircuitEvaluation.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HeadCircuitEvaluation.self).description.toCell()
        }
    }

    private func bindInterventions_HeadPosition() {
        type(
            "HeadPosition", HeadPosition.self,
            doc: """
            Which positions of a prompt an ablation replaces.
            """)
        bind(
            "last", on: "HeadPosition",
            """
            /// The last one.
            static let last: HeadPosition
            """
        ) { _ in
            HeadPosition.last.toCell()
        }
        bind(
            "all", on: "HeadPosition",
            """
            /// All of them.
            static let all: HeadPosition
            """
        ) { _ in
            HeadPosition.all.toCell()
        }
        bind(
            "index", on: "HeadPosition",
            """
            /// One, counted from 0, or from the end when negative.
            static func index(_ index: Int) -> HeadPosition
            """
        ) { call in
            try HeadPosition.index(call.value(0, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_HeadSweep_Merging() {
        bind(
            "init", on: "HeadSweep",
            """
            /// Puts together all parts that `HookedTransformer/ablateHeads(_:position:methods:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)`
            /// or a patching saved under a name; of a patching, the grid is the one map.
            ///
            /// ```swift
            /// let sweep = try HeadSweep(mergingPartsOf: "parts/zero")    // parts/zero-1-of-4.safetensors to …-4-of-4…
            /// ```
            /// - Throws: `SweepPartError` where a part is missing, is none, or is of another experiment.
            init(mergingPartsOf name: String) throws
            """
        ) { call in
            try HeadSweep(mergingPartsOf: call.value(0, as: String.self)).toCell()
        }
        bind(
            "init", on: "HeadSweep",
            """
            /// Puts these parts together.
            ///
            /// `try HeadSweep(mergingParts: ["early.safetensors", "late.safetensors"])`
            /// - Throws: `SweepPartError` where heads are in no part or in two, or a part is of another experiment.
            init(mergingParts paths: [String]) throws
            """
        ) { call in
            try HeadSweep(mergingParts: call.value(0, as: [String].self)).toCell()
        }
    }

    private func bindInterventions_HeadSweep_Text() {
        bind(
            "toCSV", on: "HeadSweep",
            """
            /// A line per method and head: `method,layer,head,value`, or `method,layer,head,prompt,value` of a metric per prompt.
            ///
            /// ```swift
            /// try saveText(sweep.toCSV(), to: "sweep.csv")
            /// ```
            func toCSV() -> String
            """
        ) { call in
            try call.value(0, as: HeadSweep.self).toCSV().toCell()
        }
        bind(
            "toJSON", on: "HeadSweep",
            """
            /// One map [layer, head] under each method's name: `{"zero":[[…],…]}`.
            func toJSON() -> String
            """
        ) { call in
            try call.value(0, as: HeadSweep.self).toJSON().toCell()
        }
    }

    private func bindInterventions_HeadSweep() {
        type(
            "HeadSweep", HeadSweep.self,
            doc: """
            What a sweep over all heads measured: one map [layer, head] for each method, or [layer, head, batch] where the metric
            gave a number for each prompt.

            ```swift
            sweep.maps[0][9, 6]        // the metric with head L9H6 replaced by the first method
            ```
            """)
        bind(
            "methods", on: "HeadSweep",
            """
            /// The names of the methods, in the order in which they were given.
            let methods: [String]
            """
        ) { call in
            try call.value(0, as: HeadSweep.self).methods.toCell()
        }
        bind(
            "maps", on: "HeadSweep",
            """
            /// The metric for each method: [layer, head], and behind them the axes of what the metric gives.
            ///
            /// `sweep.maps[0][9, 6].item()`
            let maps: [Tensor]
            """
        ) { call in
            try call.value(0, as: HeadSweep.self).maps.toCell()
        }
        bind(
            "subscript", on: "HeadSweep",
            """
            /// The map of the method called `method`; nil when there is none: `sweep["zero"]`.
            subscript(_ method: String) -> Tensor?
            """
        ) { call in
            try call.value(0, as: HeadSweep.self)[call.value(1, as: String.self)].toCell()
        }
    }

    private func bindInterventions_HookedTransformer_AblateHeads() {
        bind(
            "ablateHeads", on: "HookedTransformer",
            """
            /// Replaces the output of every head in turn, by every method, and measures what the logits say then.
            ///
            /// ```swift
            /// let sweep = try model.ablateHeads(
            ///     corruptedTokens, methods: [.resample(from: cache), .zero, .mean(over: cache)],
            ///     metric: { averageLogitDifference($0, answerTokens) })
            /// ```
            /// A sweep that is too much for one machine is divided, and each part saved; `HeadSweep/init(mergingPartsOf:)` puts them
            /// together. A part that is there already is read, not computed again.
            /// - Parameters:
            ///   - position: where the output is replaced; everywhere else it stays.
            ///   - layers, heads: which are gone through; nil for all. Maps are NaN at the others.
            ///   - prompts: the prompts in which heads are replaced; nil for all. The metric has to give a number for each prompt then, and
            ///     maps are NaN at the others.
            ///   - shard: which part of these heads this process computes; nil for all.
            ///   - savingTo: where a part is saved: `parts/zero` becomes `parts/zero-3-of-16.safetensors`.
            ///   - recompute: `.everything` gives the same bits however the sweep is divided, `.everythingOnOneCore` on any number of
            ///     cores as well; else they agree within 1e-5. What replacements come from needs the same:
            ///
            ///     ```swift
            ///     let (_, cache) = try model.runWithCache(tokens, recompute: .everythingOnOneCore)
            ///     ```
            ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
            ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
            /// - Returns: one map [layer, head] for each method; [layer, head, batch] of a metric per prompt.
            /// - Throws: what a run, a cache or the metric throws; an error when a cache's shapes do not fit the input's;
            ///   `SweepPartError`; `FileError` when the part can't be saved.
            func ablateHeads(_ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod], layers: [Int]? = nil, heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> HeadSweep
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HeadPosition.self)
            let value3 = try call.value(3, as: [AblationMethod].self)
            let value4 = try call.value(4, as: [Int]?.self)
            let value5 = try call.value(5, as: [Int]?.self)
            let value6 = try call.value(6, as: [Int]?.self)
            let value7 = try call.value(7, as: Shard?.self)
            let value8 = try call.value(8, as: String?.self)
            let value9 = try call.value(9, as: Recompute.self)
            let value10 = try call.value(10, as: Bool?.self)
            let value11 = try call.value(11, as: PaddingSide?.self)
            let value12 = try call.value(12, as: Tensor?.self)
            let function13 = try call.value(13, as: CellFunction.self)
            return try value0.ablateHeads(
                value1, position: value2, methods: value3, layers: value4, heads: value5, prompts: value6, 
                shard: value7, savingTo: value8, recompute: value9, prependBOS: value10, paddingSide: value11, 
                attentionMask: value12, 
                metric: { (a0: Tensor) throws -> Tensor in try function13(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_AblationPanel() {
        bind(
            "ablationPanel", on: "HookedTransformer",
            """
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
            ///     are given, `optimalAblation(_:components:position:only:recipe:evaluations:tolerance:seed:)` fits them on `train`.
            ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this and `.resample`.
            /// - Throws: `AblationPanelError`; `DatasetError` where the prompts have no counterfactual version; `Interrupted`.
            func ablationPanel(_ train: PromptDataset, _ test: PromptDataset, methods: [AblationKind] = AblationKind.unfitted, components: AblatedComponents = .headsAndMLPs, position: HeadPosition = .last, only: [String]? = nil, constants: ActivationCache? = nil, resamples: Int = 2000, seed: Int = 0) throws -> AblationPanel
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: PromptDataset.self)
            let value3 = try call.value(3, as: [AblationKind].self)
            let value4 = try call.value(4, as: AblatedComponents.self)
            let value5 = try call.value(5, as: HeadPosition.self)
            let value6 = try call.value(6, as: [String]?.self)
            let value7 = try call.value(7, as: ActivationCache?.self)
            let value8 = try call.value(8, as: Int.self)
            let value9 = try call.value(9, as: Int.self)
            return try value0.ablationPanel(
                value1, value2, methods: value3, components: value4, position: value5, only: value6, 
                constants: value7, resamples: value8, seed: value9).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_EvaluateHeadCircuit() {
        bind(
            "evaluateHeadCircuit", on: "HookedTransformer",
            """
            /// Keeps some heads and all MLPs, replaces all other heads, and measures how much of the task is left: faithfulness,
            /// completeness and minimality, for each prompt.
            ///
            /// ```swift
            /// let circuit = [(9, 9), (9, 6), (10, 0), (7, 3), (7, 9), (8, 6), (8, 10)]
            /// let report = try model.evaluateHeadCircuit(circuit, test, train: train, ablation: .meanPerPosition)
            /// report                                  // F(M) 14.2, F(C) 12.9: 91 % is kept …
            /// report.minimality.first                 // what is lost without one of the heads
            /// ```
            /// F is the mean logit difference. The choice of ablation can decide the verdict (Miller et al., 2407.08734): compare several.
            /// - Parameters:
            ///   - heads: the circuit, (layer, head) each.
            ///   - train: the prompts that means come from; `test` itself unless given.
            ///   - subsets: how many random parts of the circuit completeness is tried on, beside the whole; `seed` for them.
            ///   - minimality: whether the circuit is run without each of its heads.
            ///   - position: where the other heads are replaced. `.all` leaves a BOS alone.
            /// - Throws: `AblationPanelError`; `ModelError` for a head that there is not; `DatasetError` where the prompts have no
            ///   counterfactual version; `Interrupted`.
            func evaluateHeadCircuit(_ heads: [(Int, Int)], _ test: PromptDataset, train: PromptDataset? = nil, ablation: AblationKind = .meanPerPosition, subsets: Int = 10, minimality: Bool = true, position: HeadPosition = .all, seed: Int = 0) throws -> HeadCircuitEvaluation
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: [HostPair<Int, Int>].self).map { ($0.first, $0.second) }
            let value2 = try call.value(2, as: PromptDataset.self)
            let value3 = try call.value(3, as: PromptDataset?.self)
            let value4 = try call.value(4, as: AblationKind.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: Bool.self)
            let value7 = try call.value(7, as: HeadPosition.self)
            let value8 = try call.value(8, as: Int.self)
            return try value0.evaluateHeadCircuit(
                value1, value2, train: value3, ablation: value4, subsets: value5, minimality: value6, 
                position: value7, seed: value8).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_OptimalAblation() {
        bind(
            "optimalAblation", on: "HookedTransformer",
            """
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
            /// `OptimalAblation/fit(evaluations:)`.
            ///
            /// A head's search begins with a step that knows how the loss bends, and mostly ends after 4 to 7 evaluations. Constants of more
            /// than 256 numbers, such as an MLP's in most models, are searched for by L-BFGS alone, which takes some 30: the matrix that says
            /// how the loss bends would cost more evaluations than it spares.
            /// - Parameters:
            ///   - train: 25 prompts or more for each number of a constant, or it fits them better than others; test on others.
            ///   - only: some of the components, such as `["L9H6", "MLP9"]`.
            ///   - evaluations: the most evaluations of the loss for a component.
            ///   - tolerance: it ends where less than about so many nats are left to win.
            /// - Throws: `OptimalAblationError`, `AblationPanelError`; `GradientError` for a part of the model without derivatives;
            ///   `Interrupted`.
            func optimalAblation(_ train: PromptDataset, components: AblatedComponents = .headsAndMLPs, position: FittedPosition = .last, only: [String]? = nil, recipe: FittingRecipe = .gaussNewton, evaluations: Int = 60, tolerance: Double = 1e-7, seed: Int = 0) throws -> OptimalAblation
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: AblatedComponents.self)
            let value3 = try call.value(3, as: FittedPosition.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: FittingRecipe.self)
            let value6 = try call.value(6, as: Int.self)
            let value7 = try call.value(7, as: Double.self)
            let value8 = try call.value(8, as: Int.self)
            return try value0.optimalAblation(
                value1, components: value2, position: value3, only: value4, recipe: value5, evaluations: value6, 
                tolerance: value7, seed: value8).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_OptimalCausalTrace() {
        bind(
            "optimalCausalTrace", on: "HookedTransformer",
            """
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
            ///   - subject: the roles of `PromptDataset/positions` whose tokens are replaced, all by the same constant.
            ///   - site: what is restored, position by position: `.residPre`, `.attnOut`, `.mlpOut`.
            ///   - role: at whose position; the subject's last role unless given.
            ///   - window: how many layers around each are restored at once; attention and MLPs of one layer alone often do little.
            ///   - layers: all unless given.
            ///   - evaluations: the most evaluations of the loss for a constant.
            ///   - tolerance: it ends where several evaluations in a row win less than that, in probability.
            /// - Throws: `OptimalAblationError`; `DatasetError` for a role that the prompts do not have; `GradientError`; `Interrupted`.
            func optimalCausalTrace(_ train: PromptDataset, subject: [String], site: PatchSite = .residPre, at role: String? = nil, window: Int = 1, layers: [Int]? = nil, evaluations: Int = 60, tolerance: Double = 1e-7) throws -> OptimalCausalTrace
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: [String].self)
            let value3 = try call.value(3, as: PatchSite.self)
            let value4 = try call.value(4, as: String?.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: [Int]?.self)
            let value7 = try call.value(7, as: Int.self)
            let value8 = try call.value(8, as: Double.self)
            return try value0.optimalCausalTrace(
                value1, subject: value2, site: value3, at: value4, window: value5, layers: value6, 
                evaluations: value7, tolerance: value8).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_OptimalLens() {
        bind(
            "optimalLens", on: "HookedTransformer",
            """
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
            /// - Throws: `OptimalAblationError`; `GradientError` for a part of the model without derivatives; `Interrupted`.
            func optimalLens(_ train: PromptDataset, layers: [Int]? = nil, evaluations: Int = 100, tolerance: Double = 1e-7) throws -> OptimalLens
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: [Int]?.self)
            let value3 = try call.value(3, as: Int.self)
            let value4 = try call.value(4, as: Double.self)
            return try value0.optimalLens(value1, layers: value2, evaluations: value3, tolerance: value4).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_PairwiseAblation() {
        bind(
            "pairwiseAblation", on: "HookedTransformer",
            """
            /// Replaces every head and every two heads at once, and measures how much more the two do together than apart.
            ///
            /// ```swift
            /// let pairs = try model.pairwiseAblation(test, train: train, method: .mean)
            /// for pair in pairs.top(10) { print(pair) }
            /// ```
            /// A head that takes over when another one is gone (a backup) shows as an interaction: with both gone more is lost than the
            /// sum of what each loses. Every two heads are a run of the layers behind the first: where the bar says that it takes long, fewer
            /// prompts (`test[0..<64]`) take so much less. I(a, b) = m(a, b) − m(a) − m(b) + m(∅), m the mean logit difference.
            /// - Parameters:
            ///   - train: the prompts that means come from; `test` itself unless given.
            ///   - method: what heads are replaced by; for `.optimal`, constants of single heads are fitted on `train`.
            ///   - position: where outputs are replaced; `seed` for `.resample` and the intervals.
            /// - Throws: `AblationPanelError`; `DatasetError` where the prompts have no counterfactual version; `Interrupted`.
            func pairwiseAblation(_ test: PromptDataset, train: PromptDataset? = nil, method: AblationKind = .mean, position: HeadPosition = .last, seed: Int = 0) throws -> PairwiseAblation
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: PromptDataset?.self)
            let value3 = try call.value(3, as: AblationKind.self)
            let value4 = try call.value(4, as: HeadPosition.self)
            let value5 = try call.value(5, as: Int.self)
            return try value0.pairwiseAblation(value1, train: value2, method: value3, position: value4, seed: value5).toCell()
        }
    }

    private func bindInterventions_HookedTransformer_RunWithEdges() {
        bind(
            "runWithEdges", on: "HookedTransformer",
            """
            /// Runs the clean prompts with some edges patched: through each of them its end reads what the source writes on the corrupted
            /// prompts, and everything else what is written in this run.
            ///
            /// ```swift
            /// let logits = try model.runWithEdges(tokens, corrupted: corruptedTokens, patched: ["a5.h5->a8.h6<v>", "m3->logits"])
            /// ```
            /// Sources are `input` (the token embedding), `a5.h5` and `m3`; ends `a8.h6<q>`, `<k>`, `<v>`, `m5` and `logits`: EAP-IG's
            /// names. All edges patched give the corrupted run, none the clean one.
            /// - Returns: logits [batch, position, d_vocab].
            /// - Throws: `PathError` for a name that is no edge, with the nearest ones; what a run throws.
            func runWithEdges(_ tokens: any ModelInput, corrupted corruptedTokens: any ModelInput, patched edges: [String]) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).runWithEdges(
                call.value(1, as: HostAny<any ModelInput>.self).value, 
                corrupted: call.value(2, as: HostAny<any ModelInput>.self).value, 
                patched: call.value(3, as: [String].self)).toCell()
        }
        bind(
            "edgeNames", on: "HookedTransformer",
            """
            /// The names of all edges of the model, by their ends: `try model.edgeNames().count`.
            func edgeNames() throws -> [String]
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).edgeNames().toCell()
        }
    }

    private func bindInterventions_OptimalAblation_Fitting() {
        bind(
            "fit", on: "OptimalAblation",
            """
            /// Goes on with every search that is not at its end.
            ///
            /// ```swift
            /// try optimal.fit()                    // stopped: what has been found stays, and the next call goes on
            /// ```
            /// - Parameter evaluations: the most evaluations of the loss for a component in this call. Adam has its own number.
            /// - Throws: `OptimalAblationError`, `GradientError`, `Interrupted`; what was found so far is kept.
            mutating func fit(evaluations: Int = 60) throws
            """
        ) { call in
            var value0 = try call.take(0, as: OptimalAblation.self)
            defer { call.put(value0, 0) }
            try value0.fit(evaluations: call.value(1, as: Int.self))
            return .void
        }
    }

    private func bindInterventions_OptimalAblation_Report() {
        bind(
            "report", on: "OptimalAblation",
            """
            /// What the constants lose on prompts that they were not fitted on, beside the mean and zero.
            ///
            /// ```swift
            /// let report = try optimal.report(on: test)
            /// report                                          // the components where the optimum wins most over the mean, and a summary
            /// report.rows.filter { $0.isWorseThanMean }
            /// ```
            /// - Parameters:
            ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
            /// - Throws: `OptimalAblationError`, `AblationPanelError`; `Interrupted`.
            func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalReport
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).report(
                on: call.value(1, as: PromptDataset.self), resamples: call.value(2, as: Int.self), 
                seed: call.value(3, as: Int.self)).toCell()
        }
        bind(
            "fallingBackToMean", on: "OptimalAblation",
            """
            /// The same constants, but the mean where they lose to it on the given prompts: those of a third part, neither fitted on nor
            /// reported on.
            ///
            /// ```swift
            /// let (fitted, rest) = data.split(test: 0.5)
            /// let (validation, test) = rest.split(test: 0.5)
            /// let careful = try model.optimalAblation(fitted).fallingBackToMean(on: validation)
            /// ```
            /// - Throws: `OptimalAblationError`; `Interrupted`.
            func fallingBackToMean(on validation: PromptDataset) throws -> OptimalAblation
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).fallingBackToMean(on: call.value(1, as: PromptDataset.self)).toCell()
        }
    }

    private func bindInterventions_OptimalAblation() {
        type(
            "OptimalAblation", OptimalAblation.self,
            doc: """
            Constants in the place of heads' and MLPs' outputs that change the model's answers least.

            ```swift
            var optimal = try OptimalAblation(model, train, components: .heads)      // the means, so far
            try optimal.fit()                                 // may be stopped, and called again: it goes on where it was
            try optimal.constants["z", 9]                     // [head, d_head]
            print(try optimal.report(on: test))
            ```
            Made and fitted at once by `HookedTransformer/optimalAblation(_:components:position:only:recipe:evaluations:tolerance:seed:)`.
            """,
            describe: { $0.description })
        bind(
            "components", on: "OptimalAblation",
            """
            /// `L9H6`, `MLP9`: heads first, then MLPs.
            let components: [String]
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).components.toCell()
        }
        bind(
            "position", on: "OptimalAblation",
            """
            /// Where the constants stand.
            let position: FittedPosition
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).position.toCell()
        }
        bind(
            "promptCount", on: "OptimalAblation",
            """
            /// The number of training prompts.
            let promptCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).promptCount.toCell()
        }
        bind(
            "init", on: "OptimalAblation",
            """
            /// The best of mean, zero and folded zero of each component, before anything is fitted.
            ///
            /// `var optimal = try OptimalAblation(model, train, position: .each)`
            /// - Throws: `OptimalAblationError`, `AblationPanelError`; `Interrupted`.
            init(_ model: HookedTransformer, _ train: PromptDataset, components: AblatedComponents = .headsAndMLPs, position: FittedPosition = .last, only: [String]? = nil, recipe: FittingRecipe = .gaussNewton, tolerance: Double = 1e-7, seed: Int = 0) throws
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: AblatedComponents.self)
            let value3 = try call.value(3, as: FittedPosition.self)
            let value4 = try call.value(4, as: [String]?.self)
            let value5 = try call.value(5, as: FittingRecipe.self)
            let value6 = try call.value(6, as: Double.self)
            let value7 = try call.value(7, as: Int.self)
            return try OptimalAblation(
                value0, value1, components: value2, position: value3, only: value4, recipe: value5, 
                tolerance: value6, seed: value7).toCell()
        }
        bind(
            "constants", on: "OptimalAblation",
            """
            /// By hook name, `z` [head, d_head] and `mlp_out` [d_model], with positions in front where each has its own; the mean where
            /// nothing was fitted.
            ///
            /// `try optimal.constants["z", 9]`, or `methods: [.optimal], constants: optimal.constants` of a panel.
            var constants: ActivationCache
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).constants.toCell()
        }
        bind(
            "trainLosses", on: "OptimalAblation",
            """
            /// The mean divergence on the training prompts that is left of each component, in nats: [component]. NaN before anything is measured.
            ///
            /// `optimal.trainLosses`
            var trainLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).trainLosses.toCell()
        }
        bind(
            "meanLosses", on: "OptimalAblation",
            """
            /// The same with the mean in its place: `optimal.meanLosses - optimal.trainLosses` is never negative.
            var meanLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).meanLosses.toCell()
        }
        bind(
            "zeroLosses", on: "OptimalAblation",
            """
            /// The same with nothing in its place, as the model was loaded: `optimal.zeroLosses`.
            var zeroLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).zeroLosses.toCell()
        }
        bind(
            "isFinished", on: "OptimalAblation",
            """
            /// Whether every search has come to its end.
            var isFinished: Bool
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).isFinished.toCell()
        }
        bind(
            "description", on: "OptimalAblation",
            """
            /// The value as it prints: `optimalAblation.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).description.toCell()
        }
        bind(
            "warnings", on: "OptimalAblation",
            """
            /// How many prompts there are for each number, where these are few: `optimal.warnings`.
            var warnings: [String]
            """
        ) { call in
            try call.value(0, as: OptimalAblation.self).warnings.toCell()
        }
    }

    private func bindInterventions_OptimalAblationError() {
        type(
            "OptimalAblationError", OptimalAblationError.self,
            doc: """
            What can keep constants from being fitted.
            """,
            describe: { $0.description })
        bind(
            "badNumber", on: "OptimalAblationError",
            """
            /// A number that has to be positive.
            static func badNumber(_ value: String, given: Double) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.badNumber(call.value(0, as: String.self), given: call.value(1, as: Double.self)).toCell()
        }
        bind(
            "badCount", on: "OptimalAblationError",
            """
            /// A whole number that has to be positive.
            static func badCount(_ value: String, given: Int) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.badCount(call.value(0, as: String.self), given: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "notANumber", on: "OptimalAblationError",
            """
            /// Prompts on which the model's answers are not numbers.
            static func notANumber(component: String) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.notANumber(component: call.value(0, as: String.self)).toCell()
        }
        bind(
            "otherLength", on: "OptimalAblationError",
            """
            /// Prompts of another length than those that constants were fitted on.
            static func otherLength(given: Int, fitted: Int) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.otherLength(given: call.value(0, as: Int.self), fitted: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badLayers", on: "OptimalAblationError",
            """
            /// Layers that the model or the fit does not have, or one of them twice, or none.
            static func badLayers(_ value: [Int], layers: Int) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.badLayers(call.value(0, as: [Int].self), layers: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "noSubject", on: "OptimalAblationError",
            """
            /// A trace without roles whose tokens are replaced.
            static func noSubject(known: [String]) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.noSubject(known: call.value(0, as: [String].self)).toCell()
        }
        bind(
            "badTraceSite", on: "OptimalAblationError",
            """
            /// An activation that is not gone through by position alone.
            static func badTraceSite(_ value: String, axes: [Int]) -> OptimalAblationError
            """
        ) { call in
            try OptimalAblationError.badTraceSite(call.value(0, as: String.self), axes: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "description", on: "OptimalAblationError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalAblationError.self).description.toCell()
        }
    }

    private func bindInterventions_OptimalCausalTrace() {
        type(
            "OptimalCausalTrace", OptimalCausalTrace.self,
            doc: """
            Where a subject is known: its tokens' embeddings are replaced by a constant, and one layer's activation is put back as it was.

            ```swift
            let trace = try model.optimalCausalTrace(train, subject: ["S2"], site: .mlpOut)
            print(try trace.report(on: test))                     // by layer: how much of the answer comes back
            ```
            Causal tracing with noise in the place of the subject also measures what noise does to later layers. Here the constant is the one
            with which the restored run keeps most of the right answer's probability, one for each layer, and one for nothing restored: Li and
            Janson (2024), arXiv 2409.09951, with the loss of their released code, the mean over prompts of max(0, p_clean − p).
            A fit that may be stopped and gone on with is `OptimalCausalTrace/fit(evaluations:)`.
            """,
            describe: { $0.description })
        bind(
            "layers", on: "OptimalCausalTrace",
            """
            /// The layers whose activation is restored.
            let layers: [Int]
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).layers.toCell()
        }
        bind(
            "promptCount", on: "OptimalCausalTrace",
            """
            /// The number of training prompts.
            let promptCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).promptCount.toCell()
        }
        bind(
            "init", on: "OptimalCausalTrace",
            """
            /// The subject's mean embedding, before anything is fitted: `var trace = try OptimalCausalTrace(model, train, subject: ["S2"])`.
            ///
            /// The parameters are those of
            /// `HookedTransformer/optimalCausalTrace(_:subject:site:at:window:layers:evaluations:tolerance:)`.
            /// - Throws: `OptimalAblationError`; `DatasetError` for a role that the prompts do not have.
            init(_ model: HookedTransformer, _ train: PromptDataset, subject: [String], site: PatchSite = .residPre, at role: String? = nil, window: Int = 1, layers: [Int]? = nil, tolerance: Double = 1e-7) throws
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: [String].self)
            let value3 = try call.value(3, as: PatchSite.self)
            let value4 = try call.value(4, as: String?.self)
            let value5 = try call.value(5, as: Int.self)
            let value6 = try call.value(6, as: [Int]?.self)
            let value7 = try call.value(7, as: Double.self)
            return try OptimalCausalTrace(
                value0, value1, subject: value2, site: value3, at: value4, window: value5, layers: value6, 
                tolerance: value7).toCell()
        }
        bind(
            "fit", on: "OptimalCausalTrace",
            """
            /// Goes on with every search that is not at its end.
            ///
            /// ```swift
            /// try trace.fit()                      // stopped: what has been found stays, and the next call goes on
            /// ```
            /// - Parameter evaluations: the most evaluations of the loss for a constant in this call.
            /// - Throws: `OptimalAblationError`, `GradientError`, `Interrupted`; what was found so far is kept.
            mutating func fit(evaluations: Int = 60) throws
            """
        ) { call in
            var value0 = try call.take(0, as: OptimalCausalTrace.self)
            defer { call.put(value0, 0) }
            try value0.fit(evaluations: call.value(1, as: Int.self))
            return .void
        }
        bind(
            "constant", on: "OptimalCausalTrace",
            """
            /// The constant in the place of the subject with nothing restored: [d_model]. `trace.constant`
            var constant: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).constant.toCell()
        }
        bind(
            "constants", on: "OptimalCausalTrace",
            """
            /// The constant in the place of the subject with each layer restored: [layer, d_model]. `trace.constants`
            var constants: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).constants.toCell()
        }
        bind(
            "trainLosses", on: "OptimalCausalTrace",
            """
            /// What is left of the loss on the training prompts with each layer restored: [layer]. `trace.trainLosses`
            var trainLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).trainLosses.toCell()
        }
        bind(
            "isFinished", on: "OptimalCausalTrace",
            """
            /// Whether every search has come to its end.
            var isFinished: Bool
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).isFinished.toCell()
        }
        bind(
            "description", on: "OptimalCausalTrace",
            """
            /// The value as it prints: `optimalCausalTrace.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).description.toCell()
        }
    }

    private func bindInterventions_OptimalLens() {
        type(
            "OptimalLens", OptimalLens.self,
            doc: """
            What the model's answer would be if all attention from a layer on wrote the same for every prompt: how much of the answer is in the
            last position's residual stream already.

            ```swift
            let lens = try model.optimalLens(train)
            try lens.logits(test, layer: 8)                      // [batch, d_vocab]
            print(try lens.report(on: test))                     // by layer, beside the logit lens, with intervals
            ```
            Where the logit lens passes over all later layers, this keeps their MLPs, and puts the constants in the place of attention that
            change the answers least: the optimal-constant-attention lens of Li and Janson (2024), arXiv 2409.09951. A fit that may be stopped
            and gone on with is `OptimalLens/fit(evaluations:)`.
            """,
            describe: { $0.description })
        bind(
            "layers", on: "OptimalLens",
            """
            /// The layers before which the residual stream is read.
            let layers: [Int]
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).layers.toCell()
        }
        bind(
            "promptCount", on: "OptimalLens",
            """
            /// The number of training prompts.
            let promptCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).promptCount.toCell()
        }
        bind(
            "init", on: "OptimalLens",
            """
            /// Attention's mean outputs over the training prompts, before anything is fitted: `var lens = try OptimalLens(model, train)`.
            /// - Parameter layers: all unless given.
            /// - Throws: `OptimalAblationError/badLayers(_:layers:)`; what a run throws.
            init(_ model: HookedTransformer, _ train: PromptDataset, layers: [Int]? = nil, tolerance: Double = 1e-7) throws
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: PromptDataset.self)
            let value2 = try call.value(2, as: [Int]?.self)
            let value3 = try call.value(3, as: Double.self)
            return try OptimalLens(value0, value1, layers: value2, tolerance: value3).toCell()
        }
        bind(
            "fit", on: "OptimalLens",
            """
            /// Goes on with every layer's search that is not at its end.
            ///
            /// ```swift
            /// try lens.fit()                       // stopped: what has been found stays, and the next call goes on
            /// ```
            /// - Parameter evaluations: the most evaluations of the loss for a layer in this call.
            /// - Throws: `OptimalAblationError`, `GradientError`, `Interrupted`; what was found so far is kept.
            mutating func fit(evaluations: Int = 100) throws
            """
        ) { call in
            var value0 = try call.take(0, as: OptimalLens.self)
            defer { call.put(value0, 0) }
            try value0.fit(evaluations: call.value(1, as: Int.self))
            return .void
        }
        bind(
            "constants", on: "OptimalLens",
            """
            /// What stands in the place of the attention layers from `layer` on: [layer, d_model].
            ///
            /// `try lens.constants(from: 8)[0]` is what layer 8 writes.
            /// - Throws: `OptimalAblationError/badLayers(_:layers:)` for a layer that was not asked for.
            func constants(from layer: Int) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).constants(from: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "logits", on: "OptimalLens",
            """
            /// The answers at the last position as they are from the residual stream before `layer`: [batch, d_vocab].
            ///
            /// `try lens.logits(test, layer: 8).argmax(dim: -1)`
            func logits(_ data: PromptDataset, layer: Int) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).logits(call.value(1, as: PromptDataset.self), layer: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "trainLosses", on: "OptimalLens",
            """
            /// The mean divergence on the training prompts by layer, in nats: [layer]. `lens.trainLosses`
            var trainLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).trainLosses.toCell()
        }
        bind(
            "meanLosses", on: "OptimalLens",
            """
            /// The same with attention's means in the place of fitted constants; NaN before the first fit. `lens.meanLosses`
            var meanLosses: Tensor
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).meanLosses.toCell()
        }
        bind(
            "isFinished", on: "OptimalLens",
            """
            /// Whether every layer's search has come to its end.
            var isFinished: Bool
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).isFinished.toCell()
        }
        bind(
            "description", on: "OptimalLens",
            """
            /// The value as it prints: `optimalLens.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).description.toCell()
        }
    }

    private func bindInterventions_OptimalLensReport() {
        type(
            "OptimalLensReport", OptimalLensReport.self,
            doc: """
            How far a lens is from the whole model's answers, by layer, beside the logit lens.

            ```swift
            let report = try lens.report(on: test)
            linePlot(report.rows.map { Float($0.test.value) }, title: "KL by layer")
            ```
            """,
            describe: { $0.description })
        type(
            "OptimalLensReport.Row", OptimalLensReport.Row.self,
            doc: """
            A layer's losses, in nats.
            """,
            describe: { $0.description })
        bind(
            "rows", on: "OptimalLensReport",
            """
            /// One line for each layer.
            let rows: [OptimalLensReport.Row]
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.self).rows.toCell()
        }
        bind(
            "trainCount", on: "OptimalLensReport",
            """
            /// The number of training prompts.
            let trainCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.self).trainCount.toCell()
        }
        bind(
            "testCount", on: "OptimalLensReport",
            """
            /// The number of test prompts.
            let testCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.self).testCount.toCell()
        }
        bind(
            "sharedCount", on: "OptimalLensReport",
            """
            /// How many of these are training prompts too; 0 for a fair test.
            let sharedCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.self).sharedCount.toCell()
        }
        bind(
            "layer", on: "OptimalLensReport.Row",
            """
            /// The layer before which the residual stream is read.
            let layer: Int
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).layer.toCell()
        }
        bind(
            "train", on: "OptimalLensReport.Row",
            """
            /// The mean divergence on the training prompts.
            let train: Double
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).train.toCell()
        }
        bind(
            "test", on: "OptimalLensReport.Row",
            """
            /// On the test prompts.
            let test: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).test.toCell()
        }
        bind(
            "mean", on: "OptimalLensReport.Row",
            """
            /// The same with the training prompts' mean attention in the place of fitted constants.
            let mean: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).mean.toCell()
        }
        bind(
            "logitLens", on: "OptimalLensReport.Row",
            """
            /// The same with all later layers passed over.
            let logitLens: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).logitLens.toCell()
        }
        bind(
            "evaluations", on: "OptimalLensReport.Row",
            """
            /// How often the training loss was evaluated.
            let evaluations: Int
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).evaluations.toCell()
        }
        bind(
            "description", on: "OptimalLensReport.Row",
            """
            /// The value as it prints: `optimalLensReport.Row.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.Row.self).description.toCell()
        }
        bind(
            "description", on: "OptimalLensReport",
            """
            /// The value as it prints: `optimalLensReport.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalLensReport.self).description.toCell()
        }
        bind(
            "report", on: "OptimalLens",
            """
            /// How far its answers are from the whole model's on prompts that it was not fitted on.
            ///
            /// `print(try lens.report(on: test))`
            /// - Parameters:
            ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
            /// - Throws: `AblationPanelError`; `Interrupted`.
            func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalLensReport
            """
        ) { call in
            try call.value(0, as: OptimalLens.self).report(
                on: call.value(1, as: PromptDataset.self), resamples: call.value(2, as: Int.self), 
                seed: call.value(3, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_OptimalReport() {
        type(
            "OptimalReport", OptimalReport.self,
            doc: """
            How much is lost with each component's optimal constant, on training and test prompts.

            ```swift
            let report = try optimal.report(on: test)
            for row in report.rows.prefix(10) { print(row) }
            ```
            """,
            describe: { $0.description })
        type(
            "OptimalReport.Figure", OptimalReport.Figure.self,
            doc: """
            A mean over prompts with its 95 % interval.
            """,
            describe: { $0.description })
        type(
            "OptimalReport.Row", OptimalReport.Row.self,
            doc: """
            A component's losses, in nats.
            """,
            describe: { $0.description })
        bind(
            "rows", on: "OptimalReport",
            """
            /// One line for each component.
            let rows: [OptimalReport.Row]
            """
        ) { call in
            try call.value(0, as: OptimalReport.self).rows.toCell()
        }
        bind(
            "trainCount", on: "OptimalReport",
            """
            /// The number of training prompts.
            let trainCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalReport.self).trainCount.toCell()
        }
        bind(
            "testCount", on: "OptimalReport",
            """
            /// The number of test prompts.
            let testCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalReport.self).testCount.toCell()
        }
        bind(
            "sharedCount", on: "OptimalReport",
            """
            /// How many of these are training prompts too; 0 for a fair test.
            let sharedCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalReport.self).sharedCount.toCell()
        }
        bind(
            "value", on: "OptimalReport.Figure",
            """
            /// The mean.
            let value: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Figure.self).value.toCell()
        }
        bind(
            "low", on: "OptimalReport.Figure",
            """
            /// The interval's lower end.
            let low: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Figure.self).low.toCell()
        }
        bind(
            "high", on: "OptimalReport.Figure",
            """
            /// The interval's upper end.
            let high: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Figure.self).high.toCell()
        }
        bind(
            "description", on: "OptimalReport.Figure",
            """
            /// The value as it prints: `optimalReport.Figure.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalReport.Figure.self).description.toCell()
        }
        bind(
            "component", on: "OptimalReport.Row",
            """
            /// `L9H6`, `MLP9`.
            let component: String
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).component.toCell()
        }
        bind(
            "train", on: "OptimalReport.Row",
            """
            /// The mean divergence on the training prompts with the optimal constant.
            let train: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).train.toCell()
        }
        bind(
            "trainMean", on: "OptimalReport.Row",
            """
            /// The same with the mean in its place.
            let trainMean: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).trainMean.toCell()
        }
        bind(
            "trainZero", on: "OptimalReport.Row",
            """
            /// The same with nothing in its place.
            let trainZero: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).trainZero.toCell()
        }
        bind(
            "test", on: "OptimalReport.Row",
            """
            /// On the test prompts, with the optimal constant.
            let test: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).test.toCell()
        }
        bind(
            "mean", on: "OptimalReport.Row",
            """
            /// On the test prompts, with the training prompts' mean.
            let mean: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).mean.toCell()
        }
        bind(
            "zero", on: "OptimalReport.Row",
            """
            /// On the test prompts, with nothing.
            let zero: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).zero.toCell()
        }
        bind(
            "gain", on: "OptimalReport.Row",
            """
            /// How much less is lost on the test prompts than with the mean; below 0 where the mean is better.
            let gain: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).gain.toCell()
        }
        bind(
            "gradient", on: "OptimalReport.Row",
            """
            /// The largest derivative of the training loss that is left; nil where nothing was fitted.
            let gradient: Double?
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).gradient.toCell()
        }
        bind(
            "evaluations", on: "OptimalReport.Row",
            """
            /// How often the training loss was evaluated.
            let evaluations: Int
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).evaluations.toCell()
        }
        bind(
            "isFinished", on: "OptimalReport.Row",
            """
            /// Whether the search came to its end.
            let isFinished: Bool
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).isFinished.toCell()
        }
        bind(
            "promptsPerNumber", on: "OptimalReport.Row",
            """
            /// Training prompts for each number of the constant.
            let promptsPerNumber: Double
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).promptsPerNumber.toCell()
        }
        bind(
            "isWorseThanMean", on: "OptimalReport.Row",
            """
            /// Whether the mean loses less on the test prompts, by the whole interval.
            var isWorseThanMean: Bool
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).isWorseThanMean.toCell()
        }
        bind(
            "description", on: "OptimalReport.Row",
            """
            /// The value as it prints: `optimalReport.Row.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalReport.Row.self).description.toCell()
        }
        bind(
            "description", on: "OptimalReport",
            """
            /// The value as it prints: `optimalReport.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalReport.self).description.toCell()
        }
    }

    private func bindInterventions_OptimalTraceReport() {
        type(
            "OptimalTraceReport", OptimalTraceReport.self,
            doc: """
            How much of the right answer's probability each layer brings back when the subject is gone.

            ```swift
            let report = try trace.report(on: test)
            linePlot(report.rows.map { Float($0.effect.value) }, title: "Restored, by layer")
            ```
            """,
            describe: { $0.description })
        type(
            "OptimalTraceReport.Row", OptimalTraceReport.Row.self,
            doc: """
            A layer's figures on the test prompts, in probability.
            """,
            describe: { $0.description })
        bind(
            "rows", on: "OptimalTraceReport",
            """
            /// One line for each layer.
            let rows: [OptimalTraceReport.Row]
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).rows.toCell()
        }
        bind(
            "lost", on: "OptimalTraceReport",
            """
            /// What is lost of the right answer's probability with nothing restored.
            let lost: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).lost.toCell()
        }
        bind(
            "trainCount", on: "OptimalTraceReport",
            """
            /// The number of training prompts.
            let trainCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).trainCount.toCell()
        }
        bind(
            "testCount", on: "OptimalTraceReport",
            """
            /// The number of test prompts.
            let testCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).testCount.toCell()
        }
        bind(
            "sharedCount", on: "OptimalTraceReport",
            """
            /// How many of these are training prompts too; 0 for a fair test.
            let sharedCount: Int
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).sharedCount.toCell()
        }
        bind(
            "layer", on: "OptimalTraceReport.Row",
            """
            /// The layer that is restored.
            let layer: Int
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).layer.toCell()
        }
        bind(
            "lost", on: "OptimalTraceReport.Row",
            """
            /// What is lost with it restored.
            let lost: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).lost.toCell()
        }
        bind(
            "effect", on: "OptimalTraceReport.Row",
            """
            /// How much less that is than with nothing restored.
            let effect: OptimalReport.Figure
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).effect.toCell()
        }
        bind(
            "train", on: "OptimalTraceReport.Row",
            """
            /// What is lost on the training prompts.
            let train: Double
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).train.toCell()
        }
        bind(
            "evaluations", on: "OptimalTraceReport.Row",
            """
            /// How often the training loss was evaluated.
            let evaluations: Int
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).evaluations.toCell()
        }
        bind(
            "description", on: "OptimalTraceReport.Row",
            """
            /// The value as it prints: `optimalTraceReport.Row.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.Row.self).description.toCell()
        }
        bind(
            "description", on: "OptimalTraceReport",
            """
            /// The value as it prints: `optimalTraceReport.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: OptimalTraceReport.self).description.toCell()
        }
        bind(
            "report", on: "OptimalCausalTrace",
            """
            /// What each layer brings back on prompts that the constants were not fitted on.
            ///
            /// `print(try trace.report(on: test))`
            /// - Parameters:
            ///   - resamples: how often prompts are drawn again for the intervals; `seed` for this.
            /// - Throws: `AblationPanelError`; `DatasetError` where the test prompts lack a role; `Interrupted`.
            func report(on test: PromptDataset, resamples: Int = 2000, seed: Int = 0) throws -> OptimalTraceReport
            """
        ) { call in
            try call.value(0, as: OptimalCausalTrace.self).report(
                on: call.value(1, as: PromptDataset.self), resamples: call.value(2, as: Int.self), 
                seed: call.value(3, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_PairwiseAblation() {
        type(
            "HeadInteraction", HeadInteraction.self,
            doc: """
            Two heads that do more, or less, together than apart.
            """,
            describe: { $0.description })
        type(
            "PairwiseAblation", PairwiseAblation.self,
            doc: """
            What every two heads do together, beside what each does alone.

            ```swift
            let pairs = try model.pairwiseAblation(test, train: train)
            pairs.top(10)
            pairs.interaction[9 * 12 + 9, 10 * 12 + 7]          // I(L9H9, L10H7)
            ```
            """,
            describe: { $0.description })
        bind(
            "method", on: "PairwiseAblation",
            """
            /// What heads are replaced by.
            let method: AblationKind
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).method.toCell()
        }
        bind(
            "components", on: "PairwiseAblation",
            """
            /// `L9H6`, layer by layer.
            let components: [String]
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).components.toCell()
        }
        bind(
            "fullLogitDifference", on: "PairwiseAblation",
            """
            /// The whole model's mean logit difference.
            let fullLogitDifference: Double
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).fullLogitDifference.toCell()
        }
        bind(
            "logitDifference", on: "PairwiseAblation",
            """
            /// The mean logit difference with both heads replaced, [head, head]; with one of them on the diagonal.
            ///
            /// `pairs.logitDifference[0, 0]`
            let logitDifference: Tensor
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).logitDifference.toCell()
        }
        bind(
            "kl", on: "PairwiseAblation",
            """
            /// The mean divergence from the whole model's answers, [head, head], in nats; with one of them on the diagonal.
            ///
            /// `pairs.kl.max()`
            let kl: Tensor
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).kl.toCell()
        }
        bind(
            "interaction", on: "PairwiseAblation",
            """
            /// I(a, b) = m(a, b) − m(a) − m(b) + m(∅) of the logit difference, [head, head]; 0 on the diagonal.
            ///
            /// `heatMap(pairs.interaction)`
            let interaction: Tensor
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).interaction.toCell()
        }
        bind(
            "layerNormPart", on: "PairwiseAblation",
            """
            /// The part of `interaction` between two heads of the last layer that the last norm alone makes, with the MLP behind them
            /// frozen: [head, head] of that layer. 0 where the last position is not replaced.
            ///
            /// `heatMap(pairs.layerNormPart)`
            let layerNormPart: Tensor
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).layerNormPart.toCell()
        }
        bind(
            "top", on: "PairwiseAblation",
            """
            /// The strongest interactions, with intervals over prompts.
            ///
            /// ```swift
            /// for pair in try pairs.top(10) { print(pair) }
            /// ```
            func top(_ count: Int = 10) throws -> [HeadInteraction]
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).top(call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "PairwiseAblation",
            """
            /// The value as it prints: `pairwiseAblation.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).description.toCell()
        }
        bind(
            "first", on: "HeadInteraction",
            """
            /// `L9H9`, the earlier one.
            let first: String
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).first.toCell()
        }
        bind(
            "second", on: "HeadInteraction",
            """
            /// `L10H7`, the later one.
            let second: String
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).second.toCell()
        }
        bind(
            "interaction", on: "HeadInteraction",
            """
            /// m(a, b) − m(a) − m(b) + m(∅) of the mean logit difference.
            let interaction: Double
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).interaction.toCell()
        }
        bind(
            "low", on: "HeadInteraction",
            """
            /// The lower end of its 95 % interval over prompts; nil of a single prompt.
            let low: Double?
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).low.toCell()
        }
        bind(
            "high", on: "HeadInteraction",
            """
            /// The upper end of its 95 % interval over prompts; nil of a single prompt.
            let high: Double?
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).high.toCell()
        }
        bind(
            "firstAlone", on: "HeadInteraction",
            """
            /// How much the logit difference changes with the first replaced.
            let firstAlone: Double
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).firstAlone.toCell()
        }
        bind(
            "secondAlone", on: "HeadInteraction",
            """
            /// How much it changes with the second replaced.
            let secondAlone: Double
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).secondAlone.toCell()
        }
        bind(
            "together", on: "HeadInteraction",
            """
            /// How much it changes with both replaced.
            let together: Double
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).together.toCell()
        }
        bind(
            "layerNormPart", on: "HeadInteraction",
            """
            /// Of two heads of the last layer, the part of the interaction that the last norm alone makes.
            let layerNormPart: Double?
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).layerNormPart.toCell()
        }
        bind(
            "description", on: "HeadInteraction",
            """
            /// The value as it prints: `headInteraction.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HeadInteraction.self).description.toCell()
        }
    }

    private func bindInterventions_PanelFlag() {
        type(
            "PanelFlag", PanelFlag.self,
            doc: """
            A component about which a method misleads, with the numbers that show it.

            ```swift
            for flag in panel.flags where flag.kind == .spoofing { print(flag) }
            ```
            """,
            describe: { $0.description })
        type(
            "PanelFlag.Kind", PanelFlag.Kind.self,
            doc: """
            What is wrong.
            """)
        bind(
            "allCases", on: "PanelFlag.Kind",
            """
            /// All cases, in their order: `PanelFlag.Kind.allCases`.
            static var allCases: [PanelFlag.Kind]
            """
        ) { _ in
            PanelFlag.Kind.allCases.toCell()
        }
        bind(
            "rawValue", on: "PanelFlag.Kind",
            """
            /// The text that stands for it: `PanelFlag.Kind.spoofing.rawValue` is `"spoofing"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: PanelFlag.Kind.self).rawValue.toCell()
        }
        bind(
            "init", on: "PanelFlag.Kind",
            """
            /// What a text stands for, nil when there is none: `PanelFlag.Kind(rawValue: "spoofing")`.
            init?(rawValue: String)
            """
        ) { call in
            try PanelFlag.Kind(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "spoofing", on: "PanelFlag.Kind",
            """
            /// Most of the effect is what the replacement itself does to later layers, not what the component knew.
            static let spoofing: PanelFlag.Kind
            """
        ) { _ in
            PanelFlag.Kind.spoofing.toCell()
        }
        bind(
            "basis", on: "PanelFlag.Kind",
            """
            /// The effect depends on where the weights keep their constants.
            static let basis: PanelFlag.Kind
            """
        ) { _ in
            PanelFlag.Kind.basis.toCell()
        }
        bind(
            "inSample", on: "PanelFlag.Kind",
            """
            /// The replacement was made from the prompts that it is tested on.
            static let inSample: PanelFlag.Kind
            """
        ) { _ in
            PanelFlag.Kind.inSample.toCell()
        }
        bind(
            "kind", on: "PanelFlag",
            """
            /// What is wrong.
            let kind: PanelFlag.Kind
            """
        ) { call in
            try call.value(0, as: PanelFlag.self).kind.toCell()
        }
        bind(
            "component", on: "PanelFlag",
            """
            /// `L0H10`; empty where all components are meant.
            let component: String
            """
        ) { call in
            try call.value(0, as: PanelFlag.self).component.toCell()
        }
        bind(
            "method", on: "PanelFlag",
            """
            /// The method that misleads.
            let method: AblationKind
            """
        ) { call in
            try call.value(0, as: PanelFlag.self).method.toCell()
        }
        bind(
            "description", on: "PanelFlag",
            """
            /// The sentence, with its numbers.
            let description: String
            """
        ) { call in
            try call.value(0, as: PanelFlag.self).description.toCell()
        }
    }

    private func bindInterventions_PatchSite() {
        type(
            "PatchSite", PatchSite.self,
            doc: """
            Which activation is patched, and along which of its axes its places lie.

            ```swift
            let neurons = PatchSite("post", axes: [2])           // one neuron at a time: [layer, neuron]
            ```
            The names are TransformerLens's: `get_act_patch_resid_pre` is `residPre`.
            """)
        bind(
            "activation", on: "PatchSite",
            """
            /// The activation's short name: `resid_pre`, `z`, `pattern`.
            let activation: String
            """
        ) { call in
            try call.value(0, as: PatchSite.self).activation.toCell()
        }
        bind(
            "init", on: "PatchSite",
            """
            /// Places of one's own in the activation with that short name: an index on each of `axes`, everything on the others.
            ///
            /// Axes count from 0, the batch; they come in rising order. What the activation does not have is an error of the
            /// patching.
            init(_ activation: String, axes: [Int])
            """
        ) { call in
            try PatchSite(call.value(0, as: String.self), axes: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "residPre", on: "PatchSite",
            """
            /// The residual stream before each layer, position by position: [layer, position].
            static let residPre: PatchSite
            """
        ) { _ in
            PatchSite.residPre.toCell()
        }
        bind(
            "residMid", on: "PatchSite",
            """
            /// The residual stream between attention and MLP, position by position: [layer, position].
            static let residMid: PatchSite
            """
        ) { _ in
            PatchSite.residMid.toCell()
        }
        bind(
            "attnOut", on: "PatchSite",
            """
            /// What each attention layer writes, position by position: [layer, position].
            static let attnOut: PatchSite
            """
        ) { _ in
            PatchSite.attnOut.toCell()
        }
        bind(
            "mlpOut", on: "PatchSite",
            """
            /// What each MLP writes, position by position: [layer, position].
            static let mlpOut: PatchSite
            """
        ) { _ in
            PatchSite.mlpOut.toCell()
        }
        bind(
            "blockEvery", on: "PatchSite",
            """
            /// residPre, attnOut, mlpOut: [3, layer, position].
            static let blockEvery: [PatchSite]
            """
        ) { _ in
            PatchSite.blockEvery.toCell()
        }
        bind(
            "attnHeadOutByPos", on: "PatchSite",
            """
            /// The output of each head at each position: [layer, position, head].
            static let attnHeadOutByPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadOutByPos.toCell()
        }
        bind(
            "attnHeadQByPos", on: "PatchSite",
            """
            /// The query of each head at each position: [layer, position, head].
            static let attnHeadQByPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadQByPos.toCell()
        }
        bind(
            "attnHeadKByPos", on: "PatchSite",
            """
            /// The key of each head at each position: [layer, position, head].
            static let attnHeadKByPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadKByPos.toCell()
        }
        bind(
            "attnHeadVByPos", on: "PatchSite",
            """
            /// The value of each head at each position: [layer, position, head].
            static let attnHeadVByPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadVByPos.toCell()
        }
        bind(
            "attnHeadPatternByPos", on: "PatchSite",
            """
            /// A row of the attention pattern: [layer, head, query position].
            static let attnHeadPatternByPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadPatternByPos.toCell()
        }
        bind(
            "attnHeadPatternDestSrcPos", on: "PatchSite",
            """
            /// One cell of the attention pattern: [layer, head, query position, key position].
            static let attnHeadPatternDestSrcPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadPatternDestSrcPos.toCell()
        }
        bind(
            "attnHeadByPosEvery", on: "PatchSite",
            """
            /// Output, query, key, value, pattern row: [5, layer, position, head].
            static let attnHeadByPosEvery: [PatchSite]
            """
        ) { _ in
            PatchSite.attnHeadByPosEvery.toCell()
        }
        bind(
            "attnHeadOutAllPos", on: "PatchSite",
            """
            /// The output of each head: [layer, head].
            static let attnHeadOutAllPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadOutAllPos.toCell()
        }
        bind(
            "attnHeadQAllPos", on: "PatchSite",
            """
            /// The queries of each head: [layer, head].
            static let attnHeadQAllPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadQAllPos.toCell()
        }
        bind(
            "attnHeadKAllPos", on: "PatchSite",
            """
            /// The keys of each head: [layer, head].
            static let attnHeadKAllPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadKAllPos.toCell()
        }
        bind(
            "attnHeadVAllPos", on: "PatchSite",
            """
            /// The values of each head: [layer, head].
            static let attnHeadVAllPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadVAllPos.toCell()
        }
        bind(
            "attnHeadPatternAllPos", on: "PatchSite",
            """
            /// The attention pattern of each head: [layer, head].
            static let attnHeadPatternAllPos: PatchSite
            """
        ) { _ in
            PatchSite.attnHeadPatternAllPos.toCell()
        }
        bind(
            "attnHeadAllPosEvery", on: "PatchSite",
            """
            /// Output, query, key, value, pattern: [5, layer, head].
            static let attnHeadAllPosEvery: [PatchSite]
            """
        ) { _ in
            PatchSite.attnHeadAllPosEvery.toCell()
        }
    }

    private func bindInterventions_PathPatching() {
        bind(
            "pathPatch",
            """
            /// Patches the path from each head to some receivers: what the receivers read changes only by what the sender writes into
            /// the residual stream, and by what MLPs between them make of it, while all other heads stay as they are on the clean prompts.
            ///
            /// ```swift
            /// let map = try pathPatch(model, tokens, corruptedTokens, to: [.q(9, 9), .q(9, 6), .q(10, 0)]) { logits in
            ///     averageLogitDifference(logits, answerTokens)
            /// }
            /// ```
            /// The receivers then stand in an otherwise clean run, all of them at once (Wang et al., 2211.00593, appendix B).
            /// - Parameters:
            ///   - throughMLPs: whether MLPs between sender and receiver hand on what changes; the direct path alone otherwise.
            ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
            /// - Returns: the metric for each sender: [layer, head], and behind them the axes of what the metric gives. A sender that comes
            ///   after all receivers leaves the clean metric.
            /// - Throws: `PathError`; what a run or the metric throws.
            func pathPatch(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput, to receivers: [PathReceiver], throughMLPs: Bool = true, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HostAny<any ModelInput>.self).value
            let value3 = try call.value(3, as: [PathReceiver].self)
            let value4 = try call.value(4, as: Bool.self)
            let function5 = try call.value(5, as: CellFunction.self)
            return try pathPatch(
                value0, value1, value2, to: value3, throughMLPs: value4, 
                metric: { (a0: Tensor) throws -> Tensor in try function5(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "pathPatch",
            """
            /// The same for one receiver, such as the logits.
            ///
            /// ```swift
            /// let direct = try pathPatch(model, tokens, corruptedTokens, to: .logits, throughMLPs: false, metric: metric)
            /// ```
            func pathPatch(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput, to receiver: PathReceiver, throughMLPs: Bool = true, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HostAny<any ModelInput>.self).value
            let value3 = try call.value(3, as: PathReceiver.self)
            let value4 = try call.value(4, as: Bool.self)
            let function5 = try call.value(5, as: CellFunction.self)
            return try pathPatch(
                value0, value1, value2, to: value3, throughMLPs: value4, 
                metric: { (a0: Tensor) throws -> Tensor in try function5(a0, returning: Tensor.self) }).toCell()
        }
    }

    private func bindInterventions_PathReceiver() {
        type(
            "PathError", PathError.self,
            doc: """
            What can keep paths and edges from being patched.
            """,
            describe: { $0.description })
        type(
            "PathReceiver", PathReceiver.self,
            doc: """
            Where a path ends: what a head reads, or the logits.

            ```swift
            try pathPatch(model, tokens, corruptedTokens, to: [.q(9, 9), .q(9, 6), .q(10, 0)], metric: metric)
            ```
            """)
        bind(
            "q", on: "PathReceiver",
            """
            /// The queries of head `head` of `layer`.
            static func q(_ layer: Int, _ head: Int) -> PathReceiver
            """
        ) { call in
            try PathReceiver.q(call.value(0, as: Int.self), call.value(1, as: Int.self)).toCell()
        }
        bind(
            "k", on: "PathReceiver",
            """
            /// Its keys; where heads share keys and values, `head` counts the shared ones.
            static func k(_ layer: Int, _ head: Int) -> PathReceiver
            """
        ) { call in
            try PathReceiver.k(call.value(0, as: Int.self), call.value(1, as: Int.self)).toCell()
        }
        bind(
            "v", on: "PathReceiver",
            """
            /// Its values; where heads share keys and values, `head` counts the shared ones.
            static func v(_ layer: Int, _ head: Int) -> PathReceiver
            """
        ) { call in
            try PathReceiver.v(call.value(0, as: Int.self), call.value(1, as: Int.self)).toCell()
        }
        bind(
            "logits", on: "PathReceiver",
            """
            /// What is read at the model's end. It stands alone.
            static let logits: PathReceiver
            """
        ) { _ in
            PathReceiver.logits.toCell()
        }
        bind(
            "noHead", on: "PathError",
            """
            /// A head that the model does not have.
            static func noHead(_ value: String, layers: Int, heads: Int) -> PathError
            """
        ) { call in
            try PathError.noHead(
                call.value(0, as: String.self), layers: call.value(1, as: Int.self), 
                heads: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "badReceivers", on: "PathError",
            """
            /// No receiver, or the logits beside heads.
            static let badReceivers: PathError
            """
        ) { _ in
            PathError.badReceivers.toCell()
        }
        bind(
            "shapeMismatch", on: "PathError",
            """
            /// Clean and corrupted prompts of different shapes.
            static func shapeMismatch(clean: [Int], corrupted: [Int]) -> PathError
            """
        ) { call in
            try PathError.shapeMismatch(clean: call.value(0, as: [Int].self), corrupted: call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "noEdge", on: "PathError",
            """
            /// An edge that the model does not have, and those that are spelled most like it.
            static func noEdge(_ value: String, nearest: [String]) -> PathError
            """
        ) { call in
            try PathError.noEdge(call.value(0, as: String.self), nearest: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "backwards", on: "PathError",
            """
            /// An edge from a component to one that comes before it.
            static func backwards(_ value: String) -> PathError
            """
        ) { call in
            try PathError.backwards(call.value(0, as: String.self)).toCell()
        }
        bind(
            "headsWriteTogether", on: "PathError",
            """
            /// An edge from a head of a model whose heads write through a norm together.
            static func headsWriteTogether(_ value: String) -> PathError
            """
        ) { call in
            try PathError.headsWriteTogether(call.value(0, as: String.self)).toCell()
        }
        bind(
            "badSteps", on: "PathError",
            """
            /// A number of steps that is none, or more than float32 can tell apart.
            static func badSteps(_ value: Int) -> PathError
            """
        ) { call in
            try PathError.badSteps(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "badMetric", on: "PathError",
            """
            /// A metric that does not give a number for each prompt.
            static func badMetric(count: Int, prompts: Int) -> PathError
            """
        ) { call in
            try PathError.badMetric(count: call.value(0, as: Int.self), prompts: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badAblation", on: "PathError",
            """
            /// A replacement that edges cannot carry.
            static func badAblation(_ value: String) -> PathError
            """
        ) { call in
            try PathError.badAblation(call.value(0, as: String.self)).toCell()
        }
        bind(
            "badThreshold", on: "PathError",
            """
            /// A threshold that is no number, infinite, or below 0, which no edge could be under.
            static func badThreshold(_ value: Double) -> PathError
            """
        ) { call in
            try PathError.badThreshold(call.value(0, as: Double.self)).toCell()
        }
        bind(
            "description", on: "PathError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PathError.self).description.toCell()
        }
    }

    private func bindInterventions_Shard() {
        type(
            "Shard", Shard.self,
            doc: """
            Which part of a sweep this process computes. Parts 1 to n together are all of it.

            ```swift
            let sweep = try model.ablateHeads(
                tokens, methods: [.zero], shard: .current, savingTo: "parts/zero", metric: metric)
            ```
            """)
        bind(
            "current", on: "Shard",
            """
            /// What the engine that started this process says in its environment: `SWIFTLENS_SHARD=3/16`, or the variables of Slurm
            /// arrays and steps, Open MPI, PMI, indexed jobs of Kubernetes, SGE and PBS. Where nothing is said, everything.
            ///
            /// `SWIFTLENS_SHARDS=16` gives the number of parts where an engine gives none, or another.
            static let current: Shard
            """
        ) { _ in
            Shard.current.toCell()
        }
        bind(
            "part", on: "Shard",
            """
            /// One of so many parts, counted from 1: `.part(3, of: 16)`.
            static func part(_ number: Int, of: Int) -> Shard
            """
        ) { call in
            try Shard.part(call.value(0, as: Int.self), of: call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindInterventions_SweepPartError() {
        type(
            "SweepPartError", SweepPartError.self,
            doc: """
            What can go wrong with parts of a sweep.
            """,
            describe: { $0.description })
        bind(
            "badShard", on: "SweepPartError",
            """
            /// Which part this process is can't be told.
            static func badShard(_ problem: String) -> SweepPartError
            """
        ) { call in
            try SweepPartError.badShard(call.value(0, as: String.self)).toCell()
        }
        bind(
            "badSelection", on: "SweepPartError",
            """
            /// Layers, heads or prompts that are not there, none, or one twice.
            static func badSelection(_ name: String, _ value: [Int], count: Int) -> SweepPartError
            """
        ) { call in
            try SweepPartError.badSelection(
                call.value(0, as: String.self), call.value(1, as: [Int].self), count: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "metricOfAllPrompts", on: "SweepPartError",
            """
            /// A metric of one number for all prompts, where some prompts were chosen.
            static func metricOfAllPrompts(found: [Int], batch: Int) -> SweepPartError
            """
        ) { call in
            try SweepPartError.metricOfAllPrompts(found: call.value(0, as: [Int].self), batch: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "noHeads", on: "SweepPartError",
            """
            /// Heads of an activation that has none, or whose site does not go through them.
            static func noHeads(site: String) -> SweepPartError
            """
        ) { call in
            try SweepPartError.noHeads(site: call.value(0, as: String.self)).toCell()
        }
        bind(
            "noPart", on: "SweepPartError",
            """
            /// A file that is no part of a sweep.
            static func noPart(path: String, problem: String) -> SweepPartError
            """
        ) { call in
            try SweepPartError.noPart(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "otherExperiment", on: "SweepPartError",
            """
            /// A part that was computed otherwise: with another model, other prompts, another metric.
            static func otherExperiment(path: String, what: String, found: String, expected: String) -> SweepPartError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            return SweepPartError.otherExperiment(path: value0, what: value1, found: value2, expected: value3).toCell()
        }
        bind(
            "noParts", on: "SweepPartError",
            """
            /// Nothing to merge.
            static func noParts(_ place: String) -> SweepPartError
            """
        ) { call in
            try SweepPartError.noParts(call.value(0, as: String.self)).toCell()
        }
        bind(
            "missing", on: "SweepPartError",
            """
            /// Parts that are not there.
            static func missing(_ value: [String]) -> SweepPartError
            """
        ) { call in
            try SweepPartError.missing(call.value(0, as: [String].self)).toCell()
        }
        bind(
            "severalDivisions", on: "SweepPartError",
            """
            /// Parts of several divisions.
            static func severalDivisions(_ place: String, _ value: [Int]) -> SweepPartError
            """
        ) { call in
            try SweepPartError.severalDivisions(call.value(0, as: String.self), call.value(1, as: [Int].self)).toCell()
        }
        bind(
            "overlap", on: "SweepPartError",
            """
            /// Two parts that hold the same head, or the same place of an activation.
            static func overlap(cell: String, paths: [String]) -> SweepPartError
            """
        ) { call in
            try SweepPartError.overlap(cell: call.value(0, as: String.self), paths: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "gap", on: "SweepPartError",
            """
            /// Heads or places that no part holds.
            static func gap(cell: String, count: Int) -> SweepPartError
            """
        ) { call in
            try SweepPartError.gap(cell: call.value(0, as: String.self), count: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "description", on: "SweepPartError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: SweepPartError.self).description.toCell()
        }
    }
}
