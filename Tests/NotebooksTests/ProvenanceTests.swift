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
        #expect(try Provenance(of: notebook) == nil)
        try provenance().write(to: &notebook)
        #expect(notebook.metadata.names == ["kernelspec", "swiftlens"])
        #expect(try Provenance(of: try Notebook(notebook.bytes())) == provenance())
    }

    @Test func whatIsOtherwiseIsToldFilesFirst() {
        #expect(provenance().changes(to: provenance()) == [])
        #expect(
            provenance().changes(to: provenance(threads: 1, weights: "bb22")) == [
                "another model file: tiny/model.safetensors (sha256 aa11… then, bb22… now)", "threads: 2 then, 1 now",
            ])
    }

    @Test func ofOutputsThatAreGoneItSaysNothing() throws {
        func notebook(_ outputs: [String], kernelSays: String? = nil, _ metadata: JSONNode = .null) throws -> Notebook {
            let text = """
                {"cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "x",
                "outputs": [\(outputs.joined(separator: ", "))]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
                """
            var notebook = try Notebook(Array(text.utf8))
            notebook.metadata["swiftlens"] = metadata
            notebook.metadata["language_info"] = kernelSays.map { version in
                .object(["name": "swift", "swiftlens": .object(["version": .string(version), "threads": .init(1)])])
            }
            return notebook
        }
        func printed(_ text: String) -> String {
            "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \(text)}"
        }
        var executed = try notebook([printed("\"1.5\\n2\"")])
        try provenance().write(to: &executed)
        let stored = try #require(executed.metadata["swiftlens"])
        // The same as a front end writes it: in lines.
        let again = try notebook([printed("[\"1.5\\n\", \"2\"]")], kernelSays: "0.0.9", stored)
        #expect(try Provenance(of: again) == provenance() && !Provenance.isOfOtherOutputs(again))
        for outputs in [[printed("\"1.6\\n2\"")], [printed("\"1.5\\n2\""), printed("\"3\"")], []] {
            let other = try notebook(outputs, kernelSays: "0.0.9", stored)
            #expect(try Provenance.isOfOtherOutputs(other))
            #expect(try Provenance(of: other)?.version == "0.0.9" && Provenance(of: other)?.files == nil)
            #expect(try Provenance(of: notebook(outputs, stored)) == nil)
        }
    }

    @Test func aFrontEndNotesWhatTheKernelSaysOfItself() throws {
        var notebook = Notebook()
        notebook.metadata["language_info"] = .object([
            "name": "swift", "swiftlens": .object(["version": "0.0.9", "threads": .init(2), "processor": "Haswell"]),
        ])
        let stored = try #require(try Provenance(of: notebook))
        #expect(stored.files == nil && stored.seed == nil)
        #expect(stored.changes(to: provenance()) == ["version: 0.0.9 then, 0.1.0 now"])
    }
}
