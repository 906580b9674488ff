public import CellInterpreter
internal import SwiftLens

extension HookedTransformer: HostObject {}
extension HookedTransformerConfig: HostObject {}
extension ActivationFunction: HostObject {}
extension ActivationCache: HostObject {}
extension Hook: HostObject {}
extension HookPoint: HostObject {}
extension PaddingSide: HostObject {}
extension ReturnType: HostObject {}

extension HostLibrary {
    /// Models, their hooks and caches.
    func bindModels() {
        type(
            "HookedTransformer", HookedTransformer.self,
            doc: "A GPT-2-style transformer with a hook point at every activation.", isReference: true,
            describe: { $0.description })
        type(
            "HookedTransformerConfig", HookedTransformerConfig.self, doc: "A model's sizes and settings: `model.cfg.nLayers`.",
            describe: { ConfigText.text($0) })
        type("ActivationFunction", ActivationFunction.self, doc: "The nonlinearity of a model's neurons.")
        type(
            "ActivationCache", ActivationCache.self, doc: "The activations that a run kept, by hook name, in firing order.",
            describe: { $0.description })
        type("Hook", Hook.self, doc: "A closure that may change an activation, and where it runs.")
        type("HookPoint", HookPoint.self, doc: "The place of an activation; its `name` is the hook's.", describe: { $0.name })
        type("PaddingSide", PaddingSide.self, doc: "Where shorter prompts of a batch are filled up.")
        type("ReturnType", ReturnType.self, doc: "What a run gives back.")
        conformance("ModelInput", of: "String", "[String]", "[Int]", "[[Int]]")
        declare("static let left: PaddingSide", on: "PaddingSide") { PaddingSide.left }
        declare("static let right: PaddingSide", on: "PaddingSide") { PaddingSide.right }
        declare("static let logits: ReturnType", on: "ReturnType") { ReturnType.logits }
        declare("static let loss: ReturnType", on: "ReturnType") { ReturnType.loss }
        bindLoading()
        bindConfig()
        bindRuns()
        bindTokens()
        bindHooks()
        bindCaches()
        bindWeights()
    }

    private func bindLoading() {
        declare(
            """
            /// Loads a model by name or from a folder: `try HookedTransformer.fromPretrained("tiny-ioi")`.
            ///
            /// Looks in the folder given, in `weights/`, then in Hugging Face's cache. The steps change the weights, not
            /// what the model computes. An error names the file, or the command that fetches a known model.
            static func fromPretrained(_ nameOrFolder: String, centerUnembed: Bool = true, centerWritingWeights: Bool = true, foldLN: Bool = true, foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false) throws -> HookedTransformer
            """, on: "HookedTransformer"
        ) { (name: String, center: Bool, writing: Bool, fold: Bool, values: Bool, refactor: Bool) in
            try HookedTransformer.fromPretrained(
                name, centerUnembed: center, centerWritingWeights: writing, foldLN: fold, foldValueBiases: values,
                refactorFactoredAttnMatrices: refactor)
        }
        completions(of: "HookedTransformer.fromPretrained", argument: 0) { request in
            ModelRegistry.names.filter { $0.hasPrefix(request.text) }
        }
    }

    private func bindConfig() {
        declare("/// The model's sizes and settings.\nvar cfg: HookedTransformerConfig", on: "HookedTransformer") {
            (model: HookedTransformer) in model.cfg
        }
        let sizes: [(String, String, KeyPath<HookedTransformerConfig, Int>)] = [
            ("nLayers", "The number of blocks.", \.nLayers), ("nHeads", "The number of attention heads of a block.", \.nHeads),
            ("dModel", "The width of the residual stream.", \.dModel), ("dHead", "The width of a head.", \.dHead),
            ("dMLP", "The number of neurons of a block.", \.dMLP), ("nCtx", "The most tokens that a prompt may have.", \.nCtx),
            ("dVocab", "The number of token ids.", \.dVocab),
            ("nParams", "The parameters of the blocks' matrices, as TransformerLens counts them.", \.nParams),
        ]
        for (name, sentence, path) in sizes {
            declare("/// \(sentence)\nvar \(name): Int", on: "HookedTransformerConfig") {
                (cfg: HookedTransformerConfig) in cfg[keyPath: path]
            }
        }
        declare("/// What layer norm adds to the variance.\nvar eps: Float", on: "HookedTransformerConfig") {
            (cfg: HookedTransformerConfig) in cfg.eps
        }
        declare("/// What attention scores are divided by.\nvar attnScale: Float", on: "HookedTransformerConfig") {
            (cfg: HookedTransformerConfig) in cfg.attnScale
        }
        declare("/// The neurons' nonlinearity.\nvar actFn: ActivationFunction", on: "HookedTransformerConfig") {
            (cfg: HookedTransformerConfig) in cfg.actFn
        }
        declare("/// What the model is called.\nvar modelName: String", on: "HookedTransformerConfig") {
            (cfg: HookedTransformerConfig) in cfg.modelName
        }
    }
}
