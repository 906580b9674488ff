internal import Foundation

/// A checkpoint's config.json, read key by key with errors that name the file and the key.
struct CheckpointConfig {
    let file: String
    private let values: [String: Any]

    init(folder: String) throws {
        file = folder + "/config.json"
        guard let data = FileManager.default.contents(atPath: file) else {
            throw PretrainedModelError.missingFile(folder: folder, file: "config.json")
        }
        do {
            guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
                throw PretrainedModelError.unreadableConfig(file: file, reason: "its outermost value is not an object")
            }
            values = object
        } catch let error as PretrainedModelError {
            throw error
        } catch {
            throw PretrainedModelError.unreadableConfig(file: file, reason: "\(data.count) bytes that do not parse")
        }
    }

    /// A whole number of at least 1.
    func size(_ key: String) throws -> Int {
        guard let size = try optionalSize(key) else { throw PretrainedModelError.missingKey(file: file, key: key) }
        return size
    }

    /// A whole number of at least 1; nil when absent or null.
    func optionalSize(_ key: String) throws -> Int? {
        guard let value = values[key], !(value is NSNull) else { return nil }
        guard let size = Self.wholeNumber(value), (1...(1 << 30)).contains(size) else {
            throw PretrainedModelError.badValue(
                file: file, key: key, expected: "a whole number of at least 1", found: "\(value)")
        }
        return size
    }

    /// The keys whose values are something: neither null nor false nor empty.
    var keysThatAsk: [String] {
        values.keys.filter { key in
            switch values[key] {
            case is NSNull: false
            case let number as NSNumber: number != 0
            case let text as String: !text.isEmpty
            case let list as [Any]: !list.isEmpty
            case let object as [String: Any]: !object.isEmpty
            default: true
            }
        }
    }

    /// The value of `key` as an error shows it.
    func shown(_ key: String) -> String { values[key].map { "\($0)" } ?? "absent" }

    /// The whole number that a value is, if it is one.
    static func wholeNumber(_ value: Any) -> Int? { (value as? NSNumber).flatMap { Int(exactly: $0.doubleValue) } }

    /// The number that a value is, if it is one.
    static func realNumber(_ value: Any) -> Double? { (value as? NSNumber)?.doubleValue }

    /// Whether the config has the key, be it null.
    func has(_ key: String) -> Bool { values[key] != nil }

    func list(_ key: String) -> [Any]? { values[key] as? [Any] }

    func object(_ key: String) -> [String: Any]? { values[key] as? [String: Any] }

    func text(_ key: String) -> String? { values[key] as? String }

    func number(_ key: String) -> Double? { (values[key] as? NSNumber)?.doubleValue }

    func isOn(_ key: String, unless absent: Bool = false) -> Bool { (values[key] as? NSNumber)?.boolValue ?? absent }
}
