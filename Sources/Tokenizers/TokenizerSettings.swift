internal import FileSafety
internal import TextFormats

/// What the small files beside a vocabulary say: tokenizer_config.json, special_tokens_map.json and added_tokens.json.
///
/// They are read in the order of Hugging Face's transformers: a tokenizer_config.json that lists its added tokens says
/// everything; otherwise the other two add to it, as older versions wrote them.
struct TokenizerSettings {
    /// The token for each role that a file speaks of; nil where it says that there is none.
    private(set) var roles: [SpecialRole: AddedToken?] = [:]
    private var additional: [AddedToken] = []
    /// Tokens that have ids.
    private(set) var added: [AddedToken] = []
    /// Tokens that get the id of their text in the vocabulary, or the next free one.
    var special: [AddedToken] { SpecialRole.allCases.compactMap { roles[$0] ?? nil } + additional }
    /// Whether a text that begins without a space is encoded as if it began with one; nil when nothing is said.
    private(set) var addsPrefixSpace: Bool?

    /// Whether the files say that texts begin with the BOS.
    private(set) var addsBOS = false
    private var isSilentAboutBOS = true

    init() {}

    /// What a GGUF file says.
    init(_ tables: TokenTables, addsBOS: Bool) {
        let ids: [(SpecialRole, Int?)] = [
            (.bos, tables.bos), (.eos, tables.eos), (.unk, tables.unknown), (.pad, tables.padding),
        ]
        for (role, id) in ids {
            if let id { roles[role] = AddedToken(content: tables.tokens[id], id: id) }
        }
        self.addsBOS = addsBOS && tables.bos != nil
    }

    /// Settings that name one token.
    init(bos: String) { roles = [.bos: AddedToken(content: bos, id: -1)] }

    /// Takes the token that a template puts in front of every text, unless the files beside it say otherwise.
    mutating func take(bos: String?) {
        guard let bos else { return }
        if roles[.bos] == nil { roles[.bos] = AddedToken(content: bos, id: -1) }
        if !isSilentAboutBOS { return }
        addsBOS = true
    }

    /// - Throws: ``TokenizerError`` that names the file and the key.
    init(folder: String) throws {
        let config = try SettingsFile(folder + "/tokenizer_config.json")
        addsPrefixSpace = try config.boolean("add_prefix_space")
        if let adds = try config.boolean("add_bos_token") { (addsBOS, isSilentAboutBOS) = (adds, false) }
        try take(config)
        if let decoder = try config.object("added_tokens_decoder") {
            for (id, token) in decoder {
                guard let number = Int(id) else {
                    throw config.wrong("added_tokens_decoder", "ids as names", .string(id))
                }
                added.append(try config.token("added_tokens_decoder", token, id: number))
            }
        } else {
            try take(try SettingsFile(folder + "/special_tokens_map.json"))
            try takeIDs(try SettingsFile(folder + "/added_tokens.json"))
        }
        added.sort { $0.id < $1.id }
    }

    /// The roles that a file names, and its additional special tokens, in the place of those of a file before.
    private mutating func take(_ file: SettingsFile) throws {
        for role in SpecialRole.allCases {
            guard let value = file.members[role.rawValue] else { continue }
            var token = value == .null ? nil : try file.token(role.rawValue, value)
            // GPT-2's own class makes these of a text alone.
            if value.string != nil, [.bos, .eos, .unk, .pad].contains(role) { token?.isNormalized = true }
            roles[role] = .some(token)
        }
        if let tokens = try file.array("additional_special_tokens") {
            additional = try tokens.map { try file.token("additional_special_tokens", $0) }
        }
    }

    /// The text of the token that a file names for `role`; nil where none does or where it says that there is none.
    func token(_ role: SpecialRole) -> String? { (roles[role] ?? nil)?.content }

    /// Whether a file says that there is no such token.
    func lacks(_ role: SpecialRole) -> Bool { roles[role].map { $0 == nil } ?? false }

    /// added_tokens.json: ids by text.
    private mutating func takeIDs(_ file: SettingsFile) throws {
        for (content, value) in file.members {
            guard let id = value.number.flatMap({ Int(exactly: $0) }) else { throw file.wrong(content, "an id", value) }
            let known = special.first { $0.content == content }
            added.append((known ?? AddedToken(content: content, id: id, isNormalized: true)).withID(id))
        }
    }
}

/// A file of settings, all of whose members are optional; one that isn't there has none.
struct SettingsFile {
    let path: String
    let members: [String: JSONTree]

    init(_ path: String) throws {
        self.path = path
        guard SmallFile.exists(path) else {
            members = [:]
            return
        }
        let tree = try TokenizerFiles.reading(path) { try JSONTree($0, most: MostInModelFiles.settings) }
        guard let members = tree.object else {
            throw TokenizerError.malformed(file: path, expected: "a JSON object", found: tree.description)
        }
        self.members = members
    }

    init(_ path: String, _ members: [String: JSONTree]) { (self.path, self.members) = (path, members) }

    func value(_ key: String) -> JSONTree? { members[key].flatMap { $0 == .null ? nil : $0 } }

    func boolean(_ key: String) throws -> Bool? {
        try value(key).map { value in
            guard let value = value.boolean else { throw wrong(key, "true or false", value) }
            return value
        }
    }

    func object(_ key: String) throws -> [String: JSONTree]? {
        try value(key).map { value in
            guard let value = value.object else { throw wrong(key, "an object", value) }
            return value
        }
    }

    func array(_ key: String) throws -> [JSONTree]? {
        try value(key).map { value in
            guard let value = value.array else { throw wrong(key, "a list", value) }
            return value
        }
    }

    /// A token: its text, or an object with `content` and how it is found.
    func token(_ key: String, _ value: JSONTree, id: Int = -1) throws -> AddedToken {
        if let text = value.string { return AddedToken(content: text, id: id) }
        guard let content = value["content"]?.string else {
            throw wrong(key, "a text, or an object with \"content\"", value)
        }
        return AddedToken(
            content: content, id: id, takesSpaceBefore: value["lstrip"]?.boolean ?? false,
            takesSpaceAfter: value["rstrip"]?.boolean ?? false, isWholeWord: value["single_word"]?.boolean ?? false,
            isNormalized: value["normalized"]?.boolean ?? false)
    }

    /// The error of a part that is of a kind which isn't read.
    func unsupported(_ key: String, _ value: JSONTree) -> TokenizerError {
        let pattern = value["pattern"]?["Regex"]?.string.map { " by the pattern \($0)" } ?? ""
        return .unsupported(file: path, key: key, found: (value["type"]?.string ?? value.description) + pattern)
    }

    func wrong(_ key: String, _ expected: String, _ found: JSONTree) -> TokenizerError {
        .malformed(file: path, expected: "\(expected) under \"\(key)\"", found: found.description)
    }
}
