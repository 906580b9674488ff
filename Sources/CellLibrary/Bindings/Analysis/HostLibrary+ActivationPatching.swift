internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    private typealias Patch = (
        HookedTransformer, any ModelInput, ActivationCache, Bool?, PaddingSide?, Tensor?, (Tensor) throws -> Tensor
    ) throws -> Tensor

    /// The family of TransformerLens's `get_act_patch_…`.
    func bindActivationPatching() {
        let parameters =
            "_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, "
        let options = "prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, "
        declare(
            """
            /// Puts a clean run's activation into the corrupted run, place by place: the metric of each, [layer, place, …].
            ///
            /// `try activationPatch(model, corruptedTokens, cache, site: .residPre) { difference($0) }` is [layer, position];
            /// [layer, position, batch] with a metric that gives a number per prompt.
            func activationPatch(\(parameters)site: PatchSite, \(options)metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) {
            (
                model: HookedTransformer, tokens: HostAny<any ModelInput>, cache: ActivationCache, site: PatchSite,
                bos: Bool?, side: PaddingSide?, mask: Tensor?, metric: CellFunction
            ) in
            try activationPatch(
                model, tokens.value, cache, site: site, prependBOS: bos, paddingSide: side, attentionMask: mask
            ) { logits in try metric(logits) }
        }
        declare(
            """
            /// The same at several sites, one grid for each: [site, layer, place, …].
            ///
            /// `try activationPatch(model, corruptedTokens, cache, sites: PatchSite.blockEvery) { difference($0) }`
            func activationPatch(\(parameters)sites: [PatchSite], \(options)metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) {
            (
                model: HookedTransformer, tokens: HostAny<any ModelInput>, cache: ActivationCache, sites: [PatchSite],
                bos: Bool?, side: PaddingSide?, mask: Tensor?, metric: CellFunction
            ) in
            try activationPatch(
                model, tokens.value, cache, sites: sites, prependBOS: bos, paddingSide: side, attentionMask: mask
            ) { logits in try metric(logits) }
        }
        for (name, sentence, patch) in patches {
            declare(
                """
                /// \(sentence)
                ///
                /// `let map = try \(name)(model, corruptedTokens, cache) { logits in difference(logits) }`
                func \(name)(\(parameters)\(options)metric: (Tensor) throws -> Tensor) throws -> Tensor
                """
            ) {
                (
                    model: HookedTransformer, tokens: HostAny<any ModelInput>, cache: ActivationCache,
                    bos: Bool?, side: PaddingSide?, mask: Tensor?, metric: CellFunction
                ) in
                try patch(model, tokens.value, cache, bos, side, mask) { logits in try metric(logits) }
            }
        }
        bindPatchSites()
    }

    private func bindPatchSites() {
        declare(
            "/// Places of one's own, along some axes of an activation: `PatchSite(\"post\", axes: [2])` is neuron by neuron.\ninit(_ activation: String, axes: [Int])",
            on: "PatchSite"
        ) { (activation: String, axes: [Int]) in PatchSite(activation, axes: axes) }
        declare("/// The short name of the activation: \"resid_pre\".\nvar activation: String", on: "PatchSite") {
            (site: PatchSite) in site.activation
        }
        let groups: [(String, String, [PatchSite])] = [
            ("blockEvery", "Residual stream, attention and MLP outputs.", PatchSite.blockEvery),
            ("attnHeadByPosEvery", "Output, query, key, value and pattern by position.", PatchSite.attnHeadByPosEvery),
            (
                "attnHeadAllPosEvery", "Output, query, key, value and pattern at all positions.",
                PatchSite.attnHeadAllPosEvery
            ),
        ]
        for (name, sentence, sites) in groups {
            declare("/// \(sentence)\nstatic let \(name): [PatchSite]", on: "PatchSite") { sites }
        }
        let sites: [(String, PatchSite)] = [
            ("residPre", .residPre), ("residMid", .residMid), ("attnOut", .attnOut), ("mlpOut", .mlpOut),
            ("attnHeadOutByPos", .attnHeadOutByPos), ("attnHeadQByPos", .attnHeadQByPos),
            ("attnHeadKByPos", .attnHeadKByPos), ("attnHeadVByPos", .attnHeadVByPos),
            ("attnHeadPatternByPos", .attnHeadPatternByPos),
            ("attnHeadPatternDestSrcPos", .attnHeadPatternDestSrcPos), ("attnHeadOutAllPos", .attnHeadOutAllPos),
            ("attnHeadQAllPos", .attnHeadQAllPos), ("attnHeadKAllPos", .attnHeadKAllPos),
            ("attnHeadVAllPos", .attnHeadVAllPos), ("attnHeadPatternAllPos", .attnHeadPatternAllPos),
        ]
        for (name, site) in sites {
            declare("/// The places of `\(site.activation)`.\nstatic let \(name): PatchSite", on: "PatchSite") { site }
        }
    }

    private var patches: [(String, String, Patch)] {
        [
            ("actPatchResidPre", "Patches the residual stream before each layer: [layer, position].", actPatchResidPre),
            (
                "actPatchResidMid", "Patches the residual stream between attention and MLP: [layer, position].",
                actPatchResidMid
            ),
            ("actPatchAttnOut", "Patches each attention layer's output: [layer, position].", actPatchAttnOut),
            ("actPatchMLPOut", "Patches each MLP's output: [layer, position].", actPatchMLPOut),
            ("actPatchBlockEvery", "Residual stream, attention, MLP: [3, layer, position].", actPatchBlockEvery),
            (
                "actPatchAttnHeadOutByPos", "Patches each head's output: [layer, position, head].",
                actPatchAttnHeadOutByPos
            ),
            ("actPatchAttnHeadQByPos", "Patches each head's queries: [layer, position, head].", actPatchAttnHeadQByPos),
            ("actPatchAttnHeadKByPos", "Patches each head's keys: [layer, position, head].", actPatchAttnHeadKByPos),
            ("actPatchAttnHeadVByPos", "Patches each head's values: [layer, position, head].", actPatchAttnHeadVByPos),
            (
                "actPatchAttnHeadPatternByPos", "Patches rows of each head's pattern: [layer, head, position].",
                actPatchAttnHeadPatternByPos
            ),
            (
                "actPatchAttnHeadPatternDestSrcPos",
                "Patches cells of each head's pattern: [layer, head, position (query), position (key)].",
                actPatchAttnHeadPatternDestSrcPos
            ),
            (
                "actPatchAttnHeadByPosEvery", "Output, query, key, value, pattern: [5, layer, position, head].",
                actPatchAttnHeadByPosEvery
            ),
            (
                "actPatchAttnHeadOutAllPos", "Patches each head's output at all positions: [layer, head].",
                actPatchAttnHeadOutAllPos
            ),
            (
                "actPatchAttnHeadQAllPos", "Patches each head's queries at all positions: [layer, head].",
                actPatchAttnHeadQAllPos
            ),
            (
                "actPatchAttnHeadKAllPos", "Patches each head's keys at all positions: [layer, head].",
                actPatchAttnHeadKAllPos
            ),
            (
                "actPatchAttnHeadVAllPos", "Patches each head's values at all positions: [layer, head].",
                actPatchAttnHeadVAllPos
            ),
            (
                "actPatchAttnHeadPatternAllPos", "Patches each head's pattern at all positions: [layer, head].",
                actPatchAttnHeadPatternAllPos
            ),
            (
                "actPatchAttnHeadAllPosEvery", "Output, query, key, value, pattern: [5, layer, head].",
                actPatchAttnHeadAllPosEvery
            ),
        ]
    }
}
