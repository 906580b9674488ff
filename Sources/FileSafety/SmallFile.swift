internal import Platform

/// Files that are read whole, such as a model's config.json.
package enum SmallFile {
    /// The bytes of an ordinary file.
    ///
    /// - Throws: ``FileError`` for a folder or a pipe, which would be waited for, and for a file of more than `limit` bytes.
    package static func bytes(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
        var status = stat()
        guard !path.utf8.contains(0) else {
            throw FileError(path: path, problem: "holds a zero byte, which ends a path")
        }
        guard stat(path, &status) == 0 else { throw FileError(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, problem: "is not a file") }
        guard status.st_size <= limit else {
            throw FileError(path: path, problem: "has \(status.st_size) bytes, and at most \(limit) are read")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path, errno) }
        defer { close(descriptor) }
        FilesRead.note(path)
        return try bytes(descriptor, Int(status.st_size), path)
    }

    /// Whether there is an ordinary file, or a link to one.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func bytes(_ descriptor: Int32, _ count: Int, _ path: String) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { read(descriptor, $0 + done, count - done) } ?? 0
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileError(path, errno) }
            if got == 0 { break }
            done += got
        }
        bytes.removeLast(count - done)
        return bytes
    }
}
