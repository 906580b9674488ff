// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/SwiftLens; change them there.
internal import CellHost
internal import CellValues
internal import SwiftLens

extension HostLibrary {
    /// What SwiftLens offers to cells.
    func bindSwiftLens() {
        bindSwiftLens_AblationPanel_Pictures()
        bindSwiftLens_ActivationCache_Displayable()
        bindSwiftLens_HeadSweep_HeatMaps()
        bindSwiftLens_HookedTransformer_Displayable()
        bindSwiftLens_HookedTransformerConfig_Displayable()
        bindSwiftLens_PairwiseAblation_Pictures()
        bindSwiftLens_Tensor_Displayable()
    }

    private func bindSwiftLens_AblationPanel_Pictures() {
        bind(
            "mimeBundle", on: "AblationPanel",
            """
            /// The components with the largest effects, and what misleads.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).mimeBundle.toCell()
        }
        bind(
            "table", on: "AblationPanel",
            """
            /// The means and intervals of KL, the largest under one method first.
            ///
            /// ```swift
            /// try panel.table(sortedBy: .zero, top: 30)
            /// ```
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func table(sortedBy method: AblationKind, top: Int = 15) throws -> Table
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).table(sortedBy: call.value(1, as: AblationKind.self), top: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "heatMaps", on: "AblationPanel",
            """
            /// The maps of all methods side by side on one colour scale: layers downwards, heads across.
            ///
            /// ```swift
            /// try panel.heatMaps()
            /// try panel.heatMaps(of: .logitDifference)        // how much the logit difference changes
            /// ```
            /// - Throws: `AblationPanelError/notMeasured(_:known:)` of a panel without heads.
            func heatMaps(of measure: PanelMeasure = .kl) throws -> HeatMap
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).heatMaps(of: call.value(1, as: PanelMeasure.self)).toCell()
        }
        bind(
            "differenceMap", on: "AblationPanel",
            """
            /// One method's map less another's.
            ///
            /// `try panel.differenceMap(.zero, minus: .counterfactual)`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func differenceMap(_ method: AblationKind, minus other: AblationKind, of measure: PanelMeasure = .kl) throws -> HeatMap
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).differenceMap(
                call.value(1, as: AblationKind.self), minus: call.value(2, as: AblationKind.self), 
                of: call.value(3, as: PanelMeasure.self)).toCell()
        }
        bind(
            "scatterPlot", on: "AblationPanel",
            """
            /// One method's KL against another's, a point per component.
            ///
            /// `try panel.scatterPlot(.zero, .counterfactual)`
            /// - Throws: `AblationPanelError/notMeasured(_:known:)`.
            func scatterPlot(_ method: AblationKind, _ other: AblationKind) throws -> ScatterPlot
            """
        ) { call in
            try call.value(0, as: AblationPanel.self).scatterPlot(call.value(1, as: AblationKind.self), call.value(2, as: AblationKind.self)).toCell()
        }
    }

    private func bindSwiftLens_ActivationCache_Displayable() {
        bind(
            "mimeBundle", on: "ActivationCache",
            """
            /// The keys with the shapes and bytes of their activations, as text and as an HTML table.
            ///
            /// ```swift
            /// display(cache)
            /// ```
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).mimeBundle.toCell()
        }
    }

    private func bindSwiftLens_HeadSweep_HeatMaps() {
        bind(
            "heatMaps", on: "HeadSweep",
            """
            /// The maps of all methods side by side, on one colour scale: layers downwards, heads across. Of a metric per
            /// prompt the mean over the prompts is shown.
            ///
            /// ```swift
            /// try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)], metric: metric).heatMaps()
            /// ```
            func heatMaps(title: String = "") -> HeatMap
            """
        ) { call in
            try call.value(0, as: HeadSweep.self).heatMaps(title: call.value(1, as: String.self)).toCell()
        }
    }

    private func bindSwiftLens_HookedTransformer_Displayable() {
        bind(
            "mimeBundle", on: "HookedTransformer",
            """
            /// The model in one line as text, its configuration as an HTML table.
            ///
            /// ```swift
            /// display(model)
            /// ```
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: HookedTransformer.self).mimeBundle.toCell()
        }
    }

    private func bindSwiftLens_HookedTransformerConfig_Displayable() {
        bind(
            "mimeBundle", on: "HookedTransformerConfig",
            """
            /// The sizes and settings, a line for each as text, and as an HTML table.
            ///
            /// ```swift
            /// display(model.cfg)
            /// ```
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).mimeBundle.toCell()
        }
        bind(
            "description", on: "HookedTransformerConfig",
            """
            /// The sizes and settings, a line for each: `print(model.cfg)`.
            var description: String
            """
        ) { call in
            try call.value(0, as: HookedTransformerConfig.self).description.toCell()
        }
    }

    private func bindSwiftLens_PairwiseAblation_Pictures() {
        bind(
            "heatMap", on: "PairwiseAblation",
            """
            /// The interactions of all heads as a map, one row and column per head.
            ///
            /// `pairs.heatMap()`
            func heatMap() -> HeatMap
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).heatMap().toCell()
        }
        bind(
            "table", on: "PairwiseAblation",
            """
            /// The strongest interactions as a table: `try pairs.table(10)`.
            func table(_ count: Int = 10) throws -> Table
            """
        ) { call in
            try call.value(0, as: PairwiseAblation.self).table(call.value(1, as: Int.self)).toCell()
        }
    }

    private func bindSwiftLens_Tensor_Displayable() {
        bind(
            "mimeBundle", on: "Tensor",
            """
            /// The values as text and as an HTML table.
            ///
            /// ```swift
            /// display(logits[0, -1])
            /// ```
            /// A single number is text alone: `logits.mimeBundle.plain`.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: Tensor.self).mimeBundle.toCell()
        }
    }
}
