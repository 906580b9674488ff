internal import Platform
internal import SessionSafety

/// A file that is being written, by the one way that everything in this project takes to save something.
///
/// ```swift
/// try WrittenFile.write(to: path) { file in try file.append(bytes) }
/// ```
/// An ordinary file gets its new content whole or not at all, and keeps its mode, its owner and its links. Pipes and
/// devices are written to.
package struct WrittenFile {
    let descriptor: Int32
    /// As the user gave it, for errors.
    let path: String

    /// Writes what `body` appends to the file at `path`. When it throws, what was there before stays.
    ///
    /// - Parameter mode: that of a file which wasn't there before, without what the process's mask takes away.
    /// - Throws: ``FileError``, what `body` throws, or ``Interrupted``.
    package static func write(
        to path: String, mode: UInt16 = 0o666, _ body: (WrittenFile) throws -> Void
    ) throws {
        switch try Destination(path) {
        case .file(let place, let status):
            let replacement = try Replacement(of: place, status, as: path, mode: mode)
            defer { replacement.close() }
            try body(replacement.file)
            try replacement.takePlace()
        case .stream(let appending):
            let file = try openStream(path, appending: appending)
            defer { close(file.descriptor) }
            try body(file)
        }
    }

    /// Adds `bytes` at the end.
    package func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            try Interruption.check()
            let (done, code) = WriteSignals.held { systemWrite(descriptor, start, min(rest.count, 4 << 20)) }
            if done < 0 && code == EINTR { continue }
            if done < 0 && code == EAGAIN {
                waitForReader()
                continue
            }
            guard done > 0 else { throw FileError(path, done == 0 ? EIO : code) }
            rest = rest.dropFirst(done)
        }
    }

    /// Adds `bytes` at the end.
    package func append(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes(append) }

    private func waitForReader() {
        var events = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&events, 1, 10)
    }

    /// Opens a pipe or a device; a pipe that nobody reads yet is waited for, until the stop button.
    private static func openStream(_ path: String, appending: Bool) throws -> WrittenFile {
        while true {
            try Interruption.check()
            let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (appending ? O_APPEND : 0))
            if descriptor >= 0 { return WrittenFile(descriptor: descriptor, path: path) }
            let code = errno
            guard code == EINTR || code == ENXIO && Destination.isPipe(path) else { throw FileError(path, code) }
            usleep(5000)
        }
    }
}

/// Calls of the system under names that no member has.
func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> (count: Int, code: Int32) {
    let done = write(descriptor, start, count)
    return (done, errno)
}

extension String {
    /// With a leading `~/` replaced by the home folder, as a shell does.
    package var expandingHome: String {
        guard self == "~" || hasPrefix("~/"), let home = getenv("HOME"), home.pointee != 0 else { return self }
        return String(cString: home) + dropFirst()
    }
}
