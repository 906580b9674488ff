internal import FileSafety
internal import Synchronization

/// The SHA-256 of files, read a piece at a time, so that a stop is heard and no file is too large.
package enum FileHash {
    /// Those that were asked for before: a sweep in many parts asks again and again.
    private static let known = Mutex<[FileIdentity: String]>([:])

    /// As 64 hexadecimal digits.
    /// - Throws: `FileError`, or `Interrupted`.
    package static func sha256(of path: String) throws -> String {
        let file = try ReadableFile(path)
        if let identity = file.identity, let hash = known.withLock({ $0[identity] }) { return hash }
        var hash = SHA256()
        for start in stride(from: 0, to: file.byteCount, by: 1 << 20) {
            hash.append(try file.bytes(at: start, count: min(1 << 20, file.byteCount - start)))
        }
        let text = hash.text()
        if let identity = file.identity { known.withLock { $0[identity] = text } }
        return text
    }
}
