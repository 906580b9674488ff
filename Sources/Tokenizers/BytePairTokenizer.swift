/// GPT-2's byte-level byte-pair encoding: text to token ids and back.
///
/// ```swift
/// let tokenizer = try BytePairTokenizer(directory: folder)     // reads vocab.json and merges.txt
/// tokenizer.encode("Hello world")                              // [15496, 995]
/// try tokenizer.decode([15496, 995])                           // "Hello world"
/// ```
/// Special tokens such as `<|endoftext|>` are recognised inside text. A BOS is never added here.
public struct BytePairTokenizer: Sendable {
    /// The number of ids, which go from 0 to `vocabularySize - 1`.
    public let vocabularySize: Int

    /// The token that begins a text, and that pads: `<|endoftext|>` unless special_tokens_map.json says otherwise.
    public let bosToken: String

    private let table: VocabularyTable
    private let byteTokens: [Int32?]
    private let merges: BytePairMerges
    private let specialTokens: SpecialTokens
    private let bos: Int32?
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
        self.init(table, pairs, specialTokens: specialTokens, bosToken: bosToken)
    }

    init(_ table: VocabularyTable, _ merges: BytePairMerges, specialTokens: [String], bosToken: String) {
        vocabularySize = table.count
        self.table = table
        byteTokens = (0...255).map { table.id(of: [$0]) }
        self.merges = merges
        self.specialTokens = SpecialTokens(
            Dictionary(
                specialTokens.compactMap { token in table.id(ofText: token).map { (token, $0) } },
                uniquingKeysWith: { first, _ in first }))
        self.bosToken = bosToken
        bos = table.id(ofText: bosToken)
    }

    /// The id of ``bosToken``, if the vocabulary has it.
    public var bosTokenID: Int? { bos.map { Int($0) } }

    /// The token ids of `text`, without a BOS.
    /// - Throws: ``TokenizerError/missingByte(_:text:)`` when the vocabulary lacks a byte of it; GPT-2's has all.
    public func encode(_ text: String) throws -> [Int] {
        let bytes = Array(text.utf8)
        var ids: [Int] = []
        var start = 0
        while start < bytes.count {
            let special = specialTokens.first(in: bytes, from: start)
            try encodePlain(bytes, start..<(special?.range.lowerBound ?? bytes.count), into: &ids)
            if let special { ids.append(Int(special.id)) }
            start = special?.range.upperBound ?? bytes.count
        }
        return ids
    }

    /// The text of `ids`; bytes that are no valid UTF-8 become U+FFFD.
    /// - Throws: ``TokenizerError/unknownID(_:count:)``.
    public func decode(_ ids: [Int]) throws -> String {
        var bytes: [UInt8] = []
        for id in ids {
            guard let token = table.bytes(of: id) else {
                throw TokenizerError.unknownID(id, count: vocabularySize)
            }
            bytes += token
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words between special tokens; each is looked up or merged by itself.
    private func encodePlain(_ text: [UInt8], _ range: Range<Int>, into ids: inout [Int]) throws {
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
