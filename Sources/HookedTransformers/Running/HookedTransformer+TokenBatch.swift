internal import TensorCore

extension HookedTransformer {
    /// The checked tokens of `input`, with the mask that padding calls for.
    func tokenBatch(_ input: any ModelInput, _ options: RunOptions) throws -> TokenBatch {
        let padded = try padded(input, options)
        let mask = try attentionMask(input, padded, options)
        return try TokenBatch(
            ids: padded.ids, rows: padded.rows, positions: padded.positions, mask: mask, cfg: cfg)
    }

    private func padded(_ input: any ModelInput, _ options: RunOptions) throws -> PaddedTokens {
        switch input.modelTokens {
        case .texts(let texts):
            let rows = try texts.map { try encode($0, prependBOS: options.prependBOS) }
            return try PaddedTokens(rows, side: options.paddingSide, padding: tokenizer?.padTokenID ?? 0)
        case .rows(let rows):
            return try PaddedTokens(rows, side: options.paddingSide, padding: tokenizer?.padTokenID ?? 0)
        case .tensor(let tensor):
            if tensor.ndim == 3, tensor.dtype == .float32 { throw ModelError.residualWithoutLayer(tensor.shape) }
            return try PaddedTokens(tensor)
        }
    }

    /// The mask that the caller gave, or that filling up made, or that the tokens show.
    private func attentionMask(
        _ input: any ModelInput, _ tokens: PaddedTokens, _ options: RunOptions
    ) throws -> [Bool]? {
        if let mask = options.attentionMask { return try tokens.checked(mask) }
        if let mask = tokens.mask { return mask }
        // Texts were encoded here: what wasn't filled up has no padding, whatever its tokens look like.
        if case .texts = input.modelTokens { return nil }
        guard let tokenizer, let pad = tokenizer.padTokenID else {
            if options.paddingSide == nil { return nil }
            throw ModelError.optionNeeds(
                "paddingSide:", what: "a tokenizer that says which token is padding; pass attentionMask: instead")
        }
        switch options.paddingSide {
        case .left:
            let keepsBOS = options.prependBOS ?? cfg.defaultPrependBOS && tokenizer.bosTokenID == pad
            return tokens.leftPaddingMask(pad: pad, keepsBOS: keepsBOS)
        case .right: return nil
        case nil:
            try tokens.refuseUnequalPadding(pad: pad, isOwn: tokenizer.hasOwnPadding, filledUp: filledUpRows)
            return nil
        }
    }
}
