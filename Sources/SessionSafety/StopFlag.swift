public import Synchronization

/// The stop button of a session: any thread or signal handler may press it, and long work looks at it.
///
/// A stop concerns what was asked for before it, whether that has begun or not; what is asked for later it does not
/// touch. Two moments say it all: when a stop was last asked for, and when the work at hand was. Neither is ever taken
/// back, so nothing that threads and signal handlers do at the same time can lose a stop.
public final class StopFlag: Sendable {
    @usableFromInline let lastStop = Atomic<Int>(.min)
    @usableFromInline let workAskedFor = Atomic<Int>(0)
    /// What a look does beside looking for a stop, which is nearly always nothing.
    @usableFromInline let unusual = Atomic<Int>(0)
    let looks = Atomic<Int>(0)
    let reason = Mutex<MemoryShortage?>(nil)

    public init() {}

    /// Asks the running cell to stop, and those that wait. Safe to call from a signal handler.
    public func request() { request(at: .now) }

    /// The same for a stop that was asked for at another moment.
    public func request(at moment: Moment) { lastStop.max(moment.nanoseconds, ordering: .relaxed) }

    /// Says that work begins which was asked for at `moment`: later stops are meant for it, earlier ones are not.
    public func begin(askedAt moment: Moment) { workAskedFor.store(moment.nanoseconds, ordering: .relaxed) }

    /// Forgets an earlier request: work begins that nobody has asked to stop.
    public func clear() {
        begin(askedAt: max(.now, Moment(nanoseconds: lastStop.load(ordering: .relaxed).advanced(by: 1))))
    }

    /// Whether the work at hand is to stop.
    @inlinable
    public var isRequested: Bool {
        if unusual.load(ordering: .relaxed) != 0, sees() { return true }
        return lastStop.load(ordering: .relaxed) >= workAskedFor.load(ordering: .relaxed)
    }

    /// Whether a stop was asked for at `moment` or since then.
    public func wasRequested(since moment: Moment) -> Bool {
        lastStop.load(ordering: .relaxed) >= moment.nanoseconds
    }
}
