internal import CThreadState

/// The stop button of the current session, as long work sees it.
///
/// ```swift
/// for block in blocks {
///     try Interruption.check()      // at least every 10 ms of work
///     multiply(block)
/// }
/// ```
public enum Interruption {
    /// Whether the work at hand is to stop.
    public static var isRequested: Bool { Session.withCurrent { $0.stop.isRequested } }

    /// Returns at once, or throws ``Interrupted`` when a stop was asked for.
    public static func check() throws(Interrupted) {
        if isRequested, !isIgnored { throw Interrupted() }
    }

    /// Runs `body` so that it isn't stopped: for work whose result is needed where nothing can be thrown.
    package static func ignored<Value>(_ body: () throws -> Value) rethrows -> Value {
        let thread = thread_state_here()
        let outer = thread.pointee.ignores_stops
        thread.pointee.ignores_stops = 1
        defer { thread.pointee.ignores_stops = outer }
        return try body()
    }

    /// Whether this thread's work isn't stopped.
    package static var isIgnored: Bool { thread_state_here().pointee.ignores_stops != 0 }

    /// How often `body`, which is run in a session of its own, and what other threads do for it looked at the stop flag.
    ///
    /// ```swift
    /// let (json, looks) = try Interruption.countingLooks { tensor.toJSON() }
    /// ```
    package static func countingLooks<Value>(_ body: () throws -> Value) rethrows -> (value: Value, looks: Int) {
        let session = Session()
        return try session.run { try session.stop.countingLooks(body) }
    }
}

/// Thrown by work that noticed a stop request, or that there is no memory to go on with.
public struct Interrupted: Error, CustomStringConvertible {
    /// What the work ended for when nobody asked it to stop.
    package let shortage: MemoryShortage?

    public init() { shortage = Session.withCurrent { $0.stop.shortage } }
    public var description: String { shortage.map { "\($0)" } ?? "interrupted" }
}
