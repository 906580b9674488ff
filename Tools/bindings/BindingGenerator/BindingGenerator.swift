package import Foundation

/// Writes what cells can call from the library's own public declarations.
///
/// ```swift
/// let output = try BindingGenerator(root: root).run()
/// for problem in output.problems { print(problem) }
/// ```
package struct BindingGenerator {
    package struct Output {
        /// By path within the repository.
        package var files: [String: String] = [:]
        /// Declarations that are neither generated nor bound by hand nor listed, and entries that nothing needs.
        package var problems: [String] = []
    }

    let root: URL

    package init(root: URL) { self.root = root }

    package func run() throws -> Output {
        var reader = SourceReader()
        let targets = try targets()
        for target in targets {
            for (file, text) in try sources(in: "Sources/\(target)") { reader.read(text, target: target, file: file) }
        }
        let library = Library(reader)
        var handWritten = HandWritten()
        for (file, text) in try sources(in: "Sources/CellLibrary/ByHand") {
            handWritten.read(text, file: "ByHand/\(file)")
        }
        let exceptions = Exceptions(handWritten, notForCells: NotForCells.reasons, library: library)
        var writer = BindingWriter(library, exceptions)
        var output = Output()
        let folder = "Sources/CellLibrary/Generated/"
        var bound: [String] = []
        for target in targets {
            guard let file = writer.file(of: target) else { continue }
            output.files["\(folder)\(target)Bindings.swift"] = file
            bound.append(target)
        }
        output.files["\(folder)GeneratedBindings.swift"] = BindingWriter.list(of: bound)
        output.files["Tests/CellLibraryTests/Generated/HandWrittenSignatures.swift"] =
            SignatureChecks(library: library, handWritten: handWritten).file()
        output.problems = reader.problems + handWritten.problems + writer.problems
        output.problems += exceptions.unused(library).map { "NotForCells.swift: nothing is called '\($0)'" }
        return output
    }

    /// The targets that a program gets with `import SwiftLens`: what they declare in public, cells can use.
    private func targets() throws -> [String] {
        let file = root.appendingPathComponent("Sources/SwiftLens/SwiftLens.swift")
        let words = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        return words.filter { $0.first == "@_exported" }.compactMap { $0.last.map(String.init) } + ["SwiftLens"]
    }

    /// The Swift files below a folder by their paths within it, in the order of their names, which a move leaves as it is.
    private func sources(in folder: String) throws -> [(file: String, text: String)] {
        let place = root.appendingPathComponent(folder)
        let files = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.sorted(by: Library.isNamedBefore).map { file in
            (file, try String(contentsOf: place.appendingPathComponent(file), encoding: .utf8))
        }
    }
}
