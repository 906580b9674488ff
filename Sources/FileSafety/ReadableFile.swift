internal import Platform
internal import SessionSafety

/// An ordinary file opened for reading at chosen places; closed when the last holder lets go of it.
///
/// It is read rather than mapped: a mapped file that somebody cuts short ends the process.
package final class ReadableFile: Sendable {
    package let path: String
    package let byteCount: Int
    /// What another file, or the same one after it was written again, does not have; nil where the system does not say.
    package let identity: FileIdentity?
    private let descriptor: Int32

    /// - Throws: ``FileError`` for what isn't there or is no ordinary file; a pipe would be waited for.
    package init(_ path: String) throws(FileError) {
        let path = path.expandingHome
        guard !path.utf8.contains(0) else {
            throw FileError(path: path, problem: "holds a zero byte, which ends a path")
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, problem: "is not a file") }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path, errno) }
        let isKnown = fstat(descriptor, &status) == 0
        byteCount = isKnown ? Int(status.st_size) : 0
        identity = isKnown ? FileIdentity(status) : nil
        self.path = path
        FilesRead.note(path)
    }

    deinit { close(descriptor) }

    /// - Throws: ``FileError``, or ``Interrupted``.
    package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBytes { buffer in
            if let start = buffer.baseAddress { try read(into: start, at: offset, count: count) }
        }
        return bytes
    }

    /// Fills `count` bytes of memory.
    package func read(into start: UnsafeMutableRawPointer, at offset: Int, count: Int) throws {
        var done = 0
        while done < count {
            try Interruption.check()
            let got = pread(descriptor, start + done, min(count - done, 4 << 20), off_t(offset + done))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileError(path, errno) }
            guard got > 0 else {
                throw FileError(
                    path: path, problem: "ended before byte \(offset + count): was it changed while it was read?")
            }
            done += got
        }
    }
}

/// A file as it is now: which it is, its size, and when it was last written.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    fileprivate init(_ status: stat) {
        let written = lastWritten(status)
        (device, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
        size = Int64(status.st_size)
        (seconds, nanoseconds) = (written.tv_sec, written.tv_nsec)
    }
}
