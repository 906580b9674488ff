public import CellInterpreter
internal import SwiftLens

extension HookedTransformer: HostObject {}
extension HookedTransformerConfig: HostObject {}
extension ActivationFunction: HostObject {}
extension ActivationCache: HostObject {}
extension Hook: HostObject {}
extension HookPoint: HostObject {}
extension HookContext: HostObject {}
extension PaddingSide: HostObject {}
extension ReturnType: HostObject {}
extension TokenOccurrence: HostObject {}
extension NamesSelection: HostObject {}

extension HostLibrary {
    /// Models, their hooks and caches.
    func bindModels() {
        type(
            "HookedTransformer", HookedTransformer.self,
            doc: "A GPT-2-style transformer with a hook point at every activation.", isReference: true,
            describe: { $0.description })
        type(
            "HookedTransformerConfig", HookedTransformerConfig.self,
            doc: "A model's sizes and settings: `model.cfg.nLayers`.",
            describe: { $0.mimeBundle.plain })
        type("ActivationFunction", ActivationFunction.self, doc: "The nonlinearity of a model's neurons.")
        type(
            "ActivationCache", ActivationCache.self,
            doc: "The activations that a run kept, by hook name, in firing order.",
            describe: { $0.description })
        type("Hook", Hook.self, doc: "A closure that may change an activation, and where it runs.")
        type(
            "HookPoint", HookPoint.self, doc: "The place of an activation; its `name` is the hook's.",
            describe: { $0.name })
        type(
            "HookContext", HookContext.self, doc: "The tensors that hooks at one point keep from run to run.",
            isReference: true, describe: { $0.description })
        type("PaddingSide", PaddingSide.self, doc: "Where shorter prompts of a batch are filled up.")
        type("ReturnType", ReturnType.self, doc: "What a run gives back.")
        conformance("ModelInput", of: "String", "[String]", "[Int]", "[[Int]]")
        type("TokenOccurrence", TokenOccurrence.self, doc: "Which of several occurrences of a token is meant.")
        type(
            "NamesSelection", NamesSelection.self, doc: "Which hook names a cache keeps.", conforms: ["NamesFilter"])
        conformance("NamesFilter", of: "String", "[String]")
        bindChoices()
        bindLoading()
        bindConfig()
        bindReuse()
        bindRuns()
        bindTokens()
        bindTokenizer()
        bindLosses()
        bindGeneration()
        bindHooks()
        bindCaches()
        bindWeights()
        bindFactoredMatrices()
        bindModelCompletions()
    }

    private func bindChoices() {
        declare(
            "/// In front, so that index −1 is every prompt's last token.\nstatic let left: PaddingSide",
            on: "PaddingSide"
        ) {
            PaddingSide.left
        }
        declare("/// At the end.\nstatic let right: PaddingSide", on: "PaddingSide") { PaddingSide.right }
        declare("/// Logits [batch, position, d_vocab].\nstatic let logits: ReturnType", on: "ReturnType") {
            ReturnType.logits
        }
        declare("/// The loss of predicting the next token.\nstatic let loss: ReturnType", on: "ReturnType") {
            ReturnType.loss
        }
        declare("/// The first occurrence.\nstatic let first: TokenOccurrence", on: "TokenOccurrence") {
            TokenOccurrence.first
        }
        declare("/// The last occurrence.\nstatic let last: TokenOccurrence", on: "TokenOccurrence") {
            TokenOccurrence.last
        }
        declare("/// Every hook point.\nstatic let all: NamesSelection", on: "NamesSelection") { NamesSelection.all }
        declare(
            "/// These, by full name: `.names([actName(\"z\", 9)])`.\nstatic func names(_ names: [String]) -> NamesSelection",
            on: "NamesSelection"
        ) {
            (names: [String]) in NamesSelection.names(names)
        }
        declare(
            "/// Those that a closure accepts: `.matching { $0.hasSuffix(\"hook_z\") }`.\nstatic func matching(_ filter: (String) throws -> Bool) -> NamesSelection",
            on: "NamesSelection"
        ) { (filter: CellFunction) in NamesSelection.matching { name in try filter(name) } }
    }

    private func bindLoading() {
        declare("/// The memory of the parameters, in bytes.\nvar byteCount: Int", on: "HookedTransformer") {
            (model: HookedTransformer) in model.byteCount
        }
        declare(
            """
            /// Loads a model by name or from a folder: `try HookedTransformer.fromPretrained("tiny-ioi")`.
            ///
            /// Looks in the folder given, in `weights/`, then in Hugging Face's cache. The steps change the weights, not
            /// what the model computes. An error names the file, or the command that fetches a known model.
            static func fromPretrained(_ nameOrFolder: String, centerUnembed: Bool = true, centerWritingWeights: Bool = true, foldLN: Bool = true, foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false, defaultPrependBOS: Bool = true) throws -> HookedTransformer
            """, on: "HookedTransformer"
        ) { (name: String, center: Bool, writing: Bool, fold: Bool, values: Bool, refactor: Bool, bos: Bool) in
            try HookedTransformer.fromPretrained(
                name, centerUnembed: center, centerWritingWeights: writing, foldLN: fold, foldValueBiases: values,
                refactorFactoredAttnMatrices: refactor, defaultPrependBOS: bos)
        }
        declare(
            """
            /// Loads a model with its weights as they are stored: `try HookedTransformer.fromPretrainedNoProcessing("tiny-ioi")`.
            static func fromPretrainedNoProcessing(_ nameOrFolder: String, defaultPrependBOS: Bool = true) throws -> HookedTransformer
            """, on: "HookedTransformer"
        ) { (name: String, bos: Bool) in
            try HookedTransformer.fromPretrainedNoProcessing(name, defaultPrependBOS: bos)
        }
    }
}
