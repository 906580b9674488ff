import Testing

/// What the compiler is told to believe about threads stands beside a sentence that says why it is so.
struct UnsafeTests {
    @Test func whatIsSharedUncheckedSaysWhy() throws {
        let found = try Repository.sources().flatMap { $0.places(of: "nonisolated(unsafe)") }
        #expect(!found.isEmpty)
        for (place, line, comment) in found {
            #expect(!comment.isEmpty, "\(place) does not say why it is safe")
            #expect(!line.contains("static"), "\(place) is one for all sessions")
        }
    }

    /// A type that threads may share although the compiler does not see why says what keeps them apart.
    @Test func whatIsSendableUncheckedSaysWhy() throws {
        let found = try Repository.sources().flatMap { $0.places(of: "@unchecked Sendable") }
        #expect(!found.isEmpty)
        for (place, _, comment) in found {
            #expect(
                comment.contains(/\b(?:locks?|threads?|owners?)\b/),
                "\(place) does not say which lock, thread or owner makes it safe")
        }
    }
}
