internal import SessionSafety
internal import Synchronization

/// Where shown values go. The kernel puts its own in place for a session; without one they are printed.
public protocol DisplayOutput: Sendable {
    /// Shows a bundle; with an `id`, so that ``update(_:id:)`` can replace it later.
    func show(_ bundle: MIMEBundle, id: String?)

    /// Replaces what was shown under `id`.
    func update(_ bundle: MIMEBundle, id: String)

    /// Replaces what was shown under `id` for the last time, so that nobody need wait for another update.
    func finish(_ bundle: MIMEBundle, id: String)

    /// Removes what the cell has shown so far; with `wait`, only when the next output arrives.
    func clear(wait: Bool)
}

extension DisplayOutput {
    public func finish(_ bundle: MIMEBundle, id: String) { update(bundle, id: id) }
}

/// The output in use.
public enum DisplayOutputs {
    private final class Installed: SessionPart {
        let output = Mutex<any DisplayOutput>(PrintedOutput())
    }

    /// The output that ``display(_:)`` and progress bars of the current session write to.
    public static var current: any DisplayOutput {
        get { Installed.current.output.withLock { $0 } }
        set { Installed.current.output.withLock { $0 = newValue } }
    }
}

/// Prints the text form, for compiled programs.
private struct PrintedOutput: DisplayOutput {
    func show(_ bundle: MIMEBundle, id: String?) { print(bundle.plain) }
    func update(_ bundle: MIMEBundle, id: String) { print(bundle.plain) }
    func clear(wait: Bool) {}
}
