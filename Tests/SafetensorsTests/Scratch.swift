import Foundation

/// Files for one test run.
enum Scratch {
    /// A path nobody else uses.
    static func path() -> String {
        NSTemporaryDirectory() + "safetensors-test-\(UUID().uuidString)"
    }

    /// A safetensors file with this header and data, true or not.
    static func file(_ header: String, _ data: [UInt8] = [], claiming length: UInt64? = nil) throws -> String {
        let json = Array(header.utf8)
        return try file(bytes: Self.length(length ?? UInt64(json.count)) + json + data)
    }

    static func file(bytes: [UInt8]) throws -> String {
        let path = path()
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    static func length(_ value: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
