internal import FileSafety
internal import FlatJSON

/// A checkpoint's config.json, read key by key with errors that name the file and the key.
struct CheckpointConfig {
    let file: String
    private let values: [String: JSONTree]

    init(folder: String) throws {
        file = folder + "/config.json"
        guard SmallFile.exists(file) else {
            throw PretrainedModelError.missingFile(folder: folder, file: "config.json")
        }
        do {
            let tree = try JSONTree(SmallFile.bytes(file, limit: 1 << 24))
            guard let object = tree.object else {
                throw PretrainedModelError.unreadableConfig(file: file, reason: "its outermost value is not an object")
            }
            values = object
        } catch let fault as JSONFault {
            throw PretrainedModelError.unreadableConfig(file: file, reason: fault.problem)
        } catch let error as FileError {
            throw PretrainedModelError.unreadableConfig(file: file, reason: error.problem)
        }
    }

    /// A whole number of at least 1.
    func size(_ key: String) throws -> Int {
        guard let size = try optionalSize(key) else { throw PretrainedModelError.missingKey(file: file, key: key) }
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

    /// True or false; `absent` when absent or null.
    func isOn(_ key: String, unless absent: Bool = false) throws -> Bool {
        guard let value = value(key) else { return absent }
        guard let isOn = value.boolean else { throw wrong(key, "true or false", value) }
        return isOn
    }

    /// Whether the config has the key, be it null.
    func has(_ key: String) -> Bool { values[key] != nil }

    func list(_ key: String) -> [JSONTree]? { values[key]?.array }

    func object(_ key: String) -> [String: JSONTree]? { values[key]?.object }

    /// The value of `key` as an error shows it.
    func shown(_ key: String) -> String { values[key]?.description ?? "absent" }

    /// The keys whose values are something: neither null nor false nor zero nor empty.
    var keysThatAsk: [String] {
        values.filter { _, value in
            switch value {
            case .null: false
            case .boolean(let isOn): isOn
            case .number(let number): number != 0
            case .string(let text): !text.isEmpty
            case .array(let list): !list.isEmpty
            case .object(let members): !members.isEmpty
            }
        }.map(\.key)
    }

    private func value(_ key: String) -> JSONTree? {
        let value = values[key]
        return value == .null ? nil : value
    }

    private func wrong(_ key: String, _ expected: String, _ found: JSONTree) -> PretrainedModelError {
        .badValue(file: file, key: key, expected: expected, found: found.description)
    }
}
