/// GPT-2's byte-level byte-pair encoding: text to token ids and back.
///
/// ```swift
/// let tokenizer = try BytePairTokenizer(directory: folder)     // reads tokenizer.json, or vocab.json and merges.txt
/// tokenizer.encode("Hello world")                              // [15496, 995]
/// try tokenizer.decode([15496, 995])                           // "Hello world"
/// ```
/// Added tokens such as `<|endoftext|>` are recognised inside text. A BOS is never added here.
public struct BytePairTokenizer: Sendable {
    /// The number of ids, which go from 0 to `vocabularySize - 1`; added tokens count.
    public let vocabularySize: Int

    /// The token that begins a text: `<|endoftext|>` unless the tokenizer's files say otherwise.
    public let bosToken: String
    /// The token that ends a text: `<|endoftext|>` unless the tokenizer's files say otherwise.
    public let eosToken: String
    /// The token that fills up short texts; ``eosToken`` where the tokenizer's files name none.
    public let padToken: String

    private let table: VocabularyTable
    private let byteTokens: [Int32?]
    private let merges: BytePairMerges
    private let added: AddedTokens
    private let normalizedAdded: AddedTokens
    private let contents: [Int: String]
    private let ids: [String: Int]
    private let addsPrefixSpace: Bool
    private let cache = WordCache()

    /// A tokenizer of a vocabulary, its merges in order, and the tokens that stand for themselves in text.
    ///
    /// Token texts are in GPT-2's byte alphabet, in which a space is `Ġ`.
    /// - Throws: ``TokenizerError`` when a token or a merge is not well formed.
    public init(
        vocabulary: [String: Int], merges: [(String, String)], specialTokens: [String] = ["<|endoftext|>"],
        bosToken: String = "<|endoftext|>"
    ) throws {
        var table = VocabularyTable(file: "vocabulary")
        for (token, id) in vocabulary { try table.add(token.utf8, id: id) }
        try table.finish()
        var pairs = BytePairMerges(capacity: merges.count)
        for (left, right) in merges { try table.resolve(left.utf8, right.utf8, into: &pairs, file: "merges") }
        let tokens = (specialTokens + [bosToken]).compactMap { token in
            table.id(ofContent: token).map { AddedToken(content: token, id: $0) }
        }
        try self.init(table, pairs, tokens, TokenizerSettings(bos: bosToken), addsPrefixSpace: false)
    }

    /// - Parameter file: the tokenizer.json from which the first two come, if they do.
    init(
        _ table: VocabularyTable, _ merges: BytePairMerges, _ settings: TokenizerSettings, file: TokenizerJSON? = nil
    ) throws {
        let tokens = try AddedTokenList(table, file?.added ?? [], settings).tokens
        try self.init(
            table, merges, tokens, settings,
            addsPrefixSpace: settings.addsPrefixSpace ?? file?.addsPrefixSpace ?? false)
    }

    private init(
        _ table: VocabularyTable, _ merges: BytePairMerges, _ tokens: [AddedToken], _ settings: TokenizerSettings,
        addsPrefixSpace: Bool
    ) throws {
        contents = Dictionary(tokens.map { ($0.id, $0.content) }) { first, _ in first }
        ids = Dictionary(tokens.map { ($0.content, $0.id) }) { first, _ in first }
        try table.checkForeignTokens(areAdded: ids)
        vocabularySize = max(table.count, (tokens.map(\.id).max() ?? -1) + 1)
        self.table = table
        byteTokens = (0...255).map { table.id(of: [$0]) }
        self.merges = merges
        added = AddedTokens(tokens.filter { !$0.isNormalized })
        normalizedAdded = AddedTokens(tokens.filter(\.isNormalized))
        let usual = ids[Self.usualToken] == nil ? nil : Self.usualToken
        let eos = settings.token(.eos) ?? (settings.lacks(.eos) ? nil : usual)
        let bos = settings.token(.bos) ?? (settings.lacks(.bos) ? nil : usual)
        eosToken = eos ?? bos ?? Self.usualToken
        bosToken = bos ?? eosToken
        padToken = settings.token(.pad) ?? eosToken
        self.addsPrefixSpace = addsPrefixSpace
    }

    static let usualToken = "<|endoftext|>"

    /// The id of ``bosToken``, if the vocabulary has it.
    public var bosTokenID: Int? { id(of: bosToken) }
    /// The id of ``eosToken``, if the vocabulary has it.
    public var eosTokenID: Int? { id(of: eosToken) }
    /// The id of ``padToken``, if the vocabulary has it.
    public var padTokenID: Int? { id(of: padToken) }

    private func id(of token: String) -> Int? { ids[token] ?? table.id(ofContent: token) }

    /// The token ids of `text`, without a BOS.
    /// - Throws: ``TokenizerError/missingByte(_:text:)`` when the vocabulary lacks a byte of it; GPT-2's has all.
    public func encode(_ text: String) throws -> [Int] {
        let bytes = Array(text.utf8)
        var ids: [Int] = []
        try added.forEachPiece(of: bytes, in: 0..<bytes.count) { piece in
            switch piece {
            case .token(let id): ids.append(id)
            case .text(let range):
                try normalizedAdded.forEachPiece(of: bytes, in: range) { piece in
                    switch piece {
                    case .token(let id): ids.append(id)
                    case .text(let range): try encodePlain(bytes, range, into: &ids)
                    }
                }
            }
        }
        return ids
    }

    /// The text of `ids`; bytes that are no valid UTF-8 become U+FFFD, and an id that the vocabulary leaves out nothing.
    /// - Throws: ``TokenizerError/unknownID(_:count:)`` for an id below 0 or beyond the last.
    public func decode(_ ids: [Int]) throws -> String {
        var bytes: [UInt8] = []
        for id in ids {
            guard (0..<vocabularySize).contains(id) else { throw TokenizerError.unknownID(id, count: vocabularySize) }
            if let content = contents[id] {
                bytes += content.utf8
            } else if let token = table.bytes(of: id) {
                bytes += token
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words between added tokens; each is looked up or merged by itself.
    private func encodePlain(_ text: [UInt8], _ range: Range<Int>, into ids: inout [Int]) throws {
        if addsPrefixSpace, text[range.lowerBound] != UInt8(ascii: " ") {
            try encodeWords([UInt8(ascii: " ")] + text[range], 0..<range.count + 1, into: &ids)
        } else {
            try encodeWords(text, range, into: &ids)
        }
    }

    private func encodeWords(_ text: [UInt8], _ range: Range<Int>, into ids: inout [Int]) throws {
        var words = PreTokenizer(text, from: range.lowerBound)
        while let word = words.next(before: range.upperBound) {
            for id in try cache.tokens(of: Array(text[word]), encode: encodeWord) { ids.append(Int(id)) }
        }
    }

    private func encodeWord(_ word: [UInt8]) throws -> [Int32] {
        let symbols = try word.map { byte in
            guard let id = byteTokens[Int(byte)] else {
                throw TokenizerError.missingByte(byte, text: String(decoding: word, as: UTF8.self))
            }
            return id
        }
        return merges.apply(to: symbols)
    }
}
