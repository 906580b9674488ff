import Foundation
import HookedTransformers
import PretrainedModels
import TestSupport
import Testing

/// A damaged config.json either describes the model or is an error that says what is wrong. Set `FUZZ_ROUNDS` for a
/// longer search.
struct HostileInputTests {
    @Test func damagedConfigsNeverCrash() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: Golden.path("tiny/checkpoint")), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "config.json")
        let good = try Array(Data(contentsOf: file))
        var mutations = Mutations(seed: 7)
        var (read, refused) = (0, 0)
        for _ in 0..<Mutations.rounds(400) {
            try Data(mutations.damaged(good)).write(to: file)
            do {
                _ = try HookedTransformer.fromPretrained(folder.path)
                read += 1
            } catch {
                #expect(!"\(error)".isEmpty)
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }
}
