internal import JupyterProtocol
internal import SessionSafety

/// When messages were sent, on the kernel's own clock.
///
/// A stop can overtake the cell that it is meant for: a signal is there at once, while the cell still lies in a socket. Their
/// order is then known from the date alone that the front end wrote, and a front end's clock may be wrong. How wrong shows
/// in its other messages: those that seem to have taken least were hardly under way at all.
///
/// They only seem so on a clock that is behind when they agree: the first messages to a kernel that is still starting, or on
/// a busy machine, were really under way that long, and each for another time.
struct SenderClocks {
    /// Of each session, how long the quickest of its messages seem to have taken, in nanoseconds, the quickest first.
    private var quickest: [String: [Int]] = [:]

    /// A process that starts on a busy machine takes no longer to read its first message; no clock is right within less.
    private static let (longestDelay, smallestError) = (10_000_000_000, 100_000_000)
    private static let mostSessions = 256
    /// So many messages must agree that a clock is behind.
    private static let witnesses = 3

    /// When a request was sent that has just arrived.
    mutating func moment(ofRequest header: MessageHeader) -> Moment {
        // In this order: should the thread be held up in between, the moment is rather too early than too late.
        let arrival = Moment.now
        guard let delay = Self.delay(of: header, at: .now) else { return arrival }
        if quickest.count >= Self.mostSessions, quickest[header.session] == nil { quickest = [:] }
        let delays = Array(((quickest[header.session] ?? []) + [delay]).sorted().prefix(Self.witnesses))
        quickest[header.session] = delays
        return arrival.before(nanoseconds: trueDelay(delay, delays))
    }

    /// When a stop was asked for that has just arrived; the moment of its arrival when nothing is known of its sender.
    func moment(ofStop header: MessageHeader) -> Moment {
        // In this order: the moment is rather too late than too early.
        let date = MessageDate.now
        let arrival = Moment.now
        guard let delays = quickest[header.session], let delay = Self.delay(of: header, at: date) else {
            return arrival
        }
        return arrival.before(nanoseconds: trueDelay(delay, (delays + [delay]).sorted()))
    }

    /// How long a message was under way, when the sender's quickest ones seem to have taken `delays`.
    private func trueDelay(_ delay: Int, _ delays: [Int]) -> Int {
        let delay = delay - Self.error(delays)
        return (0...Self.longestDelay).contains(delay) ? delay : 0
    }

    /// How far a sender's clock is behind; less than nothing for one that is ahead.
    private static func error(_ delays: [Int]) -> Int {
        // No message arrives before it was sent.
        if delays[0] < 0 { return delays[0] }
        guard delays[0] > smallestError, delays.count >= witnesses else { return 0 }
        let agree = delays[witnesses - 1] - delays[0] <= max(smallestError, delays[0] / 10)
        return agree ? delays[0] : 0
    }

    private static func delay(of header: MessageHeader, at date: MessageDate) -> Int? {
        MessageDate(header.date).map { date.nanoseconds - $0.nanoseconds }
    }
}
