public import CellInterpreter
internal import SwiftLens

extension HeadPattern: HostObject {}
extension HeadErrorMeasure: HostObject {}
extension AblationMethod: HostObject {}
extension HeadPosition: HostObject {}
extension HeadSweep: HostObject {}
extension PatchSite: HostObject {}

extension HostLibrary {
    /// Detectors, ablations, patching, and what caches say about circuits.
    func bindAnalysis() {
        type(
            "HeadPattern", HeadPattern.self,
            doc: "What a kind of head attends to, or a pattern [position, position] of one's own.")
        type("HeadErrorMeasure", HeadErrorMeasure.self, doc: "How a head's attention is held against a pattern.")
        type("AblationMethod", AblationMethod.self, doc: "What a head's output is replaced with.")
        type("HeadPosition", HeadPosition.self, doc: "At which positions a head is ablated.")
        type("HeadSweep", HeadSweep.self, doc: "A metric for every head and method: `sweep.maps[0][layer, head]`.")
        type("PatchSite", PatchSite.self, doc: "Which activation is patched, and along which of its axes.")
        bindDetectors()
        bindAblations()
        bindActivationPatching()
        bindResidualStream()
        bindAttribution()
        bindCircuits()
    }

    private func bindDetectors() {
        let patterns: [(String, String, HeadPattern)] = [
            ("previousTokenHead", "Attention to the token before.", .previousTokenHead),
            ("duplicateTokenHead", "Attention to earlier occurrences of the token.", .duplicateTokenHead),
            ("inductionHead", "Attention to what followed earlier occurrences of the token.", .inductionHead),
        ]
        for (name, sentence, pattern) in patterns {
            declare("/// \(sentence)\nstatic let \(name): HeadPattern", on: "HeadPattern") { pattern }
        }
        declare(
            "/// A pattern of one's own, [position (query), position (key)], zero above the diagonal: `.custom(Tensor.eye(15))`.\nstatic func custom(_ pattern: Tensor) -> HeadPattern",
            on: "HeadPattern"
        ) { (pattern: Tensor) in HeadPattern.custom(pattern) }
        declare(
            "/// The share of attention that lies on the pattern.\nstatic let mul: HeadErrorMeasure",
            on: "HeadErrorMeasure"
        ) {
            HeadErrorMeasure.mul
        }
        declare(
            "/// One minus the mean distance from the pattern.\nstatic let abs: HeadErrorMeasure",
            on: "HeadErrorMeasure"
        ) {
            HeadErrorMeasure.abs
        }
        declare(
            "/// The pattern for these token ids, [position (query), position (key)], as ones and zeros: `try HeadPattern.inductionHead.matrix(for: [1, 2, 1])`.\nfunc matrix(for tokens: [Int]) throws -> Tensor",
            on: "HeadPattern"
        ) { (pattern: HeadPattern, tokens: [Int]) in try pattern.matrix(for: tokens) }
        declare(
            """
            /// How well every head's attention fits a pattern: scores [layer, head], 1 for a perfect fit.
            ///
            /// `let scores = try detectHead(model, "one two three one two three", .inductionHead)`
            ///
            /// With the `cache` of a run of the same tokens nothing is run again.
            func detectHead(_ model: HookedTransformer, _ input: any ModelInput, _ pattern: HeadPattern, heads: [(Int, Int)]? = nil, cache: ActivationCache? = nil, excludeBOS: Bool = false, excludeCurrentToken: Bool = false, errorMeasure: HeadErrorMeasure = .mul) throws -> Tensor
            """
        ) {
            (
                model: HookedTransformer, input: HostAny<any ModelInput>, pattern: HeadPattern,
                heads: [HostPair<Int, Int>]?, cache: ActivationCache?, bos: Bool, current: Bool,
                measure: HeadErrorMeasure
            ) in
            try detectHead(
                model, input.value, pattern, heads: heads?.map { ($0.first, $0.second) }, cache: cache,
                excludeBOS: bos, excludeCurrentToken: current, errorMeasure: measure)
        }
    }
}
