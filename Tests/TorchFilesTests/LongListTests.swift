import FileSafety
import Foundation
import Testing
import TorchFiles

/// Archives of which one list is as long as it can be: refused before it costs time or memory, and let go of without a deep stack.
struct LongListTests {
    private func problem(_ pickle: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "torch-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(TorchArchive(pickle: [0x80, 2] + pickle).bytes).write(to: file)
        let error = #expect(throws: TorchFileError.self) { try TorchFile(file.path) }
        return error?.description ?? ""
    }

    private func times(_ count: Int, _ instructions: String) -> [UInt8] {
        Array(repeatElement(Array(instructions.utf8), count: count).joined())
    }

    @Test func instructionsWithoutEnd() throws {
        let text = try problem(times(MostInModelFiles.instructions, "N"))
        #expect(text.contains("more than \(MostInModelFiles.instructions) instructions"), "\(text)")
    }

    @Test func listsInLists() throws {
        let marks = times(100_000, "(") + times(100_000, "t")
        for pickle in [marks, times(1, "N") + [UInt8](repeating: 0x85, count: 200_000)] {
            #expect(try problem(pickle + times(1, ".")).contains("nested more than 64 deep"))
        }
    }

    /// Each dictionary is the value of an entry of the one before, and the last holds the first.
    @Test func dictionariesThatHoldEachOther() throws {
        let pickle = times(1, "}q") + [0] + times(200_000, "N}") + times(1, "Nh") + [0] + times(200_001, "s")
        let file = FileManager.default.temporaryDirectory.appending(path: "torch-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(TorchArchive(pickle: [0x80, 2] + pickle + times(1, ".")).bytes).write(to: file)
        #expect(try TorchFile(file.path).names == [])
    }

    @Test func aTensorOfMoreAxesThanThereAre() throws {
        var pickle = TensorPickle()
        pickle.add("a", storage: 1, shape: [Int](repeating: 1, count: 65), strides: [Int](repeating: 1, count: 65))
        #expect(try problem(Array(pickle.finished.dropFirst(2))).contains("not described as PyTorch does"))
    }
}
