public import CThreadState
internal import Synchronization

/// What one user's work has to itself: its stop button, where its output goes, its random numbers. Sessions of one process
/// do not see each other's.
///
/// ```swift
/// let session = Session()
/// session.run {                       // on this thread, and on those that it shares the work with
///     manualSeed(7)
///     while true { try Interruption.check() }
/// }
/// session.stop.request()              // on another thread: ends that loop, and no other session's
/// ```
/// A thread that works for no session in particular works for ``main``, which is the one that a signal stops.
public final class Session: Sendable {
    /// The process's own.
    public static let main = Session()

    /// The button that ends its work.
    public let stop: StopFlag
    private let parts = Mutex<[ObjectIdentifier: any SessionPart]>([:])

    /// - Parameter stop: another session's, for work that its button is to end too.
    public init(stop: StopFlag = StopFlag()) { self.stop = stop }

    /// The session that the current thread works for.
    public static var current: Session { withCurrent { $0 } }

    /// Runs `body` for this session.
    public func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        let thread = thread_state_here()
        let outer = thread.pointee.session
        thread.pointee.session = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        defer { thread.pointee.session = outer }
        return try withExtendedLifetime(self, body)
    }

    /// Looks at the current session without becoming one of its owners, which the cores would have to agree about.
    @inlinable
    static func withCurrent<Value>(_ body: (Session) throws -> Value) rethrows -> Value {
        guard let session = thread_state_here().pointee.session else { return try body(main) }
        return try Unmanaged<Session>.fromOpaque(session)._withUnsafeGuaranteedRef { try body($0) }
    }

    /// The session's own of a kind, made when it is first asked for.
    fileprivate func part<Part: SessionPart>() -> Part {
        parts.withLock { parts in
            if let part = parts[ObjectIdentifier(Part.self)] as? Part { return part }
            let part = Part()
            parts[ObjectIdentifier(Part.self)] = part
            return part
        }
    }
}

/// What each session has one of, such as the generator of its random numbers.
///
/// ```swift
/// final class Seeds: SessionPart {
///     let last = Atomic<Int>(0)
/// }
/// Seeds.current.last.store(7, ordering: .relaxed)      // the current session's
/// ```
public protocol SessionPart: AnyObject, Sendable {
    init()
}

extension SessionPart {
    /// The current session's.
    public static var current: Self { of(.current) }

    public static func of(_ session: Session) -> Self { session.part() }
}
