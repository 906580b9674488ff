internal import TextFormats
internal import GGUF
internal import TensorCore

/// The keys that a GGUF file has of its architecture, read with errors that name the file and the key.
struct GGUFMetadata: Sendable {
    let file: GGUFFile
    let architecture: String

    var path: String { file.path }

    /// The key as the file spells it.
    func spelled(_ key: String) -> String { "\(architecture).\(key)" }

    subscript(key: String) -> GGUFValue? { file.metadata[spelled(key)] }

    /// The keys that the file has of its architecture, without that in front.
    var keys: [String] {
        file.metadata.keys.filter { $0.hasPrefix(architecture + ".") }.map {
            String($0.dropFirst(architecture.count + 1))
        }
    }

    /// A count of at least 1.
    func count(_ key: String) throws -> Int {
        guard let value = self[key] else {
            throw PretrainedModelError.missingKey(file: path, key: spelled(key))
        }
        guard let count = value.integer, (1...(1 << 30)).contains(count) else {
            throw PretrainedModelError.badValue(
                file: path, key: spelled(key), expected: "a whole number of at least 1", found: value.description)
        }
        return count
    }

    /// A number; nil where the file says nothing.
    func number(_ key: String) throws -> Double? {
        try self[key].map { value in
            guard let number = value.number, number.isFinite else {
                throw PretrainedModelError.badValue(
                    file: path, key: spelled(key), expected: "a number", found: value.description)
            }
            return number
        }
    }

    func has(tensor name: String) -> Bool { file.entry(name) != nil }

    /// How many numbers stand for a token in the file's own table of them.
    func rows(of tensor: String) -> JSONTree? { file.entry(tensor)?.shape.first.map { .number(Double($0)) } }
}

extension GGUFValue {
    /// The value as a config.json would have it.
    var json: JSONTree {
        switch self {
        case .integer(let value): .number(Double(value))
        case .unsigned(let value): .number(Double(value))
        case .number(let value): .number(value)
        case .boolean(let value): .boolean(value)
        case .string(let text): .string(text)
        case .array(let values): .array(values.prefix(1 << 16).map(\.json))
        }
    }
}
