internal import SessionSafety
internal import TensorCore

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// An ordinary file opened for reading at chosen places; closed when the last holder lets go of it.
final class ReadableFile {
    let path: String
    let byteCount: Int
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path.expandingHome
        // A pipe would block in open, so what the path names is looked at first.
        var status = stat()
        guard stat(self.path, &status) == 0 else { throw SafetensorsError.system(path: self.path, reason: .last) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SafetensorsError.notAFile(path: self.path) }
        let descriptor = open(self.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SafetensorsError.system(path: self.path, reason: .last) }
        self.descriptor = descriptor
        byteCount = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    deinit { close(descriptor) }

    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBytes { try read(into: $0, at: offset) }
        return bytes
    }

    /// Fills the buffer, in shares for the cores of a few pieces each, between which the stop flag is looked at.
    ///
    /// `inspect` sees each piece while it is in the processor's cache.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int,
        inspecting inspect: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws {
        guard let start = buffer.baseAddress else { return }
        let shares = (buffer.count + Self.shareLength - 1) / Self.shareLength
        _ = try onAllCores(shares) { share in
            let end = min(buffer.count, (share + 1) * Self.shareLength)
            for first in stride(from: share * Self.shareLength, to: end, by: Self.pieceLength) {
                let count = min(Self.pieceLength, end - first)
                try read(into: start + first, at: offset + first, count: count)
                inspect(UnsafeRawBufferPointer(start: start + first, count: count))
            }
        }
    }

    private static let shareLength = 4 << 20
    private static let pieceLength = 1 << 18

    private func read(into start: UnsafeMutableRawPointer, at offset: Int, count: Int) throws {
        var done = 0
        while done < count {
            try Interruption.check()
            let got = pread(descriptor, start + done, count - done, off_t(offset + done))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw SafetensorsError.system(path: path, reason: .last) }
            guard got > 0 else { throw SafetensorsError.endsEarly(path: path, expected: offset + count) }
            done += got
        }
    }
}

extension String {
    /// With a leading `~/` replaced by the home folder, as a shell does.
    var expandingHome: String {
        guard hasPrefix("~/"), let home = getenv("HOME") else { return self }
        return String(cString: home) + dropFirst()
    }
}
