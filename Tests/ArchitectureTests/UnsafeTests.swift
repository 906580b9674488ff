import Foundation
import Testing

/// What the compiler is told to believe about threads stands beside a sentence that says why it is so.
struct UnsafeTests {
    @Test func whatIsSharedUncheckedSaysWhy() throws {
        var found = 0
        for file in try Repository.sourceFolders().flatMap(Repository.swiftFiles) {
            let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            for (number, line) in lines.enumerated() where line.contains("nonisolated(unsafe)") {
                found += 1
                let above = number > 0 ? lines[number - 1].trimmingCharacters(in: .whitespaces) : ""
                #expect(above.hasPrefix("//"), "\(file.lastPathComponent):\(number + 1) does not say why it is safe")
                #expect(!line.contains("static"), "\(file.lastPathComponent):\(number + 1) is one for all sessions")
            }
        }
        #expect(found > 0)
    }

    /// A type that threads may share although the compiler does not see why says what keeps them apart.
    @Test func whatIsSendableUncheckedSaysWhy() throws {
        var found = 0
        for file in try Repository.sourceFolders().flatMap(Repository.swiftFiles) {
            let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            for (number, line) in lines.enumerated() where line.contains("@unchecked Sendable") {
                found += 1
                let above = lines[..<number].reversed().map { $0.trimmingCharacters(in: .whitespaces) }
                    .prefix { $0.hasPrefix("//") }.joined(separator: " ")
                #expect(
                    above.contains(/\b(?:locks?|threads?|owners?)\b/),
                    "\(file.lastPathComponent):\(number + 1) does not say which lock, thread or owner makes it safe")
            }
        }
        #expect(found > 0)
    }
}
