internal import SessionSafety
internal import Synchronization

/// Something that goes on changing, and that doesn't show every change at once.
public protocol UnfinishedDisplay: AnyObject, Sendable {
    /// Shows how far it has come.
    func showReached()
}

/// The displays of the current session that are still to change, such as progress bars.
///
/// A cell's end is the last moment at which anybody looks: the session then calls ``showReached()``.
public enum UnfinishedDisplays {
    private struct Entry: Sendable { weak var display: (any UnfinishedDisplay)? }

    private final class Entries: SessionPart {
        let all = Mutex<[ObjectIdentifier: Entry]>([:])
    }

    /// Has `display` asked when a cell ends, until it is finished or gone.
    public static func add(_ display: any UnfinishedDisplay) {
        Entries.current.all.withLock { $0[ObjectIdentifier(display)] = Entry(display: display) }
    }

    public static func remove(_ display: any UnfinishedDisplay) {
        _ = Entries.current.all.withLock { $0.removeValue(forKey: ObjectIdentifier(display)) }
    }

    /// Has each of them show how far it has come.
    public static func showReached() {
        // Not under the lock: the last reference to one may go here, which removes it.
        let displays = Entries.current.all.withLock { entries in
            // One that ended in another session is gone from here now.
            entries = entries.filter { $1.display != nil }
            return entries.values.compactMap(\.display)
        }
        for display in displays { display.showReached() }
    }
}
