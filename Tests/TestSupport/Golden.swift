public import Safetensors
public import TensorCore

/// Reference numbers from `Tests/Goldens`.
///
/// ```swift
/// let raw = try Golden("tiny", "raw")
/// expectClose(logits, try raw["clean.logits"])
/// ```
public struct Golden: Sendable {
    public let file: SafetensorsFile

    /// The file `Tests/Goldens/<model>/<name>.safetensors`.
    public init(_ model: String, _ name: String) throws {
        file = try SafetensorsFile(Golden.path("\(model)/\(name).safetensors"))
    }

    /// The tensor stored under `key`.
    public subscript(key: String) -> Tensor {
        get throws { try file.tensor(key) }
    }

    /// All keys.
    public var keys: [String] { file.names }

    /// Where a file of `Tests/Goldens` lies.
    public static func path(_ relative: String) -> String {
        let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        return tests.joined(separator: "/") + "/Goldens/" + relative
    }
}
