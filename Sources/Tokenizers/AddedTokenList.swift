internal import FileSafety

/// The added tokens of all of a tokenizer's files, each with one id.
struct AddedTokenList {
    private(set) var tokens: [AddedToken] = []
    private var places: [String: Int] = [:]
    private var contents: [Int: String] = [:]
    private let table: VocabularyTable

    /// - Parameters:
    ///   - listed: the tokens of tokenizer.json, which come first.
    ///   - settings: what the files beside it say.
    /// - Throws: ``TokenizerError`` where two tokens have one id, or a token an id that cannot be.
    init(_ table: VocabularyTable, _ listed: [AddedToken], _ settings: TokenizerSettings) throws {
        self.table = table
        for token in listed + settings.added { try add(token, id: table.id(ofContent: token.content) ?? token.id) }
        var next = max(table.count, (contents.keys.max() ?? -1) + 1)
        for token in settings.special where places[token.content] == nil {
            let known = table.id(ofContent: token.content)
            if known == nil { next += 1 }
            try add(token, id: known ?? next - 1)
        }
        // GPT-2's own files name it nowhere; it has the roles that no file speaks of.
        let isUsual = [SpecialRole.bos, .eos, .unk].contains { settings.roles[$0] == nil }
        if isUsual, places[BytePairTokenizer.usualToken] == nil,
            let id = table.id(ofContent: BytePairTokenizer.usualToken)
        {
            try add(AddedToken(content: BytePairTokenizer.usualToken, id: id, isNormalized: true), id: id)
        }
    }

    private mutating func add(_ token: AddedToken, id: Int) throws {
        guard !token.content.isEmpty, places[token.content] == nil else { return }
        guard tokens.count < MostInModelFiles.addedTokens else {
            throw malformed("at most \(MostInModelFiles.addedTokens) added tokens", "more")
        }
        let limit = 16 * table.count + (1 << 16)
        guard (0..<limit).contains(id) else {
            throw malformed("ids from 0 to about \(table.count)", "id \(id) of the added token \"\(token.content)\"")
        }
        let other = contents[id] ?? (table.id(ofContent: token.content) == id ? nil : table.bytes(of: id).map(text))
        if let other { throw malformed("one token per id", "id \(id) for \"\(token.content)\" and \"\(other)\"") }
        contents[id] = token.content
        places[token.content] = tokens.count
        tokens.append(token.withID(id))
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private func malformed(_ expected: String, _ found: String) -> TokenizerError {
        .malformed(file: table.file, expected: expected, found: found)
    }
}
