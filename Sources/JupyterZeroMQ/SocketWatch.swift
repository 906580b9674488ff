internal import CZeroMQ
internal import JupyterProtocol

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Waits until a socket may have a message or somebody calls ``WakePipe/wake()``.
///
/// libzmq tells of an arrival once, on a descriptor of the socket, and any use of the socket may take that notice away.
/// A socket that was used must therefore be asked before the next wait. `zmq_poll` asks all of them twice each time,
/// which takes longer than a small cell.
struct SocketWatch {
    private let channels: [Channel]
    private var descriptors: [pollfd]
    private var used: Set<Channel> = []

    /// - Throws: ``ZeroMQError`` when a socket has no descriptor.
    init(_ sockets: [Channel: ZeroMQSocket], _ pipe: WakePipe) throws {
        channels = Array(sockets.keys)
        descriptors = try sockets.values.map { pollfd(fd: try $0.descriptor(), events: Int16(POLLIN), revents: 0) }
        descriptors.append(pollfd(fd: pipe.reader, events: Int16(POLLIN), revents: 0))
    }

    /// Notes that a message was sent on `channel`, or that some may be left there.
    mutating func noteUse(of channel: Channel) { used.insert(channel) }

    /// The channels to ask for messages; none when only the pipe was woken or the time is over.
    mutating func wait(milliseconds: Int32) -> Set<Channel> {
        let count = poll(&descriptors, nfds_t(descriptors.count), used.isEmpty ? milliseconds : 0)
        var ready = used
        used = []
        guard count > 0 else { return ready }
        for (channel, descriptor) in zip(channels, descriptors) where descriptor.revents != 0 { ready.insert(channel) }
        return ready
    }
}
