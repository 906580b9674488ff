/// What can be wrong with a model, or with what it is run on.
public enum ModelError: Error, Equatable {
    /// A configuration that no model can have.
    case badConfig(String)
    /// A weight whose shape is not the one that the configuration asks for.
    case wrongWeightShape(name: String, expected: [Int], found: [Int])
    /// A prompt without tokens; no row when there is no prompt at all.
    case emptyPrompt(row: Int?)
    /// A prompt longer than the model's positions.
    case tooManyTokens(count: Int, limit: Int)
    /// More new tokens than the model's positions leave.
    case tooManyNewTokens(prompt: Int, new: Int, limit: Int)
    /// A token id outside the vocabulary.
    case unknownToken(Int, row: Int, position: Int, dVocab: Int)
    /// Prompts of unequal lengths, and no word about where the shorter ones are filled up.
    case unequalLengths([Int])
    /// One row begins or ends with padding tokens and others do not, and no word about padding.
    case looksPadded(row: Int, count: Int, side: PaddingSide)
    /// Tokens that are neither [position] nor [batch, position].
    case badTokenShape([Int])
    /// Several rows of tokens where one is wanted.
    case severalRows([Int])
    /// A residual stream as input, and no `startAtLayer:`.
    case residualWithoutLayer([Int])
    /// Tokens that are not integers.
    case tokensNotIntegers(dtype: String)
    /// An attention mask whose shape is not that of the tokens.
    case badMaskShape(expected: [Int], found: [Int])
    /// A loss of prompts with fewer than two tokens.
    case lossNeedsTwoTokens
    /// A loss of a run that stops before its logits.
    case lossNeedsLogits
    /// A loss of a run that started from a residual stream.
    case lossNeedsTokens
    /// Text for a model without a tokenizer.
    case noTokenizer(reason: String)
    /// A BOS is asked for, and the tokenizer has none.
    case noBOS
    /// A text that is several tokens where one is wanted.
    case notASingleToken(String, tokens: [String])
    /// A token that the prompt does not have.
    case tokenNotInPrompt(String)
    /// An option that cannot be, in words.
    case badOption(String)
    /// The input of a head, where its keys and values are other heads' too.
    case attnInOfGroups
    /// A weight that this kind of model does not have.
    case noSuchWeight(String, reason: String)
}

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
        case .badOption(let what):
            what
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
