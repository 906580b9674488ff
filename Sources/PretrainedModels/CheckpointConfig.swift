internal import FileSafety
internal import TextFormats
internal import HookedTransformers

/// What a checkpoint says about the model, read key by key with errors that name the file and the key: its config.json, or
/// the metadata of a GGUF file under the keys of a config.json.
struct CheckpointConfig {
    let file: String
    private let values: [String: JSONTree]
    /// Whether it is that of the language model in a model that also sees pictures.
    private let isLanguagePart: Bool
    /// The file's own keys by those of config.json, where they differ.
    private let spellings: [String: String]
    private let place: Place

    private enum Place {
        case folder(String)
        case gguf(GGUFCheckpoint)
    }

    /// The config of the checkpoint at `path`: a folder, or a GGUF file.
    init(at path: String) throws {
        if SmallFile.exists(path) {
            try self.init(GGUFCheckpoint(path))
        } else {
            try self.init(folder: path)
        }
    }

    private init(_ checkpoint: GGUFCheckpoint) throws {
        file = checkpoint.path
        (values, spellings) = try checkpoint.config()
        isLanguagePart = false
        place = .gguf(checkpoint)
    }

    /// The weights that belong to it, whose matrices a model will keep as numbers of the type `dtype`.
    func tensors(keptAs dtype: WeightType) throws -> CheckpointTensors {
        var tensors =
            switch place {
            case .folder(let folder): try CheckpointTensors(folder: folder, ofLanguagePart: isLanguagePart)
            case .gguf(let checkpoint): CheckpointTensors(checkpoint)
            }
        tensors.dtype = dtype
        return tensors
    }

    /// The files of the model, its config first.
    func weightFiles() throws -> [String] {
        try [file] + tensors(keptAs: .float32).paths.filter { $0 != file }
    }

    /// The GGUF file that it is from, if it is from one.
    var gguf: GGUFCheckpoint? { if case .gguf(let checkpoint) = place { checkpoint } else { nil } }

    private init(folder: String) throws {
        file = folder + "/config.json"
        (spellings, place) = ([:], .folder(folder))
        guard SmallFile.exists(file) else {
            throw PretrainedModelError.missingFile(folder: folder, file: "config.json")
        }
        do {
            let tree = try JSONTree(SmallFile.bytes(file, limit: 1 << 24), most: MostInModelFiles.settings)
            guard let object = tree.object else {
                throw PretrainedModelError.unreadableConfig(file: file, reason: "its outermost value is not an object")
            }
            let part = LanguagePartConfig.values(in: object)
            (values, isLanguagePart) = (part ?? object, part != nil)
        } catch let fault as JSONFault {
            throw PretrainedModelError.unreadableConfig(file: file, reason: fault.problem)
        } catch let error as FileError {
            throw PretrainedModelError.unreadableConfig(file: file, reason: error.problem)
        }
    }

    /// A whole number of at least 1.
    func size(_ key: String) throws -> Int {
        guard let size = try optionalSize(key) else {
            throw PretrainedModelError.missingKey(file: file, key: spelled(key))
        }
        return size
    }

    /// A whole number of at least 1; nil when absent or null.
    func optionalSize(_ key: String) throws -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.number, let size = Int(exactly: number), (1...(1 << 30)).contains(size) else {
            throw wrong(key, "a whole number of at least 1", value)
        }
        return size
    }

    /// How many layers there are: a whole number, and no more than any model has, since lists are made for them.
    func layerCount(_ key: String) throws -> Int {
        let count = try size(key)
        guard count <= 1 << 16 else { throw wrong(key, "at most \(1 << 16) layers", .number(Double(count))) }
        return count
    }

    /// A text; nil when absent or null.
    func text(_ key: String) throws -> String? {
        try value(key).map { value in
            guard let text = value.string else { throw wrong(key, "a text", value) }
            return text
        }
    }

    /// A finite number; nil when absent or null.
    func number(_ key: String) throws -> Double? {
        try value(key).map { value in
            guard let number = value.number, number.isFinite else { throw wrong(key, "a number", value) }
            return number
        }
    }

    /// What norms add to a variance: a number of at least 0 that is one in Float32, too.
    func eps(_ key: String, absent: Double) throws -> Float {
        let number = try number(key) ?? absent
        guard number >= 0, Float(number).isFinite else {
            throw wrong(key, "a number of at least 0", .number(number))
        }
        return Float(number)
    }

    /// True or false; `absent` when absent or null.
    func isOn(_ key: String, unless absent: Bool = false) throws -> Bool {
        guard let value = value(key) else { return absent }
        guard let isOn = value.boolean else { throw wrong(key, "true or false", value) }
        return isOn
    }

    /// What the file itself calls a key.
    func spelled(_ key: String) -> String { spellings[key] ?? key }

    /// Whether the config has the key, be it null.
    func has(_ key: String) -> Bool { values[key] != nil }

    func list(_ key: String) -> [JSONTree]? { values[key]?.array }

    func object(_ key: String) -> [String: JSONTree]? { values[key]?.object }

    /// The class that the model is of, as the file names it.
    var className: String? { list("architectures")?.first?.string }

    /// The value of `key` as an error shows it.
    func shown(_ key: String) -> String { values[key]?.description ?? "absent" }

    /// The keys whose values are something: neither null nor false nor zero nor empty.
    var keysThatAsk: [String] {
        values.filter { $0.value.asks }.map(\.key)
    }

    private func value(_ key: String) -> JSONTree? {
        let value = values[key]
        return value == .null ? nil : value
    }

    private func wrong(_ key: String, _ expected: String, _ found: JSONTree) -> PretrainedModelError {
        .badValue(file: file, key: spelled(key), expected: expected, found: found.description)
    }
}

extension JSONTree {
    /// Whether it is something: neither null nor false nor zero nor empty.
    var asks: Bool {
        switch self {
        case .null: false
        case .boolean(let isOn): isOn
        case .number(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let list): !list.isEmpty
        case .object(let members): !members.isEmpty
        }
    }
}
