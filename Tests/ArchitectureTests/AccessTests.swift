import Testing

/// What no product exports is declared for this package alone: a declaration that is public is a promise to others.
struct AccessTests {
    @Test func whatNoProductExportsIsNotPublic() throws {
        let exported = try Repository.exportedTargets()
        #expect(exported.contains("TensorCore") && !exported.contains("CellChecking"))
        let inside = try Repository.sources().filter { !exported.contains($0.target) }
        for file in try inside + ["Tests/TestSupport", "Tools/bindings"].flatMap(Repository.swiftFiles)
        where file.text.contains("public ") || file.text.contains("open ") {
            let found = file.text.firstMatch(
                of: /(?:^|\n) *(?:@\w+(?:\([^)\n]*\))? +)*(?:public (?!import)|open (?:class|var|func))[^\n]*/)
            #expect(found == nil, "\(file.path): \(found?.output ?? "")")
        }
    }

    /// `@inlinable` does nothing, and nobody is told, in a type of the package that is not `@usableFromInline` itself.
    @Test func whatIsToBeInlinedCanBe() throws {
        let inside = try Repository.sources().filter { $0.target.hasPrefix("Cell") }
        let types = inside.flatMap { file in
            zip([""] + file.lines, file.lines).compactMap { before, line -> (name: String, isUsable: Bool)? in
                guard line.hasPrefix("package "), let name = Self.type(in: line) else { return nil }
                return (name, before == "@usableFromInline")
            }
        }
        let hidden = Set(types.filter { !$0.isUsable }.map(\.name))
        #expect(hidden.count > 50 && hidden.count < types.count)
        for file in inside where file.text.contains("@inlinable") {
            var type = ""
            for line in file.lines {
                type = Self.type(in: line) ?? type
                #expect(!line.contains("@inlinable") || !hidden.contains(type), "\(type) in \(file.path)")
            }
        }
    }

    /// The name of the type that is declared or extended, at the beginning of a line.
    private static func type(in line: String) -> String? {
        line.firstMatch(of: /^(?:package |final |indirect )*(?:extension|class|struct|enum|protocol) (\w+)/).map {
            String($0.output.1)
        }
    }
}
