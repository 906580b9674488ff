public import CellInterpreter
internal import SwiftLens

extension NormalizationType: HostObject {}

extension HostLibrary {
    /// A model's sizes and settings.
    func bindConfig() {
        declare("/// The model's sizes and settings.\nvar cfg: HookedTransformerConfig", on: "HookedTransformer") {
            (model: HookedTransformer) in model.cfg
        }
        let sizes: [(String, String, KeyPath<HookedTransformerConfig, Int>)] = [
            ("nLayers", "The number of blocks.", \.nLayers),
            ("nHeads", "The number of attention heads of a block.", \.nHeads),
            ("dModel", "The width of the residual stream.", \.dModel), ("dHead", "The width of a head.", \.dHead),
            ("dMLP", "The number of neurons of a block.", \.dMLP),
            ("nCtx", "The most tokens that a prompt may have.", \.nCtx),
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
        bindConfigSettings()
    }

    private func bindConfigSettings() {
        type(
            "NormalizationType", NormalizationType.self,
            doc: "Whether layer norms still have gains and biases of their own.",
            describe: { $0.description })
        declare(
            "/// With a gain and a bias of their own: \"LN\".\nstatic let layerNorm: NormalizationType",
            on: "NormalizationType"
        ) {
            NormalizationType.layerNorm
        }
        declare(
            "/// With both folded into what follows: \"LNPre\".\nstatic let layerNormPre: NormalizationType",
            on: "NormalizationType"
        ) {
            NormalizationType.layerNormPre
        }
        declare("/// TransformerLens's name for it.\nvar rawValue: String", on: "NormalizationType") {
            (type: NormalizationType) in type.rawValue
        }
        let functions: [(String, ActivationFunction)] = [
            ("geluNew", .geluNew), ("gelu", .gelu), ("relu", .relu), ("silu", .silu),
        ]
        for (name, function) in functions {
            declare(
                "/// The function `\(function.rawValue)`.\nstatic let \(name): ActivationFunction",
                on: "ActivationFunction"
            ) { function }
        }
        declare("/// Hugging Face's name for it.\nvar rawValue: String", on: "ActivationFunction") {
            (function: ActivationFunction) in function.rawValue
        }
        declare(
            "/// Whether layer norms have gains and biases of their own.\nvar normalizationType: NormalizationType",
            on: "HookedTransformerConfig"
        ) {
            (cfg: HookedTransformerConfig) in cfg.normalizationType
        }
        let switches: [(String, String, KeyPath<HookedTransformerConfig, Bool>)] = [
            (
                "scaleAttnByInverseLayerIdx", "Whether attention scores of layer l are also divided by l + 1.",
                \.scaleAttnByInverseLayerIdx
            ),
            (
                "defaultPrependBOS", "Whether text gets a BOS in front unless a call says otherwise.",
                \.defaultPrependBOS
            ),
            ("useAttnResult", "Whether `attn.hook_result` fires.", \.useAttnResult),
            ("useSplitQKVInput", "Whether `hook_q_input`, `hook_k_input` and `hook_v_input` fire.", \.useSplitQKVInput),
            ("useAttnIn", "Whether `hook_attn_in` fires.", \.useAttnIn),
            ("useHookMLPIn", "Whether `hook_mlp_in` fires.", \.useHookMLPIn),
            ("useHookUnembed", "Whether `hook_unembed` fires, which shows the logits.", \.useHookUnembed),
        ]
        for (name, sentence, path) in switches {
            declare("/// \(sentence)\nvar \(name): Bool", on: "HookedTransformerConfig") {
                (cfg: HookedTransformerConfig) in cfg[keyPath: path]
            }
        }
    }
}
