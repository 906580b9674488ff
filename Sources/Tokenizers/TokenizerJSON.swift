internal import FlatJSON

/// tokenizer.json: vocabulary, merges and added tokens in one file, as the tokenizers library saves them.
///
/// Of its kinds GPT-2's is read: byte-level byte-pair encoding. Another is an error that says what it is.
struct TokenizerJSON {
    let table: VocabularyTable
    let merges: BytePairMerges
    let added: [AddedToken]
    /// Whether a text that begins without a space is encoded as if it began with one.
    let addsPrefixSpace: Bool

    /// - Throws: ``TokenizerError`` that names the file.
    init(_ path: String) throws {
        let expected = "a tokenizer as the tokenizers library saves it"
        self = try TokenizerFiles.reading(path, expected: expected) { try TokenizerJSON(path, $0) }
    }

    private init(_ path: String, _ bytes: [UInt8]) throws {
        // How the model is to be read stands in members that may come behind it.
        var (members, model): ([String: JSONTree], JSONScanner?) = ([:], nil)
        var scanner = JSONScanner(bytes)
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            if name == "model" {
                model = scanner
                try scanner.skipValue()
            } else if members.updateValue(try scanner.tree(), forKey: name) != nil {
                throw JSONFault("the name \"\(name)\" occurs twice")
            }
        }
        try scanner.expectEnd()
        guard var model else { throw JSONFault("the object \"model\" is missing") }
        let file = SettingsFile(path, members)
        added = try Self.added(file)
        addsPrefixSpace = try ByteLevelKind(file).addsPrefixSpace
        let read = try ByteLevelModel(&model, path)
        (table, merges) = (read.table, read.merges)
    }

    private static func added(_ file: SettingsFile) throws -> [AddedToken] {
        try (file.array("added_tokens") ?? []).map { value in
            guard let id = value["id"]?.number.flatMap({ Int(exactly: $0) }) else {
                throw file.wrong("added_tokens", "objects with \"id\" and \"content\"", value)
            }
            return try file.token("added_tokens", value, id: id)
        }
    }
}

/// Whether what stands around the model of a tokenizer.json is what GPT-2's has.
private struct ByteLevelKind {
    let addsPrefixSpace: Bool

    init(_ file: SettingsFile) throws {
        if let normalizer = file.value("normalizer"), normalizer["normalizers"]?.array?.isEmpty != true {
            throw Self.otherKind(file, "normalizer", normalizer)
        }
        let splitter = file.value("pre_tokenizer") ?? .null
        guard splitter["type"]?.string == "ByteLevel", splitter["use_regex"]?.boolean ?? true else {
            throw Self.otherKind(file, "pre_tokenizer", splitter)
        }
        addsPrefixSpace = splitter["add_prefix_space"]?.boolean ?? true
        let decoder = file.value("decoder") ?? .null
        guard decoder["type"]?.string == "ByteLevel" else { throw Self.otherKind(file, "decoder", decoder) }
    }

    private static func otherKind(_ file: SettingsFile, _ key: String, _ value: JSONTree) -> TokenizerError {
        .unsupported(file: file.path, key: key, found: value["type"]?.string ?? value.description)
    }
}

/// The vocabulary and the merges of a tokenizer.json.
private struct ByteLevelModel {
    let table: VocabularyTable
    let merges: BytePairMerges

    init(_ scanner: inout JSONScanner, _ path: String) throws {
        var (vocabulary, pairs): (JSONScanner?, JSONScanner?) = (nil, nil)
        var settings: [String: JSONTree] = [:]
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            switch name {
            case "vocab": vocabulary = scanner
            case "merges": pairs = scanner
            default:
                settings[name] = try scanner.tree()
                return
            }
            try scanner.skipValue()
        }
        try Self.check(SettingsFile(path, settings))
        guard var vocabulary, var pairs else { throw JSONFault("\"vocab\" or \"merges\" is missing in \"model\"") }
        var table = VocabularyTable(file: path)
        try TokenizerFiles.vocabulary(&vocabulary, into: &table)
        try table.finish()
        merges = try Self.merges(&pairs, of: table, path)
        self.table = table
    }

    /// Throws for what would encode otherwise with the same vocabulary.
    private static func check(_ model: SettingsFile) throws {
        let type = model.value("type") ?? .string("BPE")
        guard type.string == "BPE" else {
            throw TokenizerError.unsupported(file: model.path, key: "model", found: "\(type)")
        }
        for key in ["byte_fallback", "ignore_merges"] where try model.boolean(key) == true {
            throw TokenizerError.unsupported(file: model.path, key: key, found: "true")
        }
        for key in ["continuing_subword_prefix", "end_of_word_suffix"] {
            guard let value = model.value(key), value != .string("") else { continue }
            throw TokenizerError.unsupported(file: model.path, key: key, found: "\(value)")
        }
    }

    /// A list of `"a b"` or of `["a", "b"]`, best first.
    private static func merges(
        _ scanner: inout JSONScanner, of table: VocabularyTable, _ path: String
    ) throws -> BytePairMerges {
        var merges = BytePairMerges(capacity: table.count)
        var wrongMerge: TokenizerError?
        try scanner.forEachElement { scanner throws(JSONFault) in
            let (left, right) = try pair(&scanner)
            do throws(TokenizerError) {
                try table.resolve(left, right, into: &merges, file: path)
            } catch { wrongMerge = wrongMerge ?? error }
        }
        if let wrongMerge { throw wrongMerge }
        return merges
    }

    private static func pair(_ scanner: inout JSONScanner) throws(JSONFault) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        if scanner.accept("[") {
            let left = try scanner.text()
            try scanner.expect(",")
            let right = try scanner.text()
            try scanner.expect("]")
            return (left[...], right[...])
        }
        let line = try scanner.text()
        guard let halves = TokenizerFiles.halves(line[...]) else {
            throw JSONFault("a merge is \"\(String(decoding: line.prefix(40), as: UTF8.self))\", and not two tokens")
        }
        return halves
    }
}
