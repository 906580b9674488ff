/// What a model needs of a tokenizer. Tokenizers conform where they are loaded; a model knows no vocabulary format.
public protocol TextTokenizer: Sendable {
    /// The token that stands at the beginning of a text.
    var bosTokenID: Int? { get }
    /// The token that ends a text.
    var eosTokenID: Int? { get }
    /// The token with which short prompts are filled up. Where it is ``eosTokenID`` or ``bosTokenID`` it only stands in for
    /// one, and may as well be part of a text.
    var padTokenID: Int? { get }
    /// The number of ids that it knows.
    var vocabularySize: Int { get }
    /// The ids of `text`, without a BOS.
    func encode(_ text: String) throws -> [Int]
    /// The text of `ids`; bytes that are no valid UTF-8 become U+FFFD.
    func decode(_ ids: [Int]) throws -> String
    /// The text of a token as it stands inside a text, with a leading space that it may lose at the beginning of one.
    func tokenText(_ id: Int) throws -> String
    /// The token whose text inside a text is `text`.
    func tokenID(ofText text: String) -> Int?
}

extension TextTokenizer {
    /// What ends a text where nothing else is said: the token that fills up.
    public var eosTokenID: Int? { padTokenID }

    /// What ``decode(_:)`` makes of it alone.
    public func tokenText(_ id: Int) throws -> String { try decode([id]) }

    /// None but those that ``encode(_:)`` makes.
    public func tokenID(ofText text: String) -> Int? { nil }

    /// Whether padding is nothing else.
    var hasOwnPadding: Bool { padTokenID != nil && padTokenID != eosTokenID && padTokenID != bosTokenID }
}
