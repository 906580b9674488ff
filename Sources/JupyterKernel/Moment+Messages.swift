internal import JupyterProtocol
internal import SessionSafety

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Moment {
    /// When the request was sent that has just arrived.
    ///
    /// A stop can overtake the cell that it is meant for: a signal is there at once, while the cell still lies in a socket.
    /// Their order is then known from the date alone that the front end wrote.
    static func ofRequest(_ header: MessageHeader) -> Moment {
        // In this order: should the thread be held up in between, the moment is rather too early than too late.
        let arrival = Moment.now
        return of(MessageDate(header.date), arrivingAt: arrival, on: .now)
    }

    /// When the stop was asked for that has just arrived.
    static func ofStop(_ header: MessageHeader) -> Moment {
        // In this order: the moment is rather too late than too early.
        let date = MessageDate.now
        return of(MessageDate(header.date), arrivingAt: .now, on: date)
    }

    /// A message's moment by its date; of its arrival when there is none, or one that only another clock can have shown.
    static func of(_ sent: MessageDate?, arrivingAt arrival: Moment, on date: MessageDate) -> Moment {
        guard let sent, case let delay = date.nanoseconds - sent.nanoseconds, (0...longestDelay).contains(delay) else {
            return arrival
        }
        return arrival.before(nanoseconds: delay)
    }

    /// A starting process on a busy machine takes no longer to read its first message.
    private static let longestDelay = 10_000_000_000
}

extension MessageDate {
    fileprivate static var now: MessageDate {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return MessageDate(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }
}
