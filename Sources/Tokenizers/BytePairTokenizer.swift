/// Byte-pair encoding: text to token ids and back.
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
    /// Whether the tokenizer's files say that texts begin with ``bosToken``; it is never added here.
    public let addsBOS: Bool
    /// The token that fills up short texts; ``eosToken`` where the tokenizer's files name none.
    public let padToken: String

    private let model: BytePairModel
    private let normalizer: TextNormalizer
    private let splitter: WordSplitter
    private let decoder: TokenDecoder
    private let added: AddedTokens
    private let normalizedAdded: AddedTokens
    private let contents: [Int: String]
    private let ids: [String: Int]

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
        try self.init(BytePairModel(table, pairs), tokens, TokenizerSettings(bos: bosToken))
    }

    /// The tokenizer of a vocabulary of GPT-2's kind.
    init(_ table: VocabularyTable, _ merges: BytePairMerges, _ settings: TokenizerSettings) throws {
        try self.init(BytePairModel(table, merges), try AddedTokenList(table, [], settings).tokens, settings)
    }

    /// The tokenizer of a tokenizer.json.
    init(_ file: TokenizerJSON, _ settings: TokenizerSettings) throws {
        var settings = settings
        settings.take(bos: file.bos)
        try self.init(
            file.model, try AddedTokenList(file.model.table, file.added, settings).tokens, settings,
            normalizer: file.normalizer, splitter: file.splitter, decoder: file.decoder)
    }

    init(
        _ model: BytePairModel, _ tokens: [AddedToken], _ settings: TokenizerSettings,
        normalizer: TextNormalizer = TextNormalizer(), splitter: WordSplitter = WordSplitter(),
        decoder: TokenDecoder = TokenDecoder()
    ) throws {
        (self.model, self.normalizer, self.decoder) = (model, normalizer, decoder)
        var splitter = splitter
        if let addsPrefixSpace = settings.addsPrefixSpace { splitter.setPrefixSpace(addsPrefixSpace) }
        self.splitter = splitter
        contents = Dictionary(tokens.map { ($0.id, $0.content) }) { first, _ in first }
        ids = Dictionary(tokens.map { ($0.content, $0.id) }) { first, _ in first }
        try model.table.checkForeignTokens(areAdded: ids)
        vocabularySize = max(model.table.count, (tokens.map(\.id).max() ?? -1) + 1)
        added = AddedTokens(tokens.filter { !$0.isNormalized })
        normalizedAdded = AddedTokens(tokens.filter(\.isNormalized).map { $0.withContent(normalizer($0.content)) })
        let usual = ids[Self.usualToken] == nil ? nil : Self.usualToken
        let eos = settings.token(.eos) ?? (settings.lacks(.eos) ? nil : usual)
        let bos = settings.token(.bos) ?? (settings.lacks(.bos) ? nil : usual)
        eosToken = eos ?? bos ?? Self.usualToken
        bosToken = bos ?? eosToken
        padToken = settings.token(.pad) ?? eosToken
        addsBOS = settings.addsBOS
    }

    static let usualToken = "<|endoftext|>"

    /// The id of ``bosToken``, if the vocabulary has it.
    public var bosTokenID: Int? { id(of: bosToken) }
    /// The id of ``eosToken``, if the vocabulary has it.
    public var eosTokenID: Int? { id(of: eosToken) }
    /// The id of ``padToken``, if the vocabulary has it.
    public var padTokenID: Int? { id(of: padToken) }

    private func id(of token: String) -> Int? { ids[token] ?? model.table.id(ofContent: token) }

    /// The token ids of `text`, without a BOS.
    /// - Throws: ``TokenizerError/missingByte(_:text:)`` when the vocabulary lacks a byte of it; GPT-2's has all.
    public func encode(_ text: String) throws -> [Int] {
        let bytes = Array(text.utf8)
        var ids: [Int] = []
        try added.forEachPiece(of: bytes, in: 0..<bytes.count) { piece in
            switch piece {
            case .token(let id): ids.append(id)
            case .text(let range): try encode(bytes, range, into: &ids)
            }
        }
        return ids
    }

    /// What stands between added tokens: normalized, and cut again at those that are looked for then.
    private func encode(_ text: [UInt8], _ range: Range<Int>, into ids: inout [Int]) throws {
        let isFirst = range.lowerBound == 0
        if normalizer.isEmpty { return try encodePlain(text, range, isFirst, into: &ids) }
        let normal = Array(normalizer(String(decoding: text[range], as: UTF8.self)).utf8)
        try encodePlain(normal, normal.indices, isFirst, into: &ids)
    }

    private func encodePlain(_ text: [UInt8], _ range: Range<Int>, _ isFirst: Bool, into ids: inout [Int]) throws {
        try normalizedAdded.forEachPiece(of: text, in: range) { piece in
            switch piece {
            case .token(let id): ids.append(id)
            case .text(let part):
                try splitter.forEachWord(of: text, in: part, isFirst: isFirst && part.lowerBound == range.lowerBound) {
                    try model.encode($0, into: &ids)
                }
            }
        }
    }

    /// The text of `ids`; bytes that are no valid UTF-8 become U+FFFD, and an id that the vocabulary leaves out nothing.
    /// - Throws: ``TokenizerError/unknownID(_:count:)`` for an id below 0 or beyond the last.
    public func decode(_ ids: [Int]) throws -> String {
        decoder.text(try ids.compactMap(bytes))
    }

    /// The text of a token as it stands inside a text: with its leading space, which a vocabulary of the SentencePiece
    /// library's leaves out where the token begins one.
    ///
    /// `try tokenizer.tokenText(22557)        // " Hello" in Mistral`
    /// - Throws: ``TokenizerError/unknownID(_:count:)``.
    public func tokenText(_ id: Int) throws -> String {
        decoder.text([try bytes(id)].compactMap { $0 }, isInside: true)
    }

    /// The token whose text inside a text is `text`; nil where there is none.
    ///
    /// `tokenizer.tokenID(ofText: " Hello")        // 22557 in Mistral`
    public func tokenID(ofText text: String) -> Int? {
        let spelled = decoder.isByteLevel ? text : text.replacing(" ", with: "▁")
        return ids[text] ?? model.table.id(of: Array(spelled.utf8)[...]).map { Int($0) }
    }

    /// Throws where the vocabulary is larger than a model's.
    ///
    /// Added tokens may lie beyond it: published models have some that they were never trained on.
    /// - Throws: ``TokenizerError/malformed(file:expected:found:)``.
    package func check(against count: Int) throws {
        guard model.table.count > count else { return }
        let last = model.table.count - 1
        let text = model.table.bytes(of: last).map { String(decoding: $0, as: UTF8.self) } ?? ""
        throw TokenizerError.malformed(
            file: model.table.file, expected: "ids below the model's d_vocab, which is \(count)",
            found: "id \(last) of \"\(text)\"")
    }

    /// The bytes of a token; nil for an id that the vocabulary leaves out.
    private func bytes(_ id: Int) throws -> ArraySlice<UInt8>? {
        guard (0..<vocabularySize).contains(id) else { throw TokenizerError.unknownID(id, count: vocabularySize) }
        return contents[id].map { Array($0.utf8)[...] } ?? model.table.bytes(of: id)
    }
}
