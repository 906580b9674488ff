internal import FileSafety
internal import TextFormats

/// tokenizer.json: vocabulary, merges and added tokens in one file, as the tokenizers library saves them.
///
/// Byte-pair encoding is read, of bytes as GPT-2, Llama 3, Qwen and Pythia have it and of characters as Llama 2, Mistral and
/// Gemma do. Another kind is an error that says what it is.
struct TokenizerJSON {
    let model: BytePairModel
    let added: [AddedToken]
    let normalizer: TextNormalizer
    let splitter: WordSplitter
    let decoder: TokenDecoder
    /// The token that its template puts in front of every text; nil where there is none.
    let bos: String?

    /// - Throws: ``TokenizerError`` that names the file.
    init(_ path: String) throws {
        let expected = "a tokenizer as the tokenizers library saves it"
        self = try TokenizerFiles.reading(path, expected: expected) { try TokenizerJSON(path, $0) }
    }

    private init(_ path: String, _ bytes: [UInt8]) throws {
        // How the model is to be read stands in members that may come behind it.
        var (members, model): ([String: JSONTree], JSONScanner?) = ([:], nil)
        var scanner = JSONScanner(bytes, most: 2 * MostInModelFiles.settings)
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            if name == "model" {
                model = scanner
                try scanner.skipValue()
            } else if !Self.members.contains(name) {
                try scanner.skipValue()
            } else if members.updateValue(try scanner.tree(), forKey: name) != nil {
                throw JSONFault("the name \"\(name)\" occurs twice")
            }
        }
        try scanner.expectEnd()
        guard var model else { throw JSONFault("the object \"model\" is missing") }
        let file = SettingsFile(path, members)
        added = try Self.added(file)
        let parts = try ModelParts(&model, path)
        normalizer = try TextNormalizer(file)
        splitter = try WordSplitter(file)
        decoder = try TokenDecoder(file)
        bos = file.value("post_processor").flatMap(Self.bos)
        guard decoder.isByteLevel == splitter.isByteLevel else {
            throw file.unsupported("decoder", file.value("decoder") ?? .null)
        }
        self.model = try parts.model(isByteLevel: splitter.isByteLevel)
    }

    /// The members that are read, beside the model.
    private static let members: Set = ["added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder"]

    private static func bos(_ processor: JSONTree) -> String? {
        if let parts = processor["processors"]?.array { return parts.lazy.compactMap(bos).first }
        guard processor["type"]?.string == "TemplateProcessing" else { return nil }
        return processor["single"]?.array?.first?["SpecialToken"]?["id"]?.string
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

/// The `model` of a tokenizer.json, before it is known what its tokens stand for.
private struct ModelParts {
    private let path: String
    private var vocabulary: JSONScanner
    private var merges: JSONScanner
    private let options: BytePairModel.Options

    init(_ scanner: inout JSONScanner, _ path: String) throws {
        var (vocabulary, merges): (JSONScanner?, JSONScanner?) = (nil, nil)
        var settings: [String: JSONTree] = [:]
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            switch name {
            case "vocab": vocabulary = scanner
            case "merges": merges = scanner
            default:
                settings[name] = try scanner.tree()
                return
            }
            try scanner.skipValue()
        }
        options = try Self.options(SettingsFile(path, settings))
        guard let vocabulary, let merges else { throw JSONFault("\"vocab\" or \"merges\" is missing in \"model\"") }
        (self.path, self.vocabulary, self.merges) = (path, vocabulary, merges)
    }

    /// Throws for what would encode otherwise with the same vocabulary.
    private static func options(_ model: SettingsFile) throws -> BytePairModel.Options {
        let type = model.value("type") ?? .string("BPE")
        guard type.string == "BPE" else { throw model.unsupported("model", type) }
        for key in ["continuing_subword_prefix", "end_of_word_suffix"] {
            guard let value = model.value(key), value != .string("") else { continue }
            throw model.unsupported(key, value)
        }
        return BytePairModel.Options(
            ignoresMerges: try model.boolean("ignore_merges") ?? false,
            fallsBackToBytes: try model.boolean("byte_fallback") ?? false,
            unknownToken: model.value("unk_token")?.string, joinsUnknown: try model.boolean("fuse_unk") ?? false)
    }

    func model(isByteLevel: Bool) throws -> BytePairModel {
        var (vocabulary, pairs) = (vocabulary, merges)
        var table = VocabularyTable(file: path, isByteLevel: isByteLevel)
        try TokenizerFiles.vocabulary(&vocabulary, into: &table)
        try table.finish()
        return BytePairModel(table, try Self.merges(&pairs, of: table, path), options)
    }

    /// A list of `"a b"` or of `["a", "b"]`, best first.
    private static func merges(
        _ scanner: inout JSONScanner, of table: VocabularyTable, _ path: String
    ) throws -> BytePairMerges {
        var merges = BytePairMerges(capacity: table.count)
        try scanner.forEachElement { scanner throws(JSONFault) in
            let (left, right) = try pair(&scanner)
            do throws(TokenizerError) {
                try table.resolve(left, right, into: &merges, file: path)
            } catch { throw JSONFault(cause: error) }
        }
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
