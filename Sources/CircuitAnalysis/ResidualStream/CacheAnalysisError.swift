/// What can keep a cache from being taken apart.
public enum CacheAnalysisError: Error, Equatable {
    /// The cache was put together by hand, and weights are needed.
    case noModel
    /// A layer outside 0…nLayers, the last of which means: after all layers. (Where one layer is meant and not those before
    /// it, `HookError.layerOutOfRange` has the numbers.)
    case layerOutOfRange(Int, layers: Int)
    /// A stack whose axes do not fit the cached run.
    case wrongStack(shape: [Int], expected: String)
    /// Tokens that do not fit the stack they are to be read from.
    case wrongTokens(shape: [Int], stack: [Int])
    /// Correct and incorrect tokens of different shapes.
    case unequalTokens(correct: [Int], incorrect: [Int])
    /// A token id that the model does not have.
    case unknownToken(Int, dVocab: Int)
    /// An MLP's input where blocks have no MLP.
    case noMLP
    /// Tokens that are not integers.
    case tokensNotIntegers(dtype: String)
    /// Prompts that the cache does not have, by the shape of its scale [batch, position, 1].
    case badBatchSlice(scaleShape: [Int], reason: String)
    /// A layer norm's scale that was kept per head.
    case scalePerHead(hook: String)
}

extension CacheAnalysisError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noModel:
            "this cache was put together by hand and knows no model; use one that model.runWithCache returned"
        case .layerOutOfRange(let layer, let layers):
            "layer \(layer) is out of range: give 0 to \(layers), "
                + "where \(layers) (as -1 and nil) means after the last layer"
        case .wrongStack(let shape, let expected):
            "the stack has the shape \(shape); expected \(expected)"
        case .wrongTokens(let shape, let stack):
            "tokens of shape \(shape) do not fit a stack of shape \(stack): "
                + "give one token, [batch] or [batch, position]"
        case .unequalTokens(let correct, let incorrect):
            "tokens have the shape \(correct) and incorrectTokens \(incorrect); they have to be the same"
        case .unknownToken(let id, let dVocab):
            "token id \(id) is unknown: ids go from 0 to \(dVocab - 1) (cfg.dVocab)"
        case .noMLP:
            "mlpInput: this model's blocks have no MLP; leave it false"
        case .tokensNotIntegers(let dtype):
            "tokens have to be integers, and these are \(dtype)"
        case .badBatchSlice(let shape, let reason):
            "batchSlice: among the \(shape.first ?? 0) prompts of the cache: \(reason)"
        case .scalePerHead(let hook):
            "\"\(hook)\" was kept once per head, because setUseSplitQKVInput or setUseAttnIn is on; "
                + "switch it off for this run, or pass statistics: .own"
        }
    }
}
