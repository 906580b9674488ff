package import Foundation
package import TensorCore

/// A GGUF file to be written in a folder of its own, and to be made wrong in one way.
///
/// ```swift
/// var file = TinyGGUF()
/// file.metadata["general.architecture"] = .string("llama")
/// file.tensors["token_embd.weight"] = Tensor.ones([8, 4])
/// try file.write()
/// ```
package final class TinyGGUF {
    package enum Value: Sendable {
        case integer(Int)
        case number(Double)
        case boolean(Bool)
        case string(String)
        case strings([String])
        case integers([Int])
        case numbers([Double])
    }

    package let folder: URL
    package var metadata: [String: Value] = [:]
    package var tensors: [String: Tensor] = [:]

    package init() { folder = FileManager.default.temporaryDirectory.appending(path: "gguf-\(UUID().uuidString)") }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Where the file lies once it is written.
    package var path: String { folder.appending(path: "model.gguf").path }

    package func write() throws { try write(bytes) }

    package func write(_ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// The file, its tensors as float32.
    package var bytes: [UInt8] {
        var (head, data) = ([UInt8](), [UInt8]())
        head += Array("GGUF".utf8) + Self.little(UInt32(3))
        head += Self.little(UInt64(tensors.count)) + Self.little(UInt64(metadata.count))
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) { head += Self.text(key) + Self.value(value) }
        for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
            head += Self.text(name) + Self.little(UInt32(tensor.shape.count))
            for length in tensor.shape.reversed() { head += Self.little(UInt64(length)) }
            head += Self.little(UInt32(0)) + Self.little(UInt64(data.count))
            tensor.withUnsafeFloats { for number in $0 { data += Self.little(number.bitPattern) } }
            data += [UInt8](repeating: 0, count: (32 - data.count % 32) % 32)
        }
        return head + [UInt8](repeating: 0, count: (32 - head.count % 32) % 32) + data
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func text(_ text: String) -> [UInt8] { little(UInt64(text.utf8.count)) + Array(text.utf8) }

    private static func value(_ value: Value) -> [UInt8] {
        switch value {
        case .integer(let number): little(UInt32(4)) + little(UInt32(truncatingIfNeeded: number))
        case .number(let number): little(UInt32(6)) + little(Float(number).bitPattern)
        case .boolean(let isOn): little(UInt32(7)) + [isOn ? 1 : 0]
        case .string(let string): little(UInt32(8)) + text(string)
        case .strings(let strings): list(8, strings.map(text))
        case .integers(let numbers): list(5, numbers.map { little(Int32($0)) })
        case .numbers(let numbers): list(6, numbers.map { little(Float($0).bitPattern) })
        }
    }

    private static func list(_ type: UInt32, _ elements: [[UInt8]]) -> [UInt8] {
        little(UInt32(9)) + little(type) + little(UInt64(elements.count)) + elements.flatMap { $0 }
    }
}
