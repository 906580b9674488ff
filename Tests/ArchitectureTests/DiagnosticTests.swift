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
}
