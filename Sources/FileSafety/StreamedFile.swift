internal import Platform

/// What is read from its beginning to its end: files, pipes, the standard input.
package enum StreamedFile {
    /// All bytes; a pipe is waited for.
    /// - Throws: ``FileError`` for what isn't there, a folder, and more than `limit` bytes.
    package static func bytes(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw FileError(path: path, problem: "holds a zero byte, which ends a path")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = read(descriptor, &piece, piece.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileError(path, errno) }
            if got == 0 { return bytes }
            bytes += piece[..<got]
            guard bytes.count <= limit else {
                throw FileError(path: path, problem: "has more than \(limit) bytes, and no more are read")
            }
        }
    }
}
