internal import CZeroMQ
internal import JupyterProtocol
internal import Platform

/// Waits until a socket may have a message or somebody calls ``WakePipe/wake()``.
///
/// It looks at descriptors alone, so that others can use the sockets meanwhile. `zmq_poll` asks all sockets twice each time,
/// which takes longer than a small cell.
struct SocketWatch {
    private let channels: [Channel]
    private let pipe: WakePipe
    private var descriptors: [pollfd]
    /// Whether the last wait ended because somebody called ``WakePipe/wake()``.
    private(set) var wasWoken = false

    init(_ sockets: [Channel: Int32], _ pipe: WakePipe) {
        channels = Array(sockets.keys)
        self.pipe = pipe
        descriptors = (sockets.values + [pipe.reader]).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }

    /// The channels to ask for messages; none when only the pipe was woken or the time is over.
    mutating func wait(milliseconds: Int32) -> Set<Channel> {
        wasWoken = false
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return [] }
        wasWoken = descriptors.last?.revents != 0
        if wasWoken { pipe.drain() }
        return Set(zip(channels, descriptors).filter { $1.revents != 0 }.map { $0.0 })
    }
}
