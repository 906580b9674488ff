import Foundation
import TestSupport
import Testing
import TorchFiles

/// Damaged files of PyTorch. Set `FUZZ_ROUNDS` for a longer search.
struct HostileInputTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "torch-\(UUID().uuidString)")
    private let whole: [UInt8]

    init() throws {
        whole = try Array(
            Data(contentsOf: URL(filePath: Golden.path("families/attn-only-pickle/model_final.pth"))))
    }

    @Test func damagedBytesNeverCrash() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        var mutations = Mutations(seed: 21)
        let table = try #require(whole.indices.last { whole[$0...].starts(with: [0x50, 0x4B, 5, 6]) })
        let start = whole[(table + 16)..<(table + 20)].reversed().reduce(0) { $0 << 8 | Int($1) }
        var (read, refused) = (0, 0)
        for round in 0..<Mutations.rounds(3000) {
            // Most of the file is numbers, of which any do: the pickle in front or the table at the end is damaged.
            let (front, end) = (Array(whole[..<2200]), Array(whole[start...]))
            let bytes =
                round.isMultiple(of: 2)
                ? mutations.damaged(front) + Array(whole[2200...]) : Array(whole[..<start]) + mutations.damaged(end)
            try Data(bytes).write(to: file)
            do {
                let opened = try TorchFile(file.path)
                for name in opened.names { _ = try opened.tensor(name) }
                read += 1
            } catch let error as TorchFileError {
                #expect(error.description.contains(file.path))
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func aPickleThatIsDamagedAloneNeverCrashes() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        var pickle = TensorPickle()
        for name in ["a", "b", "c"] { pickle.add(name, storage: 6, shape: [2, 3], strides: [3, 1]) }
        var (mutations, read, refused) = (Mutations(seed: 22), 0, 0)
        for _ in 0..<Mutations.rounds(3000) {
            let archive = TorchArchive(
                pickle: mutations.damaged(pickle.finished), storages: ["0": [UInt8](repeating: 1, count: 24)])
            try Data(archive.bytes).write(to: file)
            do {
                let opened = try TorchFile(file.path)
                for name in opened.names { _ = try opened.tensor(name) }
                read += 1
            } catch is TorchFileError { refused += 1 }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func aFileThatIsCutShortAnywhereIsAnError() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        for count in stride(from: 0, to: whole.count, by: 97) {
            try Data(whole[..<count]).write(to: file)
            #expect(throws: TorchFileError.self, "\(count) bytes") { try TorchFile(file.path) }
        }
    }
}
