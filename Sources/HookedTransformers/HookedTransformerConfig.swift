/// What makes one transformer differ from another, with TransformerLens's names in camelCase.
///
/// ```swift
/// model.cfg.nLayers        // 12
/// model.cfg.dHead          // 64
/// ```
public struct HookedTransformerConfig: Sendable, Equatable {
    /// What the model is called in messages, such as `gpt2-small`.
    public var modelName: String
    /// What the checkpoint calls its kind of model, such as `LlamaForCausalLM`; nil where it doesn't say.
    public var originalArchitecture: String?
    /// The number of blocks.
    public var nLayers: Int
    /// The number of attention heads per block.
    public var nHeads: Int
    /// The width of the residual stream.
    public var dModel: Int
    /// The width of one head's query, key and value.
    public var dHead: Int
    /// The number of heads that have keys and values of their own, which groups of ``nHeads`` share; nil when all do.
    public var nKeyValueHeads: Int?
    /// The number of neurons per block, 0 without MLPs. From `n_inner` where a checkpoint has it, which TransformerLens
    /// ignores.
    public var dMLP: Int
    /// The most positions that a prompt may have.
    public var nCtx: Int
    /// The number of token ids.
    public var dVocab: Int
    /// The number of logits: ``dVocab`` unless set.
    public var dVocabOut: Int {
        get { ownDVocabOut ?? dVocab }
        set { ownDVocabOut = newValue }
    }
    /// The activation function of the neurons.
    public var actFn: ActivationFunction
    /// What the numbers of the matrices are kept as.
    public internal(set) var dtype: WeightType = .float32
    /// What layer norm adds to the variance.
    public var eps: Float
    /// Whether attention scores are divided by the square root of ``dHead``.
    public var useAttnScale = true
    /// What attention scores x stay below: they become cap · tanh(x / cap); nil where they stay as they are.
    public var attnScoresSoftCap: Double?
    /// What logits x stay below: they become cap · tanh(x / cap); nil where they stay as they are.
    public var outputLogitsSoftCap: Double?
    /// Whether attention scores of layer l are also divided by l + 1.
    public var scaleAttnByInverseLayerIdx: Bool
    /// Which way queries look.
    public var attentionDir: AttentionDirection = .causal
    /// How far back a query looks in local layers, itself included; nil where all look at everything.
    public var windowSize: Int?
    /// Which layers look at everything (`global`) and which at ``windowSize`` positions (`local`); nil when all are global.
    public var attnTypes: [String]?
    /// Whether some layers look back over ``windowSize`` positions only.
    public var useLocalAttn: Bool { attnTypes?.contains("local") ?? false }
    /// Which norm the residual stream is read through, and whether its parameters are folded into what follows.
    public var normalizationType: NormalizationType
    /// How the model knows where a token stands.
    public var positionalEmbeddingType: PositionalEmbeddingType = .standard
    /// How many components of a query or key are rotated, with ``PositionalEmbeddingType/rotary``; nil otherwise.
    public var rotaryDim: Int?
    /// Whether neighbouring components of a query or key are rotated together, rather than those of two halves.
    public var rotaryAdjacentPairs = false
    /// The base of the rotations' angles.
    public var rotaryBase = 10000.0
    /// The same in local layers, where it is another there.
    public var rotaryBaseLocal: Double?
    /// Whether long waves of the rotations are stretched and short ones are not, as in Llama 3.
    public var useNTKByPartsRope = false
    /// By how much long waves are stretched, with ``useNTKByPartsRope``.
    public var ntkByPartsFactor = 8.0
    /// Waves that turn less often than this within ``ntkOriginalCtxLen`` positions are long.
    public var ntkByPartsLowFreqFactor = 1.0
    /// Waves that turn more often than this within ``ntkOriginalCtxLen`` positions are short.
    public var ntkByPartsHighFreqFactor = 4.0
    /// How many positions the model was first trained with, with ``useNTKByPartsRope``.
    public var ntkOriginalCtxLen = 8192
    /// Whether queries and keys of every head go through a norm before they are rotated.
    public var useQKNorm = false
    /// Whether what attention and MLP write goes through a norm of its own before it is added to the residual stream.
    public var useNormalizationBeforeAndAfter = false
    /// Whether the last norm leaves the mean where it is, whatever the others do.
    public var finalRMS = false
    /// Whether a block has no MLP.
    public var attnOnly = false
    /// Whether an MLP reads the residual stream through two matrices, one of which gates the other.
    public var gatedMLP = false
    /// Whether the MLP reads the residual stream as it comes into the block, beside attention.
    public var parallelAttnMLP = false
    /// Whether text gets a BOS in front unless a call says otherwise.
    public var defaultPrependBOS: Bool
    /// Whether `attn.hook_result` fires; see ``HookedTransformer/setUseAttnResult(_:)``.
    public internal(set) var useAttnResult = false
    /// Whether `hook_q_input`, `hook_k_input` and `hook_v_input` fire.
    public internal(set) var useSplitQKVInput = false
    /// Whether `hook_attn_in` fires.
    public internal(set) var useAttnIn = false
    /// Whether keys and values are shown once for every head, though groups of heads share them; see
    /// ``HookedTransformer/setUngroupGroupedQueryAttention(_:)``.
    public internal(set) var ungroupGroupedQueryAttention = false
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
        self.dMLP = dMLP ?? Self.product(4, dModel)
        self.nCtx = nCtx
        self.dVocab = dVocab
        self.actFn = actFn
        self.eps = eps
        self.scaleAttnByInverseLayerIdx = scaleAttnByInverseLayerIdx
        self.normalizationType = normalizationType
        self.defaultPrependBOS = defaultPrependBOS
    }

    /// What attention scores are divided by: the square root of ``dHead`` unless set, or 1 without ``useAttnScale``.
    public var attnScale: Float {
        get { useAttnScale ? ownAttnScale ?? Float(dHead).squareRoot() : 1 }
        set { ownAttnScale = newValue }
    }

    /// The number of logits that was set; nil where it is that of the token ids.
    private var ownDVocabOut: Int?
    /// The scale that was set; nil where it follows from the width of a head.
    private var ownAttnScale: Float?

    /// The parameters of the blocks' matrices, as TransformerLens counts them: no embeddings, biases or norms. Sizes that no model
    /// has come to no more than `Int.max`.
    public var nParams: Int {
        let attention = [4, dModel, dHead, nHeads].reduce(1, Self.product)
        let neurons = attnOnly ? 0 : [gatedMLP ? 3 : 2, dModel, dMLP].reduce(1, Self.product)
        let (block, isOver) = attention.addingReportingOverflow(neurons)
        return Self.product(nLayers, isOver ? .max : block)
    }

    private static func product(_ a: Int, _ b: Int) -> Int {
        let (product, isOver) = a.multipliedReportingOverflow(by: b)
        return isOver ? .max : product
    }

    /// Sets what the matrices are kept as.
    package mutating func keep(as dtype: WeightType) { self.dtype = dtype }

    /// What attention scores of `layer` are divided by.
    package func attnScale(layer: Int) -> Float {
        scaleAttnByInverseLayerIdx ? attnScale * Float(layer + 1) : attnScale
    }

    /// Which positions the queries of `layer` look at.
    package func reach(layer: Int) -> any AttentionReach {
        if attentionDir == .bidirectional { return FullReach() }
        guard let types = attnTypes, types.indices.contains(layer), types[layer] == "local" else {
            return CausalReach()
        }
        return WindowReach(windowSize ?? nCtx)
    }

    /// The width of all heads together.
    package var dHeads: Int { nHeads * dHead }

    /// The number of heads for which runs have keys and values: those with their own, or all.
    package var shownKeyHeads: Int { ungroupGroupedQueryAttention ? nHeads : keyHeads }

    /// The number of heads with keys and values of their own, which is what weights have.
    package var keyHeads: Int { nKeyValueHeads ?? nHeads }
}
