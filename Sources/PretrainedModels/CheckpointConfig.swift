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

    private func value(_ key: String) -> JSONTree? {
        let value = values[key]
        return value == .null ? nil : value
    }

    private func wrong(_ key: String, _ expected: String, _ found: JSONTree) -> PretrainedModelError {
        .badValue(file: file, key: key, expected: expected, found: found.description)
    }
}
