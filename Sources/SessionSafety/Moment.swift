internal import Platform

/// A point in time on a clock that never jumps, in nanoseconds.
public struct Moment: Comparable, Hashable, Sendable {
    public let nanoseconds: Int

    public init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

    /// May be asked by a signal handler.
    public static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }

    public static func < (earlier: Moment, later: Moment) -> Bool { earlier.nanoseconds < later.nanoseconds }

    /// So many nanoseconds earlier.
    public func before(nanoseconds: Int) -> Moment { Moment(nanoseconds: self.nanoseconds - nanoseconds) }
}
