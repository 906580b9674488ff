internal import CZeroMQ
public import JupyterKernel
public import JupyterProtocol

/// The sockets of a kernel and the loop that serves them.
///
/// ```swift
/// let server = try KernelServer(file)                       // binds
/// let kernel = Kernel(description: …, signature: …, transport: server.outbox)
/// server.serve(kernel)                                      // returns after a shutdown request
/// ```
public final class KernelServer {
    /// Where a kernel leaves its messages.
    public let outbox: Outbox
    /// The connection file, with the ports that were chosen.
    public let file: ConnectionFile
    private let sockets: KernelSockets

    /// Binds the five sockets.
    /// - Throws: ``ZeroMQError`` that names the channel and the address which is not to be had.
    public init(_ file: ConnectionFile) throws {
        outbox = try Outbox()
        sockets = try KernelSockets(file)
        self.file = sockets.file
    }

    /// Moves messages between the sockets and `kernel` until the kernel has finished.
    /// - Parameter isWanted: Asked about once a second; when it says false the kernel is shut down.
    public func serve(_ kernel: Kernel, while isWanted: () -> Bool = { true }) {
        while true {
            let ready = wait()
            for channel in Self.order where ready.contains(channel) { receive(on: channel, for: kernel) }
            let outgoing = outbox.take()
            for item in outgoing.items { sockets[item.channel]?.send(item.frames) }
            if outgoing.isLast { break }
            if ready.isEmpty, outgoing.items.isEmpty, !isWanted() { kernel.shutDown() }
        }
        sockets.close()
    }

    /// Subscriptions first, so that a front end is greeted before its first request is answered; then what is urgent.
    private static let order: [Channel] = [.iopub, .control, .stdin, .heartbeat, .shell]

    /// Waits for messages in either direction, at most a second.
    private func wait() -> Set<Channel> {
        var items = Self.order.map { channel in
            zmq_pollitem_t(socket: sockets[channel]?.pointer, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
        }
        items.append(zmq_pollitem_t(socket: nil, fd: outbox.pipe.reader, events: Int16(ZMQ_POLLIN), revents: 0))
        guard zmq_poll(&items, Int32(items.count), 1000) > 0 else { return [] }
        return Set(zip(Self.order, items).filter { $1.revents != 0 }.map { channel, _ in channel })
    }

    private func receive(on channel: Channel, for kernel: Kernel) {
        guard let socket = sockets[channel] else { return }
        for _ in 0..<Self.messagesPerTurn {
            guard let frames = socket.receive() else { return }
            switch channel {
            case .heartbeat: socket.send(frames)
            case .iopub: greet(frames, kernel)
            case .shell, .control, .stdin: kernel.receive(frames, on: channel)
            }
        }
    }

    /// One channel with a flood of messages must not keep the others waiting.
    private static let messagesPerTurn = 64

    /// A subscription arrives as one frame: a 1, and the topic.
    private func greet(_ frames: [[UInt8]], _ kernel: Kernel) {
        guard let frame = frames.first, frame.first == 1 else { return }
        kernel.subscribed(to: Array(frame.dropFirst()))
    }
}
