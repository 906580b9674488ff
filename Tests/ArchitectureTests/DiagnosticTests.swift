import Foundation
import Testing

/// Diagnostics are kinds with facts; their words are for people, and nothing is decided by them.
struct DiagnosticTests {
    @Test func noDecisionReadsASentence() throws {
        var seen = 0
        for file in try Repository.sourceFolders().filter({ $0.hasPrefix("Cell") }).flatMap(Repository.swiftFiles) {
            seen += 1
            for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
                #expect(
                    line.firstMatch(of: /\.message(\.(contains|has|split|range|starts|first)|\s*==)/) == nil,
                    "\(file.lastPathComponent) reads a message; ask for the diagnostic's kind:\(line)")
            }
        }
        #expect(seen > 100)
    }

    /// The facts of a mistake are names, types, numbers and kinds; whoever finds it writes no sentence.
    @Test func noFactIsAPhrase() throws {
        var seen = 0
        for file in Repository.swiftFiles(of: "CellChecking") where !file.path.contains("/Mistakes/") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:error|failed)\(\s*\.\w+\((.*?)\bat:/.dotMatchesNewlines()) {
                seen += 1
                #expect(
                    !match.output.1.contains(/"[^"]*\w \w[^"]*"/), "\(file.lastPathComponent): \(match.output.0)")
            }
        }
        #expect(seen > 50)
    }
}
