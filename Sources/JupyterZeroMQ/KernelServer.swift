package import JupyterKernel
package import JupyterProtocol

/// The sockets of a kernel and the loop that serves them.
///
/// ```swift
/// let server = try KernelServer(file)                       // binds
/// let kernel = Kernel(description: …, signature: …, transport: server.outbox)
/// server.serve(kernel)                                      // returns after a shutdown request
/// ```
package final class KernelServer {
    /// Where a kernel leaves its messages.
    package let outbox: Outbox
    /// The connection file, with the ports that were chosen.
    package let file: ConnectionFile
    private let sockets: SharedSockets
    private var watch: SocketWatch

    /// Binds the five sockets.
    /// - Throws: ``ZeroMQError`` that names the channel and the address which is not to be had.
    package init(_ file: ConnectionFile) throws {
        let bound = try KernelSockets(file)
        self.file = bound.file
        let descriptors = try bound.all.mapValues { try $0.descriptor() }
        sockets = try SharedSockets(bound)
        watch = SocketWatch(descriptors, sockets.pipe)
        outbox = Outbox(sockets)
    }

    /// Gives `kernel` what arrives until the kernel has finished.
    /// - Parameter isWanted: Asked about once a second while nothing happens; when it says false the kernel is shut down.
    package func serve(_ kernel: Kernel, while isWanted: () -> Bool = { true }) {
        sockets.greetSubscribers { kernel.welcome(to: $0) }
        outbox.open()
        while !outbox.isFinished {
            let unnoticed = sockets.takeUnnoticed()
            let ready = watch.wait(milliseconds: unnoticed.isEmpty ? 1000 : 0)
            let arrived = Self.completed(unnoticed.union(ready))
            for channel in Self.order where arrived.contains(channel) { receive(on: channel, for: kernel) }
            if unnoticed.isEmpty, ready.isEmpty, !watch.wasWoken, !isWanted() { kernel.shutDown() }
        }
        sockets.close()
    }

    /// Subscriptions first, so that a front end is greeted before its first request is answered. Requests before what
    /// is urgent: they only join the queue, and a stop must find the cell there that was sent before it.
    private static let order: [Channel] = [.iopub, .shell, .control, .stdin, .heartbeat]

    /// With the control channel the shell channel is asked too: their messages come by different ways.
    private static func completed(_ channels: Set<Channel>) -> Set<Channel> {
        channels.contains(.control) ? channels.union([.shell]) : channels
    }

    /// Takes what has arrived. One channel with a flood of messages must not keep the others waiting.
    private func receive(on channel: Channel, for kernel: Kernel) {
        if channel == .iopub { return sockets.greetNewSubscribers() }
        for _ in 0..<Self.messagesPerTurn {
            guard let frames = sockets.receive(on: channel) else { return }
            if channel == .heartbeat {
                answerBeat(frames)
            } else {
                kernel.receive(frames, on: channel)
            }
        }
        sockets.noteMore(on: channel)
    }

    private static let messagesPerTurn = 64

    /// Gives back what came, behind the name of who sent it; more frames than a beat has are nobody's heart.
    private func answerBeat(_ frames: [[UInt8]]) {
        guard (2...4).contains(frames.count) else { return }
        sockets.send([Outbox.Item(channel: .heartbeat, frames: frames)])
    }
}
