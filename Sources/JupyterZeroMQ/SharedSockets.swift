internal import CZeroMQ
internal import JupyterProtocol
internal import Synchronization

/// The kernel's sockets for all threads, one at a time.
///
/// libzmq lets a socket go from thread to thread as long as a lock lies between. It tells of an arrival once, on a descriptor
/// of the socket, and any use of the socket may take that notice away. Who sends therefore looks whether something has
/// arrived meanwhile, and wakes the thread that receives.
final class SharedSockets: Sendable {
    /// Used under the lock alone, by one thread at a time, as libzmq asks of its sockets.
    private struct State: @unchecked Sendable {
        let sockets: KernelSockets
        /// Where something may have arrived of which no notice will come.
        var unnoticed: Set<Channel> = []
        /// The greeting for who subscribes to a topic.
        var welcome: @Sendable ([UInt8]) -> [[UInt8]]? = { _ in nil }

        /// Greets who has subscribed since the last time. A subscription arrives as one frame: a 1, and the topic.
        mutating func greet() {
            // No more at a time, so that a flood of subscriptions keeps nobody from sending.
            for _ in 0..<64 {
                guard let frame = sockets[.iopub]?.receive()?.first else { return }
                guard frame.first == 1, let greeting = welcome(Array(frame.dropFirst())) else { continue }
                sockets[.iopub]?.send(greeting)
            }
            unnoticed.insert(.iopub)
        }
    }

    private let state: Mutex<State>
    /// Wakes the thread that receives.
    let pipe: WakePipe

    init(_ sockets: sending KernelSockets) throws {
        state = Mutex(State(sockets: sockets))
        pipe = try WakePipe()
    }

    /// Sends messages in their order. Never waits for a front end.
    func send(_ items: [Outbox.Item]) {
        let mustWake = state.withLock { state -> Bool in
            let known = state.unnoticed
            // Who has just subscribed would otherwise get this before the greeting.
            if items.contains(where: { $0.channel == .iopub }) { state.greet() }
            for item in items { state.sockets[item.channel]?.send(item.frames) }
            for channel in Set(items.map(\.channel)) where state.sockets[channel]?.hasArrivals == true {
                state.unnoticed.insert(channel)
            }
            return state.unnoticed != known
        }
        if mustWake { pipe.wake() }
    }

    /// Says what greets a front end that subscribes, and greets those that have.
    func greetSubscribers(_ welcome: @escaping @Sendable ([UInt8]) -> [[UInt8]]?) {
        state.withLock {
            $0.welcome = welcome
            $0.greet()
        }
    }

    /// Greets who has subscribed.
    func greetNewSubscribers() { state.withLock { $0.greet() } }

    /// The next message that has arrived on `channel`, or nil.
    func receive(on channel: Channel) -> [[UInt8]]? { state.withLock { $0.sockets[channel]?.receive() } }

    /// Notes that some messages may be left on `channel`.
    func noteMore(on channel: Channel) { state.withLock { _ = $0.unnoticed.insert(channel) } }

    /// The channels to ask although no notice came.
    func takeUnnoticed() -> Set<Channel> {
        state.withLock { state in
            defer { state.unnoticed = [] }
            return state.unnoticed
        }
    }

    /// Delivers what was sent, and closes everything; what is sent from here on is dropped.
    func close() { state.withLock { $0.sockets.close() } }
}
