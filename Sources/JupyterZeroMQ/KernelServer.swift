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
    private var watch: SocketWatch

    /// Binds the five sockets.
    /// - Throws: ``ZeroMQError`` that names the channel and the address which is not to be had.
    public init(_ file: ConnectionFile) throws {
        outbox = try Outbox()
        sockets = try KernelSockets(file)
        watch = try SocketWatch(sockets.all, outbox.pipe)
        self.file = sockets.file
    }

    /// Moves messages between the sockets and `kernel` until the kernel has finished.
    /// - Parameter isWanted: Asked about once a second while nothing happens; when it says false the kernel is shut down.
    public func serve(_ kernel: Kernel, while isWanted: () -> Bool = { true }) {
        while true {
            let ready = watch.wait(milliseconds: 1000)
            for channel in Self.order where ready.contains(channel) { receive(on: channel, for: kernel) }
            let outgoing = outbox.take()
            for item in outgoing.items { send(item.frames, on: item.channel) }
            if outgoing.isLast { break }
            if ready.isEmpty, outgoing.items.isEmpty, !isWanted() { kernel.shutDown() }
        }
        sockets.close()
    }

    /// Subscriptions first, so that a front end is greeted before its first request is answered; then what is urgent.
    private static let order: [Channel] = [.iopub, .control, .stdin, .heartbeat, .shell]

    private func send(_ frames: [[UInt8]], on channel: Channel) {
        sockets[channel]?.send(frames)
        watch.noteUse(of: channel)
    }

    /// Takes what has arrived. One channel with a flood of messages must not keep the others waiting.
    private func receive(on channel: Channel, for kernel: Kernel) {
        for _ in 0..<Self.messagesPerTurn {
            guard let frames = sockets[channel]?.receive() else { return }
            switch channel {
            case .heartbeat: send(frames, on: channel)
            case .iopub: greet(frames, kernel)
            case .shell, .control, .stdin: kernel.receive(frames, on: channel)
            }
        }
        watch.noteUse(of: channel)
    }

    private static let messagesPerTurn = 64

    /// A subscription arrives as one frame: a 1, and the topic.
    private func greet(_ frames: [[UInt8]], _ kernel: Kernel) {
        guard let frame = frames.first, frame.first == 1 else { return }
        kernel.subscribed(to: Array(frame.dropFirst()))
    }
}
