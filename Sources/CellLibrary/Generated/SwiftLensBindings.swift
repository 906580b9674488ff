// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/SwiftLens; change them there.
public import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// What SwiftLens offers to cells.
    func bindSwiftLens() {
        bindSwiftLens_ActivationCache_Displayable()
        bindSwiftLens_HeadSweep_HeatMaps()
        bindSwiftLens_HookedTransformer_Displayable()
        bindSwiftLens_HookedTransformerConfig_Displayable()
        bindSwiftLens_Tensor_Displayable()
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
