#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Bytes to values and back, with a bound on what a hostile sender can cost.
///
/// ```swift
/// let request = try MessageJSON.decode(ExecuteRequest.self, from: bytes)
/// ```
package enum MessageJSON {
    /// How deep arrays and objects may be nested in a message; notebooks stay below ten.
    package static let maximumDepth = 128

    /// Reads a value from UTF-8 JSON.
    /// - Throws: ``JupyterProtocolError/malformed(_:)`` that names what is wrong and where.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        if let usual = type as? any FlatJSONReadable.Type, let value = usual.init(flat: bytes) as? Value {
            return value
        }
        guard JSONDepth.isWithin(maximumDepth, bytes) else {
            throw JupyterProtocolError.malformed("JSON nested deeper than \(maximumDepth) levels")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw JupyterProtocolError.malformed(error.summary)
        }
    }

    /// Writes a value as UTF-8 JSON, with its keys in order so that equal values have equal bytes.
    package static func encode(_ value: some Encodable, pretty: Bool = false) throws -> [UInt8] {
        if !pretty, let value = value as? any JSONWritable {
            var bytes: [UInt8] = []
            value.write(to: &bytes)
            return bytes
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return Array(try encoder.encode(value))
    }
}

extension DecodingError {
    /// What is wrong and where, on one line.
    fileprivate var summary: String {
        switch self {
        case .keyNotFound(let key, let context): "\(context.place)missing \"\(key.stringValue)\""
        case .valueNotFound(let type, let context): "\(context.place)null where \(type) was expected"
        case .typeMismatch(let type, let context): "\(context.place)not of type \(type)"
        case .dataCorrupted(let context): "\(context.place)\(context.debugDescription)"
        @unknown default: "\(self)"
        }
    }
}

extension DecodingError.Context {
    /// The path to the wrong value, such as `user_expressions.a: `, or nothing at the top.
    fileprivate var place: String {
        codingPath.isEmpty ? "" : codingPath.map(\.stringValue).joined(separator: ".") + ": "
    }
}
