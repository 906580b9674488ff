internal import JupyterProtocol
internal import Platform
internal import Synchronization

/// A file descriptor of the process that leads into a pipe now.
final class CapturedDescriptor: Sendable {
    /// The end of the pipe to read from; reading never waits.
    let reader: Int32
    let name: Stream.Name
    private let text = Mutex(UTF8Assembler())

    init?(_ descriptor: Int32, _ name: Stream.Name) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, dup2(ends[1], descriptor) >= 0 else { return nil }
        close(ends[1])
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        reader = ends[0]
        self.name = name
    }

    /// Some of what was written, or nil when nothing is left to read.
    func read() -> String? {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
            let count = readBytes(reader, buffer.baseAddress, buffer.count)
            guard count > 0 else { return nil }
            return text.withLock { $0.append(buffer[..<count]) }
        }
    }
}

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    guard let buffer else { return 0 }
    return read(descriptor, buffer, count)
}
