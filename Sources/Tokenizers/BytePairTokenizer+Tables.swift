extension BytePairTokenizer {
    /// The tokenizer of a GGUF file's lists.
    /// - Throws: ``TokenizerError`` that names the file and what was expected in it.
    package init(_ tables: TokenTables) throws {
        try tables.check()
        switch tables.model {
        case "gpt2": try self.init(bytes: tables)
        case "llama": try self.init(pieces: tables)
        default: throw tables.unsupported("model", tables.model)
        }
    }

    /// Merges of bytes.
    private init(bytes tables: TokenTables) throws {
        guard let words = TableWords(named: tables.pre ?? "") else {
            throw tables.unsupported("pre", tables.pre ?? "none")
        }
        let (table, added) = try tables.vocabulary(isByteLevel: true)
        var merges = BytePairMerges(capacity: tables.merges.count)
        for line in tables.merges {
            let bytes = Array(line.utf8)
            guard let (left, right) = TokenizerFiles.halves(bytes[...]) else {
                throw tables.malformed("two tokens separated by a space in every merge", "\"\(line.prefix(40))\"")
            }
            try table.resolve(left, right, into: &merges, file: tables.file)
        }
        var splitter = words.splitter
        splitter.setPrefixSpace(tables.addsPrefixSpace ?? false)
        try self.init(
            BytePairModel(table, merges, .init(ignoresMerges: words.ignoresMerges)), added,
            TokenizerSettings(tables, addsBOS: tables.addsBOS ?? words.addsBOS),
            normalizer: words.composes ? .composed : TextNormalizer(), splitter: splitter)
    }

    /// Pieces of text, of which those with the highest score are joined first, as the SentencePiece library does it.
    private init(pieces tables: TokenTables) throws {
        guard !tables.scores.isEmpty else { throw tables.malformed("a list under \"tokenizer.ggml.scores\"", "none") }
        let (table, added) = try tables.vocabulary(isByteLevel: false)
        let addsSpace = tables.addsPrefixSpace ?? true
        let options = BytePairModel.Options(
            fallsBackToBytes: true, unknownToken: tables.tokens[tables.unknown ?? 0], joinsUnknown: true)
        try self.init(
            BytePairModel(table, try ScoredMerges(table, tables), options), added,
            TokenizerSettings(tables, addsBOS: tables.addsBOS ?? true), normalizer: .pieces(addsSpace: addsSpace),
            splitter: .none, decoder: .pieces(dropsSpace: addsSpace))
    }
}

extension TokenTables {
    /// The tokens that words are made of, and those that are found in text as they stand.
    fileprivate func vocabulary(isByteLevel: Bool) throws -> (VocabularyTable, [AddedToken]) {
        var (table, added) = (VocabularyTable(file: file, isByteLevel: isByteLevel), [AddedToken]())
        for (id, token) in tokens.enumerated() {
            switch try kind(of: id) {
            case .normal, .byte: try table.add(token.utf8, id: id)
            case .unknown, .control, .userDefined: added.append(AddedToken(content: token, id: id))
            case .unused: continue
            }
        }
        // Ordinary tokens that no bytes make are found as they stand, too.
        added += table.foreignTokens.map { AddedToken(content: $0.text, id: $0.id) }
        try table.finish()
        return (table, added)
    }
}
