internal import Hooks

/// What a generation may be told beside its prompts.
struct GenerationOptions {
    let maxNewTokens: Int
    /// The token that ends a text; nil when nothing ends it.
    let stopToken: Int?
    /// What follows behind it while other texts go on.
    let paddingToken: Int?
    let usesPastKVCache: Bool
    let fwdHooks: [Hook]
    var sampler: TokenSampler

    init(
        maxNewTokens: Int, stopToken: Int?, paddingToken: Int?, usesPastKVCache: Bool, fwdHooks: [Hook],
        sampler: TokenSampler
    ) throws {
        guard maxNewTokens >= 0 else {
            throw ModelError.optionOutOfRange("maxNewTokens", value: "\(maxNewTokens)", expected: "at least 0")
        }
        self.maxNewTokens = maxNewTokens
        self.stopToken = stopToken
        self.paddingToken = paddingToken ?? stopToken
        self.usesPastKVCache = usesPastKVCache
        self.fwdHooks = fwdHooks
        self.sampler = sampler
    }
}
