internal import SessionSafety

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that appears only when it is complete; one that was there before is replaced.
struct ReplacedFile {
    private let descriptor: Int32
    private let path: String

    /// Writes what `body` appends to the file at `path`. When it throws, what was there before stays.
    static func write(to path: String, _ body: (ReplacedFile) throws -> Void) throws {
        let unfinished = path + ".\(getpid()).unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SafetensorsError.system(path: path, reason: .last) }
        do {
            defer { close(descriptor) }
            try body(ReplacedFile(descriptor: descriptor, path: path))
        } catch {
            unlink(unfinished)
            throw error
        }
        guard rename(unfinished, path) == 0 else {
            let reason = SystemReason.last
            unlink(unfinished)
            throw SafetensorsError.system(path: path, reason: reason)
        }
    }

    /// Adds `bytes` at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            try Interruption.check()
            #if canImport(Glibc)
                let done = Glibc.write(descriptor, start, min(rest.count, 4 << 20))
            #else
                let done = Darwin.write(descriptor, start, min(rest.count, 4 << 20))
            #endif
            if done < 0 && errno == EINTR { continue }
            guard done > 0 else { throw SafetensorsError.system(path: path, reason: .last) }
            rest = rest.dropFirst(done)
        }
    }

    /// Adds `bytes` at the end.
    func append(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes(append) }
}
