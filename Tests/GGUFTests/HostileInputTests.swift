import Foundation
import GGUF
import TensorCore
import TestSupport
import Testing

/// Damaged GGUF files, and ones that lie. Set `FUZZ_ROUNDS` for a longer search.
struct HostileInputTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "gguf-\(UUID().uuidString)")

    @Test func damagedBytesNeverCrash() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        let whole = try Array(Data(contentsOf: URL(filePath: Golden.path("gguf/kinds.gguf"))))
        var mutations = Mutations(seed: 12)
        var (read, refused) = (0, 0)
        for round in 0..<Mutations.rounds(3000) {
            // Most of the file is numbers, of which any do: every other time only the head is damaged.
            let head = round.isMultiple(of: 2) ? whole.count : 1100
            let bytes = mutations.damaged(Array(whole[..<head])) + whole[head...]
            try Data(bytes).write(to: file)
            do {
                let opened = try GGUFFile(file.path)
                for entry in opened.entries where entry.type != nil { _ = try opened.tensor(entry.name) }
                read += 1
            } catch let error as GGUFError {
                #expect(error.description.contains(file.path))
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func aFileThatIsCutShortAnywhereIsAnError() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        let whole = try Array(Data(contentsOf: URL(filePath: Golden.path("gguf/kinds.gguf"))))
        let last = try #require(try GGUFFile(Golden.path("gguf/kinds.gguf")).entries.map(\.range.upperBound).max())
        for count in stride(from: 0, to: last, by: 7) {
            try Data(whole[..<count]).write(to: file)
            #expect(throws: GGUFError.self, "\(count) bytes") { try GGUFFile(file.path) }
        }
    }

    @Test(
        "Counts that lie are told with what was found",
        arguments: [
            (8, 1 << 60, "1152921504606846976 tensors are announced"),
            (16, 1 << 60, "1152921504606846976 keys are announced"),
            (24, 1 << 50, "bytes of a key are announced"), (0, 5, "does not begin with \"GGUF\""),
            (4, 1, "it is of version 1"), (4, 3 << 24, "big-endian"),
        ])
    func lies(offset: Int, value: Int, expected: String) throws {
        defer { try? FileManager.default.removeItem(at: file) }
        var bytes = try Array(Data(contentsOf: URL(filePath: Golden.path("gguf/kinds.gguf"))))
        let width = offset < 8 ? 4 : 8
        for i in 0..<width { bytes[offset + i] = UInt8(truncatingIfNeeded: value >> (8 * i)) }
        try Data(bytes).write(to: file)
        let error = #expect(throws: GGUFError.self) { try GGUFFile(file.path) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
