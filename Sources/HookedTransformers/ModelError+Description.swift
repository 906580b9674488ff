extension ModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badConfig(let what):
            "the model's configuration cannot be: \(what)"
        case .wrongWeightShape(let name, let expected, let found):
            "the weight \(name) has the shape \(found); the configuration asks for \(expected)"
        case .emptyPrompt(let row):
            (row.map { "prompt \($0) has no tokens" } ?? "there is no prompt in the input")
                + "; give at least one token, or leave prependBOS on"
        case .tooManyTokens(let count, let limit):
            "the prompt has \(count) tokens and the model takes at most \(limit) (cfg.nCtx)"
        case .tooManyNewTokens(let prompt, let new, let limit):
            "maxNewTokens is \(new), and \(limit - prompt) is the most here: the longest prompt has \(prompt) tokens, and "
                + "the model takes \(limit) with what follows (cfg.nCtx)"
        case .unknownToken(let id, let row, let position, let dVocab):
            "token id \(id) at row \(row), position \(position) is unknown: ids go from 0 to \(dVocab - 1) (cfg.dVocab)"
        case .unequalLengths(let lengths):
            "the prompts have unequal lengths, \(Self.list(lengths)) tokens: index -1 would not be the last token of "
                + "each; run them one by one, or pass paddingSide: .left (index -1 is each prompt's last token) or .right"
        case .looksPadded(let row, let count, let side):
            "row \(row) \(side == .left ? "begins" : "ends") with \(count) padding tokens and other rows do not: "
                + "pass paddingSide: .\(side) if they are padding, or attentionMask: with 1 at every token that is real"
        case .badTokenShape(let shape):
            "tokens have the shape \(shape); they have to be [position] or [batch, position]"
        case .severalRows(let shape):
            "tokens have the shape \(shape), and one row is wanted, [position] or [1, position]: "
                + "take a row with tokens[0], or turn all of them into text with toStrings"
        case .residualWithoutLayer(let shape):
            "the input has the shape \(shape), and tokens have [position] or [batch, position]; "
                + "a residual stream [batch, position, d_model] needs startAtLayer:"
        case .tokensNotIntegers(let dtype):
            "tokens have to be integers, and these are \(dtype)"
        case .badMaskShape(let expected, let found):
            "the attention mask has the shape \(found); the tokens have \(expected)"
        case .lossNeedsTwoTokens:
            "the loss of predicting the next token needs at least two tokens per prompt"
        case .lossNeedsLogits:
            "a run that stops at a layer has no logits, and so no loss"
        case .lossNeedsTokens:
            "a run with startAtLayer: knows no tokens to predict; "
                + "take its logits and call lmCrossEntropyLoss(logits, tokens)"
        case .noTokenizer(let reason):
            "this model takes token ids, not text: \(reason)"
        case .noBOS:
            "the tokenizer has no BOS token; pass prependBOS: false"
        case .notASingleToken(let text, let tokens):
            "Input string: \(text) is not a single token! It is \(tokens.count): \(tokens)"
        case .tokenNotInPrompt(let token):
            "The token does not occur in the prompt: \(token)"
        case .severalPrompts(let count):
            "in: holds \(count) prompts, and the position of a token is asked of one; give them one by one"
        case .optionOutOfRange(let option, let value, let expected):
            "\(option) is \(value); it has to be \(expected)"
        case .optionNeeds(let option, let what):
            "\(option) needs \(what)"
        case .optionDoesNotApply(let option, let reason, let instead):
            "\(option) \(reason); \(instead)"
        case .badLogitsShape(let shape, let expected):
            "the logits have the shape \(shape); they have to be \(expected)"
        case .logitsDoNotFit(let logits, let tokens):
            "logits of shape \(logits) and tokens of shape \(tokens) do not fit: "
                + "expected [batch, position, d_vocab] and [batch, position]"
        case .startOutOfRange(let start, let layers):
            "startAtLayer: \(start) is out of range: give 0 to \(layers), where \(layers) runs only the final layer "
                + "norm and the unembedding, or -\(layers) to -1 from the end"
        case .startAfterStop(let start, let stop):
            "startAtLayer: \(start) comes after stopAtLayer: \(stop)"
        case .badPositions(let given):
            "posSlice: was given \(given); give an integer, a range, .stride(from:to:by:) or a list of integers"
        case .positionsOutOfRange(let count, let reason):
            "posSlice: among the \(count) positions of the run: \(reason)"
        case .cacheOfAnotherModel:
            "this key/value cache was filled by another model; start with a new one"
        case .cacheOfOtherPrompts(let cached, let given):
            "the key/value cache holds \(cached) prompts and \(given) came"
        case .hooksWithKVCache:
            "hooks do not fire in a run with a key/value cache: "
                + "call model.resetHooks(includingPermanent: true) first, or run without pastKVCache"
        case .hooksInMeasurement:
            "hooks have been added to the model, and this measurement runs it without them; "
                + "remove them with model.resetHooks(includingPermanent: true)"
        case .measurementNeedsCausalAttention:
            "this measurement computes only what comes behind a changed position, "
                + "and queries of this model look at later positions too"
        case .runCannotBeKept:
            "a run of this model does not keep what its variants start from"
        case .emptyActivation(let shape):
            "an activation of shape \(shape) has no elements, and nothing can be computed from it"
        case .unknownHead(let layer, let head, let layers, let heads):
            "there is no head L\(layer)H\(head): layers go from 0 to \(layers - 1), heads from 0 to \(heads - 1)"
        case .attnInOfGroups:
            "hook_attn_in cannot be switched on in this model, whose heads share keys and values: "
                + "call model.setUseSplitQKVInput(true) instead"
        case .noSuchWeight(let name, let reason):
            "this model has no \(name): \(reason)"
        }
    }

    private static func list(_ lengths: [Int]) -> String {
        lengths.prefix(8).map(String.init).joined(separator: ", ") + (lengths.count > 8 ? ", …" : "")
    }
}
