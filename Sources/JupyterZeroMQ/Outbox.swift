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
        var isFinished = false
    }

    private let state = Mutex(State())
    let pipe: WakePipe

    init() throws { pipe = try WakePipe() }

    public func send(_ frames: [[UInt8]], on channel: Channel) {
        let wasEmpty = state.withLock { state -> Bool in
            state.items.append(Item(channel: channel, frames: frames))
            return state.items.count == 1
        }
        // Whoever put the first one there has woken the reader already.
        if wasEmpty { pipe.wake() }
    }

    public func finish() {
        state.withLock { $0.isFinished = true }
        pipe.wake()
    }

    /// Takes what is here, and whether it is the last.
    func take() -> (items: [Item], isLast: Bool) {
        pipe.drain()
        return state.withLock { state in
            defer { state.items = [] }
            return (state.items, state.isFinished)
        }
    }
}
