/// The numbers that make one GPT-2-style transformer differ from another, with TransformerLens's names in camelCase.
///
/// ```swift
/// model.cfg.nLayers        // 12
/// model.cfg.dHead          // 64
/// ```
public struct HookedTransformerConfig: Sendable, Equatable {
    /// What the model is called in messages, such as `gpt2-small`.
    public var modelName: String
    /// The number of blocks.
    public var nLayers: Int
    /// The number of attention heads per block.
    public var nHeads: Int
    /// The width of the residual stream.
    public var dModel: Int
    /// The width of one head's query, key and value.
    public var dHead: Int
    /// The number of neurons per block. From `n_inner` where a checkpoint has it, which TransformerLens ignores.
    public var dMLP: Int
    /// The most positions that a prompt may have.
    public var nCtx: Int
    /// The number of token ids.
    public var dVocab: Int
    /// The activation function of the neurons.
    public var actFn: ActivationFunction
    /// What layer norm adds to the variance.
    public var eps: Float
    /// Whether attention scores of layer l are also divided by l + 1.
    public var scaleAttnByInverseLayerIdx: Bool
    /// Whether layer norms still carry their gain and bias (`LN`), or have them folded into what follows (`LNPre`).
    public var normalizationType: NormalizationType
    /// Whether text gets a BOS in front unless a call says otherwise.
    public var defaultPrependBOS: Bool
    /// Whether `attn.hook_result` fires; see ``HookedTransformer/setUseAttnResult(_:)``.
    public internal(set) var useAttnResult = false
    /// Whether `hook_q_input`, `hook_k_input` and `hook_v_input` fire.
    public internal(set) var useSplitQKVInput = false
    /// Whether `hook_attn_in` fires.
    public internal(set) var useAttnIn = false
    /// Whether `hook_mlp_in` fires.
    public internal(set) var useHookMLPIn = false
    /// Whether `hook_unembed` fires, which shows the logits.
    public internal(set) var useHookUnembed = false

    /// A configuration; what is left out is as in GPT-2.
    public init(
        modelName: String = "custom", nLayers: Int, nHeads: Int, dModel: Int, dHead: Int? = nil, dMLP: Int? = nil,
        nCtx: Int, dVocab: Int, actFn: ActivationFunction = .geluNew, eps: Float = 1e-5,
        scaleAttnByInverseLayerIdx: Bool = false, normalizationType: NormalizationType = .layerNorm,
        defaultPrependBOS: Bool = true
    ) {
        self.modelName = modelName
        self.nLayers = nLayers
        self.nHeads = nHeads
        self.dModel = dModel
        self.dHead = dHead ?? (nHeads > 0 ? dModel / nHeads : 0)
        self.dMLP = dMLP ?? 4 * dModel
        self.nCtx = nCtx
        self.dVocab = dVocab
        self.actFn = actFn
        self.eps = eps
        self.scaleAttnByInverseLayerIdx = scaleAttnByInverseLayerIdx
        self.normalizationType = normalizationType
        self.defaultPrependBOS = defaultPrependBOS
    }

    /// What attention scores are divided by: the square root of ``dHead``.
    public var attnScale: Float { Float(dHead).squareRoot() }

    /// The parameters of the blocks' matrices, as TransformerLens counts them: no embeddings, biases or norms.
    public var nParams: Int { nLayers * (4 * dModel * dHead * nHeads + 2 * dModel * dMLP) }

    /// What attention scores of `layer` are divided by.
    func attnScale(layer: Int) -> Float {
        scaleAttnByInverseLayerIdx ? attnScale * Float(layer + 1) : attnScale
    }

    /// The width of all heads together.
    var dHeads: Int { nHeads * dHead }
}

/// Whether layer norms have parameters of their own, under the names that TransformerLens gives the two.
public enum NormalizationType: String, Sendable, CustomStringConvertible {
    /// (x − mean) / scale · w + b
    case layerNorm = "LN"
    /// (x − mean) / scale; w and b are folded into the matrices that follow.
    case layerNormPre = "LNPre"

    public var description: String { rawValue }
}
