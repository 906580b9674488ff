import Foundation
import Notebooks
import TestSupport
import Testing

/// Notebooks that were made up, and damaged ones. Set `FUZZ_ROUNDS` for a longer search.
struct HostileInputTests {
    @Test func anyNotebookComesBackByteForByte() throws {
        var maker = RandomNotebook(seed: 5)
        for _ in 0..<Mutations.rounds(600) {
            let bytes = maker.bytes()
            #expect(try Notebook(bytes).bytes() == bytes, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func damagedBytesNeverCrash() throws {
        var maker = RandomNotebook(seed: 9)
        var mutations = Mutations(seed: 10)
        var (read, refused) = (0, 0)
        for _ in 0..<Mutations.rounds(3000) {
            let bytes = mutations.damaged(maker.bytes())
            do {
                let notebook = try Notebook(bytes)
                #expect(try Notebook(notebook.bytes()) == notebook)
                _ = notebook.cells.map { ($0.source, $0.outputs.map(\.content), $0.tags) }
                read += 1
            } catch let error as NotebookError {
                #expect(!error.description.isEmpty)
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }
}
