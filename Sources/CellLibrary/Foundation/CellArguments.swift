internal import SessionSafety
internal import Synchronization

/// What cells of the current session see as the program's arguments.
package enum CellArguments {
    private final class Given: SessionPart {
        let words = Mutex<[String]?>(nil)
    }

    /// The name of what runs, and what was given to it; the process's own arguments until somebody sets others.
    package static var current: [String] {
        get { Given.current.words.withLock { $0 } ?? CommandLine.arguments }
        set { Given.current.words.withLock { $0 = newValue } }
    }
}
