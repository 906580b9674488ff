internal import Synchronization

/// What cells see as the program's arguments.
public enum CellArguments {
    private static let given = Mutex<[String]?>(nil)

    /// The name of what runs, and what was given to it; the process's own arguments until somebody sets others.
    public static var current: [String] {
        get { given.withLock { $0 } ?? CommandLine.arguments }
        set { given.withLock { $0 = newValue } }
    }
}
