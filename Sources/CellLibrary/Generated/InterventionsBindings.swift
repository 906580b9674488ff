// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Interventions; change them there.
public import CellInterpreter
internal import SwiftLens

extension AblationMethod: HostObject {}
extension ActivationPatchingError: HostObject {}
extension HeadPosition: HostObject {}
extension HeadSweep: HostObject {}
extension PatchSite: HostObject {}

extension HostLibrary {
    /// What Interventions offers to cells.
    func bindInterventions() {
        bindInterventions_AblationMethod()
        bindInterventions_ActPatch_HeadsAllPositions()
        bindInterventions_ActPatch_HeadsByPosition()
        bindInterventions_ActPatch_ResidualStream()
        bindInterventions_ActivationPatching()
        bindInterventions_ActivationPatchingError()
        bindInterventions_HeadPosition()
        bindInterventions_HeadSweep_Text()
        bindInterventions_HeadSweep()
        bindInterventions_HookedTransformer_AblateHeads()
        bindInterventions_PatchSite()
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

    private func bindInterventions_ActPatch_HeadsAllPositions() {
        bind(
            "actPatchAttnHeadOutAllPos",
            """
            /// Patches the output z of each head: [layer, head]
            ///
            /// ```swift
            /// let grid = try actPatchAttnHeadOutAllPos(model, corruptedTokens, cache) { averageLogitDifference($0, answerTokens) }
            /// ```
            func actPatchAttnHeadOutAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadOutAllPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadQAllPos",
            """
            /// Patches each head's queries at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadQAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadQAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadQAllPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadKAllPos",
            """
            /// Patches each head's keys at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadKAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadKAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadKAllPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadVAllPos",
            """
            /// Patches each head's values at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadVAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadVAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadVAllPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternAllPos",
            """
            /// Patches each head's pattern at all positions: [layer, head].
            ///
            /// `let map = try actPatchAttnHeadPatternAllPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternAllPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadPatternAllPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadAllPosEvery",
            """
            /// Output, query, key, value, pattern: [5, layer, head].
            ///
            /// `let map = try actPatchAttnHeadAllPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadAllPosEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadAllPosEvery(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
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
            func actPatchAttnHeadOutByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadOutByPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadQByPos",
            """
            /// Patches each head's queries: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadQByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadQByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadQByPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadKByPos",
            """
            /// Patches each head's keys: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadKByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadKByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadKByPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadVByPos",
            """
            /// Patches each head's values: [layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadVByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadVByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadVByPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternByPos",
            """
            /// Patches rows of each head's pattern: [layer, head, position].
            ///
            /// `let map = try actPatchAttnHeadPatternByPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternByPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadPatternByPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadPatternDestSrcPos",
            """
            /// Patches cells of each head's pattern: [layer, head, position (query), position (key)].
            ///
            /// `let map = try actPatchAttnHeadPatternDestSrcPos(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadPatternDestSrcPos(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadPatternDestSrcPos(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnHeadByPosEvery",
            """
            /// Output, query, key, value, pattern: [5, layer, position, head].
            ///
            /// `let map = try actPatchAttnHeadByPosEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnHeadByPosEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnHeadByPosEvery(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
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
            func actPatchResidPre(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchResidPre(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchResidMid",
            """
            /// Patches the residual stream between attention and MLP: [layer, position].
            ///
            /// `let map = try actPatchResidMid(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchResidMid(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchResidMid(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchAttnOut",
            """
            /// Patches each attention layer's output: [layer, position].
            ///
            /// `let map = try actPatchAttnOut(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchAttnOut(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchAttnOut(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchMLPOut",
            """
            /// Patches each MLP's output: [layer, position].
            ///
            /// `let map = try actPatchMLPOut(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchMLPOut(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchMLPOut(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "actPatchBlockEvery",
            """
            /// Residual stream, attention, MLP: [3, layer, position].
            ///
            /// `let map = try actPatchBlockEvery(model, corruptedTokens, cache) { logits in difference(logits) }`
            func actPatchBlockEvery(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: Bool?.self)
            let value4 = try call.value(4, as: PaddingSide?.self)
            let value5 = try call.value(5, as: Tensor?.self)
            let function6 = try call.value(6, as: CellFunction.self)
            return try actPatchBlockEvery(
                value0, value1, value2, prependBOS: value3, paddingSide: value4, attentionMask: value5, 
                metric: { (a0: Tensor) throws -> Tensor in try function6(a0, returning: Tensor.self) }).toCell()
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
            /// - Parameters:
            ///   - cleanCache: holds the site's activation at every layer, from a run of the same shape.
            ///   - site: which activation, and along which axes its places lie.
            ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
            ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
            /// - Returns: the metric for each place: [layer, position], [layer, head], … as the site's axes say, and behind them the
            ///   axes of what the metric gives.
            /// - Throws: `ActivationPatchingError`; what a run, the cache or the metric throws.
            func activationPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, site: PatchSite, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: PatchSite.self)
            let value4 = try call.value(4, as: Bool?.self)
            let value5 = try call.value(5, as: PaddingSide?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let function7 = try call.value(7, as: CellFunction.self)
            return try activationPatch(
                value0, value1, value2, site: value3, prependBOS: value4, paddingSide: value5, attentionMask: value6, 
                metric: { (a0: Tensor) throws -> Tensor in try function7(a0, returning: Tensor.self) }).toCell()
        }
        bind(
            "activationPatch",
            """
            /// Several sites, one grid each, stacked in front: [site, …]. Their grids must have the same shape.
            ///
            /// ```swift
            /// let every = try activationPatch(model, corruptedTokens, cache, sites: PatchSite.attnHeadAllPosEvery, metric: metric)
            /// ```
            func activationPatch(_ model: HookedTransformer, _ corruptedTokens: any ModelInput, _ cleanCache: ActivationCache, sites: [PatchSite], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> Tensor
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: ActivationCache.self)
            let value3 = try call.value(3, as: [PatchSite].self)
            let value4 = try call.value(4, as: Bool?.self)
            let value5 = try call.value(5, as: PaddingSide?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let function7 = try call.value(7, as: CellFunction.self)
            return try activationPatch(
                value0, value1, value2, sites: value3, prependBOS: value4, paddingSide: value5, 
                attentionMask: value6, 
                metric: { (a0: Tensor) throws -> Tensor in try function7(a0, returning: Tensor.self) }).toCell()
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
            /// - Parameters:
            ///   - position: where the output is replaced; everywhere else it stays.
            ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
            ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
            /// - Returns: one map [layer, head] for each method; [layer, head, batch] of a metric per prompt.
            /// - Throws: what a run, a cache or the metric throws; an error when a cache's shapes do not fit the input's.
            func ablateHeads(_ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor) throws -> HeadSweep
            """
        ) { call in
            let value0 = try call.value(0, as: HookedTransformer.self)
            let value1 = try call.value(1, as: HostAny<any ModelInput>.self).value
            let value2 = try call.value(2, as: HeadPosition.self)
            let value3 = try call.value(3, as: [AblationMethod].self)
            let value4 = try call.value(4, as: Bool?.self)
            let value5 = try call.value(5, as: PaddingSide?.self)
            let value6 = try call.value(6, as: Tensor?.self)
            let function7 = try call.value(7, as: CellFunction.self)
            return try value0.ablateHeads(
                value1, position: value2, methods: value3, prependBOS: value4, paddingSide: value5, 
                attentionMask: value6, 
                metric: { (a0: Tensor) throws -> Tensor in try function7(a0, returning: Tensor.self) }).toCell()
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
}
