internal import Platform

/// Wakes a thread that waits in `zmq_poll`.
final class WakePipe: Sendable {
    /// Readable when somebody called ``wake()``.
    let reader: Int32
    private let writer: Int32

    /// - Throws: ``ZeroMQError`` when the system has no descriptors left.
    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ZeroMQError(code: errno, action: "make a pipe") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        close(writer)
    }

    func wake() {
        var byte: UInt8 = 0
        while write(writer, &byte, 1) < 0, errno == EINTR {}
    }

    /// Forgets all calls so far.
    func drain() {
        var bytes: UInt64 = 0
        while read(reader, &bytes, 8) == 8 {}
    }
}
