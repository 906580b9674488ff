import BindingGenerator
import Foundation
import Testing

/// What cells can call is what the library declares.
@Suite struct GeneratedFilesTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func everyPublicDeclarationIsBoundOrHasAReasonNotToBe() throws {
        let problems = try BindingGenerator(root: Self.root).run().problems
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test func theGeneratedFilesAreThoseOfTheSources() throws {
        let files = try BindingGenerator(root: Self.root).run().files
        for (path, text) in files {
            let committed = try? String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
            #expect(committed == text, "\(path) is not what the sources say: run 'make bindings'")
        }
        let folder = "Sources/CellLibrary/Generated"
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(folder).path)
        let stale = names.filter { files["\(folder)/\($0)"] == nil }
        #expect(stale.isEmpty, "nothing is written to \(stale) any more: delete it")
    }
}
