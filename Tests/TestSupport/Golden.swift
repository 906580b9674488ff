package import Safetensors
package import TensorCore

/// Reference numbers from `Tests/Goldens`.
///
/// ```swift
/// let raw = try Golden("tiny", "raw")
/// expectClose(logits, try raw["clean.logits"])
/// ```
package struct Golden: Sendable {
    package let file: SafetensorsFile

    /// The file `Tests/Goldens/<model>/<name>.safetensors`.
    package init(_ model: String, _ name: String) throws {
        file = try SafetensorsFile(Golden.path("\(model)/\(name).safetensors"))
    }

    /// The tensor stored under `key`.
    package subscript(key: String) -> Tensor {
        get throws { try file.tensor(key) }
    }

    /// All keys.
    package var keys: [String] { file.names }

    /// Where a file of `Tests/Goldens` lies.
    package static func path(_ relative: String) -> String {
        let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        return tests.joined(separator: "/") + "/Goldens/" + relative
    }
}
