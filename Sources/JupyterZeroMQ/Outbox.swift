internal import JupyterKernel
package import JupyterProtocol
internal import Synchronization

/// Messages of all threads on their way into the sockets, in the order of their calls.
///
/// Whoever comes first carries on until nothing is left, also what others add meanwhile: a small cell's answer then needs no
/// other thread to be woken, which would take as long as the cell.
package final class Outbox: MessageTransport {
    /// A message and where it goes.
    struct Item {
        let channel: Channel
        let frames: [[UInt8]]
    }

    private struct State {
        var items: [Item] = []
        /// Whether a thread is sending what is here, or nobody may yet.
        var isBeingEmptied = true
        var isFinished = false

        /// Notes that the caller sends; false when another thread does so already.
        mutating func begins() -> Bool {
            defer { isBeingEmptied = true }
            return !isBeingEmptied
        }

        /// What is here; nil, when nothing is, ends the sending.
        mutating func take() -> [Item]? {
            isBeingEmptied = !items.isEmpty
            defer { items = [] }
            return items.isEmpty ? nil : items
        }
    }

    private let state = Mutex(State())
    private let sockets: SharedSockets

    init(_ sockets: SharedSockets) { self.sockets = sockets }

    /// Sends what is here, and from now on what comes.
    func open() { empty() }

    package func send(_ frames: [[UInt8]], on channel: Channel, moreFollows: Bool) {
        let begins = state.withLock { state -> Bool in
            state.items.append(Item(channel: channel, frames: frames))
            return !moreFollows && state.begins()
        }
        if begins { empty() }
    }

    package func flush() {
        if state.withLock({ $0.begins() }) { empty() }
    }

    package func finish() {
        state.withLock { $0.isFinished = true }
        flush()
    }

    /// Whether no message will follow.
    var isFinished: Bool { state.withLock { $0.isFinished && !$0.isBeingEmptied } }

    private func empty() {
        while let items = state.withLock({ $0.take() }) { sockets.send(items) }
        if isFinished { sockets.pipe.wake() }
    }
}
