public import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The stop button: a flag that any thread or signal handler may raise and that long work looks at.
///
/// ```swift
/// for block in blocks {
///     try Interruption.check()      // at least every 10 ms of work
///     multiply(block)
/// }
/// ```
public enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Asks the running cell to stop. Safe to call from a signal handler.
    public static func request() { requested.store(true, ordering: .relaxed) }

    /// Forgets an earlier request; called when a cell starts, so that a stop while idle hurts nobody.
    public static func clear() { requested.store(false, ordering: .relaxed) }

    /// Whether a stop was asked for and not yet cleared.
    public static var isRequested: Bool {
        noteLook()
        return requested.load(ordering: .relaxed)
    }

    /// Returns at once, or throws ``Interrupted`` when a stop was asked for.
    public static func check() throws(Interrupted) {
        if isRequested, !isIgnored { throw Interrupted() }
    }

    /// Runs `body` so that it isn't stopped: for work whose result is needed where nothing can be thrown.
    package static func ignored<Value>(_ body: () throws -> Value) rethrows -> Value {
        let outer = isIgnored
        isIgnored = true
        defer { isIgnored = outer }
        return try body()
    }
}

extension Interruption {
    private static let ignoredKey: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Whether this thread's work isn't stopped.
    package private(set) static var isIgnored: Bool {
        get { pthread_getspecific(ignoredKey) != nil }
        set { pthread_setspecific(ignoredKey, newValue ? UnsafeRawPointer(bitPattern: 1) : nil) }
    }
}

/// Thrown by work that noticed ``Interruption/request()``.
public struct Interrupted: Error, CustomStringConvertible {
    public init() {}
    public var description: String { "interrupted" }
}
