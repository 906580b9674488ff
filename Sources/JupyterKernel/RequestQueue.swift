internal import JupyterProtocol

/// The requests of the shell channel, waiting for the interpreter's thread.
final class RequestQueue: Sendable {
    /// A request in its turn.
    struct Entry {
        let message: Message
        /// Whether a cell before it failed: it gets an answer, but does not run.
        var isAborted = false
    }

    private struct State {
        var entries: [Entry] = []
        var isClosed = false
        var lastArrival: Milliseconds = 0
    }

    private let state = Monitor(State())

    func append(_ message: Message) {
        state.change {
            $0.entries.append(Entry(message: message))
            $0.lastArrival = .now
        }
    }

    /// Waits for the next request; nil when the kernel ends.
    func next() -> Entry? {
        state.wait { state -> Entry?? in
            if state.isClosed { return .some(nil) }
            return state.entries.isEmpty ? nil : .some(state.entries.removeFirst())
        }
    }

    /// Marks every cell that waits now as not to be run.
    func abortWaitingCells() {
        state.read { state in
            for place in state.entries.indices where state.entries[place].isCell {
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
