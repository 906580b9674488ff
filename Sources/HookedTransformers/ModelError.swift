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
    /// Several prompts where one is wanted.
    case severalPrompts(Int)
    /// An option outside of what it may be.
    case optionOutOfRange(String, value: String, expected: String)
    /// An option that cannot do without something else.
    case optionNeeds(String, what: String)
    /// An option that means nothing here, and what does.
    case optionDoesNotApply(String, reason: String, instead: String)
    /// Logits whose axes are not those that are needed.
    case badLogitsShape([Int], expected: String)
    /// Logits and tokens of different runs.
    case logitsDoNotFit(logits: [Int], tokens: [Int])
    /// A layer to start at that the model does not have.
    case startOutOfRange(Int, layers: Int)
    /// A layer to start at behind the one to stop at.
    case startAfterStop(start: Int, stop: Int)
    /// What names no positions of a prompt.
    case badPositions(given: String)
    /// Positions that a run does not have.
    case positionsOutOfRange(count: Int, reason: String)
    /// A key/value cache that another model filled.
    case cacheOfAnotherModel
    /// A key/value cache of another number of prompts.
    case cacheOfOtherPrompts(cached: Int, given: Int)
    /// Hooks that were added to a model which runs with a key/value cache.
    case hooksWithKVCache
    /// Hooks that were added to a model which a measurement runs without them.
    case hooksInMeasurement
    /// A measurement of a model whose queries look at later positions.
    case measurementNeedsCausalAttention
    /// A model of whose runs too little can be kept.
    case runCannotBeKept
    /// An activation without elements, which is none that a model can have computed.
    case emptyActivation(shape: [Int])
    /// A head that the model does not have.
    case unknownHead(layer: Int, head: Int, layers: Int, heads: Int)
    /// The input of a head, where its keys and values are other heads' too.
    case attnInOfGroups
    /// A weight that this kind of model does not have.
    case noSuchWeight(String, reason: String)
}
