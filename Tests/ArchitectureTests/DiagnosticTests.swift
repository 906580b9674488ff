import Testing

/// Diagnostics are kinds with facts; their words are for people, and nothing is decided by them.
struct DiagnosticTests {
    @Test func noDecisionReadsASentence() throws {
        let rooms = try Repository.sources().filter { $0.target.hasPrefix("Cell") }
        #expect(rooms.count > 100)
        for file in rooms {
            for line in file.lines {
                #expect(
                    line.firstMatch(of: /\.message(\.(contains|has|split|range|starts|first)|\s*==)/) == nil,
                    "\(file.name) reads a message; ask for the diagnostic's kind:\(line)")
            }
        }
    }

    /// The facts of a mistake are names, types, numbers and kinds; whoever finds it writes no sentence.
    @Test func noFactIsAPhrase() throws {
        var seen = 0
        for file in try Repository.sources(of: "CellChecking") where !file.path.contains("/Mistakes/") {
            for match in file.text.matches(of: /(?:error|failed)\(\s*\.\w+\((.*?)\bat:/.dotMatchesNewlines()) {
                seen += 1
                #expect(
                    !match.output.1.contains(/"[^"]*\w \w[^"]*"/), "\(file.name): \(match.output.0)")
            }
        }
        #expect(seen > 50)
    }
}
