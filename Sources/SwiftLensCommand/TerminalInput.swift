internal import Platform
internal import SessionSafety

/// The standard input of this process, line by line.
enum TerminalInput {
    /// The next line without its end; nil at the end of input.
    /// - Throws: `Interrupted` when control-C is pressed instead.
    static func readLine() throws -> String? {
        // What stdio has read ahead would not be seen by the wait below.
        takeInputByNeed()
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&input, 1, pollMilliseconds) <= 0 { try Interruption.check() }
        return Swift.readLine()
    }

    private static let pollMilliseconds: Int32 = 20
}
