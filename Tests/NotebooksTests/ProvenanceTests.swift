import TextFormats
import Notebooks
import Testing

/// Where outputs come from is kept in the notebook, beside what others keep there.
struct ProvenanceTests {
    private func provenance(threads: Int = 2, weights: String = "aa11") -> Provenance {
        Provenance(
            version: "0.1.0", threads: threads, processor: "Haswell", seed: 0,
            files: [.init(name: "tiny/model.safetensors", sha256: weights)])
    }

    @Test func itIsReadAsItWasWritten() throws {
        var notebook = Notebook()
        notebook.metadata["kernelspec"] = .object(["name": "swiftlens"])
        #expect(Provenance(of: notebook) == nil)
        provenance().write(to: &notebook)
        #expect(notebook.metadata.names == ["kernelspec", "swiftlens"])
        #expect(Provenance(of: try Notebook(notebook.bytes())) == provenance())
    }

    @Test func whatIsOtherwiseIsToldFilesFirst() {
        #expect(provenance().changes(to: provenance()) == [])
        #expect(
            provenance().changes(to: provenance(threads: 1, weights: "bb22")) == [
                "another model file: tiny/model.safetensors (sha256 aa11… then, bb22… now)", "threads: 2 then, 1 now",
            ])
    }

    @Test func aFrontEndNotesWhatTheKernelSaysOfItself() throws {
        var notebook = Notebook()
        notebook.metadata["language_info"] = .object([
            "name": "swift", "swiftlens": .object(["version": "0.0.9", "threads": .init(2), "processor": "Haswell"]),
        ])
        let stored = try #require(Provenance(of: notebook))
        #expect(stored.files == nil && stored.seed == nil)
        #expect(stored.changes(to: provenance()) == ["version: 0.0.9 then, 0.1.0 now"])
    }
}
