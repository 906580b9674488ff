/// A vocabulary and its merges: words to tokens.
struct BytePairModel: Sendable {
    let table: VocabularyTable
    private let merges: any PairMerging
    private let options: Options
    /// The token of each byte: of itself in a byte-level vocabulary, `<0x0A>` in another.
    private let byteTokens: [Int32?]
    private let cache = WordCache()

    /// What a tokenizer.json says beside them.
    struct Options: Sendable {
        /// Whether a word that is a token becomes it at once.
        var ignoresMerges = false
        /// Whether a character without a token becomes its bytes.
        var fallsBackToBytes = false
        /// The token of what has none; nil where that is an error.
        var unknownToken: String?
        /// Whether neighbours without a token become one.
        var joinsUnknown = false
    }

    init(_ table: VocabularyTable, _ merges: any PairMerging, _ options: Options = Options()) {
        (self.table, self.merges, self.options) = (table, merges, options)
        byteTokens = (UInt8.min...UInt8.max).map { byte in
            if table.isByteLevel { return table.id(of: [byte]) }
            let digits = String(byte, radix: 16, uppercase: true)
            return table.id(of: Array("<0x\(digits.count == 1 ? "0" : "")\(digits)>".utf8)[...])
        }
    }

    /// Adds the tokens of a word.
    func encode(_ word: ArraySlice<UInt8>, into ids: inout [Int]) throws {
        for id in try cache.tokens(of: Array(word), encode: tokens) { ids.append(Int(id)) }
    }

    private func tokens(of word: [UInt8]) throws -> [Int32] {
        if options.ignoresMerges, let id = table.id(of: word[...]) { return [id] }
        return merges.apply(to: table.isByteLevel ? try byteSymbols(word) : try characterSymbols(word))
    }

    private func byteSymbols(_ word: [UInt8]) throws -> [Int32] {
        try word.map { byte in
            guard let id = byteTokens[Int(byte)] else {
                throw TokenizerError.missingByte(byte, text: String(decoding: word, as: UTF8.self))
            }
            return id
        }
    }

    private func characterSymbols(_ word: [UInt8]) throws -> [Int32] {
        var symbols: [Int32] = []
        let unknown = options.unknownToken.flatMap { table.id(of: Array($0.utf8)[...]) }
        var isBehindUnknown = false
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if let id = table.id(of: bytes[...]) {
                symbols.append(id)
                isBehindUnknown = false
            } else if options.fallsBackToBytes, bytes.allSatisfy({ byteTokens[Int($0)] != nil }) {
                symbols += bytes.compactMap { byteTokens[Int($0)] }
                isBehindUnknown = false
            } else {
                guard let unknown else {
                    throw TokenizerError.missingByte(bytes[0], text: String(decoding: word, as: UTF8.self))
                }
                if !(isBehindUnknown && options.joinsUnknown) { symbols.append(unknown) }
                isBehindUnknown = true
            }
        }
        return symbols
    }
}
