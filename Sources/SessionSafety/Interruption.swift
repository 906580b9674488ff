public import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The stop button: any thread or signal handler may press it, and long work looks at it.
///
/// ```swift
/// for block in blocks {
///     try Interruption.check()      // at least every 10 ms of work
///     multiply(block)
/// }
/// ```
/// A stop concerns what was asked for before it, whether that has begun or not; what is asked for later it does not
/// touch. Two moments say it all: when a stop was last asked for, and when the work at hand was. Neither is ever taken
/// back, so nothing that threads and signal handlers do at the same time can lose a stop.
public enum Interruption {
    private static let lastStop = Atomic<Int>(.min)
    private static let workAskedFor = Atomic<Int>(0)

    /// Asks the running cell to stop, and those that wait. Safe to call from a signal handler.
    public static func request() { request(at: .now) }

    /// The same for a stop that was asked for at another moment.
    public static func request(at moment: Moment) { lastStop.max(moment.nanoseconds, ordering: .relaxed) }

    /// Says that work begins which was asked for at `moment`: later stops are meant for it, earlier ones are not.
    public static func begin(askedAt moment: Moment) {
        workAskedFor.store(moment.nanoseconds, ordering: .relaxed)
    }

    /// Forgets an earlier request: work begins that nobody has asked to stop.
    public static func clear() {
        begin(askedAt: max(.now, Moment(nanoseconds: lastStop.load(ordering: .relaxed).advanced(by: 1))))
    }

    /// Whether the work at hand is to stop.
    public static var isRequested: Bool {
        if isUnusual, sees() { return true }
        return lastStop.load(ordering: .relaxed) >= workAskedFor.load(ordering: .relaxed)
    }

    /// Whether a stop was asked for at `moment` or since then.
    public static func wasRequested(since moment: Moment) -> Bool {
        lastStop.load(ordering: .relaxed) >= moment.nanoseconds
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

/// Thrown by work that noticed ``Interruption/request()``, or that there is no memory to go on with.
public struct Interrupted: Error, CustomStringConvertible {
    /// What the work ended for when nobody asked it to stop.
    package let shortage: MemoryShortage?

    public init() { shortage = Interruption.shortage }
    public var description: String { shortage.map { "\($0)" } ?? "interrupted" }
}
