internal import JupyterProtocol
internal import SessionSafety

/// The requests of the shell channel, waiting for the interpreter's thread.
final class RequestQueue: Sendable {
    /// A request in its turn.
    struct Entry {
        let message: Message
        /// When the front end asked for it.
        let moment: Moment
        /// Whether a cell before it failed: it gets an answer, but does not run.
        var isAborted = false
    }

    private struct State {
        var entries: [Entry] = []
        var isClosed = false
        /// Whether a front end listens to the output channel, or has been waited for long enough.
        var isHeard = false
        var lastArrival: Milliseconds = 0
        var clocks = SenderClocks()
    }

    private let state = Monitor(State())

    func append(_ message: Message) {
        state.change {
            $0.entries.append(Entry(message: message, moment: $0.clocks.moment(ofRequest: message.header)))
            $0.lastArrival = .now
        }
    }

    /// When a stop was asked for that has just arrived.
    func moment(ofStop header: MessageHeader) -> Moment { state.read { $0.clocks.moment(ofStop: header) } }

    /// Says that a front end listens to the output channel.
    func noteListener() {
        if state.read({ $0.isHeard }) { return }
        state.change { $0.isHeard = true }
    }

    /// Waits for the next request; nil when the kernel ends.
    /// - Parameter whenQuiet: Called once when requests have come and then none for a while.
    func next(whenQuiet: () -> Void) -> Entry? {
        waitForListener()
        if state.read({ $0.lastArrival > 0 }) {
            if let entry = state.wait(milliseconds: Self.quietMilliseconds, Self.take) { return entry }
            whenQuiet()
        }
        return state.wait(Self.take)
    }

    /// Holds the very first answer back until somebody can hear what belongs to it.
    ///
    /// A front end that starts a kernel connects its channels one by one, and tries each again until the kernel is there:
    /// the answer to "who are you?" may reach it a tenth of a second before it hears any output. A cell that it sends at
    /// once would then run without its outputs and its end being heard, and the front end would wait for them for ever.
    private func waitForListener() {
        if state.read({ $0.isHeard }) { return }
        state.wait { $0.isClosed || !$0.entries.isEmpty ? () : nil }
        _ = state.wait(milliseconds: Self.longestDeafness) { $0.isClosed || $0.isHeard ? () : nil }
        state.read { $0.isHeard = true }
    }

    /// Who wants no output at all waits this long, once.
    private static let longestDeafness = 2000

    /// The first request; nothing when there is none, and nil in its place when the kernel ends.
    private static func take(_ state: inout State) -> Entry?? {
        if state.isClosed { return .some(nil) }
        return state.entries.isEmpty ? nil : .some(state.entries.removeFirst())
    }

    /// Cells that a person runs one after another come closer to each other than this.
    private static let quietMilliseconds = 2000

    /// Marks the cells that wait now as not to be run: all, or those that were asked for at certain moments.
    func abortWaitingCells(where isMeant: (Moment) -> Bool = { _ in true }) {
        state.read { state in
            for place in state.entries.indices where state.entries[place].isCell && isMeant(state.entries[place].moment)
            {
                state.entries[place].isAborted = true
            }
        }
    }

    /// Waits until nothing has arrived for `quiet` milliseconds, at most `limit`.
    ///
    /// A front end that runs many cells sends them one after another. A cell that fails at once would otherwise be
    /// answered before the cells that must not run after it are here. While its reply is held back, nobody can have
    /// seen it, so what arrives was sent without knowledge of the error.
    func waitForQuiet(_ quiet: Milliseconds, limit: Milliseconds) {
        let end = Milliseconds.now + limit
        while true {
            let last = state.read { $0.isClosed ? 0 : $0.lastArrival }
            let pause = min(last + quiet, end) - .now
            guard pause > 0 else { return }
            _ = state.wait(milliseconds: pause) { $0.isClosed || $0.lastArrival != last ? true : nil }
        }
    }

    func close() { state.change { $0.isClosed = true } }
}

extension RequestQueue.Entry {
    fileprivate var isCell: Bool { message.header.messageType == ExecuteRequest.messageType }
}
