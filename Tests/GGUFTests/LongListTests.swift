import FileSafety
import Foundation
import GGUF
import Testing

/// Files of which one list is as long as the file can make it: refused before it is gone through.
struct LongListTests {
    private func problem(tensors: Int = 0, keys: Int = 0, _ body: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "gguf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let head = Array("GGUF".utf8) + number(3, 4) + number(tensors, 8) + number(keys, 8)
        try Data(head + body).write(to: file)
        let error = #expect(throws: GGUFError.self) { try GGUFFile(file.path) }
        return error?.description ?? ""
    }

    private func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    @Test func keysAndTensors() throws {
        let (keys, tensors) = (MostInModelFiles.keys + 1, MostInModelFiles.tensors + 1)
        #expect(try problem(keys: keys, zeros(13 * keys)).contains("it has \(keys) keys, and at most"))
        #expect(try problem(tensors: tensors, zeros(24 * tensors)).contains("it has \(tensors) tensors, and at most"))
    }

    /// A list of bytes of a half of the elements, and one of one more.
    @Test func elementsOfAllLists() throws {
        let half = MostInModelFiles.elements / 2
        let lists = [half, half + 1].map { count in
            number(1, 8) + [UInt8(truncatingIfNeeded: count)] + number(9, 4) + number(0, 4) + number(count, 8)
                + zeros(count)
        }
        #expect(try problem(keys: 2, lists.flatMap { $0 }).contains("at most \(MostInModelFiles.elements) are read"))
    }

    @Test func aNameOfATensor() throws {
        let count = MostInModelFiles.nameBytes + 1
        let name = number(count, 8) + [UInt8](repeating: UInt8(ascii: "."), count: count) + zeros(48)
        #expect(try problem(tensors: 1, name).contains("a tensor's name has \(count) bytes, and at most"))
    }
}
