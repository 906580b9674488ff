public import JupyterKernel
public import JupyterProtocol
internal import Synchronization

/// Messages of all threads on their way to the one thread that owns the sockets.
public final class Outbox: MessageTransport {
    /// A message and where it goes.
    struct Item {
        let channel: Channel
        let frames: [[UInt8]]
    }

    private struct State {
        var items: [Item] = []
        /// Whether the reader has been woken for what is here.
        var isReaderAwake = false
        var isFinished = false

        /// Notes that the reader is woken; false when somebody has done so already.
        mutating func wakesReader() -> Bool {
            defer { isReaderAwake = true }
            return !isReaderAwake
        }
    }

    private let state = Mutex(State())
    let pipe: WakePipe

    init() throws { pipe = try WakePipe() }

    public func send(_ frames: [[UInt8]], on channel: Channel, moreFollows: Bool) {
        let mustWake = state.withLock { state -> Bool in
            state.items.append(Item(channel: channel, frames: frames))
            return !moreFollows && state.wakesReader()
        }
        if mustWake { pipe.wake() }
    }

    public func flush() {
        if state.withLock({ $0.wakesReader() }) { pipe.wake() }
    }

    public func finish() {
        state.withLock { $0.isFinished = true }
        pipe.wake()
    }

    /// Takes what is here, and whether it is the last.
    func take() -> (items: [Item], isLast: Bool) {
        state.withLock { state in
            if state.isReaderAwake { pipe.drain() }
            defer { (state.items, state.isReaderAwake) = ([], false) }
            return (state.items, state.isFinished)
        }
    }
}
