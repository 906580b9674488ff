internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindAblations() {
        bindAblationMethods()
        declare("/// The last position of each prompt.\nstatic let last: HeadPosition", on: "HeadPosition") {
            HeadPosition.last
        }
        declare("/// All positions.\nstatic let all: HeadPosition", on: "HeadPosition") { HeadPosition.all }
        declare(
            "/// One position, negative from the end: `.index(-2)`.\nstatic func index(_ index: Int) -> HeadPosition",
            on: "HeadPosition"
        ) {
            (index: Int) in HeadPosition.index(index)
        }
        declare(
            """
            /// Ablates every head in turn and keeps the metric of the logits [batch, position, d_vocab]: maps [layer, head].
            ///
            /// `let sweep = try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)], metric: { difference($0) })`
            ///
            /// With a metric that gives a number per prompt, the maps are [layer, head, batch].
            func ablateHeads(_ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> HeadSweep
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: HostAny<any ModelInput>, position: HeadPosition,
                methods: [AblationMethod], bos: Bool?, side: PaddingSide?, mask: Tensor?, metric: CellFunction
            ) in
            try model.ablateHeads(
                input.value, position: position, methods: methods, prependBOS: bos, paddingSide: side,
                attentionMask: mask
            ) { logits in try metric(logits) }
        }
        bindSweeps()
    }

    private func bindAblationMethods() {
        declare("/// Zeros.\nstatic var zero: AblationMethod", on: "AblationMethod") { AblationMethod.zero }
        declare(
            "/// The head's output in another run, prompt by prompt: `.resample(from: cache)`.\nstatic func resample(from cache: ActivationCache) -> AblationMethod",
            on: "AblationMethod"
        ) { (cache: ActivationCache) in AblationMethod.resample(from: cache) }
        declare(
            "/// The mean over another run's prompts, for each coordinate of the head: `.mean(over: cache)`.\nstatic func mean(over cache: ActivationCache) -> AblationMethod",
            on: "AblationMethod"
        ) { (cache: ActivationCache) in AblationMethod.mean(over: cache) }
        declare(
            "/// The mean over the head's own coordinates, for each prompt of another run: `.meanOverHeadDimension(of: cache)`.\nstatic func meanOverHeadDimension(of cache: ActivationCache) -> AblationMethod",
            on: "AblationMethod"
        ) { (cache: ActivationCache) in AblationMethod.meanOverHeadDimension(of: cache) }
        declare("/// The method's name: `zero`.\nvar name: String", on: "AblationMethod") { (method: AblationMethod) in
            method.name
        }
    }

    private func bindSweeps() {
        declare("/// The methods' names, in the order of the maps.\nvar methods: [String]", on: "HeadSweep") {
            (sweep: HeadSweep) in sweep.methods
        }
        declare(
            "/// For each method a map [layer, head], or [layer, head, batch]: `sweep.maps[0][9, 6].item()`.\nvar maps: [Tensor]",
            on: "HeadSweep"
        ) { (sweep: HeadSweep) in
            sweep.maps
        }
        declare(
            "/// The map [layer, head] of the method of that name: `sweep[\"zero\"]`.\nsubscript(_ method: String) -> Tensor?",
            on: "HeadSweep"
        ) { (sweep: HeadSweep, method: String) in sweep[method] }
        declare(
            "/// The maps of all methods side by side, on one colour scale: `sweep.heatMaps(title: \"Ablations\")`.\nfunc heatMaps(title: String = \"\") -> HeatMap",
            on: "HeadSweep"
        ) { (sweep: HeadSweep, title: String) in sweep.heatMaps(title: title) }
        declare(
            "/// The maps as comma-separated lines of method, layer, head, value: `try saveText(sweep.toCSV(), to: \"sweep.csv\")`.\nfunc toCSV() -> String",
            on: "HeadSweep"
        ) {
            (sweep: HeadSweep) in sweep.toCSV()
        }
        declare(
            "/// The maps as JSON, by method: `try saveText(sweep.toJSON(), to: \"sweep.json\")`.\nfunc toJSON() -> String",
            on: "HeadSweep"
        ) {
            (sweep: HeadSweep) in sweep.toJSON()
        }
    }
}
