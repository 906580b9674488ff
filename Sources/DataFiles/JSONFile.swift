internal import FileSafety
internal import TextFormats
internal import SessionSafety

/// Reads a JSON file: `try loadJSON("settings.json")["model"]?.string`.
///
/// - Throws: ``DataFileError`` with the line of what is no JSON, ``FileError`` when the file can't be read.
public func loadJSON(_ path: String) throws -> JSON {
    let bytes = try DataFile.bytes(path)
    do {
        return JSON(node: try JSONNode(bytes, pace: DataFile.pace))
    } catch {
        if let cause = error.cause { throw cause }
        let line = error.offset.map { DataFile.line(of: $0, in: bytes) }
        throw DataFileError(path: path, line: line, problem: "is no JSON: \(error.problem)")
    }
}

/// Reads a file with a JSON value on each line: `try loadJSONLines("cases.jsonl").map { $0["text"]?.string }`.
///
/// - Throws: ``DataFileError`` with the line of what is no JSON, ``FileError`` when the file can't be read.
public func loadJSONLines(_ path: String) throws -> [JSON] {
    let bytes = try DataFile.bytes(path)
    var (values, number, start) = ([JSON](), 0, 0)
    while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = bytes[start..<end]
        (start, number) = (end + 1, number + 1)
        if number & 255 == 0 { try Interruption.check() }
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
        if values.count % JSONScanner.valuesPerPace == 0 { try DataFile.pace() }
        do {
            values.append(JSON(node: try JSONNode(Array(line), pace: DataFile.pace)))
        } catch {
            if let cause = error.cause { throw cause }
            throw DataFileError(path: path, line: number, problem: "is no JSON: \(error.problem) of the line")
        }
    }
    return values
}

/// A value of a JSON file: `json["layers"]?[0]?.int`.
public struct JSON: Sendable, Equatable {
    let node: JSONNode

    /// The member of that name; nil when there is none, or this is no object: `json["name"]?.string`.
    public subscript(name: String) -> JSON? { node[name].map(JSON.init(node:)) }

    /// The element at that place; nil when there is none, or this is no list: `json[0]?.int`.
    public subscript(index: Int) -> JSON? {
        guard let elements = node.array, elements.indices.contains(index) else { return nil }
        return JSON(node: elements[index])
    }

    /// The text, when this is text.
    public var string: String? { node.string }

    /// The whole number, when this is one.
    public var int: Int? { node.integer }

    /// The number, when this is one.
    public var double: Double? { node.number }

    /// The truth value, when this is one.
    public var bool: Bool? { node.boolean }

    /// The elements, when this is a list.
    public var array: [JSON]? { node.array?.map(JSON.init(node:)) }

    /// The names of the members in the file's order; none when this is no object.
    public var keys: [String] { node.object?.names ?? [] }

    /// Whether this is null.
    public var isNull: Bool { node == .null }
}

extension JSON: CustomStringConvertible {
    /// The value as JSON: `print(json)`.
    public var description: String { String(decoding: node.bytes(indentation: "  "), as: UTF8.self) }
}
