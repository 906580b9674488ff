internal import JupyterProtocol
internal import SessionSafety

/// When messages were sent, on the kernel's own clock.
///
/// A stop can overtake the cell that it is meant for: a signal is there at once, while the cell still lies in a socket. Their
/// order is then known from the date alone that the front end wrote, and a front end's clock may be wrong. How wrong shows
/// in its other messages: the one that seems to have taken least was hardly under way at all.
struct SenderClocks {
    /// Of each session, how long the quickest of its messages seems to have taken, in nanoseconds.
    private var quickest: [String: Int] = [:]

    /// A process that starts on a busy machine takes no longer to read its first message; no clock is right within less.
    private static let (longestDelay, smallestError) = (10_000_000_000, 100_000_000)
    private static let mostSessions = 256

    /// When a request was sent that has just arrived.
    mutating func moment(ofRequest header: MessageHeader) -> Moment {
        // In this order: should the thread be held up in between, the moment is rather too early than too late.
        let arrival = Moment.now
        guard let delay = Self.delay(of: header, at: .now) else { return arrival }
        defer {
            if quickest.count >= Self.mostSessions, quickest[header.session] == nil { quickest = [:] }
            quickest[header.session] = min(delay, quickest[header.session] ?? delay)
        }
        return arrival.before(nanoseconds: trueDelay(delay, quickest[header.session].map { min($0, delay) } ?? 0))
    }

    /// When a stop was asked for that has just arrived; the moment of its arrival when nothing is known of its sender.
    func moment(ofStop header: MessageHeader) -> Moment {
        // In this order: the moment is rather too late than too early.
        let date = MessageDate.now
        let arrival = Moment.now
        guard let quickest = quickest[header.session], let delay = Self.delay(of: header, at: date) else {
            return arrival
        }
        return arrival.before(nanoseconds: trueDelay(delay, min(quickest, delay)))
    }

    /// How long a message was under way, when the sender's quickest one seems to have taken `quickest`.
    private func trueDelay(_ delay: Int, _ quickest: Int) -> Int {
        let error = abs(quickest) > Self.smallestError ? quickest : 0
        let delay = delay - error
        return (0...Self.longestDelay).contains(delay) ? delay : 0
    }

    private static func delay(of header: MessageHeader, at date: MessageDate) -> Int? {
        MessageDate(header.date).map { date.nanoseconds - $0.nanoseconds }
    }
}
