internal import Synchronization

/// Lines that the library tells its user beside a result, such as what it left out for a model that does not allow it.
///
/// ```swift
/// if !Notes.tell("left out: centerWritingWeights") { StandardStream.error.write(…) }
/// ```
/// The library knows no cells: what shows the lines says so once for a session, by ``receive(with:)``.
public enum Notes {
    private final class Receiver: SessionPart {
        let tell = Mutex<(@Sendable (_ line: String) -> Bool)?>(nil)
    }

    /// Hands `line` to whoever shows the current session's notes.
    /// - Returns: whether somebody took it.
    package static func tell(_ line: String) -> Bool { Receiver.current.tell.withLock { $0 }?(line) ?? false }

    /// Has every later note of the current session go to `tell`, which says whether it could be shown.
    public static func receive(with tell: @escaping @Sendable (_ line: String) -> Bool) {
        Receiver.current.tell.withLock { $0 = tell }
    }
}
