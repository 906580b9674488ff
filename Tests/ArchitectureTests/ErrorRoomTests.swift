import Foundation
import Testing

/// An error is thrown where its type is declared: who meets it knows which room it comes from, and a room's errors can change
/// without the others. A room that needs another's check calls it there.
struct ErrorRoomTests {
    /// The errors that one room declares for others to throw.
    private static let shared = [
        // The stop button's, which all long work throws that looks at it.
        "Interrupted",
        // What a reader of a format adds to the scanner's faults; it catches all of them and names its file.
        "JSONFault",
        // The errors of running cells, by which code and the functions of a host say what went wrong.
        "CellRuntimeError", "HostMismatch",
        // What is wrong with a declaration of the host's table, which asks whoever reads the declaration.
        "HostProblem",
        // What an interpreter answers a kernel with, as the kernel's protocol `CodeInterpreter` asks.
        "CodeError",
    ]

    @Test func noRoomThrowsAnothersError() throws {
        let declared = try errorTypes()
        #expect(declared.count > 30)
        for file in try Repository.sources() {
            for (line, name) in thrown(in: file) {
                guard let home = declared[name], !home.contains(file.target) else { continue }
                #expect(
                    Self.shared.contains(name), "\(file.path):\(line) throws \(name) of \(home.sorted().joined())")
            }
        }
    }

    @Test func whatIsSharedIsThrownElsewhere() throws {
        let declared = try errorTypes()
        var used: Set<String> = []
        for file in try Repository.sources() {
            used.formUnion(thrown(in: file).map(\.name).filter { declared[$0]?.contains(file.target) == false })
        }
        #expect(used.isSuperset(of: Self.shared), "\(Set(Self.shared).subtracting(used).sorted())")
    }

    /// The types that are errors, by name, with the targets that declare one.
    private func errorTypes() throws -> [String: Set<String>] {
        var types: [String: Set<String>] = [:]
        for file in try Repository.sources() {
            for match in file.text.matches(of: /(?:enum|struct|class|extension) (\w+)(?:<[^>]*>)?: ([^{]*)\{/)
            where match.output.2.contains(/\bError\b/) {
                types[String(match.output.1), default: []].insert(file.target)
            }
        }
        return types
    }

    /// The types of the errors that a file makes to be thrown, reported or given as a failure.
    private func thrown(in file: SourceFile) -> [(line: Int, name: String)] {
        file.lines.enumerated().flatMap { number, line in
            line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
                ? []
                : line.matches(of: /(?:throw |raise\(|failure\(|rror = )(\w+)[.(]/).map {
                    (number + 1, String($0.output.1))
                }
        }
    }
}
